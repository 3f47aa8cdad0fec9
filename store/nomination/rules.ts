import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import { tellSecretariat } from './effects.ts';
import {
  answerFor,
  type Candidate,
  candidateIn,
  isLate,
  MAX_CANDIDATES,
  type Nomination,
  type NominationAnswer,
  silentHolders,
} from './record.ts';

/** Who answers: whoever is asked, or the secretariat in their place. */
export type Answering = { readonly personId: string; readonly onBehalf?: boolean };
type AnswerRefusal = 'nomination-closed' | 'not-asked-here';
export type ProposeRefusal = AnswerRefusal | 'vara-own-member' | 'too-many-candidates';

/**
 * Proposes somebody for a seat, after those who are proposed. The same person twice counts once. What comes at or after
 * the deadline is kept as late: the secretariat says what becomes of it.
 */
export function propose(
  nomination: Nomination,
  { seatId, candidate }: { readonly seatId: string; readonly candidate: Omit<Candidate, 'id' | 'state'> },
  by: Answering,
  clocks: Clocks,
): Result<Nomination, ProposeRefusal> {
  const refusal = refusalOf(nomination, seatId, by);
  if (refusal) return refuse(refusal);
  const request = nomination.requests.find((one) => one.seatId === seatId);
  if (nomination.kind === 'vara' && request?.holderId === candidate.personId) return refuse('vara-own-member');
  const { candidates = [] } = answerFor(nomination, seatId) ?? {};
  const before = candidates.find(({ personId }) => personId === candidate.personId);
  if (before && before.state !== 'set-aside') return done(nomination);
  const others = candidates.filter((one) => one !== before);
  if (others.filter(({ state }) => state !== 'set-aside').length >= MAX_CANDIDATES)
    return refuse('too-many-candidates');
  const late = isLate(nomination, clocks.now) && !by.onBehalf;
  const emitted = nomination.emitted + 1;
  const added: Candidate = {
    ...candidate,
    id: `candidate:${emitted}`,
    state: 'proposed',
    ...(late && { late: true as const }),
    ...(by.onBehalf && { onBehalf: true as const }),
  };
  // no more are kept of those who were set aside than there is room for
  const kept = [...others.slice(-(2 * MAX_CANDIDATES - 1)), added];
  const answered = withAnswer({ ...nomination, emitted }, seatId, kept, by, clocks.now, 'proposed');
  return done(late || silentHolders(answered).length === 0 ? tellSecretariat(answered, clocks) : answered);
}

/** «Har ingen å foreslå». Whoever is proposed is taken back first. */
export function proposeNobody(
  nomination: Nomination,
  seatId: string,
  by: Answering,
  clocks: Clocks,
): Result<Nomination, AnswerRefusal | 'has-candidates'> {
  const refusal = refusalOf(nomination, seatId, by);
  if (refusal) return refuse(refusal);
  const { candidates = [], none } = answerFor(nomination, seatId) ?? {};
  if (none) return done(nomination);
  if (candidates.some(({ state }) => state === 'proposed' || state === 'asked' || state === 'accepted'))
    return refuse('has-candidates');
  const answered = withAnswer(nomination, seatId, candidates, by, clocks.now, 'nobody-proposed');
  const isAll = silentHolders(answered).length === 0;
  return done(isAll || isLate(nomination, clocks.now) ? tellSecretariat(answered, clocks) : answered);
}

/** Takes back somebody whom the secretariat has not yet confirmed. */
export function withdrawCandidate(
  nomination: Nomination,
  candidateId: string,
  by: Answering,
  clocks: Clocks,
): Result<Nomination, AnswerRefusal | 'candidate-in-hand'> {
  const found = candidateIn(nomination, candidateId);
  // taken back before
  if (found === undefined) return done(nomination);
  const { seatId, candidate } = found;
  const refusal = refusalOf(nomination, seatId, by);
  if (refusal) return refuse(refusal);
  if (candidate.state !== 'proposed') return refuse('candidate-in-hand');
  const { candidates = [] } = answerFor(nomination, seatId) ?? {};
  const left = candidates.filter(({ id }) => id !== candidateId);
  return done(withAnswer(nomination, seatId, left, by, clocks.now, 'proposal-withdrawn'));
}

function refusalOf({ status, requests }: Nomination, seatId: string, by: Answering): AnswerRefusal | undefined {
  const request = requests.find((one) => one.seatId === seatId);
  if (request === undefined || (!by.onBehalf && request.holderId !== by.personId)) return 'not-asked-here';
  return status === 'open' ? undefined : 'nomination-closed';
}

function withAnswer(
  nomination: Nomination,
  seatId: string,
  candidates: readonly Candidate[],
  { personId, onBehalf }: Answering,
  at: Date,
  what: 'proposed' | 'nobody-proposed' | 'proposal-withdrawn',
): Nomination {
  const answer: NominationAnswer = {
    seatId,
    candidates: [...candidates],
    ...(what === 'nobody-proposed' && { none: true as const }),
    at,
    by: personId,
    ...(onBehalf && { onBehalf: true as const }),
  };
  const answers = [...nomination.answers.filter((one) => one.seatId !== seatId), answer];
  const holderId = nomination.requests.find((one) => one.seatId === seatId)?.holderId;
  return note(
    { ...nomination, answers },
    { at, by: personId, what, seatId, ...(onBehalf && holderId && { onBehalfOf: holderId }) },
  );
}
