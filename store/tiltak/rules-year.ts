import { dayOf } from '../time.ts';
import { classOf, newestStatus, type Tiltak } from './record.ts';
import { inOrder } from './rules-follow-up.ts';

/**
 * The tiltak that the årsrapport of a year tells of, in the order of the saker and plans they come from: what there was by
 * the end of it, save what was done or deleted before it began.
 */
export function tiltakOfYear(all: readonly Tiltak[], year: number): readonly Tiltak[] {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  return all
    .filter((tiltak) => {
      const made = tiltak.history[0] && dayOf(tiltak.history[0].at);
      const ended = endedOn(tiltak);
      return (made === undefined || made <= until) && (ended === undefined || ended >= from);
    })
    .toSorted(inOrder);
}

/** The day on which nothing was left to do: it was done, or taken away. */
function endedOn(tiltak: Tiltak): string | undefined {
  const last = tiltak.state === 'closed' ? tiltak.history.at(-1) : undefined;
  if (last !== undefined) return dayOf(last.at);
  const status = newestStatus(tiltak);
  return classOf(tiltak) === 'done' && status !== undefined ? dayOf(status.at) : undefined;
}
