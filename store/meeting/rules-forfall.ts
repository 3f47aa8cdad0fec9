import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, renewShared } from '../round/effects.ts';
import { type Forfall, forfallId, type Reason, type Scope } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { callOn, endCall, showCall, tellSeatMoved, tellWhereItStands, withForfall } from './rules-call.ts';
import { coveredBy, standing } from './rules-holder.ts';

type Who = { readonly seatId: string; readonly personId: string };

export type ReportRefusal = 'meeting-over' | 'seat-gone' | 'not-your-seat' | 'part-outside' | 'sak-not-on-agenda';

/**
 * Reports forfall for a seat: by its member, or on their behalf by the secretariat or the chair, and then it shows. The
 * first vara is asked at once, as far as people may be contacted (design 3.3). Reported again it is the same; another part
 * takes the place of the one before, and what it is about the whole meeting makes a part needless and the other way round.
 * `reason` is counted, and kept with nobody's name. Safe to repeat.
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
  const problem = scopeProblem(meeting, scope);
  if (problem) return refuse(problem);
  const id = forfallId(seatId, scope);
  const before = meeting.forfall?.find((one) => one.id === id);
  if (before && before.takenBack !== true && isSameScope(before.scope, scope)) return done(meeting);
  const reset = before ? endCalls(meeting, before, clocks) : meeting;
  const { takenBack: _back, dryAt: _dry, ...kept } = reset.forfall?.find((one) => one.id === id) ?? { calls: [] };
  // whoever said no to other hours may be asked about these
  const calls = before && !isSameScope(before.scope, scope) ? [] : kept.calls;
  const reported: Forfall = { ...kept, id, seatId, scope, at: clocks.now, by: personId, calls };
  const others = replacedBy(reset, reported);
  const free = others.reduce<Meeting>((current, one) => withdraw(current, one, clocks), withForfall(reset, reported));
  const counted = reason && (before === undefined || before.takenBack) ? withReason(free, reason) : free;
  const line = { at: clocks.now, by: personId, what: `forfall-${scope.what}`, seatId };
  const said = note(scope.what === 'whole' ? withAnswer(counted, seatId, false, personId, clocks) : counted, line);
  const moved = [...others, ...(before ? [before] : [])].some(coveredBy)
    ? tellSeatMoved(said, seatId, personId, clocks)
    : said;
  return done(renewShared(callOn(moved, committee, personId, clocks), clocks));
}

export type TakeBackRefusal =
  | 'meeting-cancelled'
  | 'no-forfall'
  | 'not-your-seat'
  | 'vara-has-acted'
  | 'vara-was-there';

/**
 * «Jeg kan likevel»: the member has the seat again, until the vara has voted or answered a round for it; from then on only
 * the secretariat or the chair moves it (design 3.2). `forfallIds`: which of the seat's; all but inhabilitet when absent.
 * Whoever was called in is told. Safe to repeat.
 */
export function takeBackForfall(
  meeting: Meeting,
  committee: Committee,
  { seatId, personId, forfallIds }: Who & { readonly forfallIds?: readonly string[] | undefined },
  clocks: Clocks,
): Result<Meeting, TakeBackRefusal> {
  const seat = committee.seats.find(({ id }) => id === seatId);
  const isRunner = mayRunRounds(committee, personId);
  if (seat === undefined || (seat.memberId !== personId && !isRunner)) return refuse('not-your-seat');
  const own = standing(meeting).filter((one) => one.seatId === seatId && isMeant(one, forfallIds));
  if (own.length === 0) return refuse('no-forfall');
  if (!isRunner && own.some((one) => coveredBy(one)?.actedAt)) return refuse('vara-has-acted');
  if (wasThere(meeting, seatId)) return refuse('vara-was-there');
  const wasCovered = own.some(coveredBy);
  const free = own.reduce<Meeting>((current, one) => withdraw(current, one, clocks), meeting);
  const said = own.some(({ scope }) => scope.what === 'whole')
    ? withAnswer(free, seatId, true, personId, clocks)
    : free;
  const line = { at: clocks.now, by: personId, what: 'forfall-taken-back', seatId };
  const told = wasCovered ? tellWhereItStands(said, committee, seatId, personId, clocks) : said;
  const moved = wasCovered ? tellSeatMoved(note(told, line), seatId, personId, clocks) : note(told, line);
  return done(renewShared(callOn(moved, committee, personId, clocks), clocks));
}

