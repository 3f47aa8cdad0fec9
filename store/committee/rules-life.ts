import { emit, type NewEffect, note, type When } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, whenContactable } from '../round/effects.ts';
import { dayOf } from '../time.ts';
import { MAX_TOLD } from './life.ts';
import type { Committee, Seat } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds, runnersOf } from './rules.ts';
import { type Announcement, announcementsOf, rotationAfter, takeDue, withLifeDue } from './rules-dates.ts';
import { type By, carryOutPlans, type Outcome } from './rules-planned.ts';

/**
 * Everything that a committee has planned for itself and that is due: seats go to somebody else, and what is near is told
 * of, once for each day. Safe to repeat, and in two processes. However long nobody looked, each happens once, and what is
 * told is how it stands when it is read.
 */
export function live(committee: Committee, clocks: Clocks): Result<Committee, 'not-due'> {
  const { lifeDueAt } = committee;
  if (lifeDueAt === undefined || lifeDueAt > clocks.now) return refuse('not-due');
  const { committee: moved, outcomes } = carryOutPlans(committee, dayOf(clocks.now), clocks.now);
  const said = outcomes.reduce(
    (current, outcome) => tellOutcome(current, outcome, clocks),
    tellMeetings(committee, moved, clocks),
  );
  const { committee: noted, due } = takeDue(said, clocks.now);
  // of a day and the notice of it, only what is the case by now
  const newest = due.filter(({ what }, n) => due.findLastIndex((other) => other.what === what) === n);
  return done(withLifeDue(newest.reduce((current, one) => announce(current, one, clocks), noted)));
}

/** Those who fill the seats of a part, as far as a contact is known, each once. */
export function contactsOf({ seats, life }: Pick<Committee, 'seats' | 'life'>): string[] {
  const part = life?.rotation?.represents;
  const own = seats.filter(({ represents }) => represents === part);
  return [...new Set(own.flatMap(({ appointing }) => appointing?.contactId ?? []))];
}

/**
 * Seats that somebody else has than before, or that are gone, and seats with other varas: what is to come is told, for it
 * is the new holder's, and a new vara may be called in.
 */
export function tellMeetings(before: Committee, after: Committee, clocks: Clocks): Committee {
  const now = new Map(after.seats.map((seat) => [seat.id, seat]));
  const news = before.seats.flatMap((seat): Unkeyed[] => {
    const { id: seatId, memberId } = seat;
    const then = now.get(seatId);
    if (then === undefined || then.memberId !== memberId) return [{ kind: 'holder-changed', seatId }];
    return varasOf(then) === varasOf(seat) ? [] : [{ kind: 'varas-changed', seatId }];
  });
  return tell(after, atOnce(clocks), news);
}

/** A change of seats or varas, with the meetings told of it. */
export function withMeetingsTold<R extends string>(
  before: Committee,
  changed: Result<Committee, R>,
  clocks: Clocks,
): Result<Committee, R> {
  return changed.ok ? done(tellMeetings(before, changed.value, clocks)) : changed;
}

/** Who is vara for a seat, in whatever order: whoever is asked already is not asked anew for it. */
function varasOf({ varas = [] }: Seat): string {
  return varas
    .map(({ personId }) => personId)
    .toSorted()
    .join(' ');
}

function tellOutcome(committee: Committee, { plan, outcome }: Outcome, clocks: Clocks): Committee {
  if (outcome === 'as-planned') return committee;
  const { seatId, memberId, on } = plan;
  const view = { view: 'seat-changed', committeeId: committee.id, seatId, on, outcome } as const;
  const about = { ...view, ...(memberId && { memberId }) };
  const runners = runnersOf(committee.roles);
  const people = outcome === 'moved' && memberId ? [memberId, ...runners.filter((id) => id !== memberId)] : runners;
  return tell(committee, whenContactable(clocks), toEach(people, about));
}

function announce(committee: Committee, { what, on }: Announcement, clocks: Clocks): Committee {
  const view = { view: 'life-news', committeeId: committee.id, what, on } as const;
  const when = whenContactable(clocks);
  if (what === 'rotates')
    return tell(committee, when, toEach([...new Set([...contactsOf(committee), ...runnersOf(committee.roles)])], view));
  const { conversation, people } = committee;
  if (conversation === undefined) return tell(committee, when, toEach(people, view));
  return tell(committee, when, [{ kind: 'reply', ...conversation, view }]);
}

