import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant, sha256 } from '../fields.ts';

export const REFERAT_VERSION = 1;

/** Longer texts do not fit a card with its buttons (design 5: 40 KB in UTF-16); the card's size is checked as well. */
export const MAX_TEXT = 14_000;

export const referatSchema = z.object({
  ...storedFields,
  committeeId: id,
  meetingOn: day,
  title: z.string().min(1).max(200),
  summary: z.string().max(1000),
  text: z.string().min(1).max(MAX_TEXT),
  textHash: sha256,
  // how often it was rewritten before it was sent: a preview shows one revision, and only that one can be sent
  revision: z.int().positive(),
  state: z.enum(['draft', 'circulating', 'approved', 'undecided']),
  // chosen in the form, used when the round is opened
  deadline: instant,
  writtenBy: id,
  // present while it is a draft: an index for finding the drafts of a committee
  draftIn: id.optional(),
  roundId: id.optional(),
});

/** The minutes of one meeting: a text, and how far it has come. */
export type Referat = z.infer<typeof referatSchema>;

/** What the form for a referat gives once it has been read and found usable. */
export type ReferatInput = Pick<
  Referat,
  'committeeId' | 'meetingOn' | 'title' | 'summary' | 'text' | 'textHash' | 'deadline'
>;

export function newReferat(id: string, tenantId: string, input: ReferatInput, writtenBy: string, now: Date): Referat {
  return {
    ...newlyStored({ id, tenantId }, REFERAT_VERSION),
    ...input,
    revision: 1,
    state: 'draft',
    writtenBy,
    draftIn: input.committeeId,
    history: [{ at: now, by: writtenBy, what: 'written' }],
  };
}
