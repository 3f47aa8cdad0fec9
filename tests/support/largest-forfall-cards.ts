import type { Card } from '../../cards/elements.ts';
import { forfallListCard, ownForfallCard } from '../../cards/forfall.ts';
import { callInCard } from '../../cards/forfall-call.ts';
import { forfallFormCard } from '../../cards/forfall-form.ts';
import { assignCard, forfallStatusCard } from '../../cards/forfall-status.ts';
import { MAX_VARAS } from '../../store/committee/record.ts';
import type { Forfall } from '../../store/meeting/forfall.ts';
import { MAX_ITEMS } from '../../store/meeting/record.ts';
import { anAcceptedSak, aSentMeeting } from './agendas.ts';
import { aCommittee, aSeat, NOW } from './records.ts';

const SEATS = 160;

/** The cards about forfall at the largest content that is accepted for them. */
export function largestForfallCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const name = fill(200).trim() || 'x';
  const seats = Array.from({ length: SEATS }, (_, n) => aSeat(`${n}`, { id: `seat_ssu_${n}`, name }));
  const committee = aCommittee({ name, shortName: fill(40), seats });
  const saker = Array.from({ length: MAX_ITEMS }, (_, n) => anAcceptedSak(`sak_${String(n).padStart(30, '0')}`));
  const meeting = aSentMeeting(saker, { place: fill(300) });
  const names = { nameOf: () => name, sakName: () => 'sak 100/26', now: NOW };
  const sakIds = saker.map(({ id }) => id);
  const forfall = seats.map(
    ({ id: seatId }, n): Forfall => ({
      id: `${seatId}:part`,
      seatId,
      scope: { what: 'part', sakIds },
      at: NOW,
      by: 'siv',
      dryAt: NOW,
      calls: Array.from({ length: MAX_VARAS }, (_, i) => ({
        varaId: `vara-${n}-${i}`,
        varaName: name,
        askedAt: NOW,
        answerBy: NOW,
        state: 'timed-out',
      })),
    }),
  );
  const [first = { id: 'x', seatId: 'x', scope: { what: 'whole' }, at: NOW, by: 'siv', calls: [] } satisfies Forfall] =
    forfall;
  const call = { varaId: 'v', varaName: name, askedAt: NOW, answerBy: NOW, state: 'asked' } as const;
  const choices = saker.map(({ id }, n) => ({ value: id, title: `${n} ${name}` }));
  const shown = { meeting, committee, ...names };
  return {
    'forfall, a vara is asked': callInCard({
      ...shown,
      forfall: first,
      call,
      stands: 'asked',
      forWhom: `${name}, ${name}`,
      saker: choices.map(({ title }) => title),
      problem: 'vara-elsewhere',
    }),
    'forfall, own': ownForfallCard({ ...shown, own: [first], viewerId: 'kari' }),
    'forfall, status of all seats': forfallStatusCard({ ...shown, forfall, isReached: () => false }),
    'forfall, the last page of the status': forfallStatusCard({ ...shown, forfall, isReached: () => false, page: 999 }),
    'forfall, the coming meetings': forfallListCard(
      Array.from({ length: 100 }, () => ({
        meeting,
        committee,
        said: [fill(300)],
        hasSeat: true,
        hasForfall: true,
        runs: true,
        calls: [{ forfallId: 'x', text: name }],
      })),
      {},
    ),
    'forfall, the form on behalf of somebody': forfallFormCard({
      meeting,
      committee,
      seats: seats.map(({ id }, n) => ({ value: id, title: `${n} ${name}, ${name}` })),
      saker: choices,
      typed: { saker: sakIds.join(',') },
      problems: ['forfall-either'],
    }),
    'forfall, who acts': assignCard({
      ...shown,
      forfall: first,
      typed: { name, email: fill(254) },
      problems: ['person-or-name'],
    }),
  };
}
