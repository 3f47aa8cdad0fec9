import { headingKey, labelledField } from './rules-columns.ts';
import type { Table } from './table.ts';

/** What a table is about, before its rows say more. */
export type Context = { readonly focusArea?: string; readonly goal?: string; readonly isGuessed?: true };

/** What documents are called, and sheets that nobody named. */
const TITLE = /\b(handlingsplan|tiltaksplan|tiltaksliste|arsplan|strategi|status for|referat)/;
const UNNAMED = /^((ark|sheet|tabell|table|plan|tiltak|handlingsplan)\s*)?\d*$/;

/**
 * What the headings before a table say: a title that stands over every table says nothing, the innermost heading is the
 * focus area, or the goal below one where the table itself has no column for goals.
 */
export function contextOf(table: Table, tables: readonly Table[], hasGoal: boolean): Context {
  const isShared = (heading: string, n: number) =>
    n === 0 &&
    tables.length > 1 &&
    tables.some((one) => one.headings.length > 1) &&
    tables.every((one) => one.headings[0] === heading || one.headings.length === 0);
  const said = table.headings
    .filter((heading, n) => !isTitle(heading) && !isShared(heading, n))
    .map(labelled)
    .filter(({ text }) => text !== '');
  const plain = said.filter(({ field }) => field === undefined).map(({ text }) => text);
  const last = (field: 'focusArea' | 'goal') => said.findLast((one) => one.field === field)?.text;
  const hasTwo = plain.length > 1 && !hasGoal && last('focusArea') === undefined;
  const goal = last('goal') ?? (hasTwo || last('focusArea') !== undefined ? plain.at(-1) : undefined);
  const focusArea = last('focusArea') ?? (hasTwo ? plain.at(-2) : plain.at(-1));
  const isGuessed = said.length > 0 && (table.areHeadingsGuessed || hasTwo);
  return { ...(focusArea && { focusArea }), ...(goal && !hasGoal && { goal }), ...(isGuessed && { isGuessed }) };
}

/** Whether a heading only says what kind of document it stands in. */
export function isTitle(heading: string): boolean {
  const key = headingKey(heading);
  return TITLE.test(key) || UNNAMED.test(key);
}

/** «Hva vil vi? Sikre sekretariatet» and «Innsatsområde 2: Rekruttering» without what they begin with. */
export function labelled(heading: string): { readonly field?: 'focusArea' | 'goal'; readonly text: string } {
  const [, label = '', text = ''] = /^([^:?]{3,40}[:?]+:?)\s*(.*)$/.exec(heading) ?? [];
  const field = labelledField(label) ?? labelledField(heading);
  return field === undefined ? { text: heading } : { field, text };
}
