import { z } from 'zod';
import { approvalRuleSchema } from '../committee/record.ts';
import { storedFields } from '../effect.ts';
import { id, instant, sha256 } from '../fields.ts';

export const ROUND_VERSION = 1;
export const MAX_REMARK = 2000;

const remarkSchema = z.object({ kind: z.enum(['skrivefeil', 'realitet']), text: z.string().min(1).max(MAX_REMARK) });
export type Remark = z.infer<typeof remarkSchema>;

const answerSchema = z.object({
  seatId: id,
  personId: id,
  choice: z.enum(['approve', 'remark', 'lift-to-meeting']),
  remark: remarkSchema.optional(),
  // which text this person saw: a corrected typo stays in the round
  textHash: sha256,
  receivedAt: instant,
});
export type Answer = z.infer<typeof answerSchema>;

const askedSchema = z.object({
  seatId: id,
  // the seat's name and its holder's, as they were when the round was opened
  seatName: z.string(),
  holderId: id,
  holderName: z.string(),
});
export type Asked = z.infer<typeof askedSchema>;

/** Why a card did not reach somebody. */
export const unreachedSchema = z.enum(['not-installed', 'blocked', 'other-organisation', 'unknown-address', 'failed']);
export type Unreached = z.infer<typeof unreachedSchema>;

const deliverySchema = z.discriminatedUnion('state', [
  z.object({
    seatId: id,
    state: z.literal('delivered'),
    at: instant,
    conversationId: id,
    serviceUrl: id,
    activityId: id.optional(),
  }),
  z.object({ seatId: id, state: z.literal('not-reached'), at: instant, why: unreachedSchema }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

export const roundSchema = z.object({
  ...storedFields,
  committeeId: id,
  committeeName: z.string(),
  kind: z.enum(['godkjenning', 'vedtak', 'innspill', 'signering']),
  subject: z.object({ kind: z.enum(['referat', 'sak', 'document']), id }),
  title: z.string(),
  // rounds about one subject are numbered from 1
  number: z.int().positive(),
  // the texts of this round, oldest first: the last one is asked about, earlier ones differ in typos only
  textHashes: z.array(sha256).min(1),
  rule: approvalRuleSchema,
  status: z.enum(['open', 'approved', 'undecided']),
  openedBy: id,
  openedAt: instant,
  deadline: instant,
  closedAt: instant.optional(),
  // present while the round is open: indexes for closing it in time and for finding it
  closeDueAt: instant.optional(),
  openIn: id.optional(),
  waitingFor: z.array(id),
  // told what becomes of the round
  followers: z.array(id),
  seats: z.array(askedSchema).min(1),
  deliveries: z.array(deliverySchema),
  answers: z.array(answerSchema),
});

/** One e-postrunde: one circulation of one text, who is asked for which seat, and what they answered. */
export type Round = z.infer<typeof roundSchema>;
