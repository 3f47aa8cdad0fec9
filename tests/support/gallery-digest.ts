import { type DigestShown, digestCard } from '../../cards/digest.ts';
import type { Card } from '../../cards/elements.ts';
import { awayCard, handOverCard, tiltakAnswerCard } from '../../cards/tiltak-answer.ts';
import type { Want } from '../../store/digest/want.ts';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import { handOver } from '../../store/tiltak/rules-hand-over.ts';
import { answerStatus, snooze } from '../../store/tiltak/rules-status.ts';
import { accepted, NOW, REAL_NOW, TENANT } from './records.ts';

/** A measure of a plan in its own words, which Kari is asked about. */
export function aMeasure(id: string, changes: Partial<Tiltak> = {}): Tiltak {
  const made = newTiltak({
    id,
    tenantId: TENANT,
    committeeId: 'committee-1',
    text: 'Lage en felles rutine for overføring av pasienter mellom sykehus og kommune.',
    place: { focusArea: 'Pasientforløp', goal: 'Gode overganger for dem som trenger oss begge', point: 'a)' },
    contactIds: ['kari'],
    due: 'våren 2026',
    dueOn: '2026-05-31',
  });
  return { ...made, history: [{ at: NOW, by: 'siv', what: 'imported' }], ...changes };
}

const clocks = { now: NOW, realNow: REAL_NOW };
const names: Readonly<Record<string, string>> = { kari: 'Kari Solheim', ola: 'Ola Brekke', siv: 'Siv Lund' };
const overdue = aMeasure('a', { due: 'Innen utgangen av 2025', dueOn: '2025-12-31' });
const started = accepted(
  answerStatus(
    aMeasure('b'),
    { class: 'in-progress', text: 'Gruppen er i gang, og har hatt to møter.' },
    { personId: 'kari', from: 'answer' },
    NOW,
  ),
);
const undated = newTiltak({
  id: 'c',
  tenantId: TENANT,
  committeeId: 'committee-2',
  text: 'Kartlegge behovet for opplæring.',
  contactIds: ['kari'],
});
const given = accepted(
  handOver(aMeasure('d'), { by: 'ola', to: 'kari', isTheirs: true, contacts: { secretariatIds: ['siv'] } }, clocks),
);
const asked = [1, 2, 3].map((digest) => ({ at: NOW, personId: 'kari', digest }));
const silent = aMeasure('e', { asks: asked, silentToldAt: NOW });
const unreached = aMeasure('f', { place: { point: 'b)' }, unreached: { personId: 'kari', at: NOW, why: 'blocked' } });
const unowned = accepted(
  handOver(
    aMeasure('g', { place: { point: 'c)' } }),
    { by: 'kari', isTheirs: true, contacts: { secretariatIds: ['siv'] } },
    clocks,
  ),
);
const later = accepted(snooze(aMeasure('h'), 'kari', NOW));

export const wanting = (tiltak: Tiltak, want: Want = 'ask') => ({
  tiltak,
  item: { tiltakId: tiltak.id, want, at: NOW },
});
const shown: DigestShown = {
  wanted: [],
  saved: [],
  again: [],
  rhythm: 'weekly',
  nameOf: (id) => names[id] ?? id,
  committeeOf: ({ committeeId }) => (committeeId === 'committee-1' ? 'SSU' : 'FSU BU'),
  leaderHears: () => true,
  today: '2026-03-02',
};
const one = { tiltak: started, committeeName: 'SSU', nameOf: shown.nameOf, today: shown.today };
const filled = { typed: {}, problems: [] };

/** Digests and the cards of one tiltak, in each of the shapes they take. */
export const digestGallery: Readonly<Record<string, Card>> = {
  'a digest': digestCard({ ...shown, wanted: [overdue, started, undated, given].map((tiltak) => wanting(tiltak)) }),
  'a digest of which some is answered': digestCard({
    ...shown,
    wanted: [wanting(undated)],
    saved: [started, later, given, unowned],
    again: [
      {
        tiltak: overdue,
        isOpen: true,
        typed: { tiltakId: 'a', problem: 'due-no-year', class: 'delayed', text: 'Venter', due: '12. april' },
      },
      { tiltak: given, isOpen: false, typed: { tiltakId: 'd', problem: 'tiltak-not-yours' } },
      {
        tiltak: undated,
        isOpen: true,
        typed: { tiltakId: 'c', problem: 'person-unknown', class: 'not-mine', text: 'Sjefen' },
      },
    ],
  }),
  'a digest of the secretariat': digestCard({
    ...shown,
    wanted: [wanting(silent, 'silent'), wanting(unreached, 'unreached'), wanting(unowned, 'owner')],
  }),
  'a digest of a leader, who is away': digestCard({
    ...shown,
    wanted: [wanting(silent, 'leader')],
    rhythm: 'daily',
    awayUntil: '2026-04-15',
    notice: 'away-saved',
  }),
  'a digest in which nothing waits': digestCard({ ...shown, notice: 'nothing-filled' }),
  'a page of a long digest': digestCard({
    ...shown,
    wanted: Array.from({ length: 30 }, (_, n) => wanting(aMeasure(`t${n}`))),
    page: 1,
  }),
  'the form for how it goes with one tiltak': tiltakAnswerCard({
    ...one,
    ...filled,
    back: 'digest',
    isSaved: false,
    onBehalf: false,
  }),
  'the same on behalf of its owner, with a problem': tiltakAnswerCard({
    ...one,
    typed: { class: 'by-others', due: 'snart' },
    problems: ['by-others-missing'],
    isSaved: false,
    onBehalf: true,
  }),
  'what was registered of one tiltak': tiltakAnswerCard({
    ...one,
    ...filled,
    back: 'digest',
    isSaved: true,
    onBehalf: false,
  }),
  'the form to hand a tiltak over': handOverCard({
    ...one,
    typed: { name: 'Sjefen' },
    problems: ['person-unknown'],
    back: 'digest',
  }),
  'the form for a holiday': awayCard({ typed: { until: '2026-02-01' }, problems: ['away-passed'] }),
};
