import type { Round } from '../store/round/record.ts';
import { roundIdFor } from '../store/round/rules-ask.ts';
import { type Tally, tally } from '../store/round/rules-count.ts';
import { isRunning } from '../store/round/rules-run.ts';
import { appLinkButton } from './app-link.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  paragraph,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { elementsOf, type Line, linesOf, notReached, remarksIn, stillOnTheWay } from './round-status-lines.ts';
import { bytesOf, MAX_MESSAGE_BYTES, messageBytes } from './size.ts';
import { longTime, shortTime } from './text/format.ts';
import { roundText } from './text/round.ts';
import { innspillText } from './text/round-innspill.ts';
import { signingText } from './text/round-signing.ts';
import { statusText } from './text/round-status.ts';
import { wordsOf } from './text/round-words.ts';

/** For the numbers in the buttons that turn the page. */
const NUMBERS_BYTES = 256;

/**
 * Where a round stands, for the secretariat and the chair: active yes, silent, absent, not reached and remarks, apart,
 * and what can be done. Lines that do not fit one card follow on the next page, from line number `from`.
 */
export function roundStatusCard(
  round: Round,
  { from = 0, problem }: { readonly from?: number; readonly problem?: string } = {},
): Card {
  const counted = tally(round);
  const lines = linesOf(round, counted).slice(from);
  const page = (shown: readonly Line[], left: readonly Line[]) =>
    statusPage(round, counted, { from, shown, left, ...(problem && { problem }) });
  const whole = page(lines, []);
  if (messageBytes(whole) <= MAX_MESSAGE_BYTES) return whole;
  const room = MAX_MESSAGE_BYTES - messageBytes(page([], lines)) - NUMBERS_BYTES;
  const [shown = []] = inPages(lines, room, (line) => bytesOf(elementsOf([line])));
  return page(shown, lines.slice(shown.length));
}

type Page = {
  readonly from: number;
  readonly shown: readonly Line[];
  readonly left: readonly Line[];
  readonly problem?: string;
};

function statusPage(round: Round, counted: Tally, { from, shown, left, problem }: Page): Card {
  const isOpen = round.status === 'open';
  const words = wordsOf(round);
  const to = (next: number) => ({ verb: 'round.status', roundId: round.id, ...(next > 0 && { from: next }) }) as const;
  const turn: Execute[] = [
    ...(left.length > 0 ? [button(statusText.more, to(from + shown.length))] : []),
    ...(from > 0 ? [button(statusText.first, to(0))] : []),
  ];
  return card(
    heading(roundText.statusTitle(round)),
    ...noticeLines(problem),
    paragraph(words.outcome(round)),
    facts({
      Utvalg: round.committeeName,
      Status: words.status(round),
      ...(isOpen
        ? { Svarfrist: longTime(round.deadline) }
        : { Avsluttet: shortTime(round.closedAt ?? round.deadline) }),
      ...roundNumbers(round, counted),
      Regel: words.rule(round),
    }),
    ...elementsOf(shown),
    ...(lacksApp(round, counted) ? [buttons(appLinkButton(round.committeeId))] : []),
    ...(left.length > 0 ? [paragraph(statusText.moreAbout(remarksIn(left)))] : []),
    ...statusActions(round, turn),
  );
}

/** Whether somebody who may still answer was not reached because they have not added the app. */
function lacksApp(round: Round, counted: Tally): boolean {
  return isRunning(round) && counted.notReached.some(({ why }) => why === 'not-installed');
}

/** The numbers of a round, by what they count. */
export function roundNumbers(round: Round, counted: Tally): Record<string, string> {
  const isOpen = round.status === 'open';
  const away = notReached(counted, isOpen).length;
  const words = wordsOf(round);
  return {
    ...words.counted(round, counted),
    'Ikke svart': `${counted.silent.length + (isOpen ? stillOnTheWay(counted).length : 0)}`,
    ...(counted.absent.length > 0 ? { 'Ikke til stede, ikke svart': `${counted.absent.length}` } : {}),
    ...(isOpen && away === 0 ? {} : { 'Ikke nådd': `${away}` }),
    ...words.remarked(counted),
  };
}

