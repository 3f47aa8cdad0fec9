import type { Card } from '../../cards/elements.ts';
import { overviewCard } from '../../cards/overview.ts';
import { referatFormCard, referatPreviewCard } from '../../cards/referat.ts';
import { askCard } from '../../cards/round.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { fitsMessage, messageBytes } from '../../cards/size.ts';
import { MAX_TEXT } from '../../store/referat/record.ts';
import { MAX_REMARK } from '../../store/round/record.ts';
import { answerRound } from '../../store/round/rules.ts';
import { aCommittee, accepted, aReferat, aRound, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const seats = Array.from({ length: 160 }, (_, i) => aSeat(`medlem-med-et-langt-navn-${i}`));
const committee = aCommittee({ seats });
// plain words, and texts that grow when Markdown and JSON escape them
const kinds = ['Vedtak tas til orientering. ', 'a\n', '* "_"', '\\'];

/** The largest of the bot's cards, in bytes as Teams counts a message, at the largest content that it accepts. */
export function largestCard(): number {
  const { textHash } = aReferat();
  const big = seats.reduce(
    (round, { memberId = '' }) => {
      const remark = { kind: 'realitet', text: 'x'.repeat(MAX_REMARK) } as const;
      return accepted(answerRound(round, { personId: memberId, textHash, remark }, NOW, REAL_NOW));
    },
    aRound({}, committee),
  );
  const pages = [0, 1, 50, 159].map((from) => roundStatusCard(big, from));
  const rounds = Array.from({ length: 20 }, () => aRound({ title: 'x'.repeat(200) }));
  const overview = overviewCard({ waiting: rounds, answered: rounds, drafts: [], running: rounds, runsRounds: true });
  return Math.max(...[...pages, overview, ...kinds.flatMap(largestText)].map(messageBytes));
}

/** The cards of the longest text of this kind that the form lets through. */
function largestText(kind: string): readonly Card[] {
  const summary = 'x'.repeat(1000);
  const cards = (length: number) => {
    const text = kind.repeat(Math.ceil(length / kind.length)).slice(0, length);
    const referat = aReferat({ text, summary, title: 'x'.repeat(200) });
    const problem = { problem: 'remark-kind-missing', typed: 'x'.repeat(MAX_REMARK) };
    return {
      judged: [referatPreviewCard(referat, { committee, moved: true }), askCard(aRound(), referat, 'kari')],
      shown: [
        askCard(aRound(), referat, 'kari', problem),
        referatPreviewCard(referat, { committee, moved: true, problem: 'changed-since-preview' }),
        referatFormCard({
          referatId: 'r',
          committees: [committee],
          typed: { text, summary, title: referat.title },
          problems: [],
        }),
      ],
    };
  };
  let length = MAX_TEXT;
  while (!cards(length).judged.every(fitsMessage)) length -= 50;
  return cards(length).shown;
}
