import { isWaiting } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain } from '../round/effects.ts';
import { askCandidate } from './effects.ts';
import type { Nomination } from './record.ts';
import { wantsCard } from './rules-run.ts';

/**
 * Somebody whom a nomination did not reach can be reached now: they get what they are asked, at once, for it is they who
 * came. What has reached them, or is on its way, is not sent again.
 */
export function reachAgain(
  nomination: Nomination,
  personId: string,
  clocks: Clocks,
): Result<Nomination, 'nothing-to-ask'> {
  const isLost = nomination.deliveries.some(({ holderId, why }) => holderId === personId && why !== undefined);
  const isOnTheWay = nomination.outbox.some(
    (effect) => effect.kind === 'seat-card' && effect.holderId === personId && !isWaiting(effect),
  );
  const proposes = isLost && !isOnTheWay && wantsCard(nomination, personId);
  const asked = nomination.answers
    .flatMap(({ candidates }) => candidates)
    .filter((one) => one.personId === personId && one.state === 'asked' && one.unreached !== undefined);
  if (!proposes && asked.length === 0) return refuse('nothing-to-ask');
  const shown = proposes
    ? emitAgain(nomination, atOnce(clocks), { kind: 'seat-card', holderId: personId })
    : nomination;
  return done(asked.reduce((current, candidate) => askCandidate(current, candidate, clocks, atOnce(clocks)), shown));
}
