import { shortened } from '../../cards/size.ts';
import { glanceText, tabTiltakText as text } from '../../cards/text/tab-tiltak.ts';
import { filterText, tiltakText } from '../../cards/text/tiltak.ts';
import { dueText } from '../../cards/text/tiltak-status.ts';
import { actionsOfPlan } from '../../cards/tiltak-plan.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Plan } from '../../store/plan/record.ts';
import { isOverdue, type Tiltak } from '../../store/tiltak/record.ts';
import { dayOf } from '../../store/time.ts';
import { found, NotYoursError, type Reading } from './reading.ts';
import { countedTiltak } from './tiltak-counted.ts';
import { ownTiltakIn, siftedTiltak } from './tiltak-found.ts';
import { CLASSES, DUES, LOOSE, OWNERS, type TiltakQuery, tiltakQuery } from './tiltak-query.ts';
import { actionsOf, stateOf } from './tiltak-words.ts';
import type { WireFilter, WireTiltakList, WireTiltakRow } from './wire-tiltak.ts';

/** So much of a text, and of an owner, stands in a list: all of it on its own page. */
const LISTED = 240;
const LISTED_OWNER = 120;
/** More are counted on their own page: two pages of an index, and all that a committee usually has. */
const MOST_COUNTED = 1000;

/** A page of a committee's tiltak; of another committee's, what whoever looks is asked about there. */
export async function readTiltakList(reading: Reading, committeeId: string): Promise<WireTiltakList> {
  const { deps, viewerId } = reading;
  const query = tiltakQuery(reading.query);
  const committee = found(await deps.committees.collection.get(committeeId));
  const today = dayOf(deps.now());
  if (!committee.people.includes(viewerId)) return listOfOthers(reading, committee, query, today);
  const plans = await deps.plans.of(committeeId);
  const plan = plans.find(({ id }) => id === query.plan);
  if (query.plan !== '' && query.plan !== LOOSE && plan === undefined) throw new NotYoursError();
  const listed =
    query.owner === 'mine' ? ownTiltakIn(reading, committee, query, today) : siftedTiltak(reading, committee, query);
  const { tiltak, next, looked } = await listed;
  const isFirst = !reading.query.has('after');
  const counted =
    isFirst && (await countedTiltak(reading, committee, { planId: query.plan, ends: [], most: MOST_COUNTED }));
  return {
    page: 'tiltak-list',
    committeeId,
    title: plan?.name ?? (query.plan === LOOSE ? tiltakText.loose : text.inAll(committee.shortName)),
    items: tiltak.map((one) => rowOf(one, today)),
    ...(next !== undefined && { next: pathOf(committeeId, query, next) }),
    ...(looked !== undefined && { looked: text.looked(looked) }),
    filters: filtersOf(query, plans),
    search: query.q,
    ...(counted && { glance: glanceText(counted.count) }),
    figuresPath: `committees/${committeeId}/tiltak-over-time${query.plan && `?plan=${encodeURIComponent(query.plan)}`}`,
    actions: actionsIn(committee, query, plans, viewerId, tiltak.length > 0),
  };
}

async function listOfOthers(
  reading: Reading,
  committee: Committee,
  query: TiltakQuery,
  today: string,
): Promise<WireTiltakList> {
  const nothing: TiltakQuery = { class: '', owner: 'mine', due: '', plan: '', area: '', q: '' };
  const all = await ownTiltakIn({ ...reading, query: new URLSearchParams() }, committee, nothing, today);
  if (all.tiltak.length === 0) throw new NotYoursError();
  const mine: TiltakQuery = { ...query, owner: 'mine', plan: '', area: '' };
  const { tiltak, next } = await ownTiltakIn(reading, committee, mine, today);
  return {
    page: 'tiltak-list',
    committeeId: committee.id,
    title: text.own,
    items: tiltak.map((one) => rowOf(one, today)),
    ...(next !== undefined && { next: pathOf(committee.id, mine, next) }),
    filters: filtersOf(mine, []).filter(({ key }) => key === 'class' || key === 'due'),
    search: mine.q,
    actions: [],
  };
}

function rowOf(tiltak: Tiltak, today: string): WireTiltakRow {
  const { id, place, text: said, owner } = tiltak;
  return {
    path: `tiltak/${id}`,
    ...(place.point && { point: place.point }),
    text: shortened(said, LISTED),
    ...(place.focusArea && { focusArea: place.focusArea }),
    owner: shortened(owner ?? tiltakText.noOwner, LISTED_OWNER),
    due: dueText(tiltak) ?? tiltakText.noDue,
    ...(isOverdue(tiltak, today) && { isLate: true }),
    state: stateOf(tiltak),
  };
}

const choiceText = { ...filterText, mine: text.mine, soon: text.soon } as const;

function filtersOf(query: TiltakQuery, plans: readonly Plan[]): readonly WireFilter[] {
  const all = { value: '', text: text.all };
  const filter = (key: keyof TiltakQuery, label: string, choices: WireFilter['choices']): WireFilter => ({
    key,
    label,
    value: query[key],
    choices: [all, ...choices],
  });
  const named = (values: readonly (keyof typeof choiceText)[]) =>
    values.map((value) => ({ value, text: choiceText[value] }));
  return [
    filter('class', text.class, named(CLASSES)),
    filter('owner', text.ownerField, named(OWNERS)),
    filter('due', text.dueField, named(DUES)),
    ...(plans.length > 0
      ? [
          filter('plan', text.plan, [
            ...plans.map(({ id, name }) => ({ value: id, text: name })),
            { value: LOOSE, text: tiltakText.loose },
          ]),
        ]
      : []),
    ...(query.area === '' ? [] : [filter('area', text.area, [{ value: query.area, text: query.area }])]),
  ];
}

function pathOf(committeeId: string, query: TiltakQuery, after: string): string {
  const chosen = Object.entries({ ...query, after }).filter(([, value]) => value !== '');
  return `committees/${committeeId}/tiltak?${new URLSearchParams(chosen)}`;
}

/** What can be done with the plan that is listed: the one that was chosen, or the only one there is. */
function actionsIn(
  committee: Committee,
  { plan: planId }: TiltakQuery,
  plans: readonly Plan[],
  viewerId: string,
  hasAny: boolean,
) {
  const plan = planId === '' && plans.length === 1 ? plans[0] : plans.find(({ id }) => id === planId);
  if (planId === '' && plans.length > 1) return [];
  return actionsOf(actionsOfPlan({ committee, plan, runs: mayRunRounds(committee, viewerId), hasAny }));
}
