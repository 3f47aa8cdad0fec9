import type { Card } from '../../cards/elements.ts';
import { fileReceivedCard } from '../../cards/file.ts';
import { overviewCard } from '../../cards/overview.ts';
import { referatFormCard } from '../../cards/referat.ts';
import { meetingApprovalCard, publishCard, referatCard, referatPreviewCard } from '../../cards/referat-status.ts';
import { askCard, receiptCard, reminderCard } from '../../cards/round.ts';
import { changesCard } from '../../cards/round-changes.ts';
import { EDITABLE, extendCard, reviseCard, withdrawCard } from '../../cards/round-forms.ts';
import { registerCard, undoCard } from '../../cards/round-register.ts';
import { sharedCard } from '../../cards/round-shared.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import type { StoredFile } from '../../store/file/record.ts';
import { MAX_TEXT, newest, type Referat } from '../../store/referat/record.ts';
import { type Answer, MAX_REASON, MAX_REMARK, MAX_SAK, type Round } from '../../store/round/record.ts';
import { MAX_SAK_TITLE } from '../../store/sak/record.ts';
import { aDocument } from './documents.ts';
import { largestAgendaCards } from './largest-agenda-cards.ts';
import { largestDigestCards } from './largest-digest-cards.ts';
import { largestForfallCards } from './largest-forfall-cards.ts';
import { largestMatterCards } from './largest-matter-cards.ts';
import { largestMeetingCards } from './largest-meeting-cards.ts';
import { largestMinutesCards } from './largest-minutes-cards.ts';
import { largestNominationCards } from './largest-nomination-cards.ts';
import { largestPlanCards } from './largest-plan-cards.ts';
import { largestSakCards } from './largest-sak-cards.ts';
import { largestSetupCards } from './largest-setup-cards.ts';
import { largestTiltakCards } from './largest-tiltak-cards.ts';
import { largestTiltakVedtakCards } from './largest-tiltak-vedtak-cards.ts';
import { aCommittee, aFile, aReferat, aRound, aSeat, aSetup, DEADLINE, hashOf, missed, NOW } from './records.ts';
import { aDraft } from './saker.ts';

const SEATS = 160;
/** Names as long as the longest real ones, with a number that tells them apart. */
const LONGEST_NAME = 200;
const LONGEST_TITLE = 200;
const LONGEST_SUMMARY = 1000;

/** Plain words, and texts that grow when Markdown and JSON escape them. */
export const kinds = ['Vedtak tas til orientering. ', 'a\n', '* "_"', '\\', '"', '<b>&amp;', '1. ', '😀'];

/** As much of a kind of text as its field takes. */
const fill = (kind: string, length: number) => kind.repeat(Math.ceil(length / kind.length)).slice(0, length);

/** A round over 160 seats whose names, title and answers are as long as they may be. */
function largestRound(kind: string, overrides: Partial<Round>): Round {
  const seats = Array.from({ length: SEATS }, (_, n) =>
    aSeat(`${n}`, { id: `seat_ssu_${n}`, name: `${n} ${fill(kind, LONGEST_NAME)}`.slice(0, LONGEST_NAME).trim() }),
  );
  const round = aRound({ title: fill(kind, LONGEST_TITLE) }, aCommittee({ seats }));
  return { ...round, ...overrides };
}

function remarks(round: Round, kind: string, registered: boolean): Answer[] {
  const remark = { kind: 'realitet', text: fill(kind, MAX_REMARK), sak: fill(kind, MAX_SAK) } as const;
  return round.seats.map(({ seatId, holderId }) => ({
    seatId,
    personId: holderId,
    choice: 'remark',
    remark,
    textHash: round.textHashes[0] ?? '',
    receivedAt: NOW,
    ...(registered && { registered: { by: 'siv', way: 'telefon' } }),
  }));
}

/** A sheet has no text. */
const withoutText = ({ text: _none, ...file }: StoredFile): StoredFile => file;

