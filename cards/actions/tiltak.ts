import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { ofPlan } from '../../store/tiltak/view.ts';
import { page, typed } from './fields.ts';

const tiltakId = id;
/** A tiltak as it was typed. `contacts`: those of its contacts that were kept, `picked`: one more. */
const fields = { text: typed, owner: typed, picked: typed, due: typed };

/** What the cards about tiltak and plans send. */
export const tiltakActions = [
  z.object({ verb: z.literal('tiltak.home'), page }),
  z.object({ verb: z.literal('tiltak.plan'), ...ofPlan }),
  // both may be chosen in the card
  z.object({ verb: z.literal('tiltak.list'), ...ofPlan, filter: typed, area: typed, page }),
  z.object({ verb: z.literal('tiltak.changes'), ...ofPlan, page }),
  z.object({ verb: z.literal('tiltak.one'), tiltakId, page }),
  z.object({ verb: z.literal('tiltak.edit-form'), tiltakId }),
  z.object({ verb: z.literal('tiltak.edit'), tiltakId, ...fields, contacts: typed }),
  z.object({ verb: z.literal('tiltak.close-form'), tiltakId }),
  z.object({ verb: z.literal('tiltak.close'), tiltakId }),
  z.object({ verb: z.literal('tiltak.reopen'), tiltakId }),
  z.object({ verb: z.literal('tiltak.add-form'), ...ofPlan }),
  // `newId`: the form's own, so that what is sent twice is made once
  z.object({ verb: z.literal('tiltak.add'), ...ofPlan, newId: id, ...fields, area: typed, goal: typed }),
] as const;
