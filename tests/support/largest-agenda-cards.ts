import { agendaCard, agendaReminderCard, readCard } from '../../cards/agenda.ts';
import { agendaPreviewCard, agendasCard, buildCard } from '../../cards/agenda-build.ts';
import { agendaPublishCard, fixedSakForm } from '../../cards/agenda-forms.ts';
import type { Card } from '../../cards/elements.ts';
import { MAX_ITEMS } from '../../store/meeting/record.ts';
import { MAX_BACKGROUND, MAX_POINT, MAX_SAK_TITLE } from '../../store/sak/record.ts';
import { anAcceptedSak, aSentMeeting, numbersOf } from './agendas.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, NOW } from './records.ts';

/** What a card about agendas may hold at most, and what was promised of a long meeting. */
const SEATS = 160;
const LONG_MEETING = 60;

/** The cards about agendas at the largest content that is accepted for them. */
export function largestAgendaCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const committee = aCommittee({ name: fill(200).trim() || 'x', shortName: fill(40) });
  const aLongSak = (n: number) =>
    anAcceptedSak(`sak_${String(n).padStart(30, '0')}`, {
      title: `${n} ${fill(MAX_SAK_TITLE)}`.slice(0, MAX_SAK_TITLE),
      from: fill(200),
      background: fill(MAX_BACKGROUND),
      proposal: Array.from({ length: 5 }, () => fill(MAX_POINT)),
      attachments: [{ kind: 'link', url: `https://www.eksempel.no/${'x'.repeat(1900)}`, name: fill(200) }],
      ...(n % 7 === 0 && { closed: true as const }),
    });
  const saker = Array.from({ length: LONG_MEETING }, (_, n) => aLongSak(n));
  const most = Array.from({ length: MAX_ITEMS }, (_, n) => aLongSak(n));
  const place = fill(300);
  const meeting = aSentMeeting(saker, {
    place,
    mode: 'kombinert',
    agendaPublished: { at: NOW, by: 'siv', where: fill(500) },
  });
  const agenda = { meeting, committee, saker, numberOf: numbersOf(saker) };
  const full = { ...agenda, meeting: aSentMeeting(most, { place }), saker: most, numberOf: numbersOf(most) };
  const names = Array.from({ length: SEATS }, (_, n) => `${n} ${fill(190)}`);
  const state = {
    answers: { comes: names.slice(0, SEATS / 2), forfall: names.slice(SEATS / 2), silent: SEATS },
    isOver: false,
    maySee: () => true,
    problem: 'meeting-reminded-today',
    own: true,
    runs: true,
  };
  const [first = anAcceptedSak('x')] = saker;
  const fixed = { ...first, fixed: 'innkalling' as const };
  const short = { background: fill(2500), proposal: fill(1000) };
  return {
    'agendas, many': agendasCard(
      Array.from({ length: 100 }, (_, n) => ({ meeting: { ...meeting, id: `meeting-${n}` }, committee, runs: true })),
    ),
    'agenda, built': buildCard(agenda, { addable: saker, problem: 'already-numbered', typed: '1, 2, 3'.repeat(100) }),
    'agenda, built, as many saker as there may be': buildCard(full, { addable: saker }),
    'agenda, preview': agendaPreviewCard(agenda, { seen: 'x'.repeat(64), page: 3 }),
    'agenda, shared': agendaCard(agenda, state, true),
    'agenda, personal': agendaCard(agenda, state, false),
    'agenda, of somebody who has a vara and is one': agendaCard(
      agenda,
      { ...state, acting: Array.from({ length: 300 }, () => fill(600)), hasVara: true, isVara: true },
      false,
    ),
    'agenda, as many saker as there may be': agendaCard(full, state, true),
    'agenda, cancelled': agendaCard(
      { ...agenda, meeting: { ...meeting, state: 'cancelled' } },
      { ...state, isOver: true },
      false,
    ),
    'agenda, a sak': readCard(agenda, first, { isShared: true, page: 2 }),
    'agenda, reminder': agendaReminderCard(agenda),
    'agenda, fixed text': fixedSakForm('meeting-1', fixed, { typed: short, problems: ['background-too-long'] }),
    'agenda, fixed text that no card holds': fixedSakForm('meeting-1', fixed, { problems: [] }),
    'agenda, published': agendaPublishCard(aMeeting(), committee, {
      typed: { where: fill(500) },
      problems: ['where-too-long'],
    }),
  };
}
