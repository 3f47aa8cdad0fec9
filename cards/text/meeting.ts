import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { MeetingMode } from '../../store/meeting/schedule.ts';
import { capitalized, longDate, timeSpan } from './format.ts';

export const modeText: Readonly<Record<MeetingMode, string>> = {
  digitalt: 'digitalt',
  fysisk: 'fysisk',
  kombinert: 'kombinert fysisk og digitalt',
};

/** «tirsdag 13. februar 2024 kl. 12.00–14.00» */
export function meetingTime({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  return timeSpan(startsAt, endsAt);
}

/** «Møte i SSU tirsdag 13. februar 2024» */
export function meetingTitle({ shortName }: Pick<Committee, 'shortName'>, { startsAt }: Pick<Meeting, 'startsAt'>) {
  return `Møte i ${shortName} ${longDate(startsAt)}`;
}

/** «digitalt», «fysisk, Rådhuset i Tromsø»; nothing when neither is known */
export function meetingWhere({ mode, place }: Pick<Meeting, 'mode' | 'place'>): string {
  return [mode && modeText[mode], place].filter((part) => part !== undefined).join(', ');
}

type TimeAndPlace = Pick<Meeting, 'startsAt' | 'endsAt' | 'mode' | 'place'>;

/** «tirsdag 13. februar 2024 kl. 12.00–14.00, digitalt», within a sentence */
export function whenAndWhere(meeting: TimeAndPlace): string {
  const where = meetingWhere(meeting);
  return `${meetingTime(meeting)}${where ? `, ${where}` : ''}`;
}

/** The same where it stands alone: «Tirsdag 13. februar 2024 kl. 12.00–14.00, digitalt» */
export function meetingLine(meeting: TimeAndPlace): string {
  return capitalized(whenAndWhere(meeting));
}