/** The same to each of the committee's people: the bot is gone from the conversation that it had. */
export function tellPeople(committee: Committee, view: LifeView, clocks: Clocks): Committee {
  return tell(committee, whenContactable(clocks), toEach(committee.people, view));
}

type Card = Extract<NewEffect, { kind: 'personal-card' }>;
type LifeView = Card['view'];
type Unkeyed<E = NewEffect> = E extends NewEffect ? Omit<E, 'key'> : never;

const toEach = (people: readonly string[], view: LifeView) =>
  people.map((personId) => ({ kind: 'personal-card' as const, personId, view }));

function tell(committee: Committee, when: When, effects: readonly Unkeyed[]): Committee {
  const { emitted = 0 } = committee;
  const keyed = effects.map((effect, n) => ({ ...effect, key: `life:${emitted + n + 1}` }) as NewEffect);
  return emit({ ...committee, emitted: emitted + effects.length }, when, ...keyed);
}

/** What goes on in a committee that is to be closed, by number; `nominations`: seats that are asked for somebody. */
export type Running = { readonly rounds: number; readonly meetings: number; readonly nominations: number };

export type CloseRefusal = 'not-secretariat' | 'still-running' | 'changed-by-another';

/**
 * Closes a committee: nothing is begun in it and nothing fires any more, and its records stay readable. Refused while
 * something goes on. What was planned for its seats falls away. Safe to repeat.
 */
export function closeCommittee(
  committee: Committee,
  running: Running,
  { personId, now, against }: By & { readonly against?: number | undefined },
): Result<Committee, CloseRefusal> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  if (Object.values(running).some((count) => count > 0)) return refuse('still-running');
  const { planned: _none, ...life } = committee.life ?? {};
  const closed = { ...committee, life: { ...life, closed: { at: now, by: personId } } };
  return done(note(withLifeDue(closed), { at: now, by: personId, what: 'closed' }));
}

/** A committee goes on that was closed: by its secretariat. What passed meanwhile is not told of afterwards. */
export function reopenCommittee(committee: Committee, { personId, now }: By): Result<Committee, 'not-secretariat'> {
  const { secretariatIds } = committee.roles;
  const may = secretariatIds.length > 0 ? secretariatIds.includes(personId) : mayRunRounds(committee, personId);
  if (!may) return refuse('not-secretariat');
  if (!isClosed(committee)) return done(committee);
  const { closed: _closed, ...life } = committee.life ?? {};
  const passed = announcementsOf(committee).filter(({ at }) => at <= now);
  const told = [...new Set([...(life.told ?? []), ...passed.map(({ key }) => key)])].slice(-MAX_TOLD);
  const open = { ...committee, life: { ...life, ...(told.length > 0 && { told }) } };
  return done(note(withLifeDue(open), { at: now, by: personId, what: 'reopened' }));
}

/** The lead has passed on, or is to a year later: the day moves on by a year, and the same part has the turn. */
export function moveRotationOn(
  committee: Committee,
  { personId, now, on }: By & { readonly on: string },
): Result<Committee, 'not-secretariat' | 'committee-closed'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  // pressed twice, or changed meanwhile
  if (committee.life?.rotation?.on !== on) return done(committee);
  const moved = withRotationMoved(committee, committee.life.rotation.represents, now);
  return done(note(moved, { at: now, by: personId, what: 'rotation-moved' }));
}

/**
 * Whoever leads has changed: when it was time for it, that was the rotation. The next one is a year later, and then it is
 * the turn of the part whose lead ended now.
 */
export function afterLead(before: Committee, after: Committee, now: Date): Committee {
  const rotation = after.life?.rotation;
  const { chairId } = before.roles;
  if (rotation === undefined || chairId === after.roles.chairId) return after;
  const reminder = announcementsOf(after).find(({ what }) => what === 'rotates');
  if (reminder === undefined || reminder.at > now) return after;
  const seat = before.seats.find(({ memberId }) => memberId !== undefined && memberId === chairId);
  return withRotationMoved(after, seat?.represents ?? rotation.represents, now);
}

function withRotationMoved(
  committee: Committee,
  represents: NonNullable<NonNullable<Committee['life']>['rotation']>['represents'],
  now: Date,
): Committee {
  const { rotation, ...life } = committee.life ?? {};
  const next = rotation && rotationAfter({ ...rotation, represents }, dayOf(now));
  return withLifeDue({ ...committee, life: { ...life, ...(next && { rotation: next }) } });
}
