import type { Matter, Round } from '../store/round/record.ts';
import { type Card, card, facts, heading, paragraph } from './elements.ts';
import { type Problem, pagedText, seatFacts, textWays } from './round.ts';
import { answerWays } from './round-answers.ts';
import { longTime } from './text/format.ts';
import { askedText } from './text/matter.ts';
import { notice } from './text/notices.ts';
import { wordsOf } from './text/round-words.ts';

/** The personal card of somebody who is asked about a sak or a document: what it is, and the ways to answer. */
export function matterCard(
  round: Round,
  {
    matter,
    personId,
    page = 0,
    problem,
  }: { readonly matter: Matter; readonly personId: string; readonly page?: number; readonly problem?: Problem },
): Card {
  const words = wordsOf(round);
  return card(
    heading(words.title(round)),
    ...(problem ? [paragraph(notice(problem.problem))] : []),
    facts({
      Utvalg: round.committeeName,
      ...seatFacts(round, personId),
      Svarfrist: longTime(round.deadline),
      Regel: words.rule(round),
    }),
    ...pagedText(askedText(matter), page, (next) => ({ verb: 'round.show', roundId: round.id, page: next })),
    ...answerWays(round, problem?.typed ?? {}, textWays(round)),
  );
}
