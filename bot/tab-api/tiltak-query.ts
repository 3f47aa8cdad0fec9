import { LISTED, type Tiltak } from '../../store/tiltak/record.ts';
import { type Asked, isShown, STANDINGS } from '../../store/tiltak/rules-report.ts';
import type { Filter } from '../../store/tiltak/view.ts';
import { addDays } from '../../store/time.ts';

/** What stands in the place of a plan: what was decided in saker. */
export const LOOSE = 'loose';
export const CLASSES: readonly Filter[] = [...STANDINGS, 'closed'];
export const OWNERS = ['mine', 'no-owner', 'no-contact'] as const;
export const DUES = ['overdue', 'soon', 'no-due'] as const;
const SOON_DAYS = 92;

/** Which tiltak are to be listed; '' is all of them. */
export type TiltakQuery = {
  readonly class: Filter | '';
  readonly owner: (typeof OWNERS)[number] | '';
  readonly due: (typeof DUES)[number] | '';
  readonly plan: string;
  readonly area: string;
  readonly q: string;
};

/** Reads the query of a path. What is no choice is none. */
export function tiltakQuery(query: URLSearchParams): TiltakQuery {
  const of = <T extends string>(key: string, known: readonly T[]): T | '' =>
    known.find((one) => one === query.get(key)) ?? '';
  const text = (key: string) => (query.get(key) ?? '').trim().slice(0, 300);
  return {
    class: of('class', CLASSES),
    owner: of('owner', OWNERS),
    due: of('due', DUES),
    plan: text('plan'),
    area: text('area'),
    q: text('q'),
  };
}

/** The part of a list, by the places in it, outside which nothing fits. `from` is in it, `to` is not. */
export function rangeOf(query: TiltakQuery, today: string): { readonly from: string; readonly to: string } {
  const byClass = rangeOfClass(query.class);
  const byDue = rangeOfDue(query.due, today);
  return {
    from: byClass.from > byDue.from ? byClass.from : byDue.from,
    to: byClass.to < byDue.to ? byClass.to : byDue.to,
  };
}

const END = '~';
const { dated, undated, done, closed } = LISTED;

function rangeOfClass(filter: TiltakQuery['class']) {
  if (filter === 'closed') return { from: closed, to: END };
  return filter === 'done' ? { from: done, to: closed } : { from: dated, to: filter === '' ? closed : done };
}

function rangeOfDue(due: TiltakQuery['due'], today: string) {
  if (due === 'overdue') return { from: dated, to: `${dated}${today}` };
  if (due === 'soon') return { from: `${dated}${today}`, to: `${dated}${addDays(today, SOON_DAYS)}` };
  return { from: due === 'no-due' ? undated : dated, to: END };
}

/** Whether a list has to be looked through: what its range holds need not fit. */
export function isSifted(query: TiltakQuery): boolean {
  const { class: said, owner, due, area, q, plan } = query;
  const isRange = said === '' || said === 'done' || said === 'closed';
  return !isRange || owner !== '' || due === 'no-due' || area !== '' || q !== '' || plan === LOOSE;
}

/** Whether a tiltak of the range fits. `asked`: who can be asked, which `no-contact` needs alone. */
export function fits(tiltak: Tiltak, query: TiltakQuery, asked: Asked): boolean {
  const { class: said, owner, due, area, q, plan } = query;
  // what was taken out lacks an owner as well as any other
  const inPlan: Tiltak = { ...tiltak, state: 'open' };
  return (
    isShown(tiltak, said === '' ? 'all' : said, asked) &&
    (owner === '' || owner === 'mine' || isShown(inPlan, owner, asked)) &&
    (due !== 'no-due' || isShown(inPlan, due, asked)) &&
    (area === '' || tiltak.place.focusArea === area) &&
    (plan !== LOOSE || tiltak.planId === undefined) &&
    (q === '' || saysAll(tiltak, q))
  );
}

/** Whether every word that is looked for stands somewhere in it. */
function saysAll({ text, owner = '', due = '', place }: Tiltak, q: string): boolean {
  const { focusArea = '', goal = '', how = '', point = '' } = place;
  const said = [point, text, owner, due, focusArea, goal, how].join('\n').toLocaleLowerCase('nb');
  return q
    .toLocaleLowerCase('nb')
    .split(/\s+/)
    .every((word) => said.includes(word));
}
