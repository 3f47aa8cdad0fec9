import type { Committee } from '../store/committee/record.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import type { Plan } from '../store/plan/record.ts';
import { maySee } from '../store/sak/rules.ts';
import { isProposed, type Tiltak } from '../store/tiltak/record.ts';
import { type Asked, areasOf, countPlan, inOrder, namesOf } from '../store/tiltak/rules-report.ts';
import { addDays, dayOf, startOf } from '../store/time.ts';
import { contactsOf, mayAnswer, readerOf } from './tiltak.ts';
import type { Deps } from './turn.ts';

/** A plan as it is named: without an id, what its committee has decided in its saker. */
export type PlanIn = { readonly committeeId: string; readonly planId?: string | undefined };
type Refused = { readonly refused: 'not-found' | 'not-for-members' };

/** A plan with its tiltak, for a member of its committee. `runs`: the viewer is its secretariat or chair. */
export type KnownPlan = {
  readonly committee: Committee;
  readonly plan: Plan | undefined;
  readonly tiltak: readonly Tiltak[];
  readonly runs: boolean;
  /** Those among them that come from a closed sak. */
  readonly closedIds: readonly string[];
};

export async function knownPlan(
  deps: Deps,
  personId: string,
  { committeeId, planId }: PlanIn,
): Promise<KnownPlan | Refused> {
  const committee = await deps.committees.collection.get(committeeId);
  const plan = planId === undefined ? undefined : await deps.plans.collection.get(planId);
  if (committee === undefined || (planId !== undefined && plan?.committeeId !== committeeId))
    return { refused: 'not-found' };
  if (!committee.people.includes(personId)) return { refused: 'not-for-members' };
  const tiltak = planId === undefined ? loose(await deps.tiltak.of(committeeId)) : await deps.tiltak.ofPlan(planId);
  const read = await readable(deps, committee, tiltak, personId);
  return { committee, plan, ...read, tiltak: inOrder(read.tiltak), runs: mayRunRounds(committee, personId) };
}

/** What somebody in a committee may read of its tiltak: one that was decided in a closed sak is for those who may read that. */
export async function readable(deps: Deps, committee: Committee, tiltak: readonly Tiltak[], personId: string) {
  const ids = [...new Set(tiltak.flatMap(({ source }) => source?.sakId ?? []))];
  const saker = await Promise.all(ids.map((id) => deps.saker.collection.get(id)));
  const known = new Map(saker.map((sak) => [sak?.id, sak]));
  const sakOf = ({ source }: Tiltak) => known.get(source?.sakId);
  const shown = tiltak.filter((one) => {
    const sak = sakOf(one);
    return sak === undefined || maySee(sak, committee, personId);
  });
  return { tiltak: shown, closedIds: shown.filter((one) => sakOf(one)?.closed).map(({ id }) => id) };
}

const loose = (tiltak: readonly Tiltak[]) => tiltak.filter(({ planId }) => planId === undefined);

/** All that somebody may read: every plan of their committees, and what was decided in saker, where there is any. */
export async function plansOf(deps: Deps, personId: string): Promise<readonly KnownPlan[]> {
  const committees = await deps.committees.of(personId);
  const known = await Promise.all(committees.map((committee) => plansIn(deps, committee, personId)));
  return known.flat().toSorted((a, b) => Number(b.runs) - Number(a.runs));
}

async function plansIn(deps: Deps, committee: Committee, personId: string): Promise<readonly KnownPlan[]> {
  const [plans, all] = await Promise.all([deps.plans.of(committee.id), deps.tiltak.of(committee.id)]);
  const { tiltak, closedIds } = await readable(deps, committee, all, personId);
  const runs = mayRunRounds(committee, personId);
  const decided = loose(tiltak);
  return [
    ...plans.map((plan) => {
      const planned = inOrder(tiltak.filter(({ planId }) => planId === plan.id).toSorted((a, b) => a.order - b.order));
      return { committee, plan, tiltak: planned, runs, closedIds };
    }),
    ...(decided.length > 0 ? [{ committee, plan: undefined, tiltak: decided, runs, closedIds }] : []),
  ];
}

