import type { Committee } from '../store/committee/record.ts';
import type { Document } from '../store/document/record.ts';
import { purposeSchema } from '../store/document/view.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { Referat } from '../store/referat/record.ts';
import type { Round } from '../store/round/record.ts';
import { about } from './about.ts';
import { button, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { fitting } from './size.ts';
import { documentText, purposeText } from './text/document.ts';
import { longTime, shortDayOn } from './text/format.ts';
import { meetingTitle } from './text/meeting.ts';
import { minutesText } from './text/minutes.ts';
import { overviewText } from './text/overview.ts';
import { referatStateText } from './text/referat.ts';
import { roundName, roundText } from './text/round.ts';
import { wordsOf } from './text/round-words.ts';

/** At most so many of each list: more would not be read. */
const SHOWN = 8;

/** The first of a list, and how many more there are. */
function first<T>(list: readonly T[], shown: number, show: (item: T) => readonly Element[]): Element[] {
  const left = list.length - shown;
  return [...list.slice(0, shown).flatMap(show), ...(left > 0 ? [paragraph(overviewText.left(left))] : [])];
}

export type Overview = {
  readonly waiting: readonly Round[];
  readonly answered: readonly Round[];
  readonly running: readonly Round[];
  /** Drafts, and what is decided but not published. */
  readonly referater: readonly Referat[];
  /** What is to be asked about in a round of its own, begun and not sent. */
  readonly drafts: readonly Document[];
  readonly runsRounds: boolean;
  /** Meetings that have begun and whose protocol is not finished. */
  readonly meetings?: readonly { readonly meeting: Meeting; readonly committee: Committee }[];
  /** The viewer is in no committee: nothing will ever wait here. */
  readonly isAlone?: boolean;
};

/** What waits for the viewer, and, for those who run rounds, their rounds and referater. */
export function overviewCard(overview: Overview): Card {
  return fitting((shown) => overviewOf(overview, shown), SHOWN);
}

function overviewOf(
  { waiting, answered, running, referater, drafts, runsRounds, meetings = [], isAlone }: Overview,
  shown: number,
): Card {
  const some = <T>(list: readonly T[], show: (item: T) => readonly Element[]) => first(list, shown, show);
  const own: Element[] = [
    heading(overviewText.waiting),
    ...(waiting.length === 0 ? [paragraph(overviewText.nothing)] : []),
    ...some(waiting, (round) => [
      paragraph(`${wordsOf(round).title(round)} (${round.committeeName}). Svarfrist ${longTime(round.deadline)}.`),
      buttons(...about(roundName(round), button(roundText.readAndAnswer, { verb: 'round.show', roundId: round.id }))),
    ]),
    ...some(answered, (round) => [
      paragraph(`${roundName(round)} (${round.committeeName}). ${overviewText.answered}`),
      buttons(...about(roundName(round), button(overviewText.show, { verb: 'round.show', roundId: round.id }))),
    ]),
  ];
  if (isAlone)
    return card(...own, paragraph(overviewText.alone), buttons(button(overviewText.setup, { verb: 'setup.show' })));
  if (!runsRounds) return card(...own);
  return card(
    ...own,
    ...(meetings.length > 0 ? [heading(minutesText.overview)] : []),
    ...some(meetings, ({ meeting, committee }) => [
      paragraph(meetingTitle(committee, meeting)),
      buttons(
        ...about(
          meetingTitle(committee, meeting),
          button(minutesText.open, { verb: 'minutes.show', meetingId: meeting.id }),
        ),
      ),
    ]),
    ...(running.length > 0 ? [heading(overviewText.running)] : []),
    ...some(running, (round) => [
      paragraph(`${roundName(round)} (${round.committeeName}): ${standing(round)}`),
      buttons(...about(roundName(round), button(overviewText.status, { verb: 'round.status', roundId: round.id }))),
    ]),
    ...(referater.length > 0 ? [heading(overviewText.referater)] : []),
    ...some(referater, (referat) => [
      paragraph(`${referat.title}, møte ${shortDayOn(referat.meetingOn)}: ${referatStateText[referat.state]}`),
      buttons(
        ...about(
          `${referat.title}, ${shortDayOn(referat.meetingOn)}`,
          ...(referat.state === 'draft'
            ? [button(overviewText.carryOn, { verb: 'referat.edit', referatId: referat.id })]
            : []),
          button(overviewText.about, { verb: 'referat.show', referatId: referat.id }),
        ),
      ),
    ]),
    ...(drafts.length > 0 ? [heading(documentText.drafts)] : []),
    ...some(drafts, ({ id: documentId, title }) => [
      paragraph(title),
      buttons(...about(title, button(overviewText.carryOn, { verb: 'document.edit', documentId }))),
    ]),
    heading(overviewText.newTitle),
    paragraph(overviewText.dropFile),
    buttons(button(overviewText.write, { verb: 'referat.new' })),
    heading(overviewText.askTitle),
    paragraph(overviewText.askAbout),
    buttons(
      ...purposeSchema.options.map((purpose) => button(purposeText[purpose].create, { verb: 'document.new', purpose })),
    ),
  );
}

function standing(round: Round): string {
  if (round.status === 'undecided') return overviewText.undecided;
  return `${wordsOf(round).standing(round)} Svarfrist ${longTime(round.deadline)}.`;
}
