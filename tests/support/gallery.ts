import type { Card } from '../../cards/elements.ts';
import { fileReceivedCard } from '../../cards/file.ts';
import { helpCard } from '../../cards/help.ts';
import { noticeCard } from '../../cards/notice.ts';
import { overviewCard } from '../../cards/overview.ts';
import { chooseCommitteeCard, referatFormCard } from '../../cards/referat.ts';
import { meetingApprovalCard, publishCard, referatCard, referatPreviewCard } from '../../cards/referat-status.ts';
import { askCard, movedCard, receiptCard, reminderCard } from '../../cards/round.ts';
import { changesCard } from '../../cards/round-changes.ts';
import { extendCard, reviseCard, withdrawCard } from '../../cards/round-forms.ts';
import { registerCard, undoCard } from '../../cards/round-register.ts';
import { sharedCard } from '../../cards/round-shared.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
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
import { roundChoices } from '../../store/committee/rules.ts';
import type { Difference } from '../../store/committee/rules-members.ts';
import { newFile } from '../../store/file/record.ts';
import { newest } from '../../store/referat/record.ts';
import { approveInMeeting, registerPublished } from '../../store/referat/rules.ts';
import { registerAnswer } from '../../store/round/rules.ts';
import { closeRound, withdrawRound } from '../../store/round/rules-run.ts';
import {
  aCommittee,
  accepted,
  answered,
  aReferat,
  aRound,
  aSeat,
  aSetup,
  delivered,
  hashOf,
  missed,
  NOW,
  objection,
  REAL_NOW,
  TENANT,
  typo,
} from './records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const over = { now: new Date('2026-03-09T14:00:06Z'), realNow: REAL_NOW };
const committee = aCommittee();
const unchosen = aCommittee({ settings: { roundDays: 7 } });
const referat = aReferat();
const text = newest(referat);
const long = { ...text, text: Array.from({ length: 400 }, (_, n) => `Sak ${n}: ${'ord '.repeat(60)}`).join('\n\n') };
const filled = { typed: {}, problems: [] };

const round = aRound(
  { deliveries: [delivered('kari'), delivered('ola'), delivered('siv'), missed('per')] },
  aCommittee({ seats: ['kari', 'ola', 'siv', 'per', 'eva'].map((person) => aSeat(person)) }),
);
const replied = answered(round, ['kari'], ['ola', typo], ['siv', objection]);
const registered = accepted(
  registerAnswer(replied, { seatId: 'seat-eva', choice: 'approve', way: 'e-post' }, 'siv', clocks),
);
const closed = accepted(closeRound(replied, over));
const approved = accepted(closeRound(aRound({ rule: { kind: 'silent-consent' } }), over));
const corrected = { ...round, textHashes: [...round.textHashes, hashOf('rettet')] };
const second = { ...round, number: 2, changedFrom: hashOf('før') };
const meeting = accepted(approveInMeeting(referat, { on: '2026-02-27', sak: '02/26' }, { personId: 'siv', now: NOW }));
const published = accepted(registerPublished(meeting, 'www.eksempel.no', { personId: 'siv', now: NOW }));
const file = newFile({
  id: 'file-1',
  tenantId: TENANT,
  name: 'Referat SSU.docx',
  bytes: 3,
  sha256: hashOf('x'),
  base64: 'eHh4',
  by: 'siv',
  text: text.text,
});

const asked = { referat, text, personId: 'kari' };
const form = { referatId: 'referat-1', committee, typed: {}, problems: [] };
const preview = { committee, choices: roundChoices(committee), asked: 2 };
const nothing = { waiting: [], answered: [], running: [], referater: [] };
const everything = { waiting: [round], answered: [replied], running: [round, closed], referater: [referat, meeting] };
const changes = [
  {
    before: [
      { text: 'SSU ', isMarked: false },
      { text: 'støtter', isMarked: true },
    ],
    now: [
      { text: 'SSU ', isMarked: false },
      { text: 'avviser', isMarked: true },
    ],
  },
  { before: [], now: [{ text: 'Nytt avsnitt', isMarked: false }] },
];

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
const changing = { differences: allDifferences, nameOf: shownCommittee.nameOf, hasRounds: true, losesRights: true };
const change = aSetup({ ...plannedSetup, committeeId: committee.id });

