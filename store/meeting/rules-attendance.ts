import type { Committee, Seat } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Attendance, Guest, Meeting } from './record.ts';
import { holderOf } from './rules-holder.ts';

/** Who does it, and when. */
export type By = { readonly personId: string; readonly now: Date };

export type MinutesRefusal = 'not-for-you' | 'meeting-cancelled' | 'meeting-not-begun';

/** Why somebody cannot register what happened in a meeting; undefined when they can, from its beginning on. */
export function minutesRefusal(
  meeting: Meeting,
  committee: Committee,
  { personId, now }: By,
): MinutesRefusal | undefined {
  if (committee.id !== meeting.committeeId || !mayRunRounds(committee, personId)) return 'not-for-you';
  if (meeting.state === 'cancelled') return 'meeting-cancelled';
  return now < meeting.startsAt ? 'meeting-not-begun' : undefined;
}

export type RoundsRefusal = 'not-for-you' | 'agenda-not-sent';

/**
 * Why somebody cannot have a meeting's saker decided on rounds instead; undefined when they can: from when the meeting is
 * called, so that one that may fail or was cancelled still gets its saker decided.
 */
export function roundsRefusal(
  meeting: Meeting,
  committee: Committee,
  { personId, now }: By,
): RoundsRefusal | undefined {
  if (committee.id !== meeting.committeeId || !mayRunRounds(committee, personId)) return 'not-for-you';
  // one that has begun without an agenda that was sent has its saker all the same
  const hasBegun = meeting.state !== 'cancelled' && meeting.startsAt <= now;
  return wasCalled(meeting) || hasBegun ? undefined : 'agenda-not-sent';
}

/** Whether people were called to a meeting, be it held or not. */
export function wasCalled({ state, sent }: Pick<Meeting, 'state' | 'sent'>): boolean {
  return state === 'called' || sent !== undefined;
}

/** A seat of the meeting: whether somebody sat in it, and who when it was not its member. */
export type SeatAttendance = { readonly seat: Seat; readonly present: boolean; readonly vara?: Attendance['vara'] };

/**
 * Who was there, seat by seat, vacant ones left out: as it was registered, and before that as it was said on the agenda
 * card, and by those who were called in for all of the meeting. Nobody is taken for present who has said nothing. A vara
 * who said yes is named also where the seat was empty: they were expected there.
 */
export function attendanceOf(meeting: Meeting, { seats }: Pick<Committee, 'seats'>): SeatAttendance[] {
  const { attendance, answers } = meeting;
  const isRegistered = attendance.length > 0;
  return seats.flatMap((seat) => {
    const registered = attendance.find(({ seatId }) => seatId === seat.id);
    const vara = registered?.vara ?? (registered?.present ? undefined : calledIn(meeting, seat.id));
    if (seat.memberId === undefined && vara === undefined) return [];
    const said = answers.find(({ seatId }) => seatId === seat.id)?.comes === true || vara !== undefined;
    const present = isRegistered ? registered?.present === true : said;
    return { seat, present, ...(vara && { vara }) };
  });
}

function calledIn(meeting: Meeting, seatId: string): Attendance['vara'] {
  const holder = holderOf(meeting, seatId);
  return holder.by === 'vara' ? { name: holder.call.varaName, personId: holder.call.varaId } : undefined;
}

/** The seats that somebody sat in; undefined while nobody has registered it. */
export function presentSeatIds({ attendance }: Pick<Meeting, 'attendance'>): string[] | undefined {
  if (attendance.length === 0) return undefined;
  return attendance.filter(({ present }) => present).map(({ seatId }) => seatId);
}

/** The seats that somebody sat in as a vara whom the bot knows. */
export function seatsActedFor({ attendance }: Pick<Meeting, 'attendance'>, personId: string): string[] {
  return attendance.filter(({ vara }) => vara?.personId === personId).map(({ seatId }) => seatId);
}

/** Registers in which seats somebody sat: all others had forfall. A vara stays where the seat was not empty. */
export function registerPresence(
  meeting: Meeting,
  committee: Committee,
  seatIds: readonly string[],
  by: By,
): Result<Meeting, MinutesRefusal> {
  const refusal = minutesRefusal(meeting, committee, by);
  if (refusal) return refuse(refusal);
  const attendance = attendanceOf(meeting, committee).map(({ seat, vara }): Attendance => {
    const present = seatIds.includes(seat.id);
    return { seatId: seat.id, present, ...(present && vara && { vara }) };
  });
  return noted({ ...meeting, attendance }, by, 'attendance-registered');
}

export type VaraRefusal = MinutesRefusal | 'presence-first' | 'seat-gone';

/** Registers who sat in a seat in place of its member; nobody: the vara that was registered was not there after all. */
export function registerVara(
  meeting: Meeting,
  committee: Committee,
  { seatId, vara }: Pick<Attendance, 'seatId' | 'vara'>,
  by: By,
): Result<Meeting, VaraRefusal> {
  const refusal = minutesRefusal(meeting, committee, by);
  if (refusal) return refuse(refusal);
  if (!committee.seats.some(({ id }) => id === seatId)) return refuse('seat-gone');
  // or everybody else would be registered with forfall
  if (meeting.attendance.length === 0) return refuse('presence-first');
  const others = meeting.attendance.filter((one) => one.seatId !== seatId);
  const own: Attendance = { seatId, present: vara !== undefined, ...(vara && { vara }) };
  return noted({ ...meeting, attendance: [...others, own] }, by, 'vara-registered', seatId);
}

/** Who led the meeting and wrote, who else was there, and when the next one is. */
export type Around = Partial<Pick<Meeting, 'ledBy' | 'minuteTaker' | 'nextMeetingOn'>> & {
  readonly guests: readonly Guest[];
};

/** Registers what stands around the saker in a referat. What is left out is taken away. */
export function registerAround(
  meeting: Meeting,
  committee: Committee,
  { guests, ...fields }: Around,
  by: By,
): Result<Meeting, MinutesRefusal> {
  const refusal = minutesRefusal(meeting, committee, by);
  if (refusal) return refuse(refusal);
  const { ledBy: _led, minuteTaker: _taker, nextMeetingOn: _next, ...rest } = meeting;
  return noted({ ...rest, ...fields, guests: [...guests] }, by, 'participants-registered');
}

function noted(meeting: Meeting, { personId, now }: By, what: string, seatId?: string): Result<Meeting, never> {
  return done(note(meeting, { at: now, by: personId, what, ...(seatId && { seatId }) }));
}
