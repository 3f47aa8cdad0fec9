import { done, type Result, refuse } from '../result.ts';
import type { Meeting } from './record.ts';

const MAX_COMING = 100;
export const MAX_COMING_TITLE = 300;

/** A sak that was named for a later meeting. */
export type ComingSak = Meeting['coming'][number];

/** Names a sak for later; one that is named already gets the newest wish. */
export function addComing(meeting: Meeting, sak: ComingSak): Result<Meeting, 'coming-full'> {
  const others = meeting.coming.filter(({ title }) => !isSame(title, sak.title));
  if (others.length >= MAX_COMING) return refuse('coming-full');
  const before = meeting.coming.find(({ title }) => isSame(title, sak.title));
  if (before && before.wishedMeetingId === sak.wishedMeetingId) return done(meeting);
  const coming = before
    ? meeting.coming.map((one) => (one === before ? { ...sak, title: one.title } : one))
    : [...meeting.coming, sak];
  return done({ ...meeting, coming });
}

/** Takes saker from the list: they were made, or are not wanted any more. */
export function removeComing(meeting: Meeting, titles: readonly string[]): Result<Meeting, never> {
  const coming = meeting.coming.filter(({ title }) => !titles.some((other) => isSame(title, other)));
  return done(coming.length === meeting.coming.length ? meeting : { ...meeting, coming });
}

/** Which meeting these saker are wished for; none when it is not said. */
export function wishComing(
  meeting: Meeting,
  titles: readonly string[],
  wishedMeetingId: string | undefined,
): Result<Meeting, never> {
  const isMeant = ({ title }: ComingSak) => titles.some((other) => isSame(title, other));
  if (!meeting.coming.some((sak) => isMeant(sak) && sak.wishedMeetingId !== wishedMeetingId)) return done(meeting);
  const coming = meeting.coming.map((sak): ComingSak => {
    if (!isMeant(sak)) return sak;
    return { title: sak.title, ...(wishedMeetingId !== undefined && { wishedMeetingId }) };
  });
  return done({ ...meeting, coming });
}

/**
 * What was named at a meeting that is over and is no sak yet goes on to a meeting after it, each once. A wish for the
 * meeting that is over is none any more. Safe to repeat.
 */
export function carryComing(from: Pick<Meeting, 'id' | 'coming'>, to: Meeting): Meeting {
  const carried = from.coming
    .filter(({ title }) => !to.coming.some((known) => isSame(title, known.title)))
    .map(({ title, wishedMeetingId }): ComingSak => {
      return { title, ...(wishedMeetingId && wishedMeetingId !== from.id && { wishedMeetingId }) };
    });
  if (carried.length === 0) return to;
  return { ...to, coming: [...carried, ...to.coming].slice(0, MAX_COMING) };
}

/** The first of these meetings, in their order, that begins after a time. */
export function firstAfter(meetings: readonly Meeting[], time: Date): Meeting | undefined {
  return meetings.find(({ startsAt }) => startsAt > time);
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
