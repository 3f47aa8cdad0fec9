import { z } from 'zod';
import { id } from '../fields.ts';
import { form } from '../view-fields.ts';

/** What is shown of votings. */
export const ballotViews = [
  // to somebody who votes
  z.object({ view: z.literal('ballot'), ballotId: id, problem: id.optional() }),
  // to whoever runs it
  z.object({ view: z.literal('ballot-status'), ballotId: id, problem: id.optional() }),
  z.object({ view: z.literal('ballot-form'), meetingId: id, sakId: id, ...form }),
] as const;
