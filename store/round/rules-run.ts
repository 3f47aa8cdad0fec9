import { note, withOutbox } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { dayOf } from '../time.ts';
import { atOnce, type Clocks, emitAgain, renewCards, renewShared, tellFollowers, whenContactable } from './effects.ts';
import { nextReminder } from './ladder.ts';
import type { Round } from './record.ts';
import { cardTo, decide, deliveryTo, holdersOf, waitingHolders } from './rules-count.ts';

/** Closes a round whose deadline has passed. Safe to run twice, and however late: it ended at its deadline. */
export function closeRound(round: Round, clocks: Clocks): Result<Round, 'not-due'> {
  if (round.closeDueAt === undefined || round.closeDueAt > clocks.now) return refuse('not-due');
  return done(close(round, clocks, round.deadline));
}

/** The end of a round as it stands now, decided by the committee's rule. */
export function close(round: Round, clocks: Clocks, closedAt = clocks.now): Round {
  const status = decide(round);
  const ended = { ...end(round, status, clocks, 'bot'), closedAt };
  // undecided: the secretariat has still something to do with it
  return tellFollowers(status === 'undecided' ? { ...ended, runningIn: round.committeeId } : ended, clocks);
}

/** How long the receipts of those who have answered wait before they show the outcome. Real time. */
const RECEIPTS_WAIT_MS = 5000;

const ASKING: readonly string[] = ['seat-card', 'seat-reminder', 'shared-card'];

function end(round: Round, status: Exclude<Round['status'], 'open'>, clocks: Clocks, by: string): Round {
  const { closeDueAt: _close, remindDueAt: _remind, runningIn: _running, ...rest } = round;
  const ended: Round = note(
    { ...rest, status, closedAt: clocks.now, waitingFor: [] },
    { at: clocks.now, by, what: status },
  );
  // what did not go out in time has nothing to ask any more
  const left = round.outbox.filter(({ kind }) => !ASKING.includes(kind));
  const told = emitAgain(withOutbox(ended, left), atOnce(clocks), { kind: 'round-told' });
  const asking = waitingHolders(round);
  const renewed = renewCards(told, clocks, asking);
  // receipts too, for they offered to change the answer; they ask for nothing, so answers to other rounds come first
  const soon = { ...clocks, realNow: new Date(clocks.realNow.getTime() + RECEIPTS_WAIT_MS) };
  const answered = holdersOf(round).filter((holderId) => !asking.includes(holderId));
  return renewShared(renewCards(renewed, soon, answered), clocks);
}

/** The end of a round whose text is replaced: the next number asks everybody again. */
export function endReplaced(round: Round, clocks: Clocks, by: string): Round {
  return end(round, 'replaced', clocks, by);
}

/** The end of a round that was to be replaced and is not: the same as if it had been withdrawn. */
export function endLost(round: Round, clocks: Clocks): Round {
  return end(round, 'withdrawn', clocks, 'bot');
}

/** Opens a round again that had ended, until its deadline. The answers stand, and whoever got no card gets it now. */
export function reopen(round: Round, clocks: Clocks): Round {
  const { closedAt: _closed, ...rest } = round;
  const open: Round = {
    ...rest,
    status: 'open',
    closeDueAt: round.deadline,
    runningIn: round.committeeId,
    waitingFor: holdersOf(round),
  };
  const told = emitAgain(withReminder(open, clocks.now), atOnce(clocks), { kind: 'round-told' });
  const missing = waitingHolders(open).filter((holderId) => !deliveryTo(open, holderId) && !isOnTheWay(open, holderId));
  const cards = missing.map((holderId) => ({ kind: 'seat-card' as const, holderId }));
  return renewShared(emitAgain(told, whenContactable(clocks), ...cards), clocks);
}

function withReminder(round: Round, after: Date): Round {
  const { remindDueAt: _before, ...rest } = round;
  const remindDueAt = nextReminder(round.reminderLadder, round.deadline, after);
  return remindDueAt ? { ...rest, remindDueAt } : rest;
}

export type ExtendRefusal = 'not-later' | 'deadline-passed' | 'not-running';

