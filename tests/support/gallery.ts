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
import { roundChoices } from '../../store/committee/rules.ts';
import { newFile } from '../../store/file/record.ts';
import { newest } from '../../store/referat/record.ts';
import { approveInMeeting, registerPublished } from '../../store/referat/rules.ts';
import { registerAnswer } from '../../store/round/rules.ts';
import { closeRound, withdrawRound } from '../../store/round/rules-run.ts';
import { aDocument } from './documents.ts';
import { agendaGallery } from './gallery-agenda.ts';
import { conversationGallery } from './gallery-conversation.ts';
import { digestGallery } from './gallery-digest.ts';
import { forfallGallery } from './gallery-forfall.ts';
import { lifeGallery } from './gallery-life.ts';
import { matterGallery } from './gallery-matter.ts';
import { meetingGallery } from './gallery-meeting.ts';
import { minutesGallery } from './gallery-minutes.ts';
import { nominationGallery } from './gallery-nomination.ts';
import { planGallery } from './gallery-plan.ts';
import { sakGallery } from './gallery-sak.ts';
import { setupGallery } from './gallery-setup.ts';
import { tiltakGallery } from './gallery-tiltak.ts';
import { tiltakVedtakGallery } from './gallery-tiltak-vedtak.ts';
import {
  aCommittee,
  accepted,
  answered,
  aReferat,
  aRound,
  aSeat,
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
const nothing = { waiting: [], answered: [], running: [], referater: [], drafts: [aDocument()] };
const everything = {
  waiting: [round],
  answered: [replied],
  running: [round, closed],
  referater: [referat, meeting],
  drafts: [],
};
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

/** Every kind of card, in each of the shapes it takes. */
export const gallery: Readonly<Record<string, Card>> = {
  'help of a member': helpCard({ role: 'member', unknown: false, hasTab: true }),
  'help of the secretariat, after a message it did not understand': helpCard({ role: 'secretariat', unknown: true }),
  'help of a vice chair': helpCard({ role: 'vice-chair', unknown: false }),
  'help of a vara': helpCard({ role: 'vara', unknown: false }),
  'help of an owner of tiltak': helpCard({ role: 'owner', unknown: false }),
  'help of a secretariat that has done nothing yet': helpCard({
    role: 'secretariat',
    unknown: false,
    appLink: 'https://teams.eksempel.no/l/app/utvalgsbot',
  }),
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
  'the card of somebody who may take their seat back': movedCard(round, 'Vera Vik', {
    problem: 'seat-moved',
    backIn: 'meeting-1',
  }),
  'a reminder': reminderCard(round),
  'what changed': changesCard(second, changes, { from: { verb: 'round.show', roundId: round.id } }),

  'the shared card': sharedCard(round),
  'the shared card with somebody mentioned': sharedCard(round, { unreached: [{ id: '29:per', name: 'Per Li' }] }),
  'the shared card with the text': sharedCard(round, { reading: { text: long.text, page: 1 } }),
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
  ...sakGallery,
  ...setupGallery,
  ...lifeGallery,
  ...nominationGallery,
  ...planGallery,
  ...conversationGallery,
  ...digestGallery,
  ...meetingGallery,
  'a file that was received': fileReceivedCard(file, {
    committees: [committee],
    drafts: [referat],
    running: [],
    saker: [],
    setups: [],
  }),
  ...matterGallery,
  ...agendaGallery,
  ...minutesGallery,
  ...tiltakVedtakGallery,
  ...forfallGallery,
  ...tiltakGallery,
};
