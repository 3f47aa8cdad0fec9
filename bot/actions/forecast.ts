import { change } from '../../store/change.ts';
import { remindOfMeeting } from '../../store/meeting/rules-agenda-answer.ts';
import type { Handlers } from '../turn.ts';
import { ownMeeting } from '../views/minutes.ts';
import { notice, show } from './answers.ts';

/** What is done about a meeting that may not be held. */
export const forecastHandlers = {
  'forecast.remind': async (deps, { person, receivedAt }, { meetingId }) => {
    const own = await ownMeeting(deps, person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const reminded = await change(deps.meetings.collection, meetingId, (meeting) =>
      remindOfMeeting(meeting, own.committee, person.id, clocks),
    );
    return show({ view: 'meeting-risk', meetingId, problem: reminded.ok ? 'meeting-reminded' : reminded.refusal });
  },
} satisfies Partial<Handlers>;