/** Gives a round a later deadline; one that ended undecided is open again, and its answers stand. */
export function extendRound(round: Round, deadline: Date, by: string, clocks: Clocks): Result<Round, ExtendRefusal> {
  if (!isRunning(round)) return refuse('not-running');
  if (deadline <= clocks.now) return refuse('deadline-passed');
  if (deadline <= round.deadline) return refuse('not-later');
  const moved = note({ ...round, deadline }, { at: clocks.now, by, what: 'extended' });
  const open = reopen(moved, clocks);
  return done(renewCards(open, clocks, holdersOf(open)));
}

/** Open, or undecided with the secretariat yet to say what becomes of it. */
export function isRunning({ status, liftedToMeeting }: Round): boolean {
  return status === 'open' || (status === 'undecided' && liftedToMeeting === undefined);
}

/** Takes a round back, with the reason that everybody is told. The referat is a draft again. */
export function withdrawRound(round: Round, reason: string, by: string, clocks: Clocks): Result<Round, 'not-running'> {
  if (!isRunning(round)) return refuse('not-running');
  return done(end({ ...round, reason }, 'withdrawn', clocks, by));
}

/** «Tas opp i neste møte»: what the secretariat decides about a round that ended undecided. */
export function liftToMeeting(round: Round, by: string, clocks: Clocks): Result<Round, 'not-undecided'> {
  if (round.status !== 'undecided' || round.liftedToMeeting !== undefined) return refuse('not-undecided');
  const { runningIn: _running, ...rest } = round;
  const lifted = { ...rest, liftedToMeeting: { at: clocks.now, by } };
  const noted = note(lifted, { at: clocks.now, by, what: 'lifted-to-meeting' });
  const told = emitAgain(noted, atOnce(clocks), { kind: 'round-told' });
  return done(renewShared(renewCards(told, clocks, holdersOf(told)), clocks));
}

/** A step of the ladder has come: whoever has not answered is reminded, and the next step is planned. */
export function remindDue(round: Round, clocks: Clocks): Result<Round, 'not-due'> {
  // after the deadline there is nothing to remind of: the round is about to be closed
  if (round.remindDueAt === undefined || round.remindDueAt > clocks.now || clocks.now >= round.deadline)
    return refuse('not-due');
  return done(withReminder(sendReminders(round, clocks, toRemind(round, clocks.now)), clocks.now));
}

/** The secretariat reminds those who have not answered, now. */
export function remindNow(
  round: Round,
  by: string,
  clocks: Clocks,
): Result<Round, 'not-open' | 'everybody-answered' | 'reminded-today'> {
  if (round.status !== 'open' || clocks.now >= round.deadline) return refuse('not-open');
  if (waitingHolders(round).length === 0) return refuse('everybody-answered');
  const holders = toRemind(round, clocks.now);
  if (holders.length === 0) return refuse('reminded-today');
  return done(note(sendReminders(round, clocks, holders), { at: clocks.now, by, what: 'reminded' }));
}

/** Nobody hears of the same round twice on one day: not the card and a reminder, nor two reminders. */
function toRemind(round: Round, now: Date): string[] {
  const isToday = (at: Date) => dayOf(at) === dayOf(now);
  return waitingHolders(round).filter((holderId) => {
    const delivery = deliveryTo(round, holderId);
    const hasCardOfToday = delivery?.state === 'delivered' && isToday(delivery.at);
    const isReminded = round.reminders.some((reminder) => reminder.holderId === holderId && isToday(reminder.at));
    return !isOnTheWay(round, holderId) && !isReminded && !hasCardOfToday;
  });
}

function isOnTheWay({ outbox }: Round, holderId: string): boolean {
  return outbox.some(
    (effect) => (effect.kind === 'seat-card' || effect.kind === 'seat-reminder') && effect.holderId === holderId,
  );
}

/** Whom no card ever reached gets the card itself: a reminder of something unseen would say nothing. */
function sendReminders(round: Round, clocks: Clocks, holderIds: readonly string[]): Round {
  return emitAgain(
    round,
    whenContactable(clocks),
    ...holderIds.map((holderId) =>
      cardTo(round, holderId) ? { kind: 'seat-reminder' as const, holderId } : { kind: 'seat-card' as const, holderId },
    ),
  );
}
