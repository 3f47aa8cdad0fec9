import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id, instant, lineAddress } from '../fields.ts';
import { lifeSchema, representsSchema } from './life.ts';

export const COMMITTEE_VERSION = 1;

/** When a round is a yes; chosen by the committee, shown in plain words in every form that starts a round. */
export const approvalRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('majority') }),
  z.object({ kind: z.literal('consensus'), atLeast: z.int().positive().optional() }),
  z.object({ kind: z.literal('silent-consent') }),
]);
export type ApprovalRule = z.infer<typeof approvalRuleSchema>;

/** Who answers a round: seats with a vote, all seats, or the voting seats that were present at the meeting. */
export const askedGroupSchema = z.enum(['voting', 'all', 'present']);
export type AskedGroup = z.infer<typeof askedGroupSchema>;

/** When those who have not answered are reminded, counted in working days before the deadline's day; 0 is that day. */
export const reminderLadderSchema = z.array(z.int().min(0).max(30)).max(5);
export const DEFAULT_LADDER: readonly number[] = [2, 0];

const approvedBySchema = z.enum(['e-postrunde', 'elektronisk']);
export type ApprovedBy = z.infer<typeof approvedBySchema>;

/** More varas than any seat has. */
export const MAX_VARAS = 10;

/** A vararepresentant: named for one seat. The name as it was when they were named. */
export const varaSchema = z.object({ personId: id, name: z.string().min(1).max(200), acceptedAt: instant });
export type Vara = z.infer<typeof varaSchema>;

export const seatSchema = z.object({
  id,
  // what the seat is called on a list: the municipality, the hospital, the organisation
  name: z.string().min(1).max(200),
  represents: representsSchema,
  voting: z.boolean(),
  // absent: the seat is vacant
  memberId: id.optional(),
  // who acts for the seat when its member cannot, in the order in which they are called; each has said yes to it
  varas: z.array(varaSchema).max(MAX_VARAS).optional(),
  // who fills the seat, and whom to ask there
  appointing: z.object({ party: z.string().min(1).max(200).optional(), contactId: id.optional() }).optional(),
});
export type Seat = z.infer<typeof seatSchema>;

export const roleSchema = z.enum(['chair', 'vice-chair', 'secretariat']);
export type Role = z.infer<typeof roleSchema>;

/** The saker that a committee has at every meeting, each made when an agenda is built (domain a2). */
export const fixedSakSchema = z.enum([
  'innkalling',
  'godkjenning-av-referat',
  'oppfolging',
  'kort-orientering',
  'referatsaker',
  'eventuelt',
  'neste-mote',
  'evaluering',
]);
export type FixedSak = z.infer<typeof fixedSakSchema>;

/** How a committee's agendas are made. */
export const agendaSettingsSchema = z.object({
  // in the order of the agenda; the accepted saker come where `oppfolging` ends, before `kort-orientering`
  fixed: z.array(fixedSakSchema).max(20).optional(),
  // the first number that the bot gives in a year: the documents start at 12/24 and 18/23
  firstNumber: z.object({ year: z.int().min(2000).max(2999), number: z.int().positive().max(9999) }).optional(),
  // how many days before a meeting the last saker are proposed; absent: any time before the agenda is sent
  proposeDays: z.int().min(0).max(60).optional(),
  // whose referater are laid before this one, as «Referatsaker» (domain a13)
  referaterFrom: z.array(id).max(50).optional(),
});
export type AgendaSettings = z.infer<typeof agendaSettingsSchema>;

/** Where a document is read: over https, and with nobody's password in it. */
export const linkSchema = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .regex(/^https:\/\/[^/@\s\\]+([/?#][^\s\\]*)?$/i)
  .max(280);

const settingsSchema = z.object({
  roundDays: z.int().positive(),
  // both are chosen in the first form that starts a round, and no round starts before
  approvalRule: approvalRuleSchema.optional(),
  askedGroup: askedGroupSchema.optional(),
  reminderLadder: reminderLadderSchema.optional(),
  // how an approval is worded on a receipt and in the next agenda
  approvedBy: approvedBySchema.optional(),
  // where referater are published, as it is said in a sentence
  publishedAt: z.string().min(1).max(200).optional(),
  // what the committee is to do, and the rules that it works by
  mandateUrl: linkSchema.optional(),
  vedtekterUrl: linkSchema.optional(),
  // how many voting seats must be covered at a meeting; no source states one, so it is the committee's own (domain a6)
  quorum: z.int().positive().max(300).optional(),
  agenda: agendaSettingsSchema.optional(),
});
export type CommitteeSettings = z.infer<typeof settingsSchema>;

export const committeeSchema = z.object({
  ...storedFields,
  name: z.string().min(1).max(200),
  shortName: z.string().min(1).max(40),
  seats: z.array(seatSchema),
  roles: z.object({ chairId: id.optional(), viceChairId: id.optional(), secretariatIds: z.array(id) }),
  // everybody who has a seat or a role here: an index for finding somebody's committees, never a right
  people: z.array(id),
  // everybody who is vara for a seat here: an index too
  varaIds: z.array(id).optional(),
  // the channel or group chat where the committee talks
  conversation: lineAddress.optional(),
  settings: settingsSchema,
  // what is to happen with the committee itself
  life: lifeSchema.optional(),
  // when the first of it is due: an index
  lifeDueAt: instant.optional(),
  // counts what was emitted again and again, so that each has a key of its own
  emitted: z.int().nonnegative().optional(),
});

/** An utvalg: its seats, who has them, its roles and its settings. */
export type Committee = z.infer<typeof committeeSchema>;

/** One conversation has one committee: this is the key that says so. */
export const conversationKey = (tenantId: string, conversationId: string) =>
  `conversation:${tenantId.toLowerCase()}:${conversationId}`;

/** A committee with its `keys` and `people` worked out from the rest. */
export function newCommittee(
  fields: Pick<Committee, 'id' | 'tenantId' | 'name' | 'shortName' | 'seats' | 'roles' | 'settings' | 'conversation'>,
): Committee {
  const { tenantId, conversation } = fields;
  const keys = conversation ? [conversationKey(tenantId, conversation.conversationId)] : [];
  return { ...newlyStored({ ...fields, keys }, COMMITTEE_VERSION), ...fields, ...indexed(fields) };
}

/** Who is in a committee, as it is searched for: written with every change of its seats and roles. */
export function indexed(members: Pick<Committee, 'seats' | 'roles'>): Pick<Committee, 'people' | 'varaIds'> {
  return { people: peopleIn(members), varaIds: varasIn(members) };
}

/** Everybody who is vara for a seat, each once. */
function varasIn({ seats }: Pick<Committee, 'seats'>): string[] {
  return [...new Set(seats.flatMap(({ varas = [] }) => varas.map(({ personId }) => personId)))];
}

/** Everybody who has a seat or a role, each once. */
export function peopleIn({ seats, roles }: Pick<Committee, 'seats' | 'roles'>): string[] {
  const { chairId, viceChairId, secretariatIds } = roles;
  const named = [chairId, viceChairId, ...secretariatIds, ...seats.map(({ memberId }) => memberId)];
  return [...new Set(named.filter((personId) => personId !== undefined))];
}
