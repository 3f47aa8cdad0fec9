import type { Card } from '../../cards/elements.ts';
import { decideCard, proposalsCard } from '../../cards/tiltak-decide.ts';
import { type TiltakForm, tiltakCard } from '../../cards/tiltak-vedtak.ts';
import { decideProposal } from '../../store/tiltak/rules-decide.ts';
import { aNumberedSak, aTiltak } from './minutes-room.ts';
import { accepted, NOW } from './records.ts';

const sak = aNumberedSak('a', { title: 'Hospitering', number: '25/26' });
const form: TiltakForm = {
  meetingId: 'meeting-1',
  sakId: 'a',
  sak,
  point: 2,
  n: 1,
  before: [],
  written: 'SSU ber arbeidsgruppa legge fram forslag i neste møte.',
  plans: [],
  suggested: [],
  typed: {},
  problems: [],
};
const unclear = aTiltak({ proposal: { kind: 'clarify', at: NOW, by: 'ola' }, text: 'Se på rutinene' });
const proposed = { ...unclear, id: 'tiltak-2', proposal: { kind: 'delete' as const, at: NOW, by: 'ola' } };
const kept = accepted(decideProposal(proposed, { what: 'keep', text: '' }, { personId: 'siv', now: NOW }));
const where = 'Sak 25/26, vedtakspunkt 2';
const list = {
  meeting: { id: 'meeting-1' },
  sak: aNumberedSak('fixed_meeting-1_oppfolging', { title: 'Oppfølging av referat og tidligere saker' }),
};

/** Every kind of card about tiltak that a committee decides, in each of the shapes it takes. */
export const tiltakVedtakGallery: Readonly<Record<string, Card>> = {
  'the form for a tiltak': tiltakCard({ ...form, problems: ['due-no-day'] }),
  'the form for a second tiltak of the same point': tiltakCard({
    ...form,
    n: 2,
    before: [{ text: 'Arbeidsgruppa legger fram forslag.' }],
    plans: [{ id: 'plan-1', name: 'Handlingsplan 2026' }],
  }),
  'the form for a follow-up': tiltakCard({
    ...form,
    point: undefined,
    written: undefined,
    typed: { text: 'Hent tall' },
  }),
  'the form for a tiltak that asks back': tiltakCard({
    ...form,
    meetingId: undefined,
    back: 'sak',
    suggested: [{ id: 'kari', name: 'Kari Nordmann' }],
    typed: { text: 'Hent tall', owner: 'UNN og kommunene', due: '12. april', contacts: 'none', dueKept: 'kept' },
    problems: ['owner-several', 'due-no-year'],
  }),
  'the tiltak that a meeting decides of': proposalsCard({
    ...list,
    proposed: [
      { tiltak: unclear, where },
      { tiltak: kept, where: 'Handlingsplan 2026, a)' },
    ],
    said: 'decision-saved',
  }),
  'a meeting without tiltak to decide of': proposalsCard({ ...list, proposed: [] }),
  'the form for what was decided of an unclear tiltak': decideCard({
    tiltak: unclear,
    where,
    meetingId: 'meeting-1',
    sakId: 'a',
    typed: {},
    problems: ['decision'],
  }),
  'the form for what was decided elsewhere': decideCard({
    tiltak: kept,
    where,
    typed: {},
    problems: [],
    said: 'decision-saved',
  }),
};
