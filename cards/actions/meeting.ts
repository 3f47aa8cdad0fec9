import { z } from 'zod';
import { id, sha256 } from '../../store/fields.ts';
import { page, typed } from './fields.ts';

const committeeId = id;
const meetingId = id;
/** What several meetings were typed as. */
const lines = z.string().max(20_000).optional();

/** What the cards about meetings and their plan send. */
export const meetingActions = [
  z.object({ verb: z.literal('meeting.plan'), committeeId: id.optional(), page }),
  z.object({ verb: z.literal('meeting.show'), meetingId }),
  z.object({ verb: z.literal('meeting.form'), committeeId, meetingId: id.optional() }),
  z.object({
    verb: z.literal('meeting.save'),
    committeeId,
    meetingId: id.optional(),
    // the sequence of the meeting that the form was filled in from
    against: z.int().nonnegative().optional(),
    on: typed,
    from: typed,
    to: typed,
    mode: typed,
    place: typed,
  }),
  z.object({ verb: z.literal('meeting.lines-form'), committeeId }),
  z.object({ verb: z.literal('meeting.preview'), committeeId, lines, page }),
  // `seen`: what was previewed; only that is saved
  z.object({ verb: z.literal('meeting.save-lines'), committeeId, seen: sha256, lines }),
  z.object({ verb: z.literal('meeting.cancel-form'), meetingId }),
  z.object({ verb: z.literal('meeting.cancel'), meetingId, reason: typed }),
  z.object({ verb: z.literal('meeting.calendar'), committeeId, meetingId: id.optional() }),
  z.object({ verb: z.literal('meeting.coming-form'), committeeId, page }),
  z.object({
    verb: z.literal('meeting.coming'),
    committeeId,
    what: z.enum(['add', 'wish', 'remove']),
    title: typed,
    wished: typed,
    chosen: typed,
  }),
  z.object({ verb: z.literal('meeting.settings-form'), committeeId }),
  z.object({
    verb: z.literal('meeting.settings'),
    committeeId,
    against: z.int().nonnegative().optional(),
    fixed1: typed,
    fixed2: typed,
    fixed3: typed,
    fixed4: typed,
    fixed5: typed,
    fixed6: typed,
    fixed7: typed,
    fixed8: typed,
    firstNumber: typed,
    proposeDays: typed,
    referaterFrom: typed,
  }),
] as const;
