import type { Committee } from '../committee/record.ts';
import type { Meeting } from './record.ts';

type Times = Pick<Meeting, 'startsAt' | 'endsAt'>;

/** A meeting of another committee at the same time, and who is in both. */
export type Clash = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly people: readonly string[];
};

/** Whether two meetings are going on at the same moment; one that begins when the other ends is not. */
export function overlaps(a: Times, b: Times): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** What people of a committee would miss at these times, or miss this for: the meetings of their other committees. */
export function clashesAt(
  times: Times,
  { id, people }: Pick<Committee, 'id' | 'people'>,
  others: readonly Committee[],
  meetings: readonly Meeting[],
): Clash[] {
  return meetings.flatMap((meeting): Clash[] => {
    if (meeting.committeeId === id || meeting.state === 'cancelled' || !overlaps(times, meeting)) return [];
    const committee = others.find((other) => other.id === meeting.committeeId);
    const shared = committee?.people.filter((personId) => people.includes(personId)) ?? [];
    return committee && shared.length > 0 ? [{ meeting, committee, people: shared }] : [];
  });
}