/** Every kind of card at the largest content that is accepted for it, of this kind of text. */
export function largestCards(kind: string): Readonly<Record<string, Card>> {
  const silent = largestRound(kind, {});
  const committee = aCommittee({
    seats: silent.seats.map(({ seatId, seatName }) => aSeat('x', { id: seatId, name: seatName })),
    settings: { roundDays: 7 },
  });
  const unreached = largestRound(kind, { deliveries: silent.seats.map(({ holderId }) => missed(holderId, 'failed')) });
  const answered = { ...silent, answers: remarks(silent, kind, false) };
  const registered = { ...silent, answers: remarks(silent, kind, true) };
  const withdrawn = { ...answered, status: 'withdrawn' as const, reason: fill(kind, MAX_REASON), closedAt: DEADLINE };
  const long = fill(kind, MAX_TEXT);
  const version = { ...newest(aReferat()), text: long, hash: hashOf(long) };
  const referat: Referat = aReferat({
    title: fill(kind, LONGEST_TITLE),
    summary: fill(kind, LONGEST_SUMMARY),
    versions: [version],
    round: { id: 'round_referat-1_1', number: 1, version: 1 },
  });
  const problem = {
    problem: 'remark-kind-missing',
    typed: { kind: 'realitet', sak: fill(kind, MAX_SAK), text: fill(kind, MAX_REMARK) },
  };
  const ask = { referat, text: version, personId: '7', problem };
  const corrected = { ...silent, textHashes: [...silent.textHashes, hashOf('rettet')], changedFrom: hashOf('før') };
  const people = silent.seats.map(({ seatName }, n) => ({ id: `29:${n}`, name: seatName }));
  const typed = {
    title: referat.title,
    summary: referat.summary,
    present: committee.seats.map(({ id }) => id).join(','),
  };
  const choices = { approvalRule: { kind: 'silent-consent' }, askedGroup: 'present' } as const;
  const marked = [{ text: long, isMarked: true }];
  const words = Array.from({ length: 4000 }, (_, n) => ({ text: fill(kind, 5), isMarked: n % 2 === 0 }));
  const filled = { typed: {}, problems: ['seat', 'choice', 'way'] };
  const meeting = { on: '2026-03-11', sak: fill(kind, 100), vedtak: fill(kind, 1000) };
  const approval = { how: 'meeting', ...meeting, at: NOW, by: 'siv' } as const;
  const many = <T>(make: (n: number) => T) => Array.from({ length: 20 }, (_, n) => make(n));
  return {
    'ask, first page': askCard(corrected, { ...ask, page: 0 }),
    'ask, another page': askCard(corrected, { ...ask, page: 7 }),
    'ask, last page': askCard(corrected, { ...ask, page: 9999 }),
    receipt: receiptCard(answered, '7', 'other-text'),
    'receipt of a withdrawn round': receiptCard(withdrawn, '7', 'withdrawn'),
    reminder: reminderCard(silent),
    shared: sharedCard(corrected, { unreached: people, problem }),
    'shared, reading': sharedCard(corrected, { unreached: people, problem, reading: { text: version.text, page: 7 } }),
    'shared, withdrawn': sharedCard(withdrawn),
    'status, silent': roundStatusCard(silent),
    'status, not reached': roundStatusCard(unreached, { problem: 'reminded' }),
    'status, remarks': roundStatusCard({ ...registered, textHashes: corrected.textHashes }, { from: 30 }),
    'status, withdrawn': roundStatusCard(withdrawn, { from: 100 }),
    register: registerCard(silent, { ...filled, typed: { ...problem.typed, seatId: 'seat_ssu_150' } }),
    undo: undoCard(registered, filled),
    extend: extendCard(silent, filled),
    withdraw: withdrawCard(silent, { ...filled, typed: { reason: fill(kind, MAX_REASON) } }),
    revise: reviseCard(silent, { ...filled, current: { ...version, text: fill(kind, EDITABLE) } }),
    'changes, whole paragraphs': changesCard(silent, [{ before: marked, now: marked }], {
      from: { verb: 'round.status', roundId: silent.id },
      wanted: 3,
    }),
    'changes, word by word': changesCard(silent, [{ before: words, now: words }], {
      from: { verb: 'round.status', roundId: silent.id },
    }),
    overview: overviewCard({
      waiting: many(() => silent),
      answered: many(() => silent),
      running: many(() => answered),
      referater: many(() => referat),
      drafts: many(() => aDocument({ title: fill(kind, MAX_SAK_TITLE) })),
      runsRounds: true,
    }),
    'referat form': referatFormCard({
      referatId: 'referat-1',
      committee,
      typed: { ...typed, fileId: 'file-1' },
      problems: ['title', 'rule', 'asked', 'presence'],
      source: { name: fill(kind, LONGEST_NAME), length: MAX_TEXT },
    }),
    'referat form with a text': referatFormCard({
      referatId: 'referat-1',
      committee: aCommittee({ settings: { roundDays: 7 } }),
      typed: { title: referat.title, summary: referat.summary, text: fill(kind, EDITABLE) },
      problems: [],
    }),
    preview: referatPreviewCard(referat, { committee, choices, asked: SEATS, moved: true, problem: 'deadline-passed' }),
    'preview, another page': referatPreviewCard(referat, { committee, choices, asked: SEATS, page: 7 }),
    referat: referatCard(
      { ...referat, state: 'published', approval, published: { at: NOW, by: 'siv', where: fill(kind, 500) } },
      committee,
      'already-published',
    ),
    'meeting approval': meetingApprovalCard(referat, { typed: meeting, problems: ['on-round'] }),
    publish: publishCard(referat, committee, { typed: { where: fill(kind, 500) }, problems: ['where-too-long'] }),
    ...largestPlanCards((length) => fill(kind, length)),
    ...largestSakCards((length) => fill(kind, length)),
    ...largestMatterCards(kind, fill),
    ...largestSetupCards((length) => fill(kind, length)),
    ...largestNominationCards((length) => fill(kind, length)),
    ...largestDigestCards((length) => fill(kind, length)),
    ...largestAgendaCards((length) => fill(kind, length)),
    ...largestForfallCards((length) => fill(kind, length)),
    ...largestTiltakCards((length) => fill(kind, length)),
    ...largestMeetingCards(kind),
    ...largestMinutesCards((length) => fill(kind, length)),
    ...largestTiltakVedtakCards((length) => fill(kind, length)),
    file: fileReceivedCard(aFile({ name: fill(kind, LONGEST_NAME), text: long }), {
      committees: many((n) => aCommittee({ id: `committee-${n}`, shortName: fill(kind, 40) })),
      drafts: many((n) => ({ ...referat, id: `referat-${n}` })),
      running: many((n) => ({ ...referat, id: `referat-${n}` })),
      saker: many((n) => aDraft({ id: `sak-${n}`, typed: { title: fill(kind, 5000) } })),
      setups: [],
    }),
    'list of members': fileReceivedCard(
      withoutText({
        ...aFile({ name: fill(kind, LONGEST_NAME) }),
        memberList: {
          rows: 620,
          columns: Array.from({ length: 7 }, () => fill(kind, 60)),
          unused: Array.from({ length: 20 }, () => fill(kind, 60)),
          hasMore: true,
        },
      }),
      {
        committees: many((n) => aCommittee({ id: `committee-${n}`, shortName: fill(kind, 40) })),
        drafts: [],
        running: [],
        saker: [],
        setups: many((n) =>
          aSetup({
            id: `setup-${n}`,
            conversation: {
              serviceUrl: 'https://teams.example/',
              conversationId: '19:x',
              rosterId: '19:x',
              name: fill(kind, 300),
            },
          }),
        ),
      },
    ),
  };
}