/** What the secretariat and the chair can do now. Teams shows six buttons in a row at most. */
export function statusActions(round: Round, turn: readonly Execute[]): Element[] {
  const { id: roundId, subject } = round;
  const refresh = button(statusText.refresh, { verb: 'round.status', roundId });
  const about = aboutSubject(round);
  const extend = button(statusText.extend, { verb: 'round.extend-form', roundId });
  // what is asked about is kept in the round itself, and stays
  const revise = subject.kind === 'referat' ? [button(statusText.revise, { verb: 'round.revise-form', roundId })] : [];
  const withdraw = button(statusText.withdraw, { verb: 'round.withdraw-form', roundId });
  const changes =
    round.changedFrom || round.textHashes.length > 1
      ? [button(roundText.whatChanged, { verb: 'round.changes', roundId })]
      : [];
  const undo = round.answers.some(({ registered }) => registered)
    ? [button(statusText.undo, { verb: 'round.undo-form', roundId })]
    : [];
  // a registered answer may have ended the round before its deadline, and can be taken back until then
  const isEarly = round.closedAt !== undefined && round.closedAt < round.deadline;
  const before =
    round.number > 1
      ? [button(statusText.before, { verb: 'round.status', roundId: roundIdFor(subject.id, round.number - 1) })]
      : [];
  const collected =
    round.status === 'collected'
      ? [button(innspillText.download, { verb: 'file.send', offer: { what: 'innspill', roundId } })]
      : [];
  // nobody signs in a meeting
  const toMeeting =
    round.kind === 'signering' ? [] : [button(statusText.toMeeting, { verb: 'round.to-meeting', roundId })];
  const signed =
    round.kind === 'signering' && round.status === 'approved'
      ? [button(signingText.download, { verb: 'file.send', offer: { what: 'signed', roundId } })]
      : [];
  if (round.status === 'open')
    return [
      buttons(
        ...turn,
        refresh,
        button(statusText.remind, { verb: 'round.remind', roundId }),
        button(statusText.register, { verb: 'round.register-form', roundId }),
        ...undo,
      ),
      buttons(extend, ...revise, withdraw, ...changes, ...before, ...about),
    ];
  if (round.status === 'undecided' && round.liftedToMeeting === undefined)
    return [
      paragraph(wordsOf(round).undecided),
      buttons(extend, ...revise, ...toMeeting, withdraw),
      ...buttonRows([...turn, ...receiptButtons(roundId), ...about]),
      ...buttonRows([...changes, ...before]),
    ];
  return [
    ...buttonRows([...turn, ...collected, ...signed, ...receiptButtons(roundId), ...about]),
    ...buttonRows([...changes, ...before, ...(isEarly ? undo : [])]),
  ];
}

/** The way to what is asked about. */
function aboutSubject(round: Round): Execute[] {
  const { id: roundId, subject } = round;
  const file = button(wordsOf(round).asFile, { verb: 'file.send', offer: { what: 'matter', roundId } });
  switch (subject.kind) {
    case 'referat':
      return [button(statusText.referat, { verb: 'referat.show', referatId: subject.id })];
    case 'sak':
      return [button(statusText.sak, { verb: 'sak.show', sakId: subject.id }), file];
    case 'document':
      return [file];
  }
}

/** The receipt to archive, and the same for systems. */
export function receiptButtons(roundId: string): Execute[] {
  return [
    button(statusText.receipt, { verb: 'file.send', offer: { what: 'receipt', roundId, format: 'docx' } }),
    button(statusText.receiptJson, { verb: 'file.send', offer: { what: 'receipt', roundId, format: 'json' } }),
  ];
}
