import { shortened } from '../../cards/size.ts';
import { waitingText } from '../../cards/text/tab-waiting.ts';
import type { Want } from '../../store/digest/want.ts';
import { isOverdue, type Tiltak } from '../../store/tiltak/record.ts';
import { byUrgency } from '../../store/tiltak/rules-report.ts';
import { dayOf, startOf } from '../../store/time.ts';
import { readerOf } from '../tiltak.ts';
import { tiltakOf } from '../tiltak-report.ts';
import { waitingFor } from '../tiltak-wanted.ts';
import type { Reading } from './reading.ts';
import type { Waits } from './waiting.ts';

/** So many are shown one by one; more are not read in such a list. */
const SHOWN = 30;
const LONGEST = 200;

/** Tiltak that somebody is asked or told about, and those that are overdue and theirs, each once. */
export async function tiltakWaiting({ deps, viewerId }: Reading): Promise<readonly Waits[]> {
  const read = readerOf(deps);
  const today = dayOf(deps.now());
  const [{ wanted }, mine] = await Promise.all([waitingFor(deps, viewerId, false, read), tiltakOf(deps, viewerId)]);
  const asked = new Map(wanted.map(({ item, tiltak }) => [tiltak.id, { tiltak, want: item.want as Want | undefined }]));
  for (const tiltak of mine)
    if (isOverdue(tiltak, today) && !asked.has(tiltak.id)) asked.set(tiltak.id, { tiltak, want: undefined });
  const urgent = byUrgency(today);
  const sorted = [...asked.values()].toSorted((a, b) => urgent(a.tiltak, b.tiltak));
  const shown = sorted.slice(0, SHOWN).map(async ({ tiltak, want }) => {
    const committee = (await read.committee(tiltak.committeeId))?.shortName ?? '';
    return waits(tiltak, want, committee, today);
  });
  const left = sorted.length - SHOWN;
  return [...(await Promise.all(shown)), ...(left > 0 ? [more(left)] : [])];
}

function waits(tiltak: Tiltak, want: Want | undefined, committee: string, today: string): Waits {
  const at = tiltak.dueOn === undefined ? undefined : startOf(tiltak.dueOn);
  const point = tiltak.place.point ? `${tiltak.place.point} ` : '';
  return {
    kind: 'tiltak',
    title: shortened(`${point}${tiltak.text}`, LONGEST),
    what: want === undefined ? waitingText.overdue : waitingText.wants(want),
    ...(at && { due: waitingText.day(at), at }),
    isOver: isOverdue(tiltak, today),
    committee,
    // what is to be decided about it stands in the card that told of it
    ...(want === undefined || want === 'ask' ? { path: `tiltak/${tiltak.id}` } : { action: { verb: 'digest.show' } }),
  };
}

function more(left: number): Waits {
  return {
    kind: 'tiltak',
    title: waitingText.moreTiltak(left),
    what: waitingText.more,
    committee: '',
    action: { verb: 'tiltak.home' },
  };
}
