import { meetingTitle } from '../cards/text/meeting.ts';
import { planText } from '../cards/text/meeting-plan.ts';
import type { Offer } from '../store/offer.ts';
import { fileName } from './file-name.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** One meeting, or the coming ones of a committee, as a file for a calendar; undefined when there is none. */
export async function calendarFile(
  deps: Deps,
  { committeeId, meetingId }: Extract<Offer, { what: 'calendar' }>,
): Promise<Made | undefined> {
  const committee = await deps.committees.collection.get(committeeId);
  const one = meetingId === undefined ? undefined : await deps.meetings.collection.get(meetingId);
  const meetings = meetingId === undefined ? await deps.meetings.coming([committeeId]) : one ? [one] : [];
  const [first] = meetings;
  if (committee === undefined || first === undefined || first.committeeId !== committeeId) return undefined;
  const title = one ? meetingTitle(committee, one) : planText.title(committee.shortName);
  const { meetingsIcs } = await import('./documents/meeting-ics.ts');
  return {
    name: `${fileName(title)}.ics`,
    description: one ? planText.offer(title, one.state === 'cancelled') : planText.offerAll(title),
    edition: meetings.map(({ id, sequence }) => `${id}:${sequence}`).join(' '),
    bytes: meetingsIcs(committee, meetings, deps.now()),
  };
}
