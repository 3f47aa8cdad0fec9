import type { Committee } from '../store/committee/record.ts';
import { button, buttons, type Card, card, heading, paragraph } from './elements.ts';
import { type LeftPlace, leftText, type Removal, type StoredCounts } from './text/conversation.ts';

export type Left = {
  readonly committee: Pick<Committee, 'id' | 'shortName'>;
  readonly place: LeftPlace;
  /** Undefined when the bot is back by now. */
  readonly removal: Removal | undefined;
  /** Rounds that still wait for answers. */
  readonly running: number;
  readonly stored: StoredCounts;
};

/** The bot was taken out of a committee's conversation: what is stopped there, what goes on, and what remains. */
export function leftCard({ committee, place, removal, running, stored }: Left): Card {
  const { id: committeeId, shortName } = committee;
  const show = button(leftText.show, { verb: 'setup.show', committeeId });
  if (removal === undefined) return card(paragraph(leftText.back(shortName)), buttons(show));
  return card(
    heading(leftText.title(shortName)),
    paragraph(leftText.happened(place, removal)),
    heading(leftText.stopped),
    paragraph(leftText.stoppedThere),
    heading(leftText.goesOn),
    paragraph(leftText.roundsGoOn(running)),
    heading(leftText.stored),
    paragraph(leftText.storedCounts(stored)),
    heading(leftText.todo),
    paragraph(leftText.addAgain(place)),
    buttons(show, button(leftText.overview, { verb: 'referat.overview' })),
  );
}
