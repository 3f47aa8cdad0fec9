import { change } from '../store/change.ts';
import type { Effect, Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import { claimEffect, deferEffect, holdEffect, postponeEffect, retryTime, settleEffect } from '../store/outbox.ts';
import { done, type Result } from '../store/result.ts';
import type { Fields } from './log.ts';
import { HeldBackError, UndeliveredError } from './turn.ts';

/** What a delivery writes into its record when it is settled. */
export type Settled<T> = (record: T) => T;
/** Carries out one effect. Throws `UndeliveredError` when the receiver said no. */
export type Send<T> = (effect: Effect, record: T) => Promise<Settled<T> | undefined>;
/** What to write into the record when an effect cannot be carried out, now or ever. */
export type GiveUp<T> = (effect: Effect, why: UndeliveredError) => Settled<T> | undefined;

/** How the effects of one collection are carried out. */
export type Delivery<T extends Stored> = {
  readonly collection: Collection<T>;
  readonly send: Send<T>;
  readonly giveUp: GiveUp<T>;
  /** The committee's time until which an effect must wait; undefined when it may be sent now. */
  readonly heldUntil?: (effect: Effect) => Date | undefined;
};
export type Shell = {
  /** Real time. */
  readonly now: () => Date;
  readonly report: (
    event: 'delivered' | 'delivery-held-back' | 'delivery-failed' | 'delivery-refused' | 'delivery-given-up',
    fields: Fields,
  ) => void;
};

/** What became of a due effect: on its way, another process's or not to be sent now, or in trouble. */
export type Taken = { readonly over: Promise<void> } | 'elsewhere' | 'failed';

/** One due effect. Whatever goes wrong with it stays with it: nothing here rejects. */
export function attempt<T extends Stored>(
  { collection, send, giveUp, heldUntil }: Delivery<T>,
  { now, report }: Shell,
  recordId: string,
  waiting: Effect,
): Promise<Taken> {
  const { key } = waiting;
  const fields = { recordId, effectKey: key };

  const settle = (settled: Settled<T> | undefined) =>
    change(collection, recordId, (record): Result<T, never> => {
      const rest = settleEffect(record, key);
      return done(settled ? settled(rest) : rest);
    });

  const end = async (effect: Effect, error: UndeliveredError) => {
    const isFinal = error.why !== 'for-now';
    report(isFinal ? 'delivery-refused' : 'delivery-given-up', { ...fields, why: error.why, error });
    await settle(giveUp(effect, error));
  };

  const carryOut = async (effect: Effect, record: T) => {
    try {
      await settle(await send(effect, record));
      report('delivered', fields);
    } catch (error) {
      if (error instanceof HeldBackError) {
        const { until } = error;
        await change(collection, recordId, (current) => postponeEffect(current, effect, until));
        return report('delivery-held-back', fields);
      }
      // a bug of ours: it is tried again when the lease runs out
      if (!(error instanceof UndeliveredError)) throw error;
      if (error.why !== 'for-now') return end(effect, error);
      const until = retryTime(effect, now(), Math.random(), error.retryAt);
      const deferred = await change(collection, recordId, (current) => deferEffect(current, effect, until));
      if (!deferred.ok && deferred.refusal === 'given-up') return end(effect, error);
      report('delivery-failed', { ...fields, error });
    }
  };

  const guarded = async (work: Promise<void>) => {
    await work.catch((error: unknown) => report('delivery-failed', { ...fields, error }));
  };

  const take = async (): Promise<Taken> => {
    const contactAt = heldUntil?.(waiting);
    if (contactAt) {
      await change(collection, recordId, (record) => holdEffect(record, key, contactAt, now()));
      return 'elsewhere';
    }
    const claimed = await change(collection, recordId, (record) => claimEffect(record, key, now()));
    if (!claimed.ok) {
      if (claimed.refusal !== 'given-up') return 'elsewhere';
      return { over: guarded(end(waiting, new UndeliveredError('for-now', 'every attempt failed'))) };
    }
    const effect = claimed.value.outbox.find((due) => due.key === key);
    return effect === undefined ? 'elsewhere' : { over: guarded(carryOut(effect, claimed.value)) };
  };

  return take().catch((error: unknown) => {
    report('delivery-failed', { ...fields, error });
    return 'failed';
  });
}
