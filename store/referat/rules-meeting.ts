import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { newest, newReferat, type Referat, type ReferatInput } from './record.ts';
import { approveInMeeting, type MeetingApprovalRefusal, type ReviseRefusal, reviseReferat } from './rules.ts';

/** Who does it, and when. */
type By = { readonly personId: string; readonly now: Date };

/** One referat for one meeting, however often it is made. */
export const referatIdFor = (meetingId: string) => `referat_${meetingId}`;

/** What a meeting's protocol gives: its referat, and who acted for which seat there. */
export type FromMeeting = { readonly input: ReferatInput; readonly actingFor: NonNullable<Referat['actingFor']> };

/** The draft that a meeting's protocol gives. */
export function referatFrom(
  meetingId: string,
  tenantId: string,
  { input, actingFor }: FromMeeting,
  { personId, now }: By,
): Referat {
  const referat = newReferat(referatIdFor(meetingId), tenantId, input, personId, now);
  return { ...acting(referat, actingFor), madeFrom: { meetingId, hash: input.text.hash } };
}

function acting(referat: Referat, actingFor: FromMeeting['actingFor']): Referat {
  const { actingFor: before = [], ...rest } = referat;
  if (JSON.stringify(before) === JSON.stringify(actingFor)) return referat;
  return { ...rest, ...(actingFor.length > 0 && { actingFor }) };
}

export type RemakeRefusal = ReviseRefusal | 'changed-by-hand';

/**
 * Makes a draft anew from its meeting. What somebody wrote by hand meanwhile is replaced only when that is wanted, and is
 * lost by nobody who did not see it: the preview shows what is there.
 */
export function remakeReferat(
  referat: Referat,
  { input, actingFor }: FromMeeting,
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
  const remade = acting(revised.value, actingFor);
  return done(
    referat.madeFrom.hash === input.text.hash
      ? remade
      : { ...remade, madeFrom: { ...referat.madeFrom, hash: input.text.hash } },
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

/** What a vedtak of a meeting says of a referat: that it is approved, or that it is not after all. */
export type ByVedtak = {
  readonly isApproved: boolean;
  readonly on: string;
  readonly sak?: string;
  readonly vedtak: string;
};

/**
 * Follows a meeting's vedtak: approved by it, in its newest words, or not approved any more when it was corrected. What
 * approved the referat otherwise stays, and one that was published is not called back. Safe to repeat.
 */
export function followVedtak(
  referat: Referat,
  { isApproved, on, sak, vedtak }: ByVedtak,
  { personId, now }: By,
): Result<Referat, MeetingApprovalRefusal | 'already-published'> {
  const { approval, ...rest } = referat;
  const isByIt = approval?.how === 'meeting' && approval.on === on && approval.sak === sak;
  if (!isByIt)
    return isApproved
      ? approveInMeeting(referat, { on, vedtak, ...(sak && { sak }) }, { personId, now })
      : done(referat);
  if (isApproved && approval.vedtak === vedtak) return done(referat);
  if (referat.state === 'published') return refuse('already-published');
  if (isApproved) {
    const reworded = { ...referat, approval: { ...approval, vedtak } };
    return done(note(reworded, { at: now, by: personId, what: 'approval-reworded' }));
  }
  const wasUndecided = referat.history.findLast(({ what }) => STATES.includes(what))?.what === 'undecided';
  const back = { ...rest, state: wasUndecided ? ('undecided' as const) : ('draft' as const) };
  return done(note(back, { at: now, by: personId, what: 'approval-taken-back' }));
}

/** What a round has made of a referat that no round has approved: undecided, or a draft again. */
const STATES: readonly string[] = ['undecided', 'round-withdrawn'];
