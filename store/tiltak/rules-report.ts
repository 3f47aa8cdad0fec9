import type { Committee } from '../committee/record.ts';
import { isOverdue, newestStatus, type Tiltak } from './record.ts';
import { type StatusClass, statusClassSchema } from './status-class.ts';
import type { Filter } from './view.ts';

/** Where a tiltak stands: its class; `prose`: something was said of it, and no class; `none`: nothing was said. */
export type Standing = StatusClass | 'prose' | 'none';

/** In the order in which they are shown. */
export const STANDINGS: readonly (Standing & Filter)[] = [...statusClassSchema.options, 'prose', 'none'];

/** Each tiltak has one of them, and no other. */
export function standingOf(tiltak: Pick<Tiltak, 'statuses'>): Standing {
  const status = newestStatus(tiltak);
  return status === undefined ? 'none' : (status.class ?? 'prose');
}

/** What is asked of tiltak: the day in Oslo, and whether somebody can be asked about one. */
export type Asked = { readonly today: string; readonly hasContact: (tiltak: Tiltak) => boolean };

/** Whether it stands in its plan. */
const isIn = ({ state }: Pick<Tiltak, 'state'>) => state === 'open';

/** Whether a tiltak is among those that a filter shows: what was taken out is shown by itself alone. */
export function isShown(tiltak: Tiltak, filter: Filter, { today, hasContact }: Asked): boolean {
  if (filter === 'closed') return !isIn(tiltak);
  if (!isIn(tiltak)) return false;
  switch (filter) {
    case 'all':
      return true;
    case 'overdue':
      return isOverdue(tiltak, today);
    case 'no-owner':
      return !hasOwner(tiltak);
    case 'no-contact':
      return !hasContact(tiltak);
    case 'no-due':
      return tiltak.due === undefined && tiltak.dueOn === undefined;
    default:
      return standingOf(tiltak) === filter;
  }
}

/** Whether anybody is named for it, in whatever words. */
function hasOwner({ owner, ownerRef, contactIds = [] }: Tiltak): boolean {
  return owner !== undefined || ownerRef !== undefined || contactIds.length > 0;
}

/** A plan in numbers. What was taken out of it counts in `closed` alone. */
export type PlanCount = { readonly total: number } & Readonly<Record<Exclude<Filter, 'all'>, number>>;

export function countPlan(tiltak: readonly Tiltak[], asked: Asked): PlanCount {
  const of = (filter: Filter) => tiltak.filter((one) => isShown(one, filter, asked)).length;
  return {
    total: of('all'),
    ...(Object.fromEntries(STANDINGS.map((standing) => [standing, of(standing)])) as Record<Standing, number>),
    overdue: of('overdue'),
    'no-owner': of('no-owner'),
    'no-contact': of('no-contact'),
    'no-due': of('no-due'),
    closed: of('closed'),
  };
}

/** The focus areas of a plan, each once, in its order. */
export function areasOf(tiltak: readonly Pick<Tiltak, 'place'>[]): readonly string[] {
  return [...new Set(tiltak.flatMap(({ place: { focusArea } }) => (focusArea === undefined ? [] : [focusArea])))];
}

/**
 * A plan's tiltak as they stand in it. What was added by hand comes after the last one of its goal, else of its focus area,
 * else of all.
 */
export function inOrder(tiltak: readonly Tiltak[]): readonly Tiltak[] {
  const placed = tiltak.filter(({ cells }) => cells !== undefined);
  for (const added of tiltak.filter(({ cells }) => cells === undefined)) {
    const { focusArea, goal } = added.place;
    const inArea = (one: Tiltak) => one.place.focusArea === focusArea;
    const ofGoal = placed.findLastIndex((one) => inArea(one) && one.place.goal === goal);
    const after = ofGoal >= 0 ? ofGoal : placed.findLastIndex(inArea);
    placed.splice(after >= 0 ? after + 1 : placed.length, 0, added);
  }
  return placed;
}

/** What somebody has to do: overdue first, then by date, those without one last. What is done comes after all of it. */
export function byUrgency(today: string): (a: Tiltak, b: Tiltak) => number {
  const rank = (tiltak: Tiltak) => (isOverdue(tiltak, today) ? 0 : standingOf(tiltak) === 'done' ? 2 : 1);
  const due = ({ dueOn = '9999' }: Tiltak) => dueOn;
  return (a, b) => rank(a) - rank(b) || due(a).localeCompare(due(b)) || a.order - b.order;
}

/** Under which names tiltak are found that this person may answer for, by the committees that they are in. */
export function namesOf(personId: string, committees: readonly Pick<Committee, 'id' | 'roles'>[]): readonly string[] {
  return [
    `person:${personId}`,
    ...committees.flatMap(({ id, roles: { chairId, viceChairId, secretariatIds } }) => [
      ...([chairId, viceChairId, ...secretariatIds].includes(personId) ? [`committee:${id}`] : []),
      ...(chairId === personId ? [`role:${id}:chair`] : []),
      ...(viceChairId === personId ? [`role:${id}:viceChair`] : []),
      ...(secretariatIds.includes(personId) ? [`role:${id}:secretariat`] : []),
    ]),
  ];
}
