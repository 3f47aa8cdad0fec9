import { commentLine, innspillDocText } from '../../cards/text/innspill-document.ts';
import { matterText } from '../../cards/text/matter.ts';
import { roundName } from '../../cards/text/round.ts';
import { SIGNED, signatureLine } from '../../cards/text/round-signing.ts';
import type { Matter, Round } from '../../store/round/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { numberedPoints } from '../../store/typed-text.ts';

/** What a round without a referat is about, as a Word document. */
export async function matterDocx(round: Round, matter: Matter): Promise<Uint8Array> {
  const { blocksOf } = await import('./blocks.ts');
  const { headingOf, paragraphOf, written } = await import('./paragraphs.ts');
  const { proposal, text } = matter;
  return written(roundName(round), [
    ...(text === '' ? [] : [headingOf(matterText.background), ...blocksOf(text)]),
    ...(proposal.length === 0
      ? []
      : [headingOf(matterText.proposal), ...numberedPoints(proposal).map((point) => paragraphOf(point))]),
  ]);
}

/** A document that was signed, as a Word document: its text, who signed and when, and that no signature is needed. */
export async function signedDocx(round: Round, { text }: Matter): Promise<Uint8Array> {
  const { blocksOf } = await import('./blocks.ts');
  const { paragraphOf, written } = await import('./paragraphs.ts');
  const signatures = round.seats.flatMap((seat) => {
    const answer = round.answers.find(({ seatId }) => seatId === seat.seatId);
    return answer ? [paragraphOf(signatureLine(seat, answer))] : [];
  });
  return written(round.title, [...blocksOf(text), ...signatures, paragraphOf(SIGNED)]);
}

/** The innspill of a round in one document: seat by seat, in the order of the committee, and who said nothing. */
export async function innspillDocx(round: Round): Promise<Uint8Array> {
  const { headingOf, paragraphOf, proseOf, written } = await import('./paragraphs.ts');
  const { comments } = tally(round);
  return written(innspillDocText.title(roundName(round)), [
    ...innspillDocText.facts(round).map((line) => paragraphOf(line)),
    ...comments.flatMap(({ seat, comment }) => [headingOf(commentLine(seat, comment)), ...proseOf(comment.text)]),
    headingOf(innspillDocText.othersHeading),
    ...innspillDocText.others(round).map((line) => paragraphOf(line)),
  ]);
}
