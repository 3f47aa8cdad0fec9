import { change } from '../store/change.ts';
import { duePage } from '../store/due.ts';
import type { Effect, Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import { claimEffect, deferEffect, settleEffect } from '../store/outbox.ts';
import { done, type Result } from '../store/result.ts';
import type { Fields } from './log.ts';
import { UndeliveredError } from './turn.ts';

/** Enough to fill Teams' 50 requests a second at 200 ms each, and no more (perf: 10-15). */
const IN_FLIGHT = 12;

/** What a delivery writes into its record when it is settled. */
export type Settled<T> = (record: T) => T;
/** Carries out one effect. Throws `UndeliveredError` when the receiver said no. */
export type Send<T> = (effect: Effect, record: T) => Promise<Settled<T> | undefined>;
/** What to write into the record when an effect cannot be carried out, now or ever. */
export type GiveUp<T> = (effect: Effect, why: UndeliveredError) => Settled<T> | undefined;

export type Delivery<T extends Stored> = {
  readonly collection: Collection<T>;
  readonly send: Send<T>;
  readonly giveUp: GiveUp<T>;
};
export type Shell = {
  /** Real time. */
  readonly now: () => Date;
  readonly report: (
    event: 'delivered' | 'delivery-failed' | 'delivery-refused' | 'delivery-given-up',
    fields: Fields,
  ) => void;
};

/**
 * Delivers what is due in one collection, at least once: a crash after sending sends again. Returns how many effects
 * it tried; 0 means that nothing is due.
 */
export async function deliverDue<T extends Stored>(delivery: Delivery<T>, shell: Shell): Promise<number> {
  const now = shell.now();
  const records = await duePage<Stored>(
    delivery.collection as unknown as Collection<Stored>,
    'outboxDueAt',
    now,
    IN_FLIGHT,
  );
  const due = records.flatMap(({ id, outbox }) =>
    outbox.filter(({ dueAt, contactAt }) => dueAt <= now && !contactAt).map(({ key }) => ({ id, key })),
  );
  for (let start = 0; start < due.length; start += IN_FLIGHT)
    await Promise.all(due.slice(start, start + IN_FLIGHT).map(({ id, key }) => deliver(delivery, shell, id, key)));
  return due.length;
}

/** One effect. Whatever goes wrong with it stays with it: the ones behind it are delivered all the same. */
async function deliver<T extends Stored>(delivery: Delivery<T>, shell: Shell, id: string, key: string): Promise<void> {
  try {
    await attempt(delivery, shell, id, key);
  } catch (error) {
    shell.report('delivery-failed', { recordId: id, effectKey: key, error });
  }
}

async function attempt<T extends Stored>(
  { collection, send, giveUp }: Delivery<T>,
  { now, report }: Shell,
  id: string,
  key: string,
): Promise<void> {
  const fields = { recordId: id, effectKey: key };
  const settle = (settled: Settled<T> | undefined) =>
    change(collection, id, (record): Result<T, never> => {
      const effect = settleEffect(record, key);
      return done(settled ? settled(effect) : effect);
    });
  const claimed = await change(collection, id, (record) => claimEffect(record, key, now()));
  const effect = claimed.ok ? claimed.value.outbox.find((waiting) => waiting.key === key) : undefined;
  if (!claimed.ok) {
    if (claimed.refusal !== 'given-up') return;
    report('delivery-given-up', fields);
    const waiting = (await collection.get(id))?.outbox.find((left) => left.key === key);
    await settle(waiting && giveUp(waiting, new UndeliveredError('failed', 'every attempt failed')));
    return;
  }
  if (effect === undefined) return;
  try {
    const settled = await send(effect, claimed.value);
    await settle(settled);
    report('delivered', fields);
  } catch (error) {
    if (!(error instanceof UndeliveredError)) throw error;
    if (error.why !== 'for-now') {
      report('delivery-refused', { ...fields, why: error.why, error });
      await settle(giveUp(effect, error));
      return;
    }
    report('delivery-failed', { ...fields, error });
    const { retryAt } = error;
    if (retryAt) await change(collection, id, (record) => deferEffect(record, effect, retryAt));
  }
}
