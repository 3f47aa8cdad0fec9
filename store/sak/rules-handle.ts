import type { Committee } from '../committee/record.ts';
import { mayRunAgenda } from '../committee/rules.ts';
import type { Meeting } from '../meeting/record.ts';
import { done, type Result, refuse } from '../result.ts';
import { manyLines } from '../typed-text.ts';
import { tellProposer } from './effects.ts';
import { MAX_REQUEST, MAX_REQUESTS, type Sak } from './record.ts';
import { type By, finished, noted } from './rules.ts';
import { openMeetings } from './rules-wish.ts';

const MAX_REASON = 2000;

/** What was shown when a decision was made, and where the sak belongs. */
export type Shown = {
  readonly committee: Committee;
  /** The sak as the card showed it. */
  readonly revision: number;
  /** The committee's meetings that are still to come. */
  readonly meetings: readonly Meeting[];
};

export type HandleRefusal =
  | 'not-for-you'
  | 'sak-handled-before'
  | 'sak-handled-by-you'
  | 'sak-changed'
  | 'no-such-meeting';

/** Why a card is too old: somebody else did something with the sak, or whoever presses did, by the same press perhaps. */
export function handledBefore({ history }: Sak, personId: string): 'sak-handled-before' | 'sak-handled-by-you' {
  return history.at(-1)?.by === personId ? 'sak-handled-by-you' : 'sak-handled-before';
}

/**
 * Whether this person may decide what becomes of the sak as it was shown. Whoever comes second, by the same press or
 * another's, is told what happened.
 */
function judged(sak: Sak, { committee, revision }: Shown, { personId }: By): HandleRefusal | undefined {
  if (!mayRunAgenda(committee, personId)) return 'not-for-you';
  if (!isOpenToDecide(sak)) return handledBefore(sak, personId);
  if (sak.revision === revision) return undefined;
  const isResent = sak.history.at(-1)?.by === sak.proposedBy && sak.proposedBy !== personId;
  return isResent ? 'sak-changed' : handledBefore(sak, personId);
}

/** Whether something is to be decided about it still. */
export function isOpenToDecide({ status }: Pick<Sak, 'status'>): boolean {
  return status === 'proposed' || status === 'returned' || status === 'accepted';
}

/** «Sett på saksliste»: for a meeting, or for the next one when none is named. One that is accepted already is moved. */
export function acceptSak(
  sak: Sak,
  { meetingId, ...shown }: Shown & { readonly meetingId?: string },
  by: By,
): Result<Sak, HandleRefusal | 'sak-already-there'> {
  const refusal = judged(sak, shown, by);
  if (refusal !== undefined) return refuse(refusal);
  if (meetingId !== undefined && !isComing(meetingId, shown, by)) return refuse('no-such-meeting');
  const isMoved = sak.status === 'accepted';
  if (isMoved && sak.wishedMeetingId === meetingId) return refuse('sak-already-there');
  // what was postponed stands like any other once it is put on an agenda
  const { postponed: _earlier, ...rest } = forMeeting(sak, meetingId);
  return done(decided(rest, 'accepted', by, isMoved ? 'moved' : 'accepted'));
}

/** «Be om utfyllende opplysninger»: back to whoever proposed it, with what is asked. */
export function returnSak(
  sak: Sak,
  { text, ...shown }: Shown & { readonly text: string },
  by: By,
): Result<Sak, HandleRefusal | 'question-missing' | 'question-too-long' | 'too-many-questions'> {
  const refusal = judged(sak, shown, by);
  if (refusal !== undefined) return refuse(refusal);
  const asked = manyLines(text);
  if (asked === '') return refuse('question-missing');
  if (asked.length > MAX_REQUEST) return refuse('question-too-long');
  if (sak.requests.length >= MAX_REQUESTS) return refuse('too-many-questions');
  const requests = [...sak.requests, { text: asked, at: by.now, by: by.personId }];
  return done(decided({ ...sak, requests }, 'returned', by));
}

/**
 * «Utsett»: to a later meeting. While none is planned the sak waits on, and is decided again when there is one.
 */
export function postponeSak(
  sak: Sak,
  { meetingId, reason, ...shown }: Shown & { readonly meetingId?: string; readonly reason?: string },
  by: By,
): Result<Sak, HandleRefusal | 'reason-too-long'> {
  const refusal = judged(sak, shown, by);
  if (refusal !== undefined) return refuse(refusal);
  if (meetingId !== undefined && !isComing(meetingId, shown, by)) return refuse('no-such-meeting');
  const given = manyLines(reason);
  if (given.length > MAX_REASON) return refuse('reason-too-long');
  const later = { ...forMeeting(sak, meetingId), postponed: (sak.postponed ?? 0) + 1 };
  const waiting = { ...later, ...(given && { reason: given }) };
  return done(decided(waiting, meetingId === undefined ? 'proposed' : 'accepted', by, 'postponed'));
}

/** «Avvis»: never without a reason. */
export function rejectSak(
  sak: Sak,
  { reason, ...shown }: Shown & { readonly reason: string },
  by: By,
): Result<Sak, HandleRefusal | 'reason-missing' | 'reason-too-long'> {
  const refusal = judged(sak, shown, by);
  if (refusal !== undefined) return refuse(refusal);
  const given = manyLines(reason);
  if (given === '') return refuse('reason-missing');
  if (given.length > MAX_REASON) return refuse('reason-too-long');
  const { meetingId: _agenda, ...rest } = finished(sak, 'rejected');
  return done(tellProposer(noted({ ...rest, reason: given }, by, 'rejected'), by, by.personId));
}

function isComing(meetingId: string, { meetings, committee }: Shown, { now }: By): boolean {
  return openMeetings(meetings, committee, now).some(({ id }) => id === meetingId);
}

/** What an earlier decision said of its meeting and why no longer holds. */
function forMeeting(sak: Sak, wishedMeetingId: string | undefined): Sak {
  const { wishedMeetingId: _wished, meetingId: _agenda, reason: _before, ...rest } = sak;
  return { ...rest, ...(wishedMeetingId !== undefined && { wishedMeetingId }) };
}

function decided(sak: Sak, status: Sak['status'], by: By, what: string = status): Sak {
  const next = { ...sak, status, revision: sak.revision + 1 };
  return tellProposer(noted(next, by, what), by, by.personId);
}
