import { z } from 'zod';
import { approvalRuleSchema, askedGroupSchema, linkSchema, roleSchema, seatSchema } from '../committee/record.ts';
import { newlyStored, storedFields } from '../effect.ts';
import { id, lineAddress } from '../fields.ts';

export const SETUP_VERSION = 1;

/** A member as one line of the form says it. */
export const lineSchema = z.object({
  // as the field counts them
  line: z.int().positive(),
  // absent: a vacant seat
  name: z.string().max(200).optional(),
  // in small letters
  email: z.string().max(254).optional(),
  roles: z.array(roleSchema),
  // absent: a secretary who has no seat
  seat: seatSchema
    .pick({ represents: true, voting: true })
    .extend({ name: z.string().max(200) })
    .optional(),
  // whose vara they are: the line of that seat
  varaOf: z.int().positive().optional(),
});
export type Line = z.infer<typeof lineSchema>;

/** A line, and who that is. */
export const plannedLineSchema = lineSchema.extend({
  // the identities by which the person is found, or made
  keys: z.array(id),
  // foreign: there is somebody like that in the conversation, but of an organisation whose word is not taken for it
  found: z.enum(['connected', 'waiting', 'foreign']),
  // who of another organisation; theirs alone
  homeTenantId: id.optional(),
});
export type PlannedLine = z.infer<typeof plannedLineSchema>;

/** What somebody typed into the form, as typed: kept when it could not be used. */
export const typedSetupSchema = z.object({
  name: z.string().max(300).optional(),
  shortName: z.string().max(100).optional(),
  members: z.string().max(80_000).optional(),
  rule: z.string().max(40).optional(),
  atLeast: z.string().max(40).optional(),
  askedGroup: z.string().max(40).optional(),
  roundDays: z.string().max(40).optional(),
  publishedAt: z.string().max(300).optional(),
  mandateUrl: z.string().max(1000).optional(),
  vedtekterUrl: z.string().max(1000).optional(),
  quorum: z.string().max(40).optional(),
});
export type TypedSetup = z.infer<typeof typedSetupSchema>;

/** Names and settings of a committee, as they were read. */
export const settledSchema = z.object({
  name: z.string().min(1).max(200),
  shortName: z.string().min(1).max(40),
  roundDays: z.int().positive(),
  approvalRule: approvalRuleSchema.optional(),
  askedGroup: askedGroupSchema.optional(),
  publishedAt: z.string().min(1).max(200).optional(),
  mandateUrl: linkSchema.optional(),
  vedtekterUrl: linkSchema.optional(),
  quorum: z.int().positive().max(300).optional(),
});
export type Settled = z.infer<typeof settledSchema>;

export const setupSchema = z.object({
  ...storedFields,
  by: id,
  // who has begun it and not finished: an index for finding it again
  openFor: id.optional(),
  // the channel or group chat that it was begun in; `rosterId`: the id under which Teams lists its members
  conversation: lineAddress.extend({ rosterId: id, name: z.string().max(300).optional() }).optional(),
  // the committee whose members are changed; absent while there is none yet
  committeeId: id.optional(),
  typed: typedSetupSchema,
  // what was read of it, and previewed
  plan: z
    .object({
      // the version of the committee that the difference was shown against
      against: z.int().nonnegative().optional(),
      settled: settledSchema.optional(),
      lines: z.array(plannedLineSchema),
      // there are more in the conversation than were asked about: whoever was not found may be there
      hasMore: z.literal(true).optional(),
    })
    .optional(),
  // grows with every preview: only what was seen is carried out
  revision: z.int().nonnegative(),
  // the committee that it made or changed
  doneId: id.optional(),
  // about the form: members in the conversation that it has no room for, or a roster that could not be read
  roster: z.object({ left: z.int().nonnegative(), failed: z.literal(true).optional() }).optional(),
});

/** A committee in the making, or a change of its members: what was typed, until it is carried out. */
export type Setup = z.infer<typeof setupSchema>;
export type Plan = NonNullable<Setup['plan']>;

/** A form that was just opened. */
export function newSetup(
  fields: Pick<Setup, 'id' | 'tenantId' | 'by' | 'typed' | 'conversation' | 'committeeId' | 'roster'>,
): Setup {
  // a change of members is reached from its committee, and never stands in the way of a new one
  const openFor = fields.committeeId === undefined && { openFor: fields.by };
  return { ...newlyStored(fields, SETUP_VERSION), ...fields, ...openFor, revision: 0 };
}
