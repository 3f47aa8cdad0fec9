import { html, type TemplateResult } from 'lit-html';
import type { WireRoundRow, WireRounds } from '../../tab-api/wire-rounds.ts';
import type { Context } from '../context.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, table } from '../parts/list.ts';
import { stateMark } from '../parts/state-mark.ts';

const name: Column<WireRoundRow> = {
  heading: 'E-postrunde',
  cell: ({ path, title }) => html`<a href="#/${path}">${title}</a>`,
  isName: true,
};
const columns: readonly Column<WireRoundRow>[] = [
  { heading: 'Status', cell: ({ state }) => stateMark(state) },
  { heading: 'Når', cell: ({ due }) => due },
];
const answered: Column<WireRoundRow> = { heading: 'Svar', cell: (row) => row.answered };
const own: Column<WireRoundRow> = { heading: 'Ditt svar', cell: (row) => row.own };

/** The e-postrunder of a committee: those that run first, then the newest. */
export function roundsPage(page: WireRounds, context: Context): TemplateResult {
  const { committeeId, items } = page;
  const shown = [
    name,
    ...columns,
    ...(items.some((row) => row.answered) ? [answered] : []),
    ...(items.some((row) => row.own) ? [own] : []),
  ];
  return html`${pageHead(context, { title: 'E-postrunder', committeeId })}
    ${table(context, {
      caption: 'E-postrunder, de som pågår, først',
      columns: shown,
      list: page,
      empty: 'Det er ingen e-postrunder for deg her ennå.',
    })}`;
}
