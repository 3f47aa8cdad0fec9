import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Planned } from './life.ts';
import { type Committee, indexed, type Seat } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds } from './rules.ts';
import { withLifeDue } from './rules-dates.ts';

/** Who asks for something, and when. */
export type By = { readonly personId: string; readonly now: Date };

export type PlanRefusal =
  | 'not-secretariat'
  | 'committee-closed'
  | 'no-such-seat'
  | 'changed-by-another'
  | 'holds-already'
  | 'has-seat';

/**
 * A seat goes to somebody else on a later day, or to nobody. There is one plan for a seat: a new one takes its place.
 * `against`: the version of the committee that it was chosen from.
 */
export function planHolder(
  committee: Committee,
  {
    seatId,
    memberId,
    on,
    against,
  }: {
    readonly seatId: string;
    readonly memberId: string | undefined;
    readonly on: string;
    readonly against?: number | undefined;
  },
  { personId, now }: By,
): Result<Committee, PlanRefusal> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined) return refuse('no-such-seat');
  const before = plannedIn(committee);
  const same = before.find((one) => one.seatId === seatId);
  if (same && same.memberId === memberId && same.on === on) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  if (seat.memberId === memberId) return refuse('holds-already');
  const { memberId: was } = seat;
  const plan: Planned = { seatId, on, by: personId, ...(memberId && { memberId }), ...(was && { was }) };
  const planned = [...before.filter((one) => one.seatId !== seatId), plan];
  // whoever leaves another seat by then may have this one
  const then = seatsWith(
    committee.seats,
    planned.filter((one) => one.on <= on),
  );
  if (memberId !== undefined && seatsOf(then, memberId) > 1) return refuse('has-seat');
  const line = { at: now, by: personId, what: 'holder-planned', seatId, ...(memberId && { onBehalfOf: memberId }) };
  return done(note(withPlanned(committee, planned), line));
}

/** A planned change does not take place. Safe to repeat. */
export function takeBackPlan(
  committee: Committee,
  seatId: string,
  { personId, now }: By,
): Result<Committee, 'not-secretariat'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  const before = plannedIn(committee);
  const left = before.filter((one) => one.seatId !== seatId);
  if (left.length === before.length) return done(committee);
  return done(note(withPlanned(committee, left), { at: now, by: personId, what: 'holder-plan-taken-back', seatId }));
}

/** What is planned for the seats of a committee, the first one first. */
export function plannedIn({ life }: Pick<Committee, 'life'>): readonly Planned[] {
  return (life?.planned ?? []).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function withPlanned(committee: Committee, planned: readonly Planned[]): Committee {
  return withLifeDue({ ...committee, life: { ...committee.life, planned: [...planned] } });
}

/** What became of a plan on its day: carried out, true before, or in whose way something stood. */
export type PlanOutcome = 'moved' | 'as-planned' | 'seat-gone' | 'other-holder' | 'has-seat';
export type Outcome = { readonly plan: Planned; readonly outcome: PlanOutcome };

/**
 * Carries out what is planned until a day, and tells what became of each plan. Those of one day happen together, so that
 * people may change places; what stands in the way of one keeps none of the others.
 */
export function carryOutPlans(
  committee: Committee,
  until: string,
  now: Date,
): { readonly committee: Committee; readonly outcomes: readonly Outcome[] } {
  const due = plannedIn(committee).filter(({ on }) => on <= until);
  const days = [...new Set(due.map(({ on }) => on))];
  const outcomes: Outcome[] = [];
  let current = committee;
  for (const day of days) {
    const plans = due.filter(({ on }) => on === day);
    const judged = judge(current.seats, plans);
    const moved = judged.filter(({ outcome }) => outcome === 'moved').map(({ plan }) => plan);
    const seats = seatsWith(current.seats, moved);
    const lines = moved.map(({ seatId, by }) => ({
      at: now,
      by: 'bot',
      what: 'holder-changed',
      seatId,
      onBehalfOf: by,
    }));
    current = lines.reduce(note, { ...current, seats, ...indexed({ seats, roles: current.roles }) });
    outcomes.push(...judged);
  }
  const left = plannedIn(committee).filter(({ on }) => on > until);
  return { committee: due.length === 0 ? committee : withPlanned(current, left), outcomes };
}

function judge(seats: readonly Seat[], plans: readonly Planned[]): Outcome[] {
  const first = plans.map((plan): Outcome => ({ plan, outcome: outcomeAlone(seats, plan) }));
  return withoutTwice(seats, first);
}

function outcomeAlone(seats: readonly Seat[], { seatId, memberId, was }: Planned): PlanOutcome {
  const seat = seats.find(({ id }) => id === seatId);
  if (seat === undefined) return 'seat-gone';
  if (seat.memberId === memberId) return 'as-planned';
  return seat.memberId === was ? 'moved' : 'other-holder';
}

/** Somebody who would have two seats gets none of these; whoever was to have theirs may then be in the same place. */
function withoutTwice(seats: readonly Seat[], judged: readonly Outcome[]): Outcome[] {
  const moved = judged.filter(({ outcome }) => outcome === 'moved').map(({ plan }) => plan);
  const then = seatsWith(seats, moved);
  const isTwice = ({ plan, outcome }: Outcome) =>
    outcome === 'moved' && plan.memberId !== undefined && seatsOf(then, plan.memberId) > 1;
  if (!judged.some(isTwice)) return [...judged];
  return withoutTwice(
    seats,
    judged.map((one): Outcome => (isTwice(one) ? { ...one, outcome: 'has-seat' } : one)),
  );
}

function seatsOf(seats: readonly Seat[], personId: string): number {
  return seats.filter(({ memberId }) => memberId === personId).length;
}

function seatsWith(seats: readonly Seat[], plans: readonly Planned[]): Seat[] {
  return plans.reduce(
    (current, { seatId, memberId }) => current.map((seat) => (seat.id === seatId ? heldBy(seat, memberId) : seat)),
    [...seats],
  );
}

/** A seat with this holder, or vacant. Who takes over is not vara for it any more. */
export function heldBy({ memberId: _before, ...seat }: Seat, memberId: string | undefined): Seat {
  if (memberId === undefined) return seat;
  const { varas, ...rest } = seat;
  const left = varas?.filter(({ personId }) => personId !== memberId);
  return { ...rest, ...(left && { varas: left }), memberId };
}
