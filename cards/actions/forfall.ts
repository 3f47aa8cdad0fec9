import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { page, typed } from './fields.ts';

const meetingId = id;
const forfallId = id;
/** The form is filled in for somebody else, by the secretariat or the chair. */
const onBehalf = z.literal(true).optional();

/** What the cards about forfall send, and those of the varas who are called in for it. */
export const forfallActions = [
  z.object({ verb: z.literal('forfall.show'), page }),
  z.object({ verb: z.literal('forfall.own'), meetingId }),
  z.object({ verb: z.literal('forfall.form'), meetingId, onBehalf, page }),
  z.object({
    verb: z.literal('forfall.report'),
    meetingId,
    onBehalf,
    seatId: typed,
    what: typed,
    from: typed,
    to: typed,
    saker: typed,
    reason: typed,
  }),
  // `forfallId`: one of them; absent: all but inhabilitet
  z.object({ verb: z.literal('forfall.back'), meetingId, forfallId: id.optional() }),
  z.object({ verb: z.literal('forfall.called'), meetingId, forfallId }),
  z.object({ verb: z.literal('forfall.call'), meetingId, forfallId, yes: z.boolean() }),
  z.object({ verb: z.literal('forfall.status'), meetingId, page }),
  z.object({ verb: z.literal('forfall.assign-form'), meetingId, forfallId }),
  z.object({ verb: z.literal('forfall.assign'), meetingId, forfallId, picked: typed, name: typed, email: typed }),
  z.object({ verb: z.literal('forfall.release'), meetingId, forfallId }),
] as const;