/** Every kind of card, in each of the shapes it takes. */
export const gallery: Readonly<Record<string, Card>> = {
  'help of a member': helpCard({ runsRounds: false, unknown: false }),
  'help of the secretariat, after a message it did not understand': helpCard({ runsRounds: true, unknown: true }),
  'a notice': noticeCard('not-asked'),
  'an empty overview': overviewCard({ ...nothing, runsRounds: false }),
  'a full overview': overviewCard({ ...everything, runsRounds: true }),

  'the choice of a committee': chooseCommitteeCard([committee, aCommittee({ id: 'committee-2', shortName: 'FSU BU' })]),
  'an empty form': referatFormCard(form),
  'a form in a committee that has not chosen yet': referatFormCard({ ...form, committee: unchosen }),
  'a form with problems': referatFormCard({
    ...form,
    typed: { title: 'Referat', deadlineOn: '' },
    problems: ['title', 'deadline', 'text-missing'],
  }),
  'a form whose text is a file’s': referatFormCard({ ...form, source: { name: file.name, length: 23_000 } }),
  'a preview': referatPreviewCard(referat, { ...preview, moved: true }),
  'a preview with a problem': referatPreviewCard(referat, { ...preview, problem: 'deadline-passed' }),

  'the card of somebody who is asked': askCard(round, asked),
  'the same with a remark that could not be used': askCard(round, {
    ...asked,
    problem: { problem: 'remark-kind-missing', typed: { text: 'Feil navn', sak: '12/24' } },
  }),
  'a page in the middle of a long text': askCard(round, { ...asked, text: long, page: 2 }),
  'the card after typos were corrected': askCard(corrected, asked),
  'the card of a second round': askCard(second, asked),
  'the receipt of a yes': receiptCard(replied, 'kari'),
  'the receipt of a typo': receiptCard(replied, 'ola'),
  'the receipt of an objection': receiptCard(replied, 'siv'),
  'the receipt of a registered answer': receiptCard(registered, 'eva'),
  'the receipt of a yes after the deadline': receiptCard(closed, 'kari', 'too-late'),
  'the receipt of no answer': receiptCard(closed, 'eva'),
  'the card of somebody whose seat moved': movedCard(round, 'Vera Vik'),
  'a reminder': reminderCard(round),
  'what changed': changesCard(second, changes, { from: { verb: 'round.show', roundId: round.id } }),

  'the shared card': sharedCard(round),
  'the shared card with somebody mentioned': sharedCard(round, { unreached: [{ id: '29:per', name: 'Per Li' }] }),
  'the shared card with the text': sharedCard(round, { reading: { text: long, page: 1 } }),
  'the shared card after the end': sharedCard(closed),

  'the status of an open round': roundStatusCard(registered),
  'an outcome that is not decided': roundStatusCard(closed),
  'an outcome that is approved': roundStatusCard({ ...approved, status: 'approved' }),
  'a round that was withdrawn': roundStatusCard(accepted(withdrawRound(replied, 'Feil vedlegg', 'siv', clocks))),
  'the form for an answer that came by e-mail': registerCard(replied, filled),
  'the form to take one back': undoCard(registered, filled),
  'the form for a later deadline': extendCard(round, { typed: {}, problems: ['not-later'] }),
  'the form to withdraw': withdrawCard(round, { typed: {}, problems: ['reason'] }),
  'the form for a new version': reviseCard(round, { ...filled, current: text }),
  'the form for a new version from a file': reviseCard(round, {
    ...filled,
    current: text,
    file: { id: file.id, name: file.name, length: 400 },
  }),

  'about a draft': referatCard(referat, committee),
  'about a referat approved in a meeting': referatCard(meeting, committee),
  'about a published referat': referatCard(published, committee),
  'the form for an approval in a meeting': meetingApprovalCard(referat, { typed: {}, problems: ['meeting-day'] }),
  'the form for a publication': publishCard(meeting, committee, filled),
  'the greeting of whoever added the bot': greetingCard('conversation-1', 'Strategisk utvalg'),
  'the same where others read it': greetingCard('conversation-1', undefined, { id: '29:siv', name: 'Siv Dahl' }),
  'a sentence to somebody where others read it': saidToCard({ id: '29:siv', name: 'Siv Dahl' }, 'set-up-unreached'),
  'help for somebody in no committee': helpCard({ runsRounds: false, unknown: false, canSetUp: true }),
  'help where a committee can be set up': helpCard({ runsRounds: false, unknown: false, shared: true, canSetUp: true }),
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
  'the preview of no change': differenceCard(change, { ...changing, differences: [] }, { page: 0 }),
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
  'the form for a seat': seatCard(committee, { typed: {}, problems: ['name-wanted'], nameOf: shownCommittee.nameOf }),
  'a file that was received': fileReceivedCard(file, { committees: [committee], drafts: [referat], running: [] }),
};
