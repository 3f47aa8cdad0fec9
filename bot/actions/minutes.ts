import { change } from '../../store/change.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { type By, registerAround, registerPresence, registerVara } from '../../store/meeting/rules-attendance.ts';
import { tellWhoSat } from '../../store/meeting/rules-forfall-moved.ts';
import { readAround } from '../../store/meeting/rules-guests.ts';
import { done, type Result } from '../../store/result.ts';
import { sakerOf } from '../minutes.ts';
import { pickedPerson } from '../picked.ts';
import type { Deps, Handlers, Shown } from '../turn.ts';
import { ownMeeting } from '../views/minutes.ts';
import { notice, show, typedFrom } from './answers.ts';

export const minutesHandlers = {
  'minutes.show': async (_deps, _turn, { meetingId, page }) =>
    show({ view: 'minutes', meetingId, ...(page !== undefined && { page }) }),

  'minutes.presence-form': async (_deps, _turn, { meetingId }) => show({ view: 'minutes-presence', meetingId }),

  'minutes.presence': async (deps, { person, receivedAt }, { meetingId, present = '' }) => {
    const own = await ownMeeting(deps, person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const by = { personId: person.id, now: receivedAt };
    return written(deps, meetingId, (meeting) =>
      withWhoSat(deps, by, registerPresence(meeting, own.committee, idsIn(present), by)),
    );
  },

  'minutes.vara-form': async (_deps, _turn, { meetingId, page }) =>
    show({ view: 'minutes-vara', meetingId, ...(page !== undefined && { page }) }),

  'minutes.vara': async (deps, { person, receivedAt }, { verb: _verb, meetingId, ...fields }) => {
    const own = await ownMeeting(deps, person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const again = (problem: string) =>
      show({ view: 'minutes-vara', meetingId, typed: typedFrom(fields), problems: [problem] });
    const { seatId = '' } = fields;
    const name = (fields.name ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
    if (seatId === '') return again('vara-missing');
    if (name.length > 200) return again('name-too-long');
    const picked = await pickedPerson(deps, own.committee, { picked: fields.picked, name });
    if (picked === 'unknown') return again('person-unknown');
    const vara = picked ?? (name === '' ? undefined : { name });
    const by = { personId: person.id, now: receivedAt };
    return written(
      deps,
      meetingId,
      (meeting) => withWhoSat(deps, by, registerVara(meeting, own.committee, { seatId, ...(vara && { vara }) }, by)),
      again,
    );
  },

  'minutes.around-form': async (_deps, _turn, { meetingId }) => show({ view: 'minutes-around', meetingId }),

  'minutes.around': async (deps, { person, receivedAt }, { verb: _verb, meetingId, ...fields }) => {
    const own = await ownMeeting(deps, person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const saker = await sakerOf(deps, own.meeting);
    const read = readAround(
      fields,
      saker.map(({ id: sakId, number }) => ({ sakId, number })),
    );
    if ('problems' in read)
      return show({ view: 'minutes-around', meetingId, typed: typedFrom(fields), problems: [...read.problems] });
    const by = { personId: person.id, now: receivedAt };
    return written(deps, meetingId, (meeting) => registerAround(meeting, own.committee, read.around, by));
  },
} satisfies Partial<Handlers>;

/** Ticked ids, with commas between. */
export function idsIn(text: string): string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** What goes on about the meeting has the seats of those who sat in them. */
function withWhoSat<R extends string>(deps: Deps, { personId, now }: By, result: Result<Meeting, R>) {
  return result.ok ? done(tellWhoSat(result.value, personId, { now, realNow: deps.realNow() })) : result;
}

/** Writes into a meeting and shows it; what was refused is said on its card, or as `again` says it. */
async function written<R extends string>(
  deps: Deps,
  meetingId: string,
  rule: (meeting: Meeting) => Result<Meeting, R>,
  again: (problem: string) => Shown = (problem) => show({ view: 'minutes', meetingId, problem }),
): Promise<Shown> {
  const result = await change(deps.meetings.collection, meetingId, rule);
  return result.ok ? show({ view: 'minutes', meetingId }) : again(result.refusal);
}
