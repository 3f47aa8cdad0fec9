import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { page, typed } from './fields.ts';

const meetingId = id;
const sakId = id;
const of = {
  meetingId: id.optional(),
  sakId,
  point: z.int().positive().optional(),
  n: z.int().positive().optional(),
  back: z.literal('sak').optional(),
};

/** What the cards about tiltak that a committee decides send. */
export const tiltakVedtakActions = [
  z.object({ verb: z.literal('tiltak.new-form'), ...of }),
  z.object({
    verb: z.literal('tiltak.new'),
    ...of,
    text: typed,
    owner: typed,
    picked: typed,
    contacts: typed,
    due: typed,
    // «as written»: without a day
    dueKept: typed,
    planId: typed,
  }),
  z.object({ verb: z.literal('tiltak.proposals'), meetingId, sakId, page }),
  z.object({
    verb: z.literal('tiltak.decide-form'),
    tiltakId: id,
    meetingId: id.optional(),
    sakId: id.optional(),
  }),
  z.object({
    verb: z.literal('tiltak.decide'),
    tiltakId: id,
    meetingId: id.optional(),
    sakId: id.optional(),
    decision: typed,
    text: typed,
  }),
] as const;
