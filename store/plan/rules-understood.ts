import { understandDue } from '../tiltak/rules-due.ts';
import { type Directory, resolveOwner } from '../tiltak/rules-owner.ts';
import type { Plan } from './record.ts';
import { fold } from './rules-match-like.ts';
import type { Understood } from './rules-merge-row.ts';

/**
 * What is known of a plan's owners and dates as they are written: what they mean by themselves, and what the secretariat has
 * said of the others. `nextMeetingOn`: the day of the committee's next meeting, when one is planned.
 */
export function understoodIn(
  { contacts, dates }: Pick<Plan, 'contacts' | 'dates'>,
  directory: Directory,
  nextMeetingOn: string | undefined,
): Understood {
  const named = new Map(contacts.map(({ written, personIds }) => [fold(written), personIds]));
  const said = new Map(dates.map(({ written, on }) => [fold(written), on]));
  const refs = new Map<string, ReturnType<Understood['ownerRef']>>();
  return {
    ownerRef: (written) => {
      // the same owner stands in many rows
      if (!refs.has(written)) {
        const read = resolveOwner(written, directory);
        refs.set(written, read.kind === 'known' ? read.ref : undefined);
      }
      return refs.get(written);
    },
    contactIds: (written) => named.get(fold(written)) ?? [],
    dueOn: ({ due, dueOn }) => {
      const key = fold(due);
      if (said.has(key)) return said.get(key);
      return dueOn ?? (understandDue(due).kind === 'next-meeting' ? nextMeetingOn : undefined);
    },
  };
}
