import type { Card } from '../../cards/elements.ts';
import { nominationFormCard, varaFormCard, varaOverviewCard } from '../../cards/nomination.ts';
import { proposeCard, willCard } from '../../cards/nomination-ask.ts';
import { nominationStatusCard, registerNominationCard, varaSeatsCard } from '../../cards/nomination-status.ts';
import { MAX_VARAS } from '../../store/committee/record.ts';
import { type Candidate, MAX_CANDIDATES } from '../../store/nomination/record.ts';
import { MAX_SEATS } from '../../store/setup/rules-lines.ts';
import { aNomination } from './nominations.ts';
import { aCommittee, aSeat, NOW } from './records.ts';

/** Cards of the largest committee that is accepted, with as many varas and candidates as there may be. */
export function largestNominationCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const name = fill(200);
  const varas = Array.from({ length: MAX_VARAS }, (_, n) => ({ personId: `vara-${n}`, name, acceptedAt: NOW }));
  const seats = Array.from({ length: MAX_SEATS }, (_, n) => ({ ...aSeat(`${n}`, { name }), varas }));
  const committee = aCommittee({ seats, shortName: fill(40) });
  const candidates = Array.from(
    { length: MAX_CANDIDATES },
    (_, n): Candidate => ({
      id: `candidate:${n}`,
      personId: `person_${n}`,
      name,
      workplace: name,
      state: n % 2 === 0 ? 'proposed' : 'asked',
      ...(n % 2 === 1 && { unreached: 'not-installed' as const }),
    }),
  );
  const asked = aNomination({}, { kind: 'group', wanted: 10 }, committee);
  const nomination = {
    ...asked,
    title: name,
    requests: asked.requests.map((request) => ({ ...request, holderName: name })),
    answers: asked.requests.map(({ seatId }) => ({
      seatId,
      candidates: candidates.map((one) => ({ ...one, id: `${one.id}:${seatId}` })),
      at: NOW,
      by: 'siv',
    })),
  };
  const [request] = nomination.requests;
  const [candidate] = candidates;
  if (!request || !candidate) throw new Error('nobody is asked');
  const typed = { name, email: fill(254), workplace: name, title: name };
  const problems = ['too-many-candidates'];
  const runs = Array.from({ length: 30 }, (_, n) => ({ ...committee, id: `committee-${n}` }));
  const own = runs.map((one) => ({ committee: one, seatName: name, varas: varas.map((vara) => vara.name) }));
  return {
    'varas of somebody in thirty committees': varaOverviewCard({
      own,
      actsFor: Array.from({ length: 30 }, () => name),
      runs,
      running: Array.from({ length: 30 }, (_, n) => ({ ...nomination, id: `nomination-${n}` })),
      asks: Array.from({ length: 9 }, () => ({ nomination, said: name })),
      asked: Array.from({ length: 9 }, () => ({ nomination, request, candidate })),
    }),
    'the form for a working group': nominationFormCard(committee, 'group', { typed, problems }),
    'the form for a vara': varaFormCard(committee, { typed, problems }),
    'ten candidates of one seat': proposeCard(nomination, request, { typed, problems, now: NOW }),
    'the question to a candidate': willCard({ ...nomination, kind: 'vara' }, request, { ...candidate, state: 'asked' }),
    'a nomination of all seats': nominationStatusCard(nomination, { now: NOW }),
    'an answer of one of all seats': registerNominationCard(nomination, { typed, problems }),
    'all varas of a committee': varaSeatsCard(committee, { nameOf: () => name }),
  };
}
