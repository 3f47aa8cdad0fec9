import { linesFit } from '../../cards/meeting-forms.ts';
import { meetingFormText } from '../../cards/text/meeting-forms.ts';
import { change } from '../../store/change.ts';
import { readMeetingForm } from '../../store/meeting/rules-form.ts';
import { type InMeetingLine, readMeetingLines } from '../../store/meeting/rules-lines.ts';
import {
  cancelMeeting,
  MAX_CANCEL_REASON,
  meetingKey,
  moveMeeting,
  planMeeting,
  wantCalendar,
} from '../../store/meeting/rules-plan.ts';
import { idFrom, sha256Of } from '../ids.ts';
import { isPlanFull, planEditor, plannedLines, planOwner, saveMeetings } from '../meeting-plan.ts';
import type { Handlers } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';
import { offerFile } from './file.ts';

export const meetingHandlers = {
  'meeting.plan': async (_deps, _turn, { committeeId, page }) =>
    show({ view: 'meeting-plan', ...(committeeId && { committeeId }), ...(page !== undefined && { page }) }),

  'meeting.show': async (_deps, _turn, { meetingId }) => show({ view: 'meeting', meetingId }),

  'meeting.form': async (_deps, _turn, { committeeId, meetingId }) =>
    show({ view: 'meeting-form', committeeId, ...(meetingId && { meetingId }) }),

  'meeting.save': async (deps, turn, { verb: _verb, committeeId, meetingId, against, ...fields }) => {
    const { person, receivedAt, turnId } = turn;
    const committee = await planEditor(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problem: InMeetingLine | { readonly problem: string }) =>
      show({
        view: 'meeting-form',
        committeeId,
        ...(meetingId && { meetingId }),
        typed: typedFrom(fields),
        problems: [problem],
      });
    const read = readMeetingForm(fields, receivedAt);
    if ('problem' in read) return again(read.problem);
    const { meeting: written } = read;
    const { collection } = deps.meetings;
    const id = meetingId ?? idFrom('meeting', committeeId, turnId, written.day);
    const taken = await collection.getByKey(meetingKey(committeeId, written.day));
    if (taken !== undefined && taken.id !== id) return again({ problem: 'day-taken' });
    if (meetingId === undefined) {
      const planned = planMeeting(id, committee, written, person.id, receivedAt);
      if (!planned.ok) return notice(planned.refusal);
      if (await isPlanFull(deps, committeeId, 1)) return again({ problem: 'plan-full' });
      const inserted = await collection.insert(planned.value);
      // the same press, delivered twice, has made it before
      if (inserted === 'duplicate' && (await collection.get(id)) === undefined) return again({ problem: 'day-taken' });
      return show({ view: 'meeting', meetingId: id, notice: 'meeting-saved' });
    }
    const before = await collection.get(meetingId);
    if (before?.committeeId !== committeeId) return notice('not-found');
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const moved = await change(collection, meetingId, (current) =>
      moveMeeting(current, written, committee, { personId: person.id, against }, clocks),
    );
    if (moved.ok) {
      const said = moved.value.sequence === before.sequence ? 'meeting-saved' : 'meeting-moved';
      return show({ view: 'meeting', meetingId, notice: said });
    }
    if (moved.refusal === 'plan-changed') return again({ problem: moved.refusal });
    return moved.refusal === 'not-found' || moved.refusal === 'not-planner'
      ? notice(moved.refusal)
      : show({ view: 'meeting', meetingId, notice: moved.refusal });
  },

  'meeting.lines-form': async (_deps, _turn, { committeeId }) => show({ view: 'meeting-lines', committeeId }),

  'meeting.preview': async (_deps, _turn, { committeeId, lines = '', page }) => {
    if (!linesFit(lines)) return { said: meetingFormText.tooLong };
    return show({ view: 'meeting-lines', committeeId, lines, ...(page !== undefined && { page }) });
  },

  'meeting.save-lines': async (deps, turn, { committeeId, seen, lines = '' }) => {
    const committee = await planEditor(deps, turn.person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    if (!linesFit(lines)) return { said: meetingFormText.tooLong };
    if (sha256Of(lines) !== seen) return show({ view: 'meeting-lines', committeeId, lines, notice: 'plan-seen' });
    const { meetings, problems } = readMeetingLines(lines, turn.receivedAt);
    const again = (code?: string) => show({ view: 'meeting-lines', committeeId, lines, ...(code && { notice: code }) });
    const planned = await plannedLines(deps, committee, turn.person.id, meetings);
    // a time may have passed since it was previewed, or an agenda be on its way: it is shown again, with what is wrong
    if (problems.length > 0 || planned.some(({ refused }) => refused)) return again();
    const added = planned.filter(({ fate }) => fate === 'new').length;
    if (await isPlanFull(deps, committeeId, added)) return again('plan-full');
    const saved = await saveMeetings(deps, turn, committee, meetings);
    if (saved.includes('refused')) return again();
    const isChanged = saved.includes('changed');
    return show({ view: 'meeting-plan', committeeId, notice: isChanged ? 'plan-saved' : 'plan-unchanged' });
  },

  'meeting.cancel-form': async (_deps, _turn, { meetingId }) => show({ view: 'meeting-cancel', meetingId }),

  'meeting.cancel': async (deps, { person, receivedAt }, { meetingId, reason = '' }) => {
    const meeting = await deps.meetings.collection.get(meetingId);
    const committee = meeting && (await deps.committees.collection.get(meeting.committeeId));
    if (committee === undefined) return notice('not-found');
    const why = reason.trim();
    if (why.length > MAX_CANCEL_REASON)
      return show({ view: 'meeting-cancel', meetingId, typed: { reason }, problems: ['reason-too-long'] });
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const result = await change(deps.meetings.collection, meetingId, (current) =>
      cancelMeeting(current, why || undefined, committee, person.id, clocks),
    );
    if (result.ok) return show({ view: 'meeting', meetingId, notice: 'meeting-called-off' });
    return result.refusal === 'plan-held' || result.refusal === 'agenda-being-sent'
      ? show({ view: 'meeting', meetingId, notice: result.refusal })
      : notice(result.refusal);
  },

  'meeting.calendar': async (deps, turn, { committeeId, meetingId }) => {
    const committee = await planOwner(deps, turn.person.id, committeeId, meetingId);
    if (typeof committee === 'string') return notice(committee);
    const one = meetingId === undefined ? undefined : await deps.meetings.collection.get(meetingId);
    if (meetingId !== undefined && one?.committeeId !== committeeId) return notice('not-found');
    const wanted = one ? [one.id] : (await deps.meetings.coming([committeeId])).map(({ id }) => id);
    await Promise.all(
      wanted.map((id) => change(deps.meetings.collection, id, (meeting) => wantCalendar(meeting, turn.person.id))),
    );
    return offerFile(deps, turn, { what: 'calendar', committeeId, ...(meetingId && { meetingId }) });
  },
} satisfies Partial<Handlers>;
