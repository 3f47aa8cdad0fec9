import { emit } from '../effect.ts';
import { type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import { dayOf } from '../time.ts';
import { type Candidate, candidateIn, type Nomination } from './record.ts';

/** Shows the secretariat where a nomination stands, in working hours. */
export function tellSecretariat(nomination: Nomination, clocks: Clocks): Nomination {
  const view = { view: 'nomination-status', nominationId: nomination.id } as const;
  return emitAgain(
    nomination,
    whenContactable(clocks),
    ...nomination.followers.map((personId) => ({ kind: 'personal-card' as const, personId, view })),
  );
}

/** Shows whoever proposed for a seat what became of it. */
export function tellProposer(nomination: Nomination, seatId: string, clocks: Clocks): Nomination {
  const personId = nomination.requests.find((request) => request.seatId === seatId)?.holderId;
  if (personId === undefined) return nomination;
  const view = { view: 'nomination', nominationId: nomination.id } as const;
  return emitAgain(nomination, whenContactable(clocks), { kind: 'personal-card', personId, view });
}

/** Asks a candidate whether they will. Somebody who is proposed for two seats is asked of each. */
export function askCandidate(
  before: Nomination,
  candidate: Candidate,
  clocks: Clocks,
  when = whenContactable(clocks),
): Nomination {
  const { id: candidateId, personId } = candidate;
  const { unreached: _again, ...asked } = candidate;
  const nomination = withCandidate(before, candidateId, { ...asked, state: 'asked', askedAt: clocks.now });
  const emitted = nomination.emitted + 1;
  const view = { view: 'nomination-ask', nominationId: nomination.id, candidateId } as const;
  const key = `ask:${emitted}`;
  return emit({ ...nomination, emitted }, when, { kind: 'personal-card', key, personId, view });
}

/** Those who got the question on an earlier day, and have said neither yes nor no. */
export function silentCandidates(nomination: Nomination, now: Date): Candidate[] {
  const asked = nomination.answers.flatMap(({ candidates }) => candidates);
  return asked.filter((one) => one.unreached === undefined && mayAskAgain(nomination, one, now));
}

/** Nobody is asked the same twice on one day, nor while a question is on its way, unless it did not reach them. */
export function mayAskAgain({ outbox }: Nomination, candidate: Candidate, now: Date): boolean {
  const { state, unreached, askedAt } = candidate;
  if (state !== 'asked') return false;
  if (unreached !== undefined) return true;
  const isOnTheWay = outbox.some(
    (effect) =>
      effect.kind === 'personal-card' &&
      effect.view.view === 'nomination-ask' &&
      effect.view.candidateId === candidate.id,
  );
  return !isOnTheWay && askedAt !== undefined && dayOf(askedAt) < dayOf(now);
}

/** Changes one candidate. */
export function withCandidate(nomination: Nomination, candidateId: string, changed: Candidate): Nomination {
  const answers = nomination.answers.map((answer) => ({
    ...answer,
    candidates: answer.candidates.map((one) => (one.id === candidateId ? changed : one)),
  }));
  return withWaiting({ ...nomination, answers });
}

/** Who has something to do with it now: worked out anew when somebody is asked, has replied, or it is closed. */
export function withWaiting(nomination: Nomination): Nomination {
  const proposing = nomination.status === 'open' ? nomination.requests.flatMap(({ holderId }) => holderId ?? []) : [];
  const asked = nomination.answers.flatMap(({ candidates }) =>
    candidates.filter(({ state }) => state === 'asked').map(({ personId }) => personId),
  );
  return { ...nomination, waitingFor: [...new Set([...proposing, ...asked])] };
}

/** Whether a question to a candidate is still to be answered, when it is about to be sent. */
export function isAsked(nomination: Nomination, candidateId: string): boolean {
  return candidateIn(nomination, candidateId)?.candidate.state === 'asked';
}
