import { change } from '../../store/change.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { holdMeeting } from '../../store/meeting/rules-protocol.ts';
import { MAX_TEXT } from '../../store/referat/record.ts';
import { referatFrom, referatIdFor, remakeReferat, wantApproval } from '../../store/referat/rules-meeting.ts';
import { done, type Result } from '../../store/result.ts';
import { nextMeetingAfter, referatInputOf, sakerOf } from '../minutes.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { ownMeeting } from '../views/minutes.ts';
import { ownReferat } from '../views/view.ts';
import { notice, show } from './answers.ts';

export const minutesReferatHandlers = {
  'minutes.end': async (deps, turn, { meetingId }) => {
    const ended = await end(deps, turn, meetingId);
    if ('shown' in ended) return ended.shown;
    return { view: { view: 'minutes', meetingId, problem: 'meeting-ended' }, sends: true };
  },

  // the meeting's one referat; what was written into it by hand is replaced only when that was asked for
  'minutes.referat': async (deps, turn, { meetingId, again = false }) => {
    const ended = await end(deps, turn, meetingId);
    if ('shown' in ended) return ended.shown;
    const { meeting, committee } = ended;
    const by = { personId: turn.person.id, now: turn.receivedAt };
    const input = await referatInputOf(deps, meeting, committee, turn.receivedAt);
    if (input.text.text.length > MAX_TEXT) return show({ view: 'minutes', meetingId, problem: 'referat-too-long' });
    const referatId = referatIdFor(meetingId);
    const made = referatFrom(meetingId, committee.tenantId, input, by);
    if ((await deps.referater.collection.insert(made)) === 'duplicate') {
      const remade = await change(deps.referater.collection, referatId, (referat) =>
        remakeReferat(referat, input, { ...by, committee, isWanted: again }),
      );
      if (!remade.ok && remade.refusal === 'changed-by-hand') return show({ view: 'minutes-remake', meetingId });
      if (!remade.ok) return show({ view: 'referat', referatId, problem: remade.refusal });
    }
    await change(
      deps.meetings.collection,
      meetingId,
      (current): Result<Meeting, never> => done(current.referatId === referatId ? current : { ...current, referatId }),
    );
    return { view: { view: 'referat-preview', referatId }, sends: true };
  },

  'minutes.to-meeting': async (deps, { person, receivedAt }, { referatId }) => {
    const own = await ownReferat(deps, person.id, referatId);
    if ('refused' in own) return notice(own.refused);
    const { madeFrom } = own.referat;
    const from = madeFrom && (await deps.meetings.collection.get(madeFrom.meetingId));
    const next = from ? await nextMeetingAfter(deps, from) : (await deps.meetings.coming([own.committee.id]))[0];
    const by = { personId: person.id, now: receivedAt };
    const result = await change(deps.referater.collection, referatId, (referat) =>
      wantApproval(referat, own.committee, next?.id, by),
    );
    return show({ view: 'referat', referatId, problem: result.ok ? 'approval-wanted' : result.refusal });
  },
} satisfies Partial<Handlers>;

/** The meeting as held; or what is shown when it cannot be ended yet. */
async function end(deps: Deps, { person, receivedAt }: Turn, meetingId: string) {
  const own = await ownMeeting(deps, person.id, meetingId);
  if ('refused' in own) return { shown: notice(own.refused) } as { readonly shown: Shown };
  const saker = await sakerOf(deps, own.meeting);
  const clocks = { now: receivedAt, realNow: deps.realNow() };
  const held = await change(deps.meetings.collection, meetingId, (meeting) =>
    holdMeeting(meeting, own.committee, saker, person.id, clocks),
  );
  if (!held.ok) return { shown: show({ view: 'minutes', meetingId, problem: held.refusal }) };
  return { meeting: held.value, committee: own.committee };
}
