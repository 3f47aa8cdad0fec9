import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isFixedIn } from '../store/meeting/rules-agenda.ts';
import { protocolOf } from '../store/meeting/rules-protocol.ts';
import { button, buttons, type Card, card, facts, heading, paragraph } from './elements.ts';
import { meetingLine, whenAndWhere } from './text/meeting.ts';
import { planText } from './text/meeting-plan.ts';

/** What the news is: another time, another place alone, or no meeting. */
export function newsTitle(
  { shortName }: Pick<Committee, 'shortName'>,
  { cancelled, startsAt, endsAt }: Meeting,
  was: Pick<Meeting, 'startsAt' | 'endsAt'> | undefined,
): string {
  if (cancelled) return planText.cancelledTitle(shortName);
  const isMoved = was?.startsAt.getTime() !== startsAt.getTime() || was.endsAt.getTime() !== endsAt.getTime();
  return isMoved ? planText.movedTitle(shortName) : planText.changedTitle(shortName);
}

/** Told to the committee: a meeting was moved or cancelled. Only what others may see and do stands here. */
export function newsCard(
  committee: Committee,
  meeting: Meeting,
  was: Pick<Meeting, 'startsAt' | 'endsAt' | 'mode' | 'place'> | undefined,
): Card {
  const { id: committeeId } = committee;
  const { cancelled, id: meetingId } = meeting;
  const title = heading(newsTitle(committee, meeting, was));
  if (cancelled)
    return card(
      title,
      paragraph(planText.cancelledAbout(whenAndWhere(meeting), roundsInstead(meeting))),
      ...(cancelled.reason ? [paragraph(planText.byReason(cancelled.reason))] : []),
    );
  return card(
    title,
    facts({
      ...(was && { [planText.before]: meetingLine(was) }),
      [planText.now]: meetingLine(meeting),
    }),
    buttons(button(planText.calendar, { verb: 'meeting.calendar', committeeId, meetingId })),
  );
}

/** How many of its saker are decided on rounds; those that every meeting has are in none. */
function roundsInstead(meeting: Meeting): 'all' | 'some' | 'none' {
  const { id, items } = meeting;
  const proposed = items.filter(({ sakId }) => !isFixedIn(id, sakId));
  const onRound = proposed.filter(({ sakId }) => protocolOf(meeting, sakId)?.roundId !== undefined);
  if (onRound.length === 0) return 'none';
  return onRound.length === proposed.length ? 'all' : 'some';
}
