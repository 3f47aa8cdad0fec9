import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant, lineAddress } from '../fields.ts';
import { attachmentSchema, MAX_POINT, MAX_POINTS } from '../sak/record.ts';
import { forfallSchema, reasonsSchema } from './forfall.ts';
import { meetingModeSchema } from './schedule.ts';

export const MEETING_VERSION = 2;
/** More saker than any agenda has. */
export const MAX_ITEMS = 100;

/** planlagt, innkalt (the agenda was sent), holdt, avlyst. */
export const meetingStateSchema = z.enum(['planned', 'called', 'held', 'cancelled']);
export type MeetingState = z.infer<typeof meetingStateSchema>;

/** One sak on the agenda; its title, text and number stand in the sak. */
const itemSchema = z.object({
  sakId: id,
  // the numbers of its vedlegg, counted across the meeting: given when the agenda is sent, and absent before
  attachments: z
    .array(z.object({ number: z.int().positive(), attachment: attachmentSchema }))
    .max(50)
    .optional(),
});
export type AgendaItem = z.infer<typeof itemSchema>;

/** What somebody said of coming: «Kommer» or «Forfall», for which seat. No reason is ever stored (design 3.6). */
const comingSchema = z.object({
  seatId: id,
  comes: z.boolean(),
  at: instant,
  by: id,
});

/** Who was there, as the secretariat registered it. A vara acts for one seat. */
const attendanceSchema = z.object({
  seatId: id,
  present: z.boolean(),
  // the person who sat in the seat, when it was not its member
  vara: z.object({ name: z.string().min(1).max(200), personId: id.optional() }).optional(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** «Deltaker på sak», or somebody of the secretariat. */
const guestSchema = z.object({ name: z.string().min(1).max(300), sakId: id.optional() });
export type Guest = z.infer<typeof guestSchema>;

export const outcomeSchema = z.enum(['vedtak', 'utsatt', 'utgikk', 'folges-opp', 'ingen']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What became of one sak in the meeting. */
const protocolSchema = z.object({
  sakId: id,
  outcome: outcomeSchema,
  // what is written of it in the referat, before the vedtak
  text: z.string().max(20_000).optional(),
  vedtak: z.array(z.string().min(1).max(MAX_POINT)).max(MAX_POINTS),
  // how the voting went, when it was voted
  ballotId: id.optional(),
  // decided in a round after the meeting instead
  roundId: id.optional(),
  // «bekreftes godkjent»: the referater that this vedtak approves
  approves: z.array(id).max(20).optional(),
  // it was voted about, and nothing is written of its outcome yet
  open: z.literal(true).optional(),
  at: instant,
  by: id,
});
export type ProtocolItem = z.infer<typeof protocolSchema>;

/** Where the agenda card in somebody's own chat is. */
const ownCardSchema = z.object({ personId: id, ...lineAddress.shape, activityId: id });
export type OwnCard = z.infer<typeof ownCardSchema>;

export const meetingSchema = z.object({
  ...storedFields,
  committeeId: id,
  startsAt: instant,
  endsAt: instant,
  // absent: not said
  mode: meetingModeSchema.optional(),
  place: z.string().max(300).optional(),
  state: meetingStateSchema,
  // grows when the meeting moves or is cancelled: calendars take the newest
  sequence: z.int().nonnegative(),
  // whoever asked for it in their calendar: they get a new one when it moves
  calendars: z.array(id).max(500).optional(),
  cancelled: z.object({ at: instant, by: id, reason: z.string().max(500).optional() }).optional(),
  // «Kommende saker»: what was named for a later meeting, carried on until it is a sak
  coming: z.array(z.object({ title: z.string().min(1).max(300), wishedMeetingId: id.optional() })).max(100),

  // the agenda: in order; what was previewed is what is sent
  items: z.array(itemSchema).max(MAX_ITEMS),
  agendaRevision: z.int().nonnegative(),
  sent: z.object({ at: instant, by: id, revision: z.int().nonnegative() }).optional(),
  // this revision is being sent: nobody changes it until its saker have their numbers
  sending: z.object({ at: instant, by: id, revision: z.int().nonnegative() }).optional(),
  // the day on which those who had not answered were last reminded, or will be
  remindedOn: day.optional(),
  // the agenda card in the committee's conversation
  shared: z.object({ ...lineAddress.shape, activityId: id.optional() }).optional(),
  // the agenda cards in people's own chats, the newest of each: renewed in place for whoever is asked nothing more
  cards: z.array(ownCardSchema).max(500).optional(),
  agendaPublished: z.object({ at: instant, by: id, where: z.string().max(500).optional() }).optional(),
  // what was said on the agenda card, the newest for each seat
  answers: z.array(comingSchema).max(300),
  // who cannot come, and who was called in for them
  forfall: z.array(forfallSchema).optional(),
  // when the first call-in that waits for an answer is over: an index
  callDueAt: instant.optional(),
  // when silence begins to count against the meeting, while that is to come: an index
  riskDueAt: instant.optional(),
  // when those who can do something were told that it is in danger of being cancelled, while it is
  riskToldAt: instant.optional(),
  // three weeks before it, until then: those who own a tiltak are asked how it goes: an index
  followUpDueAt: instant.optional(),
  // when they were
  followedUpAt: instant.optional(),
  // why, as it was given: counts, and with nobody's name
  reasons: reasonsSchema.optional(),
  // referater that were reported or laid before this meeting (domain a3.5, a13)
  reported: z.array(id).max(100).optional(),

  // in and after the meeting
  ledBy: z.string().max(200).optional(),
  minuteTaker: z.string().max(200).optional(),
  attendance: z.array(attendanceSchema).max(300),
  guests: z.array(guestSchema).max(100),
  protocol: z.array(protocolSchema).max(MAX_ITEMS),
  nextMeetingOn: day.optional(),
  referatId: id.optional(),

  // the committee, until the meeting is held or cancelled: an index for the coming ones
  comingIn: id.optional(),
  // the committee, once it was held: an index for those before
  heldIn: id.optional(),
  // counts what was emitted again and again, so that each has a key of its own
  emitted: z.int().nonnegative(),
});

/** A meeting: planned, called with an agenda, held or cancelled. */
export type Meeting = z.infer<typeof meetingSchema>;

/** A meeting nobody has been called to yet. */
export function newMeeting(
  fields: Pick<Meeting, 'id' | 'tenantId' | 'committeeId' | 'startsAt' | 'endsAt'> &
    Partial<Pick<Meeting, 'mode' | 'place' | 'coming'>>,
): Meeting {
  return {
    ...newlyStored(fields, MEETING_VERSION),
    state: 'planned',
    sequence: 0,
    coming: [],
    items: [],
    agendaRevision: 0,
    answers: [],
    attendance: [],
    guests: [],
    protocol: [],
    comingIn: fields.committeeId,
    emitted: 0,
    ...fields,
  };
}
