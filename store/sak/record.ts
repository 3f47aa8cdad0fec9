import { z } from 'zod';
import { fixedSakSchema } from '../committee/record.ts';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant, sha256 } from '../fields.ts';
import { typedSakSchema } from './typed.ts';

export const SAK_VERSION = 1;
export const MAX_SAK_TITLE = 300;
/** The longest saksframstilling, in characters: the longest known one has some 10,000. */
export const MAX_BACKGROUND = 60_000;
export const MAX_POINT = 4000;
export const MAX_POINTS = 30;
export const MAX_ATTACHMENTS = 20;
export const MAX_REQUEST = 2000;
export const MAX_ANSWER = 10_000;
export const MAX_REQUESTS = 20;

/** A file that was uploaded, or an address of one; only https. */
export const attachmentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    fileId: id,
    name: z.string().min(1).max(200),
    sha256,
    bytes: z.int().positive(),
  }),
  z.object({
    kind: z.literal('link'),
    url: z.url({ protocol: /^https$/ }).max(2000),
    name: z.string().min(1).max(200),
  }),
]);
export type Attachment = z.infer<typeof attachmentSchema>;

/** What a sak asks of the committee (domain e); absent: its proposer did not say. */
export const sakTypeSchema = z.enum(['orientering', 'drøfting', 'beslutning']);
export type SakType = z.infer<typeof sakTypeSchema>;

export const sakStatusSchema = z.enum([
  // begun and not sent
  'draft',
  // waits for the chair and the secretariat
  'proposed',
  // the proposer is asked for more
  'returned',
  // to be put on an agenda: of the meeting it wishes, or of the next one
  'accepted',
  'rejected',
  // on an agenda that was sent, with a number
  'scheduled',
  // dealt with in a meeting or in a round
  'decided',
  'withdrawn',
]);
export type SakStatus = z.infer<typeof sakStatusSchema>;

export const sakSchema = z.object({
  ...storedFields,
  committeeId: id,
  status: sakStatusSchema,
  title: z.string().max(MAX_SAK_TITLE),
  // «Fra:» and «Til:», as they are written on the sak
  from: z.string().max(200),
  to: z.string().max(200).optional(),
  // paragraphs with empty lines between; a line with « | » in it is a row of a table
  background: z.string().max(MAX_BACKGROUND),
  // the .docx that it was read from
  backgroundFileId: id.optional(),
  // numbered points, without their numbers
  proposal: z.array(z.string().min(1).max(MAX_POINT)).max(MAX_POINTS),
  type: sakTypeSchema.optional(),
  attachments: z.array(attachmentSchema).max(MAX_ATTACHMENTS),
  // «ønsket møte»: a planned meeting, or its absence «neste møte»
  wishedMeetingId: id.optional(),
  // the meeting it was proposed for too late: it goes to a later one
  tooLateFor: id.optional(),
  // the three questions for lay people
  form: z.enum(['full', 'short']),
  // who sent it, or registered it for somebody outside; nobody for one of the committee's fixed ones
  proposedBy: id,
  outsider: z.literal(true).optional(),
  proposedAt: instant.optional(),
  // the message that it was made from
  source: z.object({ text: z.string().max(MAX_BACKGROUND), link: z.string().max(2000).optional() }).optional(),
  fixed: fixedSakSchema.optional(),
  // what was typed into the form last: a draft, or an answer in the making
  typed: typedSakSchema.optional(),
  // grows with every change of the content and every decision: a card acts on what it showed
  revision: z.int().nonnegative(),
  // «utfyllende opplysninger»: what was asked, newest last, and what was answered
  requests: z
    .array(
      z.object({
        text: z.string().min(1).max(MAX_REQUEST),
        at: instant,
        by: id,
        // absent when the sak itself was changed instead
        answer: z.string().max(MAX_ANSWER).optional(),
        answeredAt: instant.optional(),
      }),
    )
    .max(MAX_REQUESTS),
  // why it was rejected or postponed
  reason: z.string().max(2000).optional(),
  // how often it was put off to a later meeting
  postponed: z.int().nonnegative().optional(),
  // the meeting that put it off last
  postponedFrom: id.optional(),
  // the meeting on whose agenda it stands, sent or being built
  meetingId: id.optional(),
  // for voting members alone (domain a12)
  closed: z.literal(true).optional(),
  // seats that are inhabil in it
  recusedSeatIds: z.array(id).max(200).optional(),
  // copied from the ledger of numbers when the agenda was sent: `12/24`
  number: z.string().max(20).optional(),
  // how it ended: copied from the meeting's protocol or from the round
  vedtak: z.array(z.string().max(MAX_POINT)).max(MAX_POINTS).optional(),
  decidedOn: day.optional(),
  // the round that decided it: absent when a meeting did
  decidedByRound: id.optional(),
  // the newest round about it, and which state of that round was the last to be told here
  round: z.object({ id, number: z.int().positive(), version: z.int().nonnegative() }).optional(),
  // how a meeting ended it, when it told; «utgikk» and «følges opp» have no vedtak
  outcome: z.enum(['vedtak', 'utgikk', 'folges-opp', 'ingen']).optional(),
  // similar ones in other committees, that both secretariats have been told of
  similarTo: z.array(id).max(20).optional(),
  // the committee, until it is decided, rejected or withdrawn: an index for what it still has to do
  openIn: id.optional(),
  // whoever has begun it and not sent it: an index for finding the draft again
  draftOf: id.optional(),
  // the words of its title, within its organisation: an index for similar saker
  likeness: z.array(z.string().max(100)).max(20).optional(),
  // counts what was emitted again and again, so that each has a key of its own
  emitted: z.int().nonnegative().optional(),
});

/** A sak: proposed, put on an agenda, dealt with. */
export type Sak = z.infer<typeof sakSchema>;

/** A sak with what every sak has from its beginning. */
export function newSak(
  fields: Pick<Sak, 'id' | 'tenantId' | 'committeeId' | 'status' | 'title' | 'from' | 'proposedBy' | 'form'> &
    Partial<Omit<Sak, 'version' | 'schemaVersion' | 'keys' | 'outbox' | 'history'>>,
): Sak {
  return {
    ...newlyStored(fields, SAK_VERSION),
    background: '',
    proposal: [],
    attachments: [],
    requests: [],
    revision: 0,
    ...fields,
  };
}
