import { agendaCard, agendaReminderCard, readCard } from '../../cards/agenda.ts';
import { agendaPreviewCard, agendasCard, buildCard } from '../../cards/agenda-build.ts';
import { agendaPublishCard, fixedSakForm } from '../../cards/agenda-forms.ts';
import type { Card } from '../../cards/elements.ts';
import type { Sak } from '../../store/sak/record.ts';
import { newFixedSak } from '../../store/sak/rules-agenda.ts';
import { anAcceptedSak, aSentMeeting, numbersOf } from './agendas.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, NOW, TENANT } from './records.ts';

const committee = aCommittee();
const opening = newFixedSak(
  {
    id: 'fixed_meeting-1_innkalling',
    tenantId: TENANT,
    committeeId: 'committee-1',
    title: 'Innkalling og dagsorden',
    from: 'Sekretariatet',
    meetingId: 'meeting-1',
    fixed: 'innkalling',
  },
  {
    background: 'Referatet fra møtet 27.11.23 er godkjent via e-postrunde, og publisert på www.eksempel.no.',
    proposal: ['Innkalling og dagsorden er godkjent.'],
    attachments: [],
  },
);
const long = anAcceptedSak('ernæring', {
  background: `${'Behovet for ernæringsfysiologer er stort. '.repeat(250)}\n\nSted | Antall\nTromsø | 4`,
  proposal: ['SSU tar saken til etterretning.', 'SSU ber sekretariatet følge den opp.'],
  attachments: [{ kind: 'link', url: 'https://www.eksempel.no/notat', name: 'Notat' }],
});
const jury = anAcceptedSak('jury', { title: 'Jury for Samhandlingsprisen', closed: true });
const saker = [opening, long, jury];
const agenda = { meeting: aMeeting(), committee, saker, numberOf: () => undefined };
const sent = { meeting: aSentMeeting(saker), committee, saker, numberOf: numbersOf(saker) };
const state = {
  answers: { comes: ['Kari', 'Ola'], forfall: ['Per'], silent: 2 },
  isOver: false,
  maySee: ({ closed }: Sak) => !closed,
};

/** The cards about agendas, in each of the shapes they take. */
export const agendaGallery: Readonly<Record<string, Card>> = {
  'the coming meetings': agendasCard([
    { meeting: aMeeting(), committee, runs: true },
    {
      meeting: aSentMeeting([], { id: 'meeting-2', startsAt: new Date('2026-05-12T10:00:00Z') }),
      committee,
      runs: true,
    },
    {
      meeting: aSentMeeting([], { id: 'meeting-3', startsAt: new Date('2026-06-09T10:00:00Z') }),
      committee,
      runs: false,
    },
  ]),
  'no coming meeting': agendasCard([]),
  'an agenda that is built': buildCard(agenda, { addable: [anAcceptedSak('ny')] }),
  'an order that could not be read': buildCard(agenda, { addable: [], problem: 'bad-order', typed: '1, 9' }),
  'an agenda that was sent, and is changed': buildCard(
    { ...sent, saker: [...saker, anAcceptedSak('sen')] },
    { addable: [] },
  ),
  'the text of a fixed sak': fixedSakForm('meeting-1', opening, { problems: [] }),
  'the text of a fixed sak that is too long': fixedSakForm('meeting-1', opening, {
    typed: { background: 'Tekst', proposal: 'Punkt' },
    problems: ['point-too-long'],
  }),
  'a preview of an agenda': agendaPreviewCard(sent, { seen: 'x', problem: 'agenda-changed-meanwhile' }),
  'the agenda card in a channel': agendaCard(sent, state, true),
  'the agenda card of the secretariat': agendaCard(
    sent,
    { ...state, maySee: () => true, own: true, runs: true },
    false,
  ),
  'the agenda card of a member whose vara comes': agendaCard(
    sent,
    { ...state, own: false, acting: ['Vera Lund møter for deg.'], hasVara: true },
    false,
  ),
  'the agenda card of a vara': agendaCard(
    sent,
    { ...state, acting: ['Du møter som vara for Kari (Tromsø kommune) i sak 13/26.'], isVara: true },
    false,
  ),
  'the agenda card of a meeting that is over, and not ended': agendaCard(
    sent,
    { ...state, hasSeat: true, seesForfall: true, runs: true, isOver: true },
    false,
  ),
  'the agenda card of a meeting that was cancelled': agendaCard(
    { ...sent, meeting: { ...sent.meeting, state: 'cancelled', agendaPublished: { at: NOW, by: 'siv' } } },
    { ...state, isOver: true },
    true,
  ),
  'a sak in full': readCard(sent, long, { isShared: false, page: 1 }),
  'a sak in full, in a channel': readCard(sent, opening, { isShared: true }),
  'a reminder of a meeting': agendaReminderCard(sent),
  'where an agenda was published': agendaPublishCard(sent.meeting, committee, {
    typed: { where: 'x' },
    problems: ['where-too-long'],
  }),
};
