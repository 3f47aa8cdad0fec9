import { type Meeting, newMeeting } from '../../store/meeting/record.ts';
import { TENANT } from './records.ts';

/** A planned meeting of `committee-1`: Tuesday 14 April 2026, 12–14 in Oslo. */
export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  const fields = {
    id: 'meeting-1',
    tenantId: TENANT,
    committeeId: 'committee-1',
    startsAt: new Date('2026-04-14T10:00:00Z'),
    endsAt: new Date('2026-04-14T12:00:00Z'),
    mode: 'digitalt',
  } as const;
  return { ...newMeeting(fields), ...changes };
}
