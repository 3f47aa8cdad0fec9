import type { Stored } from '../store/effect.ts';
import type { Delivery, Shell } from './attempt.ts';
import { deliveries } from './deliver.ts';
import type { Log } from './log.ts';
import { startLoop } from './loop.ts';
import type { Metrics } from './metrics.ts';
import { startDelivery } from './outbox.ts';
import { tick } from './scheduler.ts';
import type { Deps, Teams } from './turn.ts';

const TICK_MS = 1000;
// a receiver that says «in a second» is not kept waiting for two
const DELIVERY_MS = 250;
/** What becomes of effects when nothing is wrong. */
const EXPECTED = ['delivered', 'delivery-held-back'];

/** What goes on by itself: deliveries, and all that comes due. */
export type Work = {
  /** Something waits to be delivered. */
  readonly deliverSoon: () => void;
  /** The committee's clock was moved. */
  readonly tickSoon: () => void;
  readonly stop: () => Promise<void>;
};

/** Starts to deliver what waits and to do what comes due, until it is stopped. */
export function startWork(deps: Deps, teams: Teams, { log, metrics }: { log: Log; metrics: Metrics }): Work {
  const outboxes = deliveries(deps, teams);
  const shell: Shell = {
    now: deps.realNow,
    report: (event, fields) => {
      metrics.deliveries.inc({ outcome: event });
      log(EXPECTED.includes(event) ? 'info' : 'warn', event, fields);
    },
  };
  const onError = (error: unknown) => log('error', 'pass-failed', { error });
  const onFailure = (recordId: string, error: unknown) => log('error', 'record-failed', { recordId, error });
  // one each: somebody's reply does not wait until a round has reached its 160 seats
  const delivering = Object.values(outboxes).map((outbox) =>
    startDelivery(outbox as unknown as Delivery<Stored>, shell, DELIVERY_MS, onError),
  );
  const deliverSoon = () => {
    for (const { soon } of delivering) soon();
  };
  const ticking = startLoop(
    async () => {
      const due = await tick(deps, onFailure);
      metrics.due.inc(due);
      if (due > 0) deliverSoon();
      return due > 0;
    },
    TICK_MS,
    onError,
  );
  return {
    deliverSoon,
    tickSoon: ticking.soon,
    stop: async () => {
      await Promise.all([ticking, ...delivering].map(({ stop }) => stop()));
    },
  };
}
