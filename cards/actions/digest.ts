import { z } from 'zod';
import { backSchema } from '../../store/digest/view.ts';
import { id } from '../../store/fields.ts';
import { page, typed } from './fields.ts';

const tiltakId = id;
const back = backSchema.optional();
/** How many statuses stood there when it was asked. */
const seen = z.int().nonnegative().optional();

/** More tiltak than one page of a digest has. */
const SLOTS = 10;

/** One answer in a digest: its place on the page, counted from 0, is part of its inputs' names. */
const slots = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Slot = (typeof slots)[number];
type SlotField = `${'class' | 'text' | 'due'}${Slot}`;
const slotFields = Object.fromEntries(
  slots.flatMap((slot) => [`class${slot}`, `text${slot}`, `due${slot}`].map((name) => [name, typed])),
) as unknown as { readonly [K in SlotField]: typeof typed };

/** What can be pressed in a digest, and where one tiltak is answered. */
export const digestActions = [
  z.object({ verb: z.literal('digest.show'), page }),
  z.object({
    verb: z.literal('digest.answer'),
    page,
    asked: z.array(z.object({ tiltakId, seen })).max(SLOTS),
    ...slotFields,
  }),
  z.object({ verb: z.literal('digest.away-form') }),
  z.object({ verb: z.literal('digest.away'), until: typed }),
  z.object({ verb: z.literal('digest.back') }),
  z.object({ verb: z.literal('digest.rhythm'), rhythm: z.enum(['weekly', 'daily']) }),
  z.object({ verb: z.literal('digest.silent'), tiltakId, page, what: z.enum(['leader', 'leave']) }),
  z.object({ verb: z.literal('tiltak.answer-form'), tiltakId, back }),
  z.object({
    verb: z.literal('tiltak.answer'),
    tiltakId,
    back,
    seen,
    class: typed,
    text: typed,
    byOthers: typed,
    picked: typed,
    due: typed,
  }),
  z.object({ verb: z.literal('tiltak.snooze'), tiltakId, back }),
  z.object({ verb: z.literal('tiltak.hand-over-form'), tiltakId, back }),
  z.object({ verb: z.literal('tiltak.hand-over'), tiltakId, back, picked: typed, name: typed }),
  z.object({ verb: z.literal('tiltak.hand-over-nobody'), tiltakId, back }),
] as const;
