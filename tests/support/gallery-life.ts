import type { Card } from '../../cards/elements.ts';
import { appointingCard, appointingSeatCard, closeCard, lifeFormCard } from '../../cards/life-forms.ts';
import { lifeNewsCard, seatChangedCard } from '../../cards/life-news.ts';
import { committeeCard } from '../../cards/setup.ts';
import { aCommittee, aSeat, NOW } from './records.ts';

const committee = aCommittee();
const filled = { typed: {}, problems: [] };
const row = { holder: 'Kari Nes', roles: ['chair' as const], seat: aSeat('kari') };
const shownCommittee = {
  rows: [row],
  reach: { reached: 1, people: 2 },
  nameOf: (id: string) => id.toUpperCase(),
  conversationName: 'SSU',
  mayChange: true,
  now: NOW,
  page: 0,
};
const planned = [
  { seatId: 'seat-kari', memberId: 'eva', was: 'kari', on: '2026-05-04', by: 'siv' },
  { seatId: 'seat-gone', was: 'tor', on: '2026-05-05', by: 'siv' },
];
const rotation = { on: '2026-02-01', represents: 'kommune', remindDays: 30 } as const;
const temporary = aCommittee({
  seats: [aSeat('kari', { appointing: { party: 'Indre Vik kommune', contactId: 'tor' } }), ...committee.seats.slice(3)],
  settings: { ...committee.settings, quorum: 2 },
  life: { evaluatesOn: '2026-02-10', endsOn: '2026-02-20', rotation, planned },
});
const closed = aCommittee({ life: { closed: { at: NOW, by: 'siv' } } });
const today = '2026-03-02';
const contacts = { reached: ['Tor Li'], unreached: ['Anne Moe'] };
const news = { what: 'rotates', on: '2026-04-01', today, runs: true, isContact: false, contacts } as const;
const nobody = { ...contacts, reached: [], unreached: [] };
const moved = {
  seatId: 'seat-kari',
  name: 'Eva Lie',
  on: today,
  outcome: 'moved',
  isHolder: false,
  runs: true,
} as const;
const running = { rounds: 1, meetings: 2, nominations: 1 };

/** Every kind of card about a committee's own life. */
export const lifeGallery: Readonly<Record<string, Card>> = {
  'a committee with everything that waits in its life': committeeCard(temporary, {
    ...shownCommittee,
    rows: [{ ...row, about: ['Vara: Tor Li', 'Oppnevnes av Indre Vik kommune', 'Kontakt: Tor Li'] }],
  }),
  'a committee that is closed': committeeCard(closed, shownCommittee),
  'the form for a committee’s dates': lifeFormCard(temporary, filled),
  'the same with problems': lifeFormCard(committee, {
    typed: { evaluatesOn: '2026-02-30', rotatesOn: '2026-04-01', remindDays: 'ti' },
    problems: ['evaluates-odd', 'rotates-to', 'remind-days'],
  }),
  'the choice of a seat for who fills it': appointingSeatCard(committee, {
    problems: [],
    nameOf: shownCommittee.nameOf,
  }),
  'the form for who fills a seat': appointingCard(temporary, aSeat('kari', { appointing: { party: 'Indre Vik' } }), {
    ...filled,
    contact: 'Tor Li',
  }),
  'the same with a problem': appointingCard(committee, aSeat('kari'), {
    typed: { party: 'Indre Vik', name: 'Tor' },
    problems: ['email-wanted'],
    contact: undefined,
  }),
  'a committee to be closed': closeCard(temporary, {
    running: { rounds: 0, meetings: 0, nominations: 0 },
    remaining: { saker: 2, referater: 1 },
  }),
  'a committee that cannot be closed yet': closeCard(committee, {
    running,
    remaining: { saker: 0, referater: 0 },
    problem: 'still-running',
  }),
  'news of a rotation to those who run the committee': lifeNewsCard(temporary, news),
  'news of a rotation where nobody is known to appoint': lifeNewsCard(temporary, { ...news, contacts: nobody }),
  'news of a rotation to whoever appoints': lifeNewsCard(temporary, { ...news, runs: false, isContact: true }),
  'news of the end where the committee talks': lifeNewsCard(committee, {
    ...news,
    what: 'ends',
    on: today,
    runs: false,
  }),
  'news of the evaluation': lifeNewsCard(committee, { ...news, what: 'evaluates' }),
  'a new holder, to those who run the committee': seatChangedCard(committee, moved),
  'a new holder, to themselves': seatChangedCard(committee, { ...moved, isHolder: true, runs: false }),
  'a seat that became vacant': seatChangedCard(committee, { ...moved, name: undefined }),
  'a planned change that was not possible': seatChangedCard(committee, { ...moved, outcome: 'other-holder' }),
};
