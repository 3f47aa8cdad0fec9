import { number } from '../../cards/text/format.ts';
import { glanceText, monthText, overTimeSentence, tabTiltakText as text } from '../../cards/text/tab-tiltak.ts';
import { filterText, standingName, tiltakText } from '../../cards/text/tiltak.ts';
import { dayAfter, emptyAtFirst, monthsUntil } from '../../store/tiltak/rules-over-time.ts';
import { type PlanCount, STANDINGS } from '../../store/tiltak/rules-report.ts';
import { dayOf, startOf } from '../../store/time.ts';
import { found, NotYoursError, type Reading } from './reading.ts';
import { countedTiltak } from './tiltak-counted.ts';
import { LOOSE } from './tiltak-query.ts';
import type { WireTiltakOverTime } from './wire-tiltak.ts';

const MONTHS = 12;
/** More are no focus areas, but something else that stands in their column. */
const MOST_AREAS = 60;

/** A committee's tiltak in figures, counted each time from what is stored at that moment. */
export async function readTiltakOverTime(reading: Reading, committeeId: string): Promise<WireTiltakOverTime> {
  const { deps, viewerId, query } = reading;
  const committee = found(await deps.committees.collection.get(committeeId));
  if (!committee.people.includes(viewerId)) throw new NotYoursError();
  const plans = await deps.plans.of(committeeId);
  const planId = query.get('plan') ?? '';
  if (planId !== '' && planId !== LOOSE && !plans.some(({ id }) => id === planId)) throw new NotYoursError();
  const now = deps.now();
  const all = monthsUntil(dayOf(now), MONTHS);
  const ends = [...all.slice(0, -1).map((month) => startOf(dayAfter(month))), new Date(now.getTime() + 1)];
  const { count, overTime, areas } = found(await countedTiltak(reading, committee, { planId, ends }));
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