function isMeant({ id, scope }: Forfall, forfallIds: readonly string[] | undefined): boolean {
  return forfallIds === undefined ? scope.what !== 'sak' : forfallIds.includes(id);
}

/** A vara was registered as the one who sat in the seat: that stands until the secretariat corrects the protocol. */
function wasThere({ attendance }: Meeting, seatId: string): boolean {
  return attendance.some((one) => one.seatId === seatId && one.vara !== undefined);
}

/** The whole meeting and a part of it take each other's place; inhabilitet in a sak stands beside both. */
function replacedBy(meeting: Meeting, { id, seatId, scope }: Forfall): Forfall[] {
  if (scope.what === 'sak') return [];
  return standing(meeting).filter((one) => one.seatId === seatId && one.id !== id && one.scope.what !== 'sak');
}

function withdraw(meeting: Meeting, forfall: Forfall, clocks: Clocks): Meeting {
  const ended = endCalls(meeting, forfall, clocks);
  const current = ended.forfall?.find(({ id }) => id === forfall.id) ?? forfall;
  const { dryAt: _dry, ...rest } = current;
  return withForfall(ended, { ...rest, takenBack: true });
}

function endCalls(meeting: Meeting, forfall: Forfall, clocks: Clocks): Meeting {
  return forfall.calls.reduce<Meeting>(
    (current, call) => endCall(current, forfall, call, 'withdrawn', clocks),
    meeting,
  );
}

/**
 * The meeting is held another day, or not at all: who cannot come then is not known, and nobody else is asked. Whoever was
 * called in is told. Of one that is cancelled the varas who said yes stay: they answer the rounds that it is turned into.
 */
export function endForfall(meeting: Meeting, isCancelled: boolean, clocks: Clocks): Meeting {
  const ended = standing(meeting).reduce<Meeting>((current, one) => {
    if (!isCancelled) {
      const free = withdraw(current, one, clocks);
      return coveredBy(one) ? tellSeatMoved(free, one.seatId, 'bot', clocks) : free;
    }
    return one.calls
      .filter(({ state }) => state === 'asked')
      .reduce<Meeting>((inner, call) => endCall(inner, one, call, 'withdrawn', clocks), current);
  }, meeting);
  const { callDueAt: _due, ...rest } = ended;
  return rest;
}

/** Those who act for somebody at a meeting are told what became of it: the committee's own news does not reach them. */
export function tellVaras(meeting: Meeting, clocks: Clocks): Meeting {
  return standing(meeting).reduce<Meeting>((current, one) => {
    const call = coveredBy(one);
    return call ? showCall(current, one, call, clocks) : current;
  }, meeting);
}

function scopeProblem(meeting: Meeting, scope: Scope): ReportRefusal | undefined {
  const isOn = (sakId: string) => meeting.items.some((item) => item.sakId === sakId);
  if (scope.what === 'sak') return isOn(scope.sakId) ? undefined : 'sak-not-on-agenda';
  if (scope.what === 'whole') return undefined;
  if (!scope.sakIds.every(isOn)) return 'sak-not-on-agenda';
  const from = scope.from ?? meeting.startsAt;
  const to = scope.to ?? meeting.endsAt;
  const isSomething = scope.sakIds.length > 0 || scope.from !== undefined || scope.to !== undefined;
  return isSomething && from >= meeting.startsAt && from < to && to <= meeting.endsAt ? undefined : 'part-outside';
}

function isSameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function withReason(meeting: Meeting, reason: Reason): Meeting {
  const { reasons = { sykdom: 0, kollisjon: 0, annet: 0 } } = meeting;
  return { ...meeting, reasons: { ...reasons, [reason]: reasons[reason] + 1 } };
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
