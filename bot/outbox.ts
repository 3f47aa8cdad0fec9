import { duePage } from '../store/due.ts';
import type { Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import { attempt, type Delivery, type Shell } from './attempt.ts';
import { type Loop, startLoop } from './loop.ts';

/** Enough to fill Teams' 50 requests a second at 200 ms each, and no more (perf: 10-15). */
const IN_FLIGHT = 12;

/**
 * Delivers what comes due in one collection until it is stopped, at least once: a crash after sending sends again.
 * Several are on their way at a time, and one that takes long keeps no other waiting.
 */
export function startDelivery<T extends Stored>(
  delivery: Delivery<T>,
  shell: Shell,
  everyMs: number,
  onError: (error: unknown) => void,
): Loop {
  const sending = new Set<Promise<void>>();
  const loop = startLoop(
    async () => {
      const { tried, sent } = await deliverDue(delivery, shell, IN_FLIGHT - sending.size);
      for (const over of sent) {
        sending.add(over);
        void over.then(() => {
          sending.delete(over);
          // not after every one: what starts together is claimed in one write
          if (sending.size <= IN_FLIGHT / 2) loop.soon();
        });
      }
      return tried > 0 && sent.length === 0;
    },
    everyMs,
    onError,
  );
  return {
    soon: loop.soon,
    stop: async () => {
      await loop.stop();
      await Promise.all(sending);
    },
  };
}

/**
 * Starts to deliver what is due in one collection. `tried` is how many effects were taken, by this process or another;
 * `sent` are this process's deliveries: each resolves when it is over, and never rejects.
 */
export async function deliverDue<T extends Stored>(
  delivery: Delivery<T>,
  shell: Shell,
  atMost = IN_FLIGHT,
): Promise<{ readonly tried: number; readonly sent: readonly Promise<void>[] }> {
  if (atMost <= 0) return { tried: 0, sent: [] };
  const now = shell.now();
  const collection = delivery.collection as unknown as Collection<Stored>;
  const records = await duePage<Stored>(collection, 'outboxDueAt', now, atMost);
  const due = records.flatMap(({ id, outbox }) =>
    outbox.filter(({ dueAt, contactAt }) => dueAt <= now && !contactAt).map((effect) => ({ id, effect })),
  );
  const taken = await Promise.all(due.slice(0, atMost).map(({ id, effect }) => attempt(delivery, shell, id, effect)));
  return {
    tried: taken.filter((outcome) => outcome !== 'failed').length,
    sent: taken.flatMap((outcome) => (typeof outcome === 'object' ? outcome.over : [])),
  };
}
