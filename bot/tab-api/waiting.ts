import type { CardAction } from '../../cards/actions.ts';
import type { Reading } from './reading.ts';
import { waitingForMe } from './waiting-own.ts';
import { waitingForRunners } from './waiting-run.ts';
import type { WireWaiting, WireWaitingItem } from './wire-waiting.ts';

/** One thing that waits, with the time that it waits for. */
export type Waits = Omit<WireWaitingItem, 'isLate' | 'action'> & {
  readonly at?: Date | undefined;
  /** Whether its time is over, where that is not simply that it has passed. */
  readonly isOver?: boolean;
  readonly action?: CardAction;
};

/** What waits for whoever looks, in all their committees: what is late first, then by its time, then what has none. */
export async function readWaiting(reading: Reading): Promise<WireWaiting> {
  const now = reading.deps.now();
  const waits = (await Promise.all([waitingForMe(reading), waitingForRunners(reading)])).flat();
  const isLate = ({ at, isOver = at !== undefined && at <= now }: Waits) => isOver;
  const rank = (one: Waits) => (isLate(one) ? 0 : one.at ? 1 : 2);
  const sorted = waits.toSorted((a, b) => rank(a) - rank(b) || timeOf(a) - timeOf(b));
  return {
    page: 'waiting',
    items: sorted.map((one) => {
      const { at: _at, isOver: _isOver, ...item } = one;
      return { ...item, ...(isLate(one) && { isLate: true }) };
    }),
  };
}

const timeOf = ({ at }: Waits) => at?.getTime() ?? 0;
