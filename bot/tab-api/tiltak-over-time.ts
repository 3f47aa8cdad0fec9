import { number } from '../../cards/text/format.ts';
import { glanceText, monthText, overTimeSentence, tabTiltakText as text } from '../../cards/text/tab-tiltak.ts';
import { filterText, standingName, tiltakText } from '../../cards/text/tiltak.ts';
import type { Committee } from '../../store/committee/record.ts';
import { LISTED } from '../../store/tiltak/record.ts';
import { placeFrom } from '../../store/tiltak/repository.ts';
import { countedWith, dayAfter, emptyAtFirst, monthsUntil, type OverTime } from '../../store/tiltak/rules-over-time.ts';
import { areasOf, countPlan, type PlanCount, STANDINGS } from '../../store/tiltak/rules-report.ts';
import { dayOf, startOf } from '../../store/time.ts';
import { askedIn, readable } from '../tiltak-report.ts';
import { found, NotYoursError, type Reading } from './reading.ts';
import { LOOSE } from './tiltak-query.ts';
import type { WireTiltakOverTime } from './wire-tiltak.ts';

const MONTHS = 12;
/** More are no focus areas, but something else that stands in their column. */
const MOST_AREAS = 60;

type Counted = { readonly count: PlanCount; readonly overTime: OverTime; readonly areas: readonly string[] };

/**
 * A committee's tiltak in figures, counted from what is stored at that moment. They are read page by page, and others are served in
 * between: of 5,000 tiltak no more than 500 are held at a time.
 */
export async function readTiltakOverTime(reading: Reading, committeeId: string): Promise<WireTiltakOverTime> {
  const { deps, viewerId, query } = reading;
  const committee = found(await deps.committees.collection.get(committeeId));
  if (!committee.people.includes(viewerId)) throw new NotYoursError();
  const plans = await deps.plans.of(committeeId);
  const planId = query.get('plan') ?? '';
  if (planId !== '' && planId !== LOOSE && !plans.some(({ id }) => id === planId)) throw new NotYoursError();
  const now = deps.now();
  const all = monthsUntil(dayOf(now), MONTHS);
  const { count, overTime, areas } = await counted(reading, committee, planId, [
    ...all.slice(0, -1).map((month) => startOf(dayAfter(month))),
    new Date(now.getTime() + 1),
  ]);
  const empty = emptyAtFirst(overTime, all.length);
  const months = all.slice(empty).map((month, n, { length }) => monthText(month, n === length - 1));
  const series = STANDINGS.map((key) => ({ key, text: standingName(key), counts: overTime[key].slice(empty) })).filter(
    ({ counts }) => counts.some((n) => n > 0),
  );
  const listPath = `committees/${committeeId}/tiltak`;
  const withPlan = new URLSearchParams(planId === '' ? {} : { plan: planId });
  const pathOf = (key: string, value: string) => `${listPath}?${new URLSearchParams([...withPlan, [key, value]])}`;
  return {
    page: 'tiltak-over-time',
    committeeId,
    listPath: planId === '' ? listPath : `${listPath}?${withPlan}`,
    filters: [planFilter(planId, plans)],
    glance: glanceText(count),
    figures: figuresOf(count, pathOf),
    areas:
      areas.length > 1 && areas.length <= MOST_AREAS
        ? areas.map((area) => ({ text: area, path: pathOf('area', area) }))
        : [],
    sentence: overTimeSentence(months, series),
    months,
    series,
  };
}

/** Reads all that whoever looks may read, and counts it. */
async function counted(
  { deps, viewerId }: Reading,
  committee: Committee,
  planId: string,
  ends: readonly Date[],
): Promise<Counted> {
  const of = planId === '' || planId === LOOSE ? { committeeId: committee.id } : { planId };
  let count: PlanCount | undefined;
  let overTime: OverTime | undefined;
  const areas = new Set<string>();
  for (let after: string | undefined = placeFrom(LISTED.dated); after !== undefined; ) {
    const page = await deps.tiltak.page(of, { limit: 500, after });
    const meant = page.records.filter((one) => planId !== LOOSE || one.planId === undefined);
    const { tiltak } = await readable(deps, committee, meant, viewerId);
    count = added(count, countPlan(tiltak, await askedIn(deps, tiltak)));
    overTime = countedWith(overTime, tiltak, ends);
    for (const area of areasOf(tiltak)) areas.add(area);
    after = page.next;
  }
  return {
    count: count as PlanCount,
    overTime: overTime as OverTime,
    areas: [...areas].toSorted((a, b) => a.localeCompare(b, 'nb')),
  };
}

function added(before: PlanCount | undefined, more: PlanCount): PlanCount {
  if (before === undefined) return more;
  const keys = Object.keys(more) as (keyof PlanCount)[];
  return Object.fromEntries(keys.map((key) => [key, before[key] + more[key]])) as PlanCount;
}

function planFilter(value: string, plans: readonly { readonly id: string; readonly name: string }[]) {
  return {
    key: 'plan',
    label: text.plan,
    value,
    choices: [
      { value: '', text: text.everyPlan },
      ...plans.map(({ id, name }) => ({ value: id, text: name })),
      { value: LOOSE, text: tiltakText.loose },
    ],
  };
}

/** What the card of a plan tells in figures, each with the list that it counts. */
function figuresOf(count: PlanCount, pathOf: (key: string, value: string) => string) {
  const figure = (key: string, filter: Exclude<keyof PlanCount, 'total'>) => ({
    label: filterText[filter],
    value: number(count[filter]),
    path: pathOf(key, filter),
  });
  return [
    figure('due', 'overdue'),
    figure('owner', 'no-owner'),
    figure('owner', 'no-contact'),
    figure('due', 'no-due'),
    ...STANDINGS.filter((standing) => count[standing] > 0).map((standing) => figure('class', standing)),
    ...(count.closed > 0 ? [figure('class', 'closed')] : []),
  ];
}
