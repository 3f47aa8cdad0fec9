import type { Card } from '../../cards/elements.ts';
import { helpCard, sharedHelpCard } from '../../cards/help.ts';
import { overviewCard } from '../../cards/overview.ts';
import { seatChoiceCard, seatNewCard, seatOneCard, seatRemoveCard, seatVaraCard } from '../../cards/seat.ts';
import {
  attachCard,
  chooseSetupCard,
  committeeCard,
  greetingCard,
  noCommitteeCard,
  saidToCard,
} from '../../cards/setup.ts';
import { setupFormCard } from '../../cards/setup-form.ts';
import { seatCard, settingsCard } from '../../cards/setup-forms.ts';
import { differenceCard, setupPreviewCard } from '../../cards/setup-preview.ts';
import type { Difference } from '../../store/committee/rules-members.ts';
import { aVara } from './forfall.ts';
import { aVacantSeat } from './members.ts';
import { aCommittee, aSeat, aSetup, NOW } from './records.ts';

const committee = aCommittee();
const unchosen = aCommittee({ settings: { roundDays: 7 } });
const filled = { typed: {}, problems: [] };
const nothing = { waiting: [], answered: [], running: [], referater: [], drafts: [] };
const row = {
  holder: 'Kari Nes',
  roles: ['chair' as const],
  seat: aSeat('kari'),
  remark: 'ikke koblet til Teams ennå',
};
const shownCommittee = {
  rows: [row, { roles: [], seat: aSeat('ledig') }, { holder: 'Siv Dahl', roles: ['secretariat' as const] }],
  reach: { reached: 1, people: 2 },
  nameOf: (id: string) => id.toUpperCase(),
  conversationName: 'SSU',
  mayChange: true,
  now: NOW,
  page: 0,
};
const setup = aSetup({ roster: { left: 3 } });
const plannedSetup = aSetup({
  plan: {
    settled: { name: 'Strategisk utvalg', shortName: 'SSU', roundDays: 7, approvalRule: { kind: 'majority' } },
    lines: [
      { line: 1, name: 'Siv Dahl', roles: ['secretariat'], keys: [], found: 'connected' },
      {
        line: 2,
        name: 'Kari Nes',
        email: 'kari@eksempel.no',
        roles: ['chair'],
        seat: aSeat('k'),
        keys: [],
        found: 'waiting',
      },
      {
        line: 3,
        name: 'Eva Lie',
        email: 'eva@annet.no',
        roles: [],
        seat: aSeat('e', { voting: false }),
        keys: [],
        found: 'foreign',
      },
      { line: 4, roles: [], seat: aSeat('l'), keys: [], found: 'connected' },
    ],
  },
  revision: 1,
});
const seatOf = aSeat('kari');
const allDifferences: readonly Difference[] = [
  { what: 'seat-added', seat: seatOf },
  { what: 'seat-removed', seat: aSeat('ola') },
  { what: 'holder-changed', seat: seatOf, before: undefined },
  { what: 'vote-given', seat: seatOf },
  { what: 'vote-taken', seat: seatOf },
  { what: 'seat-renamed', seat: seatOf, before: aSeat('ola') },
  { what: 'role-given', role: 'chair', personId: 'kari' },
  { what: 'role-taken', role: 'secretariat', personId: 'siv' },
];
const changing = {
  differences: allDifferences,
  nameOf: shownCommittee.nameOf,
  hasRounds: true,
  losesRights: true,
  isBeyondRule: false,
  belowQuorum: undefined,
};
const change = aSetup({ ...plannedSetup, committeeId: committee.id });

/** Every kind of card of a set-up, in each of the shapes it takes. */
export const setupGallery: Readonly<Record<string, Card>> = {
  'the greeting of whoever added the bot': greetingCard('conversation-1', 'Strategisk utvalg'),
  'the same where others read it': greetingCard('conversation-1', undefined, { id: '29:siv', name: 'Siv Dahl' }),
  'a sentence to somebody where others read it': saidToCard({ id: '29:siv', name: 'Siv Dahl' }, 'set-up-unreached'),
  'help for somebody in no committee': helpCard({ role: 'nowhere', unknown: false }),
  'help where a committee can be set up': sharedHelpCard({ unknown: false, canSetUp: true }),
  'an overview for somebody in no committee': overviewCard({ ...nothing, runsRounds: false, isAlone: true }),
  'the form for a committee': setupFormCard(setup),
  'the form for a committee without a chat': setupFormCard({ ...setup, conversation: undefined }),
  'the form for a committee with problems': setupFormCard({ ...setup, roster: { left: 0, failed: true } }, [
    { problem: 'short-name' },
    { problem: 'email-odd', line: 3 },
    { problem: 'person-twice', line: 4, other: 2 },
  ]),
  'the form for members': setupFormCard({ ...setup, committeeId: committee.id }),
  'the preview of a committee': setupPreviewCard(plannedSetup, { page: 0, problem: 'conversation-silent' }),
  'the preview of changed members': differenceCard(change, changing, { page: 0, problem: 'changed-meanwhile' }),
  'the preview of too few with a vote': differenceCard(change, { ...changing, belowQuorum: 3 }, { page: 0 }),
  'the preview of no change': differenceCard(change, { ...changing, differences: [] }, { page: 0 }),
  'a committee with its mandate and vedtekter': committeeCard(
    aCommittee({
      settings: {
        ...committee.settings,
        mandateUrl: 'https://eksempel.no/mandat_(2024).pdf',
        vedtekterUrl: 'https://eksempel.no/vedtekter',
      },
    }),
    shownCommittee,
  ),
  'a committee for those who run it': committeeCard(committee, { ...shownCommittee, said: 'Endringene er lagret.' }),
  'a committee for its members': committeeCard(unchosen, {
    ...shownCommittee,
    conversationName: undefined,
    mayChange: false,
  }),
  'the choice between set-ups': chooseSetupCard([committee, aCommittee({ id: 'committee-2', shortName: 'FSU BU' })]),
  'the choice for a chat': attachCard(
    'conversation-1',
    'SSU',
    [committee],
    'Utvalget har allerede en chat eller kanal.',
  ),
  'set-up for somebody in no committee': noCommitteeCard(false),
  'set-up for somebody who has begun': noCommitteeCard(true),
  'the form for settings': settingsCard(committee, filled),
  'the form for settings not chosen yet': settingsCard(unchosen, {
    typed: { rule: 'consensus' },
    problems: ['round-days'],
  }),
  'the choice of a seat to open': seatChoiceCard(committee, { problems: [], nameOf: shownCommittee.nameOf }),
  'one seat': seatOneCard(committee, aSeat('kari', { varas: [aVara('vera'), aVara('viggo')] }), {
    ...filled,
    holder: { name: 'Kari Nes', email: 'kari@eksempel.no', remark: 'ikke koblet til Teams ennå' },
    notice: 'seat-saved',
  }),
  'one seat that is vacant': seatOneCard(committee, aVacantSeat('ledig'), { typed: {}, problems: ['seat-name'] }),
  'a new seat': seatNewCard(committee, filled),
  'a new vara for a seat': seatVaraCard(committee, aSeat('kari'), { typed: {}, problems: ['name-wanted'] }),
  'a seat that is to be taken away': seatRemoveCard(committee, aSeat('kari'), {
    holder: 'Kari Nes',
    problem: 'below-quorum',
  }),
  'the form for a seat': seatCard(committee, { typed: {}, problems: ['name-wanted'], nameOf: shownCommittee.nameOf }),
};
