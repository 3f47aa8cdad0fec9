import { emit } from '../effect.ts';
import { type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
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
export function askCandidate(nomination: Nomination, { id: candidateId, personId }: Candidate, clocks: Clocks) {
  const emitted = nomination.emitted + 1;
  const view = { view: 'nomination-ask', nominationId: nomination.id, candidateId } as const;
  const key = `ask:${emitted}`;
  return emit({ ...nomination, emitted }, whenContactable(clocks), { kind: 'personal-card', key, personId, view });
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
