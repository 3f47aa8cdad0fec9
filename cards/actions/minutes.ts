import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { outcomeSchema } from '../../store/meeting/record.ts';
import { page, typed } from './fields.ts';

const meetingId = id;
const sakId = id;
/** Ticked seats, with commas between. */
const ticked = z.string().max(40_000).optional();
/** Longer than a form takes, so that it can say so. */
const long = z.string().max(150_000).optional();

/** What can be typed about a sak. */
const protocol = { outcome: typed, text: long, vedtak: long, approves: typed, phrase: typed };

/** What the cards about what happens in a meeting send. */
export const minutesActions = [
  z.object({ verb: z.literal('minutes.show'), meetingId, page }),
  z.object({ verb: z.literal('minutes.presence-form'), meetingId }),
  z.object({ verb: z.literal('minutes.presence'), meetingId, present: ticked }),
  z.object({ verb: z.literal('minutes.vara-form'), meetingId, page }),
  z.object({ verb: z.literal('minutes.vara'), meetingId, seatId: typed, name: typed, picked: typed }),
  z.object({ verb: z.literal('minutes.around-form'), meetingId }),
  z.object({
    verb: z.literal('minutes.around'),
    meetingId,
    ledBy: typed,
    minuteTaker: typed,
    guests: typed,
    others: typed,
    nextMeetingOn: typed,
  }),
  z.object({ verb: z.literal('minutes.sak'), meetingId, sakId }),
  z.object({ verb: z.literal('minutes.phrase'), meetingId, sakId, ...protocol }),
  // `quick`: the outcome that the button itself says
  z.object({ verb: z.literal('minutes.record'), meetingId, sakId, quick: outcomeSchema.optional(), ...protocol }),
  z.object({ verb: z.literal('minutes.adopt'), meetingId, sakId }),
  z.object({ verb: z.literal('minutes.recused-form'), meetingId, sakId }),
  z.object({ verb: z.literal('minutes.recused'), meetingId, sakId, recused: ticked }),
  z.object({ verb: z.literal('minutes.rounds-form'), meetingId }),
  z.object({ verb: z.literal('minutes.rounds'), meetingId, saker: ticked, deadlineOn: typed, deadlineTime: typed }),
  z.object({ verb: z.literal('minutes.end'), meetingId }),
  z.object({ verb: z.literal('minutes.referat'), meetingId, again: z.literal(true).optional() }),
  z.object({ verb: z.literal('minutes.to-meeting'), referatId: id }),
] as const;
