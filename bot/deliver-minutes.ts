import type { Ballot } from '../store/ballot/record.ts';
import { noteUnreached } from '../store/ballot/rules.ts';
import { change } from '../store/change.ts';
import type { Effect } from '../store/effect.ts';
import { approveInMeeting } from '../store/referat/rules.ts';
import type { Delivery } from './attempt.ts';
import type { Deps } from './turn.ts';

/** «bekreftes godkjent»: a meeting's vedtak approves a referat. One that is approved already stays as it is. */
export async function approveByVedtak(
  deps: Deps,
  effect: Extract<Effect, { kind: 'referat-approved' }>,
): Promise<void> {
  const { referatId, on, vedtak, by } = effect;
  const sak = (await deps.saker.collection.get(effect.sakId))?.number;
  await change(deps.referater.collection, referatId, (referat) =>
    approveInMeeting(referat, { on, vedtak, ...(sak && { sak }) }, { personId: by, now: deps.now() }),
  );
}

/** What a voting wants sent. Whom its card does not reach is named to whoever runs it. */
export function ballotDelivery(delivery: Delivery<Ballot>): Delivery<Ballot> {
  return {
    ...delivery,
    giveUp: (effect) =>
      effect.kind === 'personal-card' ? (ballot) => noteUnreached(ballot, effect.personId) : undefined,
  };
}
