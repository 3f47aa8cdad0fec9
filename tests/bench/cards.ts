import { messageBytes } from '../../cards/size.ts';
import { kinds, largestCards } from '../support/largest-cards.ts';

/** The largest of the bot's cards, in bytes as Teams counts a message, at the largest content that it accepts. */
export function largestCard(): number {
  return Math.max(...kinds.flatMap((kind) => Object.values(largestCards(kind))).map(messageBytes));
}
