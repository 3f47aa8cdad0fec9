import { z } from 'zod';
import { approvalRuleSchema, askedGroupSchema, reminderLadderSchema } from '../committee/record.ts';
import { storedFields } from '../effect.ts';
import { id, instant, lineAddress, sha256, unreachedSchema } from '../fields.ts';
import { MAX_BACKGROUND, MAX_POINT, MAX_POINTS } from '../sak/record.ts';

export const ROUND_VERSION = 1;
export const MAX_REMARK = 2000;
export const MAX_REASON = 500;
export const MAX_SAK = 100;
/** A comment to a vote, or an innspill: it may say more than a remark does. */
export const MAX_COMMENT = 2 * MAX_REMARK;

/** What a round is for: to approve a referat, to decide a sak, to hear what people have to say, or to sign a document. */
export const roundKindSchema = z.enum(['godkjenning', 'vedtak', 'innspill', 'signering']);
export type RoundKind = z.infer<typeof roundKindSchema>;

const remarkSchema = z.object({
  kind: z.enum(['skrivefeil', 'realitet']),
  text: z.string().min(1).max(MAX_REMARK),
  // which sak it is about, as its author wrote it
  sak: z.string().min(1).max(MAX_SAK).optional(),
});
export type Remark = z.infer<typeof remarkSchema>;

/** How an answer that did not come through the bot was received. */
export const otherWaySchema = z.enum(['e-post', 'telefon', 'møte', 'annet']);
export type OtherWay = z.infer<typeof otherWaySchema>;

export const choiceSchema = z.enum([
  'approve',
  'remark',
  'lift-to-meeting',
  'for',
  'against',
  'abstain',
  'comment',
  'no-comment',
  'sign',
]);
export type Choice = z.infer<typeof choiceSchema>;

/** What can be answered in a round of each kind. */
export const choicesIn: Readonly<Record<RoundKind, readonly Choice[]>> = {
  godkjenning: ['approve', 'remark', 'lift-to-meeting'],
  vedtak: ['for', 'against', 'abstain', 'lift-to-meeting'],
  innspill: ['comment', 'no-comment'],
  signering: ['sign', 'remark'],
};

const commentSchema = z.object({
  text: z.string().min(1).max(MAX_COMMENT),
  // which sak or point it is about, as its author wrote it
  sak: z.string().min(1).max(MAX_SAK).optional(),
});
export type Comment = z.infer<typeof commentSchema>;

