import { html, nothing, type TemplateResult } from 'lit-html';
import type { WirePanel } from '../../tab-api/wire-meetings.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { agenda } from '../parts/agenda.ts';
import { cardForm } from '../parts/card-form.ts';
import { pageHead } from '../parts/head.ts';
import { emptyText } from '../parts/list.ts';
import { notesPart } from '../parts/notes.ts';
import { section } from '../parts/section.ts';

/** The side panel of a meeting in Teams: the meeting that is on, or the next one. */
export function panelPage({ meeting }: WirePanel, context: Context): TemplateResult {
  if (meeting === undefined)
    return html`${pageHead(context, { title: 'Møtet' })}${emptyText('Du har ingen kommende møter.')}`;
  const { title, committeeId, state, when, place, notes, agendaState, votings, present, actions } = meeting;
  return html`${pageHead(context, { title, committeeId, state })}
    <p>${when}</p>
    <p>${place}</p>
    ${notesPart(notes)}
    ${
      votings.length > 0
        ? section(
            'votings',
            'Avstemninger',
            votings.map((one, n) => cardForm(context, `voting-${n}`, one)),
          )
        : nothing
    }
    ${section('agenda', 'Saksliste', html`<p>${agendaState}</p>${agenda(meeting.agenda, context)}`)}
    ${present.names.length > 0 ? section('present', present.title, html`<ul class="lines">${present.names.map((name) => html`<li>${name}</li>`)}</ul>`) : nothing}
    ${section('ways', 'Hva du kan gjøre', actionsBar(context, actions))}
    <p class="to-all"><a href="#/${meeting.path}">Alt om møtet</a></p>`;
}
