import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireMeeting } from '../../tab-api/wire-meetings.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { agenda } from '../parts/agenda.ts';
import { facts } from '../parts/facts.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, table } from '../parts/list.ts';
import { notesPart } from '../parts/notes.ts';
import { section } from '../parts/section.ts';
import { stateMark } from '../parts/state-mark.ts';

type Row = WireMeeting['attendance'][number];

const seats: readonly Column<Row>[] = [
  { heading: 'Plass', cell: ({ seat }) => seat, isName: true },
  { heading: 'Hvem', cell: ({ who }) => who },
  { heading: 'Status', cell: ({ state }) => stateMark(state) },
];
const more: Column<Row> = {
  heading: 'Forfall og vara',
  cell: (row) => (row.more.length > 0 ? row.more.map((line) => html`<span class="line">${line}</span>`) : undefined),
};

/** One meeting: when and where, what whoever looks has said, the agenda, and who comes. */
export function meetingPage(page: WireMeeting, context: Context): TemplateResult {
  const { committeeId, title, when, place, state, notes, agendaState, actions, links } = page;
  const isMember = context.me.committees.some(({ id }) => id === committeeId);
  const back = isMember ? { path: `committees/${committeeId}/meetings`, text: 'Møter' } : undefined;
  return html`${pageHead(context, { title, committeeId, state, back })}
    ${facts([
      { label: 'Tid', value: when },
      { label: 'Møteform og sted', value: place },
    ])}
    ${notesPart(notes)}
    ${actionsBar(context, actions)}
    ${section('agenda', 'Saksliste', html`<p>${agendaState}</p>${agenda(page.agenda, context)}`)}
    ${attendance(page, context)}
    ${
      links.length > 0
        ? section(
            'links',
            'Referat',
            html`<ul class="lines">${links.map(({ text, path }) => html`<li><a href="#/${path}">${text}</a></li>`)}</ul>`,
          )
        : nothing
    }`;
}

function attendance({ coming, attendance: rows, forecast }: WireMeeting, context: Context) {
  if (rows.length === 0 && coming === undefined) return nothing;
  const columns = rows.some((row) => row.more.length > 0) ? [...seats, more] : seats;
  return section(
    'attendance',
    'Oppmøte',
    html`${notesPart([...forecast, ...(coming ? [`${coming}.`] : [])])}
    ${rows.length > 0 ? table(context, { caption: 'Hvem som kommer', columns, list: { items: rows }, empty: '' }) : nothing}`,
  );
}
