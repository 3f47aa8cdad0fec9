import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain, renewShared } from '../round/effects.ts';
import { type Forfall, forfallId, isSameScope, type Reason, type Scope } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import {
  callOn,
  endCall,
  isOnAgenda,
  tellMember,
  tellSeatMoved,
  tellWhereItStands,
  withForfall,
} from './rules-call.ts';
import { coveredBy, standing, wasThere } from './rules-holder.ts';

type Who = { readonly seatId: string; readonly personId: string };

type LockedBy = 'vara-has-acted' | 'vara-was-there';

export type ReportRefusal =
  | LockedBy
  | 'meeting-over'
  | 'seat-gone'
  | 'not-your-seat'
  | 'part-outside'
  | 'sak-not-on-agenda';

/**
 * Reports forfall for a seat: by its member, or on their behalf by the secretariat or the chair, and then they are told.
 * The first vara is asked at once, as far as people may be contacted (design 3.3). Reported again it is the same; the whole
 * meeting and parts of it take each other's place. `reason` is counted, and kept with nobody's name. Safe to repeat.
 */
export function reportForfall(
  meeting: Meeting,
  committee: Committee,
  { seatId, personId, scope, reason }: Who & { readonly scope: Scope; readonly reason?: Reason | undefined },
  clocks: Clocks,
): Result<Meeting, ReportRefusal> {
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined || committee.id !== meeting.committeeId) return refuse('seat-gone');
  if (seat.memberId !== personId && !mayRunRounds(committee, personId)) return refuse('not-your-seat');
  const { forfall = [] } = meeting;
  const before = forfall.find((one) => one.seatId === seatId && !one.moved && isSameScope(one.scope, scope));
  const id = before?.id ?? forfallId(seatId, scope, forfall);
  if (before && !before.takenBack) return done(withReason(meeting, before, reason));
  const problem = scopeProblem(meeting, scope);
  if (problem) return refuse(problem);
  const replaced = replacedBy(meeting, seatId, scope);
  const locked = lockedBy(meeting, committee, replaced, { seatId, personId });
  if (locked) return refuse(locked);
  const { takenBack: _back, ...kept } = before ?? { calls: [] };
  const reported: Forfall = { ...kept, id, seatId, scope, at: clocks.now, by: personId };
  const counted = withReason(withForfall(meeting, reported), reported, reason);
  const free = replaced.reduce<Meeting>((current, one) => withdraw(current, one, clocks), counted);
  const line = { at: clocks.now, by: personId, what: `forfall-${scope.what}`, seatId };
  // whoever is away for a part comes to the rest
  const said = scope.what === 'sak' ? free : withAnswer(free, seatId, scope.what === 'part', personId, clocks);
  const told = tellMember(note(said, line), committee, seatId, personId, clocks);
  // an inhabil member has that sak no longer, whoever acts for them
  const isMoved = scope.what === 'sak' || replaced.some(coveredBy);
  const moved = isMoved ? tellSeatMoved(told, seatId, personId, clocks) : told;
  const heard = tellSak(moved, reported, true, clocks);
  return done(renewShared(callOn(heard, committee, personId, clocks), clocks));
}

export type TakeBackRefusal = LockedBy | 'no-forfall' | 'not-your-seat';

/**
 * «Jeg kan likevel»: the member has the seat again, until the vara has voted or answered a round for it; from then on only
 * the secretariat moves it, or the chair where there is none (design 3.2). `forfallIds`: which of the seat's; all but
 * inhabilitet when absent. Whoever was called in is told.
 */
export function takeBackForfall(
  meeting: Meeting,
  committee: Committee,
  { seatId, personId, forfallIds }: Who & { readonly forfallIds?: readonly string[] | undefined },
  clocks: Clocks,
): Result<Meeting, TakeBackRefusal> {
  const seat = committee.seats.find(({ id }) => id === seatId);
  const isTheirs = seat?.memberId === personId || mayRunRounds(committee, personId);
  if (seat === undefined || !isTheirs) return refuse('not-your-seat');
  const own = standing(meeting).filter((one) => one.seatId === seatId && isMeant(one, forfallIds));
  if (own.length === 0) return refuse('no-forfall');
  const locked = lockedBy(meeting, committee, own, { seatId, personId });
  if (locked) return refuse(locked);
  const free = own.reduce<Meeting>(
    (current, one) => tellSak(withdraw(current, one, clocks), one, false, clocks),
    meeting,
  );
  const comes = !isOver(meeting, clocks.now) && own.some(({ scope }) => scope.what === 'whole');
  const said = comes ? withAnswer(free, seatId, true, personId, clocks) : free;
  const noted = note(said, { at: clocks.now, by: personId, what: 'forfall-taken-back', seatId });
  // who was told that a vara acts, or that there is none, is told that neither is so
  const isHeardOf = own.some((one) => coveredBy(one) || one.dryAt);
  const tell = isHeardOf ? tellWhereItStands : tellMember;
  const told = tell(noted, committee, seatId, personId, clocks);
  const isMoved = own.some((one) => one.scope.what === 'sak' || coveredBy(one));
  const moved = isMoved ? tellSeatMoved(told, seatId, personId, clocks) : told;
  return done(renewShared(callOn(moved, committee, personId, clocks), clocks));
}