const answerSchema = z.object({
  seatId: id,
  // whose answer it is; who registered it, when somebody else did, stands below
  personId: id,
  choice: choiceSchema,
  remark: remarkSchema.optional(),
  // in a round of kind vedtak what was said with the vote, in one of kind innspill the answer itself
  comment: commentSchema.optional(),
  // which text this person saw: a corrected typo stays in the round
  textHash: sha256,
  receivedAt: instant,
  registered: z.object({ by: id, way: otherWaySchema }).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

const askedSchema = z.object({
  seatId: id,
  // the seat's name and its holder's, as they were when the holder was asked
  seatName: z.string(),
  holderId: id,
  holderName: z.string(),
  // «vara for …»: the member in whose place the holder acts
  actsFor: z.string().max(200).optional(),
  // not at the meeting that the referat is from
  wasAbsent: z.literal(true).optional(),
  // who had the seat before in this round: an answer of theirs stands, and is still theirs
  earlierHolders: z
    .array(z.object({ holderId: id, holderName: z.string(), actsFor: z.string().max(200).optional() }))
    .optional(),
});
export type Asked = z.infer<typeof askedSchema>;

export type Unreached = z.infer<typeof unreachedSchema>;

// where a card lies, and since when
const lyingSchema = z.object({ at: instant, ...lineAddress.shape, activityId: id.optional() });
export type Lying = z.infer<typeof lyingSchema>;

// one card serves all seats that a person has in a round, so how it fared is kept by person
const deliverySchema = z.discriminatedUnion('state', [
  z.object({ holderId: id, state: z.literal('delivered'), ...lyingSchema.shape }),
  z.object({
    holderId: id,
    state: z.literal('not-reached'),
    at: instant,
    why: unreachedSchema,
    // it had reached them, and lies in their chat still: the one that is renewed when they can be written to again
    card: lyingSchema.optional(),
    // a reminder of it could not be sent: they get it then
    missedReminder: z.literal(true).optional(),
  }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

// collected: the end of a round in which nothing is decided
export const roundStatusSchema = z.enum(['open', 'approved', 'undecided', 'withdrawn', 'replaced', 'collected']);
export type RoundStatus = z.infer<typeof roundStatusSchema>;

/** What decides a round: its committee's rule, or nothing at all. */
export const roundRuleSchema = z.discriminatedUnion('kind', [
  ...approvalRuleSchema.options,
  z.object({ kind: z.literal('none') }),
]);
export type RoundRule = z.infer<typeof roundRuleSchema>;

/** What is asked about when it is no referat: kept in the round, for its sak or document may change afterwards. */
const matterSchema = z.object({
  // the sak's number, when it has one
  sak: z.string().min(1).max(20).optional(),
  text: z.string().max(MAX_BACKGROUND),
  // numbered points, without their numbers
  proposal: z.array(z.string().min(1).max(MAX_POINT)).max(MAX_POINTS),
});
export type Matter = z.infer<typeof matterSchema>;

/** A seat that is inhabil: it is not asked, and not counted. */
const recusedSchema = z.object({ seatId: id, seatName: z.string(), holderName: z.string().optional() });

export const roundSchema = z.object({
  ...storedFields,
  committeeId: id,
  committeeName: z.string(),
  kind: roundKindSchema,
  subject: z.object({ kind: z.enum(['referat', 'sak', 'document']), id }),
  title: z.string(),
  matter: matterSchema.optional(),
  // the meeting whose saker are dealt with in rounds instead
  meetingId: id.optional(),
  // the version of its meeting by which its seats were last given to those who act for them
  heldBy: z.int().nonnegative().optional(),
  // rounds about one subject are numbered from 1
  number: z.int().positive(),
  // the texts of this round, oldest first: the last one is asked about, earlier ones differ in typos only
  textHashes: z.array(sha256).min(1),
  // the text of the round before, when the content was changed
  changedFrom: sha256.optional(),
  rule: roundRuleSchema,
  // leaders: leder and nestleder, by their roles; the seats are then `role:chair` and `role:vice-chair`
  askedGroup: z.enum([...askedGroupSchema.options, 'leaders']),
  reminderLadder: reminderLadderSchema,
  status: roundStatusSchema,
  openedBy: id,
  openedAt: instant,
  deadline: instant,
  closedAt: instant.optional(),
  // why it was withdrawn
  reason: z.string().max(MAX_REASON).optional(),
  // what the secretariat decided after «ikke avgjort»
  liftedToMeeting: z.object({ at: instant, by: id }).optional(),
  // the deadline, while the round is open: an index for closing it in time
  closeDueAt: instant.optional(),
  // the next step of the ladder, while the round is open
  remindDueAt: instant.optional(),
  // the committee, while somebody has still something to do with it: open, or not decided
  runningIn: id.optional(),
  waitingFor: z.array(id),
  // told what becomes of the round
  followers: z.array(id),
  seats: z.array(askedSchema).min(1),
  recused: z.array(recusedSchema).optional(),
  deliveries: z.array(deliverySchema),
  // reminders that arrived
  reminders: z.array(z.object({ holderId: id, at: instant })),
  answers: z.array(answerSchema),
  // what an earlier holder had answered themselves where an answer is registered now: it counts again if that is undone
  setAside: z.array(answerSchema).optional(),
  // answers with a remark whose author has answered anew since
  takenBack: z.array(answerSchema).optional(),
  // the status card in the committee's own conversation
  shared: z.object({ ...lineAddress.shape, activityId: id.optional() }).optional(),
  // counts what was emitted again and again, so that each has a key of its own
  emitted: z.int().nonnegative(),
});

/** One e-postrunde: one circulation of one text, who is asked for which seat, and what they answered. */
export type Round = z.infer<typeof roundSchema>;
