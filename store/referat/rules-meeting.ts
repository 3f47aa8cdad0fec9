import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { newest, newReferat, type Referat, type ReferatInput } from './record.ts';
import { type ReviseRefusal, reviseReferat } from './rules.ts';

/** Who does it, and when. */
type By = { readonly personId: string; readonly now: Date };

/** One referat for one meeting, however often it is made. */
export const referatIdFor = (meetingId: string) => `referat_${meetingId}`;

/** The draft that a meeting's protocol gives. */
export function referatFrom(meetingId: string, tenantId: string, input: ReferatInput, { personId, now }: By): Referat {
  const referat = newReferat(referatIdFor(meetingId), tenantId, input, personId, now);
  return { ...referat, madeFrom: { meetingId, hash: input.text.hash } };
}

export type RemakeRefusal = ReviseRefusal | 'changed-by-hand';

/**
 * Makes a draft anew from its meeting. What somebody wrote by hand meanwhile is replaced only when that is wanted, and is
 * lost by nobody who did not see it: the preview shows what is there.
 */
export function remakeReferat(
  referat: Referat,
  input: ReferatInput,
  by: By & { readonly committee: Committee; readonly isWanted: boolean },
): Result<Referat, RemakeRefusal> {
  const isByHand = newest(referat).hash !== referat.madeFrom?.hash;
  if (referat.state === 'draft' && isByHand && newest(referat).hash !== input.text.hash && !by.isWanted)
    return refuse('changed-by-hand');
  // its deadline and title may have been chosen in the form, and stay
  const { title, summary, deadline } = referat;
  const { committee, personId, now } = by;
  const kept = { ...input, title, summary, deadline, ...(referat.choices && { choices: referat.choices }) };
  const revised = reviseReferat(referat, kept, { committees: [committee], personId, now });
  if (!revised.ok || referat.madeFrom === undefined) return revised;
  return done(
    referat.madeFrom.hash === input.text.hash
      ? revised.value
      : { ...revised.value, madeFrom: { ...referat.madeFrom, hash: input.text.hash } },
  );
}

export type WantRefusal = 'not-for-you' | 'on-round' | 'already-approved';

/** To be approved in a meeting, this one or the next: its agenda has it as a sak. Safe to repeat. */
export function wantApproval(
  referat: Referat,
  committee: Committee,
  meetingId: string | undefined,
  { personId, now }: By,
): Result<Referat, WantRefusal> {
  if (committee.id !== referat.committeeId || !mayRunRounds(committee, personId)) return refuse('not-for-you');
  if (referat.state === 'circulating') return refuse('on-round');
  if (referat.state === 'approved' || referat.state === 'published') return refuse('already-approved');
  if (referat.approvalWanted && referat.approvalWanted.meetingId === meetingId) return done(referat);
  const wanted = { ...referat, approvalWanted: { ...(meetingId !== undefined && { meetingId }) } };
  return done(note(wanted, { at: now, by: personId, what: 'approval-wanted' }));
}
