import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireCommitteePage } from '../../tab-api/wire-members.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { facts } from '../parts/facts.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, table } from '../parts/list.ts';
import { notesPart } from '../parts/notes.ts';
import { section } from '../parts/section.ts';

type Seat = WireCommitteePage['seats'][number];

const columns: readonly Column<Seat>[] = [
  { heading: 'Navn', cell: ({ holder }) => holder, isName: true },
  { heading: 'Plass', cell: ({ seat }) => seat },
  { heading: 'Rolle', cell: ({ roles }) => roles },
  { heading: 'Stemmerett', cell: ({ vote }) => vote },
  { heading: 'Vara og oppnevning', cell: aboutOf },
];
const reach: Column<Seat> = { heading: 'Kontakt i Teams', cell: ({ unreached }) => unreached };

/** A committee: who is in it, what it works by, and its next meeting. */
export function committeePage(page: WireCommitteePage, context: Context): TemplateResult {
  const { name, notes, seats, links, settings, nextMeeting, actions } = page;
  return html`${pageHead(context, { title: name })}
    ${notesPart(notes)}
    ${nextMeeting ? html`<p class="next">Neste møte: <a href="#/${nextMeeting.path}">${nextMeeting.text}</a></p>` : nothing}
    ${section(
      'seats',
      'Medlemmer',
      table(context, {
        caption: 'Medlemmer',
        // a column for those who are not reached, as long as somebody is not
        columns: seats.some(({ unreached }) => unreached) ? [...columns, reach] : columns,
        list: { items: seats },
        empty: 'Utvalget har ingen medlemmer ennå.',
      }),
    )}
    ${settings.length > 0 ? section('settings', 'Regler og innstillinger', facts(settings)) : nothing}
    ${
      links.length > 0
        ? section(
            'documents',
            'Mandat og vedtekter',
            html`<ul class="links">${links.map(({ title, url }) => html`<li><a href=${url} target="_blank" rel="noopener noreferrer">${title}</a></li>`)}</ul>`,
          )
        : nothing
    }
    ${actions.length > 0 ? section('ways', 'Oppsett', actionsBar(context, actions)) : nothing}`;
}

function aboutOf({ about }: Seat): unknown {
  return about.length > 0 ? about.map((line) => html`<span class="line">${line}</span>`) : undefined;
}
