import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import type { Unreached } from '../round/record.ts';
import { askCandidate, mayAskAgain, tellProposer, tellSecretariat, withCandidate } from './effects.ts';
import { type Candidate, candidateIn, type Nomination } from './record.ts';

export type DecideRefusal = 'nomination-closed' | 'no-candidate' | 'candidate-gone';

/**
 * The secretariat wants a candidate: they are asked whether they will. Who is proposed for a working group is put on its
 * list, for a later meeting decides it (domain a14). One whose place could not be given is given it again.
 */
export function confirmCandidate(
  nomination: Nomination,
  candidateId: string,
  by: string,
  clocks: Clocks,
): Result<Nomination, DecideRefusal> {
  const found = candidateIn(nomination, candidateId);
  if (found === undefined) return refuse('no-candidate');
  const { seatId, candidate } = found;
  const { problem, ...rest } = candidate;
  // a yes stands when the nomination is over, and so does the place that it gives
  if (nomination.status !== 'open' && problem === undefined) return refuse('nomination-closed');
  const noted = (state: Candidate['state']) =>
    note(withCandidate(nomination, candidateId, { ...rest, state, confirmedBy: by }), {
      at: clocks.now,
      by,
      what: 'candidate-confirmed',
      seatId,
      onBehalfOf: candidate.personId,
    });
  if (candidate.state === 'accepted') return done(problem ? give(noted('accepted'), candidateId, clocks) : nomination);
  if (candidate.state === 'asked' && !mayAskAgain(nomination, candidate, clocks.now)) return done(nomination);
  if (candidate.state === 'declined' || candidate.state === 'set-aside') return refuse('candidate-gone');
  if (nomination.kind === 'group') return done(tellProposer(noted('accepted'), seatId, clocks));
  return done(askCandidate(noted('asked'), { ...rest, state: 'asked', confirmedBy: by }, clocks));
}

function toDecide(nomination: Nomination, candidateId: string) {
  const found = candidateIn(nomination, candidateId);
  if (found === undefined) return refuse('no-candidate');
  return nomination.status === 'open' ? done(found) : refuse('nomination-closed');
}

/** The secretariat wants somebody else: the candidate is set aside, and whoever proposed them is asked again. */
export function askAgain(
  nomination: Nomination,
  candidateId: string,
  by: string,
  clocks: Clocks,
): Result<Nomination, DecideRefusal> {
  const found = toDecide(nomination, candidateId);
  if (!found.ok) return found;
  const { seatId, candidate } = found.value;
  if (candidate.state === 'set-aside') return done(nomination);
  if (candidate.state === 'accepted') return refuse('candidate-gone');
  const aside = note(withCandidate(nomination, candidateId, { ...candidate, state: 'set-aside' }), {
    at: clocks.now,
    by,
    what: 'asked-again',
    seatId,
    onBehalfOf: candidate.personId,
  });
  const holderId = nomination.requests.find((request) => request.seatId === seatId)?.holderId;
  if (holderId === undefined) return done(aside);
  return done(emitAgain(aside, whenContactable(clocks), { kind: 'seat-card', holderId }));
}

export type ReplyRefusal = 'no-candidate' | 'not-yours-to-answer' | 'candidate-gone' | 'replied-before';

/**
 * A candidate says yes or no, or the secretariat registers it. The same reply twice counts once; the other one afterwards
 * is the secretariat's to change. It holds also when the nomination is closed meanwhile: they were asked.
 */
export function replyAsked(
  nomination: Nomination,
  { candidateId, accepts }: { readonly candidateId: string; readonly accepts: boolean },
  { personId, onBehalf }: { readonly personId: string; readonly onBehalf?: boolean },
  clocks: Clocks,
): Result<Nomination, ReplyRefusal> {
  const found = candidateIn(nomination, candidateId);
  if (found === undefined) return refuse('no-candidate');
  const { seatId, candidate } = found;
  if (!onBehalf && candidate.personId !== personId) return refuse('not-yours-to-answer');
  const state = accepts ? 'accepted' : 'declined';
  if (candidate.state === state) return done(nomination);
  if (candidate.state === 'accepted' || candidate.state === 'declined') return refuse('replied-before');
  if (candidate.state !== 'asked') return refuse('candidate-gone');
  const { unreached: _reached, ...rest } = candidate;
  const replied = note(
    withCandidate(nomination, candidateId, {
      ...rest,
      state,
      repliedAt: clocks.now,
      ...(onBehalf && { registeredBy: personId }),
    }),
    { at: clocks.now, by: personId, what: state, seatId, ...(onBehalf && { onBehalfOf: candidate.personId }) },
  );
  const given = accepts ? give(replied, candidateId, clocks) : replied;
  return done(tellSecretariat(tellProposer(given, seatId, clocks), clocks));
}

function give(nomination: Nomination, candidateId: string, clocks: Clocks): Nomination {
  return emitAgain(nomination, atOnce(clocks), { kind: 'candidate-accepted', candidateId });
}

/** A candidate has got their place in the committee; or could not, and the secretariat is told why. */
export function notePlaced(
  nomination: Nomination,
  candidateId: string,
  problem: string | undefined,
  clocks: Clocks,
): Nomination {
  const candidate = candidateIn(nomination, candidateId)?.candidate;
  if (candidate === undefined) return nomination;
  const { problem: _before, ...rest } = candidate;
  if (problem === undefined) return withCandidate(nomination, candidateId, { ...rest, placed: true });
  return tellSecretariat(withCandidate(nomination, candidateId, { ...rest, problem }), clocks);
}

/** The question whether they will did not reach a candidate: the secretariat is told, and may register their answer. */
export function noteUnasked(nomination: Nomination, candidateId: string, why: Unreached, clocks: Clocks): Nomination {
  const candidate = candidateIn(nomination, candidateId)?.candidate;
  if (candidate?.state !== 'asked') return nomination;
  return tellSecretariat(withCandidate(nomination, candidateId, { ...candidate, unreached: why }), clocks);
}
