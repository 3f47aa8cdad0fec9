import { digestCard } from '../../cards/digest.ts';
import type { Card } from '../../cards/elements.ts';
import { handOverCard, tiltakAnswerCard } from '../../cards/tiltak-answer.ts';
import { MAX_CONTACTS, MAX_STATUS, MAX_TILTAK } from '../../store/tiltak/record.ts';
import { aMeasure, wanting } from './gallery-digest.ts';
import { NOW } from './records.ts';

/** Digests of somebody with many tiltak, each as long as it may be. */
export function largestDigestCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const name = fill(200);
  const personIds = Array.from({ length: MAX_CONTACTS }, (_, n) => `${n}`.repeat(100));
  const asks = personIds.flatMap((personId) => [1, 2, 3].map((digest) => ({ at: NOW, personId, digest })));
  const tiltak = (n: number) =>
    aMeasure(`${n}`.padStart(60, '0'), {
      text: fill(MAX_TILTAK),
      place: { focusArea: fill(2000), goal: fill(2000), point: fill(40) },
      due: fill(200),
      dueOn: '2025-12-31',
      statuses: [
        { class: 'in-progress', text: fill(MAX_STATUS), byOthers: fill(1000), at: NOW, by: 'siv', from: 'registered' },
      ],
      handedOver: { by: 'ola', to: 'kari', at: NOW },
      asks,
      silentToldAt: NOW,
    });
  const many = Array.from({ length: 40 }, (_, n) => tiltak(n));
  const shown = {
    wanted: [],
    saved: [],
    again: [],
    rhythm: 'weekly' as const,
    awayUntil: '2026-04-15',
    nameOf: () => name,
    committeeOf: () => fill(40),
    leaderHears: () => true,
    today: '2026-03-02',
  };
  const one = {
    tiltak: tiltak(1),
    committeeName: fill(40),
    nameOf: () => name,
    today: '2026-03-02',
    back: 'digest' as const,
  };
  const typed = { class: 'by-others', text: fill(2000), byOthers: fill(300), due: fill(200), name };
  return {
    'a digest of forty long tiltak': digestCard({ ...shown, wanted: many.map((each) => wanting(each)), page: 1 }),
    'a digest of forty pieces of news': digestCard({ ...shown, wanted: many.map((each) => wanting(each, 'silent')) }),
    'a digest of which ten are registered': digestCard({
      ...shown,
      wanted: many.map((each) => wanting(each)),
      saved: many.slice(0, 10),
      notice: 'away-too-long',
    }),
    'a digest with a long answer that could not be used': digestCard({
      ...shown,
      again: [{ tiltak: tiltak(1), isOpen: true, typed: { tiltakId: '1', problem: 'due-unknown', ...typed } }],
      wanted: many.map((each) => wanting(each)),
    }),
    'the longest tiltak to be answered': tiltakAnswerCard({
      ...one,
      typed,
      problems: ['due-unknown'],
      isSaved: false,
      onBehalf: true,
    }),
    'the longest tiltak that was answered': tiltakAnswerCard({
      ...one,
      typed: {},
      problems: [],
      isSaved: true,
      onBehalf: false,
    }),
    'the longest tiltak to be handed over': handOverCard({ ...one, typed: { name }, problems: ['person-several'] }),
  };
}
