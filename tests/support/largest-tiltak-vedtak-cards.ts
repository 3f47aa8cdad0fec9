import type { Card } from '../../cards/elements.ts';
import { decideCard, proposalsCard } from '../../cards/tiltak-decide.ts';
import { tiltakCard } from '../../cards/tiltak-vedtak.ts';
import { MAX_SAK_TITLE } from '../../store/sak/record.ts';
import { MAX_TILTAK } from '../../store/tiltak/record.ts';
import { aNumberedSak, aTiltak } from './minutes-room.ts';
import { NOW } from './records.ts';

/** The cards about tiltak that a committee decides, at the largest content that is accepted for them. */
export function largestTiltakVedtakCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const sak = aNumberedSak('a', { title: fill(MAX_SAK_TITLE) });
  const tiltak = aTiltak({ text: fill(MAX_TILTAK), proposal: { kind: 'clarify', at: NOW, by: 'ola' } });
  const where = `${fill(200)}, ${fill(40)}`;
  const proposed = Array.from({ length: 100 }, () => ({ tiltak, where }));
  const many = <T>(length: number, make: (n: number) => T) => Array.from({ length }, (_, n) => make(n));
  return {
    'a tiltak': tiltakCard({
      meetingId: 'meeting-1',
      sakId: 'a',
      sak,
      point: 1,
      n: 9,
      before: many(8, () => ({ text: fill(MAX_TILTAK) })),
      plans: many(100, (n) => ({ id: `plan_${n}`, name: fill(200) })),
      suggested: many(6, (n) => ({ id: `person_${n}`, name: fill(200) })),
      typed: { text: fill(MAX_TILTAK), owner: fill(300), due: fill(200), contacts: 'none', dueKept: 'kept' },
      problems: ['owner-several', 'due-unknown'],
    }),
    'tiltak to decide of': proposalsCard({ meeting: { id: 'meeting-1' }, sak, proposed, said: 'decision-saved' }),
    'more of them': proposalsCard({ meeting: { id: 'meeting-1' }, sak, proposed, page: 4 }),
    'a tiltak to decide of': decideCard({
      tiltak,
      where,
      meetingId: 'meeting-1',
      sakId: 'a',
      typed: { text: fill(MAX_TILTAK) },
      problems: ['clearer-text'],
    }),
  };
}
