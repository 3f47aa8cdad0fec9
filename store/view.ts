import { z } from 'zod';
import { id } from './fields.ts';

/** What somebody typed into the form for a referat, as typed: kept when it could not be used. */
export const typedReferatSchema = z.object({
  committeeId: z.string().max(200).optional(),
  meetingOn: z.string().max(40).optional(),
  title: z.string().max(1000).optional(),
  summary: z.string().max(5000).optional(),
  text: z.string().max(400_000).optional(),
  // the file that the text is taken from
  fileId: z.string().max(200).optional(),
  deadlineOn: z.string().max(40).optional(),
  deadlineTime: z.string().max(40).optional(),
  // asked for until the committee has chosen
  rule: z.string().max(40).optional(),
  atLeast: z.string().max(40).optional(),
  askedGroup: z.string().max(40).optional(),
  // seats, with commas between
  present: z.string().max(40_000).optional(),
});
export type TypedReferat = z.infer<typeof typedReferatSchema>;

/** What somebody typed into one of the smaller forms. */
export const typedSchema = z.record(z.string().max(40), z.string().max(20_000));
export type Typed = z.infer<typeof typedSchema>;

/** What is wrong with a form of several lines, in which line, and which other line it collides with. */
const lineProblemSchema = z.object({
  problem: id,
  line: z.int().positive().optional(),
  other: z.int().positive().optional(),
});

const form = { typed: typedSchema.optional(), problems: z.array(id).optional() };
const page = z.int().nonnegative().optional();

/**
 * What to show somebody, without saying how: it names records, and the card is rendered from the newest of them when it
 * is shown. A view waits in an outbox as it is, so its names and fields stay readable for good.
 */
export const viewSchema = z.discriminatedUnion('view', [
  // `shared`: where others see it, and only little can be done
  z.object({
    view: z.literal('help'),
    unknown: z.literal(true).optional(),
    shared: z.literal(true).optional(),
    conversationId: id.optional(),
  }),
  z.object({ view: z.literal('notice'), notice: id }),
  z.object({ view: z.literal('choose-committee') }),
  z.object({ view: z.literal('referat-overview') }),
  z.object({
    view: z.literal('referat-form'),
    referatId: id,
    typed: typedReferatSchema.optional(),
    problems: z.array(id).optional(),
  }),
  z.object({
    view: z.literal('referat-preview'),
    referatId: id,
    moved: z.literal(true).optional(),
    problem: id.optional(),
    page,
  }),
  // a referat for those who run it: how far it has come, and what can be done with it
  z.object({ view: z.literal('referat'), referatId: id, problem: id.optional() }),
  z.object({ view: z.literal('meeting-approval-form'), referatId: id, ...form }),
  z.object({ view: z.literal('publish-form'), referatId: id, ...form }),
  // a file that was dropped into the chat, and what it can be used for
  z.object({ view: z.literal('file-received'), fileId: id }),
  z.object({
    view: z.literal('round'),
    roundId: id,
    change: z.literal(true).optional(),
    problem: id.optional(),
    typed: typedSchema.optional(),
    page,
  }),
  z.object({ view: z.literal('round-reminder'), roundId: id }),
  z.object({ view: z.literal('round-changes'), roundId: id, page }),
  // the shared card in the committee's conversation; `reading`: a page of the text, for whoever pressed
  z.object({
    view: z.literal('round-shared'),
    roundId: id,
    problem: id.optional(),
    typed: typedSchema.optional(),
    answered: z.literal(true).optional(),
    page,
  }),
  // `from` is the number of lines to pass over, when there are more than one card holds
  z.object({
    view: z.literal('round-status'),
    roundId: id,
    from: z.int().nonnegative().optional(),
    problem: id.optional(),
  }),
  z.object({ view: z.literal('register-form'), roundId: id, page, ...form }),
  z.object({ view: z.literal('undo-form'), roundId: id, page, ...form }),
  z.object({ view: z.literal('extend-form'), roundId: id, ...form }),
  z.object({ view: z.literal('withdraw-form'), roundId: id, ...form }),
  z.object({ view: z.literal('revise-form'), roundId: id, fileId: id.optional(), ...form }),

  // the first word of the bot where it was added, to whoever added it; `mentioned`: said where others read it
  z.object({ view: z.literal('setup-greeting'), conversationId: id, mentioned: id.optional() }),
  // a sentence to somebody, where others read it
  z.object({ view: z.literal('said-to'), personId: id, notice: id }),
  z.object({ view: z.literal('setup-form'), setupId: id, problems: z.array(lineProblemSchema).optional() }),
  z.object({ view: z.literal('setup-preview'), setupId: id, page, problem: id.optional() }),
  // a committee as it is set up; without an id the viewer's own, or the choice between several
  z.object({ view: z.literal('setup'), committeeId: id.optional(), page, notice: id.optional() }),
  // a committee for a conversation that has none: one that the viewer runs, or a new one
  z.object({ view: z.literal('setup-attach'), conversationId: id, notice: id.optional() }),
  z.object({ view: z.literal('settings-form'), committeeId: id, ...form }),
  z.object({ view: z.literal('seat-form'), committeeId: id, page, ...form }),
]);
export type View = z.infer<typeof viewSchema>;
