import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id } from '../fields.ts';

export const COMMITTEE_VERSION = 1;

/** When a round is a yes; design: chosen once per committee, shown in plain words in every form that starts a round. */
export const approvalRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('majority') }),
  z.object({ kind: z.literal('consensus'), atLeast: z.int().positive().optional() }),
  z.object({ kind: z.literal('silent-consent') }),
]);
export type ApprovalRule = z.infer<typeof approvalRuleSchema>;

export const seatSchema = z.object({
  id,
  // what the seat is called on a list: the municipality, the hospital, the organisation
  name: z.string().min(1).max(200),
  represents: z.enum(['kommune', 'helseforetak', 'bruker', 'fastlege', 'ansatte', 'annet']),
  voting: z.boolean(),
  // absent: the seat is vacant
  memberId: id.optional(),
});
export type Seat = z.infer<typeof seatSchema>;

export const committeeSchema = z.object({
  ...storedFields,
  name: z.string().min(1).max(200),
  shortName: z.string().min(1).max(40),
  seats: z.array(seatSchema),
  roles: z.object({ chairId: id.optional(), viceChairId: id.optional(), secretariatIds: z.array(id) }),
  // everybody who has a seat or a role here: an index for finding somebody's committees, never a right
  people: z.array(id),
  settings: z.object({ roundDays: z.int().positive(), approvalRule: approvalRuleSchema.optional() }),
});

/** An utvalg: its seats, who has them, its roles and its settings. */
export type Committee = z.infer<typeof committeeSchema>;

/** A committee with its `people` worked out from seats and roles. */
export function newCommittee(
  fields: Pick<Committee, 'id' | 'tenantId' | 'name' | 'shortName' | 'seats' | 'roles' | 'settings'>,
): Committee {
  const { chairId, viceChairId, secretariatIds } = fields.roles;
  const named = [chairId, viceChairId, ...secretariatIds, ...fields.seats.map(({ memberId }) => memberId)];
  const people = [...new Set(named.filter((personId) => personId !== undefined))];
  return { ...newlyStored(fields, COMMITTEE_VERSION), ...fields, people };
}
