import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { nominationKindSchema } from '../../store/nomination/view.ts';
import { page, typed } from './fields.ts';

const nominationId = id;
const committeeId = id;
/** Somebody found in Teams, or by name and address. */
const candidate = { picked: typed, name: typed, email: typed, workplace: typed };
const deadline = { deadlineOn: typed, deadlineTime: typed };

/** What the cards about varas and nominations send. */
export const nominationActions = [
  z.object({ verb: z.literal('vara.show') }),
  // `committeeId`: chosen in the card, where somebody runs several committees
  z.object({ verb: z.literal('nomination.form'), kind: nominationKindSchema, committeeId: typed }),
  z.object({
    verb: z.literal('nomination.open'),
    kind: nominationKindSchema,
    committeeId,
    wanted: typed,
    title: typed,
    seatId: typed,
    ...deadline,
  }),
  z.object({ verb: z.literal('nomination.show'), nominationId }),
  z.object({ verb: z.literal('nomination.propose'), nominationId, ...candidate }),
  z.object({ verb: z.literal('nomination.none'), nominationId }),
  z.object({ verb: z.literal('nomination.withdraw'), nominationId, candidateId: typed }),
  z.object({ verb: z.literal('nomination.asked'), nominationId, candidateId: id }),
  z.object({ verb: z.literal('nomination.reply'), nominationId, candidateId: id, accepts: z.boolean() }),
  z.object({ verb: z.literal('nomination.status'), nominationId: typed, page }),
  z.object({ verb: z.literal('nomination.confirm'), nominationId, page, candidateId: typed }),
  z.object({ verb: z.literal('nomination.again'), nominationId, page, candidateId: typed }),
  z.object({
    verb: z.literal('nomination.registered'),
    nominationId,
    page,
    candidateId: typed,
    accepts: z.boolean(),
  }),
  z.object({ verb: z.literal('nomination.register-form'), nominationId }),
  z.object({ verb: z.literal('nomination.register'), nominationId, seatId: typed, ...candidate }),
  z.object({ verb: z.literal('nomination.register-none'), nominationId, seatId: typed }),
  z.object({ verb: z.literal('nomination.extend-form'), nominationId }),
  z.object({ verb: z.literal('nomination.extend'), nominationId, ...deadline }),
  z.object({ verb: z.literal('nomination.close'), nominationId }),
  z.object({ verb: z.literal('vara.seats'), committeeId: typed, page }),
  // `vara`: the seat and the person, as they are chosen in the card
  z.object({ verb: z.literal('vara.raise'), committeeId, page, vara: typed }),
  z.object({ verb: z.literal('vara.remove'), committeeId, page, vara: typed }),
  // `ownCommittee`: chosen in the card, where somebody has a seat in several
  z.object({ verb: z.literal('vara.form'), committeeId: typed, ownCommittee: typed }),
  z.object({ verb: z.literal('vara.propose'), committeeId, ...candidate }),
] as const;
