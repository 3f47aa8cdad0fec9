import { answerFor, type Candidate, type Nomination } from '../../store/nomination/record.ts';
import { propose } from '../../store/nomination/rules.ts';
import { confirmCandidate, replyAsked } from '../../store/nomination/rules-decide.ts';
import { type AskedFor, openNomination, requestsIn } from '../../store/nomination/rules-open.ts';
import { aCommittee, accepted, DEADLINE, NOW, REAL_NOW } from './records.ts';

export const clocks = { now: NOW, realNow: REAL_NOW };
export const at = (now: Date) => ({ now, realNow: REAL_NOW });
/** At the deadline, and after it. */
export const late = at(DEADLINE);

export const named = (personId: string, changes: Partial<Candidate> = {}) => ({
  personId,
  name: `${personId.toUpperCase()} Lund`,
  ...changes,
});

/** Siv asks for one vara for each seat of the SSU; what it sent is delivered. */
export function aNomination(
  changes: Partial<Nomination> = {},
  asked: AskedFor = { kind: 'vara', wanted: 1 },
  committee = aCommittee(),
): Nomination {
  const requests = requestsIn(committee, asked, (id) => id.toUpperCase());
  const { kind, wanted } = asked;
  const title = kind === 'group' ? { title: 'Felles opplæring' } : {};
  const about = { kind, wanted, openedBy: 'siv', deadline: DEADLINE, requests, ...title };
  return delivered({ ...accepted(openNomination('nomination-1', committee, about, clocks)), ...changes });
}

/** The record when all that waited was sent. */
export function delivered({ outboxDueAt: _due, contactDueAt: _held, ...nomination }: Nomination): Nomination {
  return { ...nomination, outbox: [] };
}

/** After somebody has proposed these people for their own seat. */
export function proposedBy(nomination: Nomination, personId: string, ...people: readonly string[]): Nomination {
  return people.reduce(
    (current, one) =>
      accepted(propose(current, { seatId: `seat-${personId}`, candidate: named(one) }, { personId }, clocks)),
    nomination,
  );
}

export function candidateOf(nomination: Nomination, seatId: string, personId: string): Candidate {
  const found = answerFor(nomination, seatId)?.candidates.find((one) => one.personId === personId);
  if (found === undefined) throw new Error(`${personId} is not proposed`);
  return found;
}

/** After Siv has confirmed somebody, for Kari's seat unless another is named. */
export function confirmed(nomination: Nomination, personId: string, seatId = 'seat-kari'): Nomination {
  const { id } = candidateOf(nomination, seatId, personId);
  return accepted(confirmCandidate(nomination, id, 'siv', clocks));
}

/** After somebody who was confirmed for Kari's seat has said yes, or no. */
export function replied(nomination: Nomination, personId: string, accepts = true): Nomination {
  const { id: candidateId } = candidateOf(nomination, 'seat-kari', personId);
  return accepted(replyAsked(nomination, { candidateId, accepts }, { personId }, clocks));
}
