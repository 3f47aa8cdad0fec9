import type { Round } from '../store/round/record.ts';
import { button, type Card, card, type Element, facts, heading, mentioning, paragraph } from './elements.ts';
import { type Problem, pagedText, revisionLines } from './round.ts';
import { answerWays } from './round-answers.ts';
import { fitting } from './size.ts';
import { longTime, shortTime } from './text/format.ts';
import { notice } from './text/notices.ts';
import { roundText, sharedText } from './text/round.ts';
import { wordsOf } from './text/round-words.ts';

/** At most so many are mentioned: each of them is notified, and the others are counted. */
const NAMED = 20;

/** A page of the text, for whoever asked for it. */
type Reading = { readonly text: string; readonly page: number };
/** Somebody whom no card of their own reached. `id`: a Teams id or an Entra object id. */
export type Unreached = { readonly id: string; readonly name: string };

export type SharedCardState = {
  readonly reading?: Reading;
  readonly problem?: Problem;
  /** What the presser is told of their own answer. */
  readonly said?: string;
  /** They are mentioned, and may answer here. */
  readonly unreached?: readonly Unreached[];
};

/**
 * The one card in the committee's own conversation: how many have answered, until when, and the ways to answer for
 * members who see it. It shows nobody's answer.
 */
export function sharedCard(round: Round, state: SharedCardState = {}): Card {
  return fitting((named) => sharedWith(round, state, named), NAMED);
}

/** With so many of those who were not reached mentioned by name; the others are counted. */
function sharedWith(round: Round, { reading, problem, said, unreached = [] }: SharedCardState, named: number): Card {
  const isOpen = round.status === 'open';
  const words = wordsOf(round);
  const mention = isOpen && unreached.length > 0 ? mentionLine(unreached, named) : undefined;
  const shown = card(
    heading(roundText.statusTitle(round)),
    ...(problem ? [paragraph(notice(problem.problem))] : []),
    ...(said ? [paragraph(said)] : []),
    ...(isOpen ? [paragraph(words.shared), ...revisionLines(round)] : [paragraph(words.outcome(round))]),
    facts({
      Utvalg: round.committeeName,
      Svar: sharedText.answered(round.answers.length, round.seats.length),
      ...(isOpen
        ? { Svarfrist: longTime(round.deadline), Regel: words.rule(round) }
        : { Avsluttet: shortTime(round.closedAt ?? round.deadline) }),
    }),
    ...(mention ? [mention.element] : []),
    ...(isOpen ? ways(round, reading, problem) : []),
  );
  return mention ? { ...shown, msteams: { ...shown.msteams, entities: mention.entities } } : shown;
}

function mentionLine(unreached: readonly Unreached[], named: number) {
  const more = unreached.length - named;
  const after = more > 0 ? sharedText.andMore(more) : sharedText.mayAnswer;
  return mentioning(sharedText.notReached, unreached.slice(0, named), after);
}

function ways(round: Round, reading: Reading | undefined, problem: Problem | undefined): Element[] {
  const { id: roundId } = round;
  const text = reading
    ? pagedText(reading.text, reading.page, (page) => ({ verb: 'round.shared', roundId, page }))
    : [];
  return [
    ...text,
    ...answerWays(round, problem?.typed ?? {}, [
      reading
        ? button(sharedText.back, { verb: 'round.shared', roundId })
        : button(wordsOf(round).read, { verb: 'round.shared', roundId, page: 0 }),
    ]),
  ];
}
