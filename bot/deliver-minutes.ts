import type { Ballot } from '../store/ballot/record.ts';
import { noteUnreached } from '../store/ballot/rules.ts';
import { change } from '../store/change.ts';
import { type Effect, emit } from '../store/effect.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { approveInMeeting } from '../store/referat/rules.ts';
import type { Delivery, Settled } from './attempt.ts';
import type { Deps } from './turn.ts';

/**
 * «bekreftes godkjent»: a meeting's vedtak approves a referat. One that is approved already stays as it is; where a round
 * asks about it by now, whoever wrote the vedtak is told that it approves nothing.
 */
export async function approveByVedtak(
  deps: Deps,
  effect: Extract<Effect, { kind: 'referat-approved' }>,
): Promise<Settled<Meeting> | undefined> {
  const { referatId, on, vedtak, by } = effect;
  const sak = (await deps.saker.collection.get(effect.sakId))?.number;
  const approved = await change(deps.referater.collection, referatId, (referat) =>
    approveInMeeting(referat, { on, vedtak, ...(sak && { sak }) }, { personId: by, now: deps.now() }),
  );
  if (approved.ok || approved.refusal !== 'on-round') return undefined;
  const view = { view: 'referat', referatId, problem: 'vedtak-on-round' } as const;
  const told = { kind: 'personal-card', key: `not-approved:${effect.sakId}:${referatId}`, personId: by, view } as const;
  return (meeting) => emit(meeting, { realNow: deps.realNow() }, told);
}

/** What a voting wants sent. Whom its card does not reach is named to whoever runs it. */
export function ballotDelivery(delivery: Delivery<Ballot>): Delivery<Ballot> {
  return {
    ...delivery,
    giveUp: (effect) =>
      effect.kind === 'personal-card' ? (ballot) => noteUnreached(ballot, effect.personId) : undefined,
  };
}
