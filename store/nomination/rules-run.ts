import { note, withOutbox } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import { nextReminder } from '../round/ladder.ts';
import type { Unreached } from '../round/record.ts';
import { dayOf } from '../time.ts';
import { askCandidate, silentCandidates, tellSecretariat, withWaiting } from './effects.ts';
import { isLate, type Nomination, silentHolders } from './record.ts';

/**
 * A step of the ladder has come: whoever has not answered is reminded. Whom no card reached gets the card itself, and
 * whoever was asked whether they will is asked again.
 */
export function remindNomination(nomination: Nomination, clocks: Clocks): Result<Nomination, 'not-due'> {
  const { remindDueAt, deadline, ...rest } = nomination;
  if (remindDueAt === undefined || deadline === undefined || remindDueAt > clocks.now || clocks.now >= deadline)
    return refuse('not-due');
  const next = nextReminder(nomination.reminderLadder, deadline, clocks.now);
  const reminders = silentHolders(nomination)
    .filter((holderId) => !heardToday(nomination, holderId, clocks.now))
    .map((holderId) =>
      isReached(nomination, holderId)
        ? { kind: 'seat-reminder' as const, holderId }
        : { kind: 'seat-card' as const, holderId },
    );
  const planned: Nomination = { ...rest, deadline, ...(next && { remindDueAt: next }) };
  const reminded = emitAgain(planned, whenContactable(clocks), ...reminders);
  const silent = silentCandidates(nomination, clocks.now);
  return done(silent.reduce((current, candidate) => askCandidate(current, candidate, clocks), reminded));
}

function isReached({ deliveries }: Nomination, holderId: string): boolean {
  return deliveries.some((delivery) => delivery.holderId === holderId && delivery.why === undefined);
}

/** Nobody hears of it twice on one day: not the card and a reminder, nor one that is on the way. */
function heardToday({ deliveries, reminders, outbox }: Nomination, holderId: string, now: Date): boolean {
  const heard = [...deliveries.filter(({ why }) => why === undefined), ...reminders];
  const isOnTheWay = outbox.some(
    (effect) => (effect.kind === 'seat-card' || effect.kind === 'seat-reminder') && effect.holderId === holderId,
  );
  return isOnTheWay || heard.some((one) => one.holderId === holderId && dayOf(one.at) === dayOf(now));
}

/** The deadline has passed: the secretariat is told where it stands, once. Nothing is closed by it. */
export function endNomination(nomination: Nomination, clocks: Clocks): Result<Nomination, 'not-due'> {
  const { endDueAt, remindDueAt: _remind, ...rest } = nomination;
  if (endDueAt === undefined || endDueAt > clocks.now) return refuse('not-due');
  return done(tellSecretariat(note(rest, { at: clocks.now, by: 'bot', what: 'deadline-passed' }), clocks));
}

export type ExtendRefusal = 'nomination-closed' | 'not-later' | 'deadline-passed';

/** Gives those who are asked more time. What came late in between is in time now. */
export function extendNomination(
  nomination: Nomination,
  deadline: Date,
  by: string,
  clocks: Clocks,
): Result<Nomination, ExtendRefusal> {
  if (nomination.status !== 'open') return refuse('nomination-closed');
  if (deadline <= clocks.now) return refuse('deadline-passed');
  if (nomination.deadline !== undefined && deadline <= nomination.deadline) return refuse('not-later');
  const { remindDueAt: _before, ...rest } = nomination;
  const remindDueAt = nextReminder(nomination.reminderLadder, deadline, clocks.now);
  const answers = nomination.answers.map((answer) => ({
    ...answer,
    candidates: answer.candidates.map(({ late: _late, ...candidate }) => candidate),
  }));
  const moved: Nomination = { ...rest, answers, deadline, endDueAt: deadline, ...(remindDueAt && { remindDueAt }) };
  const noted = note(moved, { at: clocks.now, by, what: 'extended' });
  const cards = silentHolders(noted).map((holderId) => ({ kind: 'seat-card' as const, holderId }));
  return done(emitAgain(noted, whenContactable(clocks), ...cards));
}

/** The secretariat is done with it: nobody is asked for more. Whoever was asked whether they will may still say so. */
export function closeNomination(nomination: Nomination, by: string, clocks: Clocks): Nomination {
  if (nomination.status === 'closed') return nomination;
  const { endDueAt: _end, remindDueAt: _remind, runningIn: _running, ...rest } = nomination;
  const left = nomination.outbox.filter(({ kind }) => kind !== 'seat-card' && kind !== 'seat-reminder');
  const closed = withWaiting({ ...rest, status: 'closed' });
  return withOutbox(note(closed, { at: clocks.now, by, what: 'closed' }), left);
}

/** Whether a card has still something to ask when it is about to be sent; after the deadline too, when it is asked anew. */
export function wantsCard(nomination: Nomination, holderId: string): boolean {
  return nomination.status === 'open' && silentHolders(nomination).includes(holderId);
}

/** Whether a reminder has still somebody to remind. */
export function wantsReminder(nomination: Nomination, holderId: string, now: Date): boolean {
  return wantsCard(nomination, holderId) && !isLate(nomination, now);
}

/** Notes how the card to somebody fared; a failure never replaces a success. */
export function noteAsked(nomination: Nomination, holderId: string, at: Date, why?: Unreached): Nomination {
  if (why !== undefined && isReached(nomination, holderId)) return nomination;
  const others = nomination.deliveries.filter((delivery) => delivery.holderId !== holderId);
  return { ...nomination, deliveries: [...others, { holderId, at, ...(why && { why }) }] };
}

/** The card did not reach somebody. Where nobody else is asked, the secretariat is told, once, and asks in its own way. */
export function noteSilent(nomination: Nomination, holderId: string, why: Unreached, clocks: Clocks): Nomination {
  const noted = noteAsked(nomination, holderId, clocks.now, why);
  const isKnown = nomination.deliveries.some((delivery) => delivery.holderId === holderId);
  return isKnown || nomination.requests.length > 1 ? noted : tellSecretariat(noted, clocks);
}

export function noteReminded(nomination: Nomination, holderId: string, at: Date): Nomination {
  return { ...nomination, reminders: [...nomination.reminders, { holderId, at }] };
}
