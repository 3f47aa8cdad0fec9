import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain } from '../round/effects.ts';
import { MEETING_DAYS } from '../tiltak/rules-ask.ts';
import { addDays, contactTimeOn, dayOf } from '../time.ts';
import type { Meeting } from './record.ts';

/** When those who own a tiltak are asked how it goes, before a meeting that begins then. */
function followUpAt(startsAt: Date): Date {
  return contactTimeOn(addDays(dayOf(startsAt), -MEETING_DAYS));
}

/**
 * The meeting is planned, or moved: its committee's tiltak are asked about three weeks before, at once when that is over. Once
 * for each meeting, and again only when it is moved to more than three weeks from now.
 */
export function withFollowUp(meeting: Meeting, now: Date): Meeting {
  const at = followUpAt(meeting.startsAt);
  const rest = withoutFollowUp(meeting);
  return meeting.followedUpAt !== undefined && at <= now ? rest : { ...rest, followUpDueAt: at };
}

/** The meeting is over, or will not be: nobody is asked for its sake. */
export function withoutFollowUp(meeting: Meeting): Meeting {
  if (meeting.followUpDueAt === undefined) return meeting;
  const { followUpDueAt: _due, ...rest } = meeting;
  return rest;
}

/** It is three weeks until the meeting. One that has begun meanwhile asks nobody. Safe to repeat. */
export function followUpDue(meeting: Meeting, clocks: Clocks): Result<Meeting, 'not-due'> {
  const { now, realNow } = clocks;
  if (meeting.followUpDueAt === undefined || meeting.followUpDueAt > now) return refuse('not-due');
  const asked = withoutFollowUp(meeting);
  if (asked.comingIn === undefined || asked.startsAt <= now) return done(asked);
  return done(emitAgain({ ...asked, followedUpAt: now }, { realNow }, { kind: 'ask-tiltak' }));
}

/** A meeting as the first version stored it: nobody was asked about tiltak before it. */
export function fromVersion1(document: Record<string, unknown>): Record<string, unknown> {
  const { startsAt, comingIn } = document;
  const begins = startsAt instanceof Date || typeof startsAt === 'string' ? new Date(startsAt) : undefined;
  const isComing = comingIn !== undefined && begins !== undefined && !Number.isNaN(begins.getTime());
  return { ...document, schemaVersion: 2, ...(isComing && { followUpDueAt: followUpAt(begins) }) };
}
