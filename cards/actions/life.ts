import { z } from 'zod';
import { day, id } from '../../store/fields.ts';
import { page, typed } from './fields.ts';

const committeeId = id;
/** The version of the committee that a form was filled in from. */
const against = z.int().nonnegative().optional();

/** What the cards about a committee's own life send. */
export const lifeActions = [
  z.object({ verb: z.literal('life.form'), committeeId }),
  z.object({
    verb: z.literal('life.save'),
    committeeId,
    against,
    evaluatesOn: typed,
    endsOn: typed,
    rotatesOn: typed,
    rotatesTo: typed,
    remindDays: typed,
  }),
  // `on`: the day that is moved on; another one by now stays
  z.object({ verb: z.literal('life.rotate'), committeeId, on: day }),
  z.object({ verb: z.literal('life.take-back'), committeeId, seatId: id }),
  // without a seat: which one
  z.object({ verb: z.literal('life.appointing-form'), committeeId, seatId: typed, page }),
  z.object({
    verb: z.literal('life.appointing'),
    committeeId,
    against,
    seatId: id,
    party: typed,
    picked: typed,
    name: typed,
    email: typed,
    remove: typed,
  }),
  z.object({ verb: z.literal('life.close-form'), committeeId }),
  z.object({ verb: z.literal('life.close'), committeeId, against }),
  z.object({ verb: z.literal('life.reopen'), committeeId }),
] as const;
