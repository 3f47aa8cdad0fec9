import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireCommitteePage } from '../../tab-api/wire-members.ts';
import type { Context } from '../context.ts';
import { facts } from '../parts/facts.ts';
import { pageHead } from '../parts/head.ts';
import { table } from '../parts/list.ts';
import { section } from '../parts/section.ts';

type Seat = WireCommitteePage['seats'][number];

/** A committee: who is in it, what it works by, and its next meeting. */
export function committeePage(page: WireCommitteePage, context: Context): TemplateResult {
  const { name, seats, links, settings, nextMeeting } = page;
  const columns = [
    { heading: 'Navn', cell: ({ holder }: Seat) => holder, isName: true as const },
    { heading: 'Representerer', cell: ({ represents }: Seat) => represents },
    { heading: 'Rolle', cell: ({ roles }: Seat) => roles },
    { heading: 'Vara', cell: ({ varas }: Seat) => varas.join(', ') },
  ];
  return html`${pageHead(context, { title: name })}
    ${nextMeeting ? html`<p class="next">Neste møte: <a href="#/${nextMeeting.path}">${nextMeeting.text}</a></p>` : nothing}
    ${section(
      'seats',
      'Medlemmer',
      table(context, {
        caption: 'Medlemmer',
        columns,
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
    }`;
}
