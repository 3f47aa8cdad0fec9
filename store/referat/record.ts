import { z } from 'zod';
import { approvalRuleSchema, askedGroupSchema } from '../committee/record.ts';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant, sha256 } from '../fields.ts';
import { sendingSchema } from '../round/rules-keep.ts';

export const REFERAT_VERSION = 1;

/** The longest referat, in characters: some sixty pages. A text longer than a card is shown page by page. */
export const MAX_TEXT = 200_000;
/** More versions than any referat has; each keeps its whole text. */
export const MAX_VERSIONS = 30;

const versionSchema = z.object({
  text: z.string().min(1).max(MAX_TEXT),
  hash: sha256,
  at: instant,
  by: id,
  // the .docx that the text was read from, kept as it came
  file: z.object({ id, name: z.string().min(1).max(200), sha256, bytes: z.int().positive() }).optional(),
});
export type TextVersion = z.infer<typeof versionSchema>;

const approvalSchema = z.discriminatedUnion('how', [
  // the text that the round approved: one written later and never asked about is not approved with it
  z.object({ how: z.literal('round'), roundId: id, hash: sha256, at: instant }),
  // «bekreftes godkjent» in a meeting: its day, the sak and the words of the vedtak
  z.object({
    how: z.literal('meeting'),
    on: day,
    sak: z.string().max(100).optional(),
    vedtak: z.string().max(1000).optional(),
    at: instant,
    by: id,
  }),
]);
export type Approval = z.infer<typeof approvalSchema>;

export const referatSchema = z.object({
  ...storedFields,
  committeeId: id,
  meetingOn: day,
  title: z.string().min(1).max(200),
  summary: z.string().max(1000),
  // oldest first; the last one counts
  versions: z.array(versionSchema).min(1).max(MAX_VERSIONS),
  // how often it was rewritten before it was sent: a preview shows one revision, and only that one can be sent
  revision: z.int().positive(),
  state: z.enum(['draft', 'circulating', 'approved', 'undecided', 'published']),
  // chosen in the form, used when the round is opened
  deadline: instant,
  // the seats that were at the meeting, as the secretariat ticked them; absent: nobody has said
  presentSeatIds: z.array(id).optional(),
  // who acted for a seat at the meeting in its member's place, and answers for it in the round
  actingFor: z
    .array(z.object({ seatId: id, personId: id, name: z.string().max(200), actsFor: z.string().max(200).optional() }))
    .max(300)
    .optional(),
  // in a committee that has not chosen yet: what the form chose, made the committee's own when the round is opened
  choices: z.object({ approvalRule: approvalRuleSchema, askedGroup: askedGroupSchema }).optional(),
  // the meeting that it was made from, and what was made: another text was written by hand
  madeFrom: z.object({ meetingId: id, hash: sha256 }).optional(),
  // to be approved in a meeting instead of on a round: this one, or the next
  approvalWanted: z.object({ meetingId: id.optional() }).optional(),
  writtenBy: id,
  approval: approvalSchema.optional(),
  published: z.object({ at: instant, by: id, where: z.string().max(500).optional() }).optional(),
  // present until it is published: an index for finding what a committee still has to do with it
  activeIn: id.optional(),
  sending: sendingSchema.optional(),
  // the newest round about it, and which state of that round was the last to be told here
  round: z.object({ id, number: z.int().positive(), version: z.int().nonnegative() }).optional(),
});

/** The minutes of one meeting: a text with its versions, and how far it has come. */
export type Referat = z.infer<typeof referatSchema>;

/** What the form for a referat gives once it has been read and found usable. */
export type ReferatInput = Pick<Referat, 'committeeId' | 'meetingOn' | 'title' | 'summary' | 'deadline'> & {
  readonly text: Pick<TextVersion, 'text' | 'hash' | 'file'>;
  readonly presentSeatIds?: string[];
  readonly choices?: Referat['choices'];
};

export function newReferat(id: string, tenantId: string, input: ReferatInput, writtenBy: string, now: Date): Referat {
  const { text, ...fields } = input;
  return {
    ...newlyStored({ id, tenantId }, REFERAT_VERSION),
    ...(fields as Omit<ReferatInput, 'text' | 'choices'> & { choices?: NonNullable<Referat['choices']> }),
    versions: [{ ...text, at: now, by: writtenBy }],
    revision: 1,
    state: 'draft',
    writtenBy,
    activeIn: input.committeeId,
    history: [{ at: now, by: writtenBy, what: 'written' }],
  };
}

/** The text that counts now: the one that a round approved, else the one that was written last. */
export function newest({ versions, approval }: Referat): TextVersion {
  const approved = approval?.how === 'round' ? versions.find(({ hash }) => hash === approval.hash) : undefined;
  const last = approved ?? versions.at(-1);
  if (last === undefined) throw new Error('a referat without a text');
  return last;
}

/** The version with this hash, as somebody was asked about it. */
export function versionOf({ versions }: Referat, hash: string | undefined): TextVersion | undefined {
  return versions.find((version) => version.hash === hash);
}
