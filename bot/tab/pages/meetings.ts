import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireMeetingRow, WireMeetings } from '../../tab-api/wire-meetings.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { filterLinks } from '../parts/filters.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, table } from '../parts/list.ts';
import { section } from '../parts/section.ts';
import { stateMark } from '../parts/state-mark.ts';

const columns: readonly Column<WireMeetingRow>[] = [
  { heading: 'Tid', cell: ({ path, when }) => html`<a href="#/${path}">${when}</a>`, isName: true },
  { heading: 'Sted', cell: ({ place }) => place },
  { heading: 'Status', cell: ({ state }) => stateMark(state) },
  { heading: 'Oppmøte', cell: ({ coming }) => coming },
];

/** The meetings of a committee: those to come, or those before. */
export function meetingsPage(page: WireMeetings, context: Context): TemplateResult {
  const { committeeId, isPast, otherPath, named, actions } = page;
  const here = context.path;
  return html`${pageHead(context, { title: 'Møter', committeeId })}
    ${filterLinks('Vis møter', [
      { text: 'Kommende', isOn: !isPast, path: isPast ? otherPath : here },
      { text: 'Tidligere', isOn: isPast, path: isPast ? here : otherPath },
    ])}
    ${table(context, {
      caption: isPast ? 'Tidligere møter, det siste først' : 'Kommende møter',
      columns,
      list: page,
      empty: isPast ? 'Det er ingen tidligere møter her.' : 'Det er ingen kommende møter her.',
    })}
    ${actionsBar(context, actions)}
    ${
      named.length > 0
        ? section(
            'named',
            'Kommende saker',
            html`<ul class="lines">${named.map((line) => html`<li>${line}</li>`)}</ul>`,
          )
        : nothing
    }`;
}
