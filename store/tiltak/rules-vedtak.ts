import type { OwnerRef } from './owner.ts';
import { MAX_CONTACTS } from './record.ts';
import type { DueRead } from './rules-due.ts';
import type { OwnerRead } from './rules-owner.ts';

export type OwnerProblem = 'owner-several' | 'owner-unknown' | 'too-many-contacts';
export type DueProblem = 'due-no-year' | 'due-unknown' | 'due-no-meeting';

/** What somebody ticks to save a tiltak although nobody can be asked about it yet. */
export const NOBODY_YET = 'none';

/** Who answers for a tiltak of a vedtak: who is meant by the owner as written, and whom the secretariat named. */
export type Answers = { readonly ownerRef?: OwnerRef; readonly contactIds?: string[] };

/**
 * Who is meant by an owner as written. Several, and one that nobody knows, are asked back: somebody is named for it, or it
 * is saved with nobody to ask. `chosen`: who was ticked; only people who are known count. `pickedId`: found in Teams.
 */
export function answersFor(
  read: OwnerRead,
  {
    chosen,
    known,
    pickedId,
  }: { readonly chosen: readonly string[]; readonly known: readonly string[]; readonly pickedId?: string | undefined },
): Answers | { readonly problem: OwnerProblem } {
  const named = [...new Set([...(pickedId ? [pickedId] : []), ...chosen.filter((id) => known.includes(id))])];
  if (named.length > MAX_CONTACTS) return { problem: 'too-many-contacts' };
  const ownerRef = read.kind === 'known' ? { ownerRef: read.ref } : {};
  if (named.length > 0) return { ...ownerRef, contactIds: named };
  if (read.kind === 'none' || read.kind === 'known' || chosen.includes(NOBODY_YET)) return ownerRef;
  return { problem: read.kind === 'collective' ? 'owner-several' : 'owner-unknown' };
}

/**
 * The last day that is meant by a due time as written. «Neste møte» is the committee's next planned one. What is not
 * understood is asked back, and can be saved as it stands: without a day.
 */
export function dayFor(
  read: DueRead,
  { nextMeetingOn, asWritten }: { readonly nextMeetingOn?: string | undefined; readonly asWritten: boolean },
): { readonly dueOn?: string } | { readonly problem: DueProblem } {
  if (read.kind === 'none') return {};
  if (read.kind === 'day') return { dueOn: read.on };
  if (read.kind === 'next-meeting' && nextMeetingOn !== undefined) return { dueOn: nextMeetingOn };
  if (asWritten) return {};
  if (read.kind === 'next-meeting') return { problem: 'due-no-meeting' };
  return { problem: read.why === 'no-year' ? 'due-no-year' : 'due-unknown' };
}
