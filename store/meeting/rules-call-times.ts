import type { When } from '../effect.ts';
import type { Clocks } from '../round/effects.ts';
import { nextContactTime } from '../time.ts';
import type { Scope } from './forfall.ts';
import type { Meeting } from './record.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a vara has to answer before the next one is asked, and how long in the last days before a meeting. */
const WINDOW_MS = 24 * HOUR_MS;
const LATE_WINDOW_MS = 4 * HOUR_MS;
const LATE_MS = 2 * DAY_MS;
const SHORTEST_MS = 15 * MINUTE_MS;

type Begins = Pick<Meeting, 'startsAt'>;

/**
 * When people may be asked about a meeting: in working hours, and at any time from a day before it (design 3.3), whichever
 * comes first.
 */
export function contactTimeFor({ startsAt }: Begins, now: Date): Date {
  const lastDay = new Date(startsAt.getTime() - DAY_MS);
  return now >= lastDay ? now : earlier(nextContactTime(now), lastDay);
}

/** The same for an effect. In the last two days one that has to be tried again does not wait for working hours. */
export function whenToAsk(meeting: Begins, { now, realNow }: Clocks): When {
  const contactAt = contactTimeFor(meeting, now);
  const isLate = meeting.startsAt.getTime() - contactAt.getTime() <= LATE_MS;
  return { realNow, ...(contactAt > now && { contactAt }), ...(!isLate && { inWorkingHours: true as const }) };
}

/**
 * When the next vara is asked, should this one say nothing: after 24 hours, in the last two days before the meeting after
 * four, and never after more than half of the time that is left, so that somebody else can still be asked. A time at which
 * nobody may be contacted gives way to the next one at which somebody may.
 */
export function answerTime(meeting: Begins, scope: Scope, askedAt: Date): Date {
  const begins = scope.what === 'part' && scope.from ? scope.from : meeting.startsAt;
  const left = begins.getTime() - askedAt.getTime();
  const window = left <= LATE_MS ? LATE_WINDOW_MS : WINDOW_MS;
  const wait = Math.max(SHORTEST_MS, Math.min(window, left / 2));
  return contactTimeFor(meeting, new Date(askedAt.getTime() + wait));
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
