import { z } from 'zod';
import { voteSchema } from '../../store/ballot/record.ts';
import { id } from '../../store/fields.ts';
import { typed } from './fields.ts';

const ballotId = id;

/** What the cards of a voting send. */
export const ballotActions = [
  z.object({ verb: z.literal('ballot.form'), meetingId: id, sakId: id }),
  z.object({
    verb: z.literal('ballot.open'),
    meetingId: id,
    sakId: id,
    number: z.int().positive(),
    question: typed,
    way: typed,
  }),
  z.object({ verb: z.literal('ballot.show'), ballotId }),
  z.object({ verb: z.literal('ballot.vote'), ballotId, vote: voteSchema }),
  z.object({ verb: z.literal('ballot.status'), ballotId }),
  z.object({ verb: z.literal('ballot.again'), ballotId }),
  z.object({ verb: z.literal('ballot.close'), ballotId }),
] as const;
