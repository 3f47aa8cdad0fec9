import { understandDue } from '../tiltak/rules-due.ts';
import { type Directory, resolveOwner } from '../tiltak/rules-owner.ts';
import type { Plan } from './record.ts';
import type { Doubt } from './row.ts';
import { understoodIn } from './rules-understood.ts';
import type { WantedRow } from './wanted.ts';

const OF_DUE: readonly Doubt[] = ['due-unknown', 'due-no-year', 'due-no-day', 'due-no-meeting'];
const OF_OWNER: readonly Doubt[] = ['owner-unknown', 'owner-collective'];

/** What of each row is still unclear, with all that is known by now: who can own it, when the next meeting is, what was answered before. */
export function doubtsWith(
  plan: Pick<Plan, 'contacts' | 'dates'>,
  directory: Directory,
  nextMeetingOn: string | undefined,
): (row: WantedRow) => Doubt[] {
  const understood = understoodIn(plan, directory, nextMeetingOn);
  const doubtOf = remembered((owner) => ownerDoubt(owner, directory));
  const doubtOfDue = remembered(dueDoubt);
  return (row) => {
    const others = row.doubts.filter((doubt) => !OF_DUE.includes(doubt) && !OF_OWNER.includes(doubt));
    const due = isDateKnown(row, plan, understood.dueOn(row)) ? undefined : doubtOfDue(row.due);
    const owner = understood.contactIds(row.owner).length > 0 ? undefined : doubtOf(row.owner);
    return [...others, ...(due ? [due] : []), ...(owner ? [owner] : [])];
  };
}

/** The same owner and the same date stand in many rows. */
function remembered(doubtOf: (written: string) => Doubt | undefined): (written: string) => Doubt | undefined {
  const known = new Map<string, Doubt | undefined>();
  return (written) => {
    if (!known.has(written)) known.set(written, doubtOf(written));
    return known.get(written);
  };
}

function isDateKnown(row: WantedRow, { dates }: Pick<Plan, 'dates'>, dueOn: string | undefined): boolean {
  return dueOn !== undefined || dates.some(({ written }) => written === row.due);
}

/** Why a due time cannot be asked about by its date. */
export function dueDoubt(due: string): Doubt | undefined {
  const read = understandDue(due);
  if (read.kind === 'next-meeting') return 'due-no-meeting';
  if (read.kind !== 'unknown') return undefined;
  return read.why === 'not-understood' ? 'due-unknown' : `due-${read.why}`;
}

/** Why nobody can be asked about a tiltak by its owner. */
function ownerDoubt(owner: string, directory: Directory): Doubt | undefined {
  const { kind } = resolveOwner(owner, directory);
  return kind === 'unknown' || kind === 'collective' ? `owner-${kind}` : undefined;
}