function isMeant({ id, scope }: Forfall, forfallIds: readonly string[] | undefined): boolean {
  return forfallIds === undefined ? scope.what !== 'sak' : forfallIds.includes(id);
}

/** Why somebody cannot take a seat back from those who act for it; undefined when they can. */
function lockedBy(
  meeting: Meeting,
  { roles: { chairId, secretariatIds } }: Committee,
  forfall: readonly Forfall[],
  { seatId, personId }: Who,
): LockedBy | undefined {
  const movers = secretariatIds.length > 0 ? secretariatIds : [chairId];
  const mayMove = movers.includes(personId);
  if (!mayMove && forfall.some((one) => coveredBy(one)?.actedAt)) return 'vara-has-acted';
  return forfall.length > 0 && wasThere(meeting, seatId) ? 'vara-was-there' : undefined;
}

/** The whole meeting and parts of it take each other's place; inhabilitet in a sak stands beside them. */
function replacedBy(meeting: Meeting, seatId: string, { what }: Scope): Forfall[] {
  if (what === 'sak') return [];
  return standing(meeting).filter((one) => one.seatId === seatId && one.scope.what !== 'sak');
}

/** The sak in which a member is inhabil, or is not after all, hears of it. */
function tellSak(meeting: Meeting, { seatId, scope }: Forfall, isRecused: boolean, clocks: Clocks): Meeting {
  if (scope.what !== 'sak') return meeting;
  const news = { what: 'recused', meetingId: meeting.id, seatId, isRecused } as const;
  return emitAgain(meeting, atOnce(clocks), { kind: 'sak-told', sakId: scope.sakId, news });
}

function withdraw(meeting: Meeting, forfall: Forfall, clocks: Clocks): Meeting {
  const ended = forfall.calls.reduce<Meeting>(
    (current, call) => endCall(current, forfall, call, 'withdrawn', clocks),
    meeting,
  );
  const { dryAt: _dry, ...rest } = ended.forfall?.find(({ id }) => id === forfall.id) ?? forfall;
  return withForfall(ended, { ...rest, takenBack: true });
}

function scopeProblem(meeting: Meeting, scope: Scope): ReportRefusal | undefined {
  if (scope.what === 'whole') return undefined;
  const sakIds = scope.what === 'sak' ? [scope.sakId] : scope.sakIds;
  if (!sakIds.every((sakId) => isOnAgenda(meeting, sakId))) return 'sak-not-on-agenda';
  if (scope.what === 'sak') return undefined;
  const { from = meeting.startsAt, to = meeting.endsAt } = scope;
  const isSomething = sakIds.length > 0 || scope.from !== undefined || scope.to !== undefined;
  return isSomething && from >= meeting.startsAt && from < to && to <= meeting.endsAt ? undefined : 'part-outside';
}

/** Why there is forfall for a seat, once: also when it is said later, or of other hours than before. */
function withReason(meeting: Meeting, { id, seatId }: Forfall, reason: Reason | undefined): Meeting {
  const { forfall = [], reasons = { sykdom: 0, kollisjon: 0, annet: 0 } } = meeting;
  const isCounted = forfall.some((one) => one.seatId === seatId && !one.moved && one.reasonCounted);
  if (reason === undefined || isCounted) return meeting;
  const marked = forfall.map((one) => (one.id === id ? { ...one, reasonCounted: true as const } : one));
  return { ...meeting, forfall: marked, reasons: { ...reasons, [reason]: reasons[reason] + 1 } };
}

/** What was said of coming for a seat: the newest counts. */
export function withAnswer(
  meeting: Meeting,
  seatId: string,
  comes: boolean,
  personId: string,
  { now }: Clocks,
): Meeting {
  const others = meeting.answers.filter((one) => one.seatId !== seatId);
  return { ...meeting, answers: [...others, { seatId, comes, at: now, by: personId }] };
}