/** The day in Oslo, and who of those that are named for these tiltak is there to be asked. */
export async function askedIn(deps: Deps, tiltak: readonly Tiltak[]): Promise<Asked & Whom> {
  const read = readerOf(deps);
  const all = await Promise.all(
    tiltak.map(async (one) => [one.id, (await contactsOf(deps, one, read)).askIds] as const),
  );
  const known = new Map(all);
  const asked = ({ id }: Tiltak) => known.get(id) ?? [];
  return { today: dayOf(deps.now()), asked, hasContact: (one) => asked(one).length > 0 };
}
type Whom = { readonly asked: (tiltak: Tiltak) => readonly string[] };

/** A plan in numbers, as its card shows it. */
export async function glanceOf(deps: Deps, { committee, plan, tiltak, runs }: KnownPlan) {
  return {
    committee,
    plan,
    runs,
    count: countPlan(tiltak, await askedIn(deps, tiltak)),
    proposed: tiltak.filter(isProposed).length,
    areas: areasOf(tiltak),
  };
}

/** What somebody is asked about, in all committees: nothing that was taken out of its plan. */
export async function tiltakOf(deps: Deps, personId: string): Promise<readonly Tiltak[]> {
  const names = namesOf(personId, await deps.committees.of(personId));
  const owned = (await deps.tiltak.ownedBy(names)).filter(({ state }) => state === 'open');
  const { asked } = await askedIn(deps, owned);
  return owned.filter((one) => asked(one).includes(personId));
}

/** A tiltak, for a member of its committee and for those who may answer for it. */
export async function knownTiltak(deps: Deps, personId: string, tiltakId: string) {
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  const committee = tiltak && (await deps.committees.collection.get(tiltak.committeeId));
  if (tiltak === undefined || committee === undefined) return { refused: 'not-found' } as const;
  const { asked, today } = await askedIn(deps, [tiltak]);
  const isMember = committee.people.includes(personId);
  const readPlan = isMember && (await readable(deps, committee, [tiltak], personId)).tiltak.length > 0;
  const answer = (await mayAnswer(deps, tiltak, personId)) === 'answer';
  if (!readPlan && !answer) return { refused: 'not-for-members' } as const;
  const plan = tiltak.planId === undefined ? undefined : await deps.plans.collection.get(tiltak.planId);
  const may = { run: mayRunRounds(committee, personId), answer, readPlan };
  return { tiltak, committee, plan, may, asked: asked(tiltak), today };
}

/** A tiltak, for the secretariat and the chair of its committee. */
export async function ownTiltak(deps: Deps, personId: string, tiltakId: string) {
  const known = await knownTiltak(deps, personId, tiltakId);
  if ('refused' in known) return known;
  return known.may.run ? known : ({ refused: 'not-for-you' } as const);
}

/** So far back a committee's last meeting is looked for. */
const YEARS_DAYS = 3 * 366;

/** When a committee last met; undefined where it has not. */
export async function lastHeld(deps: Deps, committeeId: string): Promise<Date | undefined> {
  const now = deps.now();
  const held = await deps.meetings.heldSince([committeeId], startOf(addDays(dayOf(now), -YEARS_DAYS)));
  return held.filter(({ startsAt }) => startsAt <= now).at(-1)?.startsAt;
}

/** Everybody who has said or done something with these tiltak, and who is asked about them. */
export function peopleIn(tiltak: readonly Tiltak[]): readonly string[] {
  const ids = tiltak.flatMap(({ statuses, history, contactIds = [] }) => [
    ...[...statuses, ...history].map(({ by }) => by),
    ...history.flatMap(({ onBehalfOf = [] }) => onBehalfOf),
    ...contactIds,
  ]);
  return [...new Set(ids)].filter((id) => id !== 'bot');
}
