import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { meetingTitle, meetingWhere } from '../../cards/text/meeting.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';

const MADE_BY = { company: 'Utvalgsbot', product: 'utvalgsbot', language: 'NB' };

/**
 * Meetings as a calendar takes them. A meeting keeps its id for good, and a newer one has a higher sequence: the calendar
 * moves or removes what it has. One that is cancelled alone takes the meeting out.
 */
export function meetingsIcs(committee: Committee, meetings: readonly Meeting[], stampedAt: Date): Uint8Array {
  const isCancellation = meetings.every(({ state }) => state === 'cancelled');
  const calendar = ical({
    prodId: MADE_BY,
    method: isCancellation ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const meeting of meetings) {
    const { id, startsAt, endsAt, sequence, state } = meeting;
    const where = meetingWhere(meeting);
    calendar.createEvent({
      id: `${id}@utvalgsbot`,
      start: startsAt,
      end: endsAt,
      stamp: stampedAt,
      summary: meetingTitle(committee, meeting),
      sequence,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(where && { location: where }),
      ...(meeting.cancelled?.reason && { description: meeting.cancelled.reason }),
    });
  }
  return Buffer.from(calendar.toString(), 'utf8');
}
