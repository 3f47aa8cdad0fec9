import type { Reading } from './reading.ts';
import type { WireWaiting } from './wire-waiting.ts';

/** What waits for whoever looks, in all their committees. */
export async function readWaiting(_reading: Reading): Promise<WireWaiting> {
  return { page: 'waiting', items: [] };
}
