import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { page, typed } from './fields.ts';

const meetingId = id;

/** What the cards about agendas send. */
export const agendaActions = [
  z.object({ verb: z.literal('agenda.show') }),
  z.object({ verb: z.literal('agenda.build'), meetingId }),
  // `sakId`: chosen in the card's list
  z.object({ verb: z.literal('agenda.move'), meetingId, to: z.enum(['up', 'down']), sakId: typed }),
  z.object({ verb: z.literal('agenda.order'), meetingId, revision: z.int().nonnegative(), order: typed }),
  z.object({ verb: z.literal('agenda.take-out'), meetingId, sakId: typed }),
  z.object({ verb: z.literal('agenda.add'), meetingId, addId: typed }),
  z.object({ verb: z.literal('agenda.follow-up'), meetingId }),
  z.object({ verb: z.literal('agenda.close'), meetingId, sakId: typed, isOpen: z.literal(true).optional() }),
  z.object({ verb: z.literal('agenda.edit-form'), meetingId, sakId: typed }),
  z.object({
    verb: z.literal('agenda.edit'),
    meetingId,
    sakId: id,
    background: z.string().max(400_000).optional(),
    proposal: typed,
  }),
  z.object({ verb: z.literal('agenda.preview'), meetingId, page }),
  // `seen`: what its saker said in the preview
  z.object({ verb: z.literal('agenda.send'), meetingId, revision: z.int().nonnegative(), seen: z.string().max(100) }),
  z.object({ verb: z.literal('agenda.card'), meetingId }),
  z.object({ verb: z.literal('agenda.read'), meetingId, sakId: typed, page }),
  z.object({ verb: z.literal('agenda.shared'), meetingId, sakId: typed, page }),
  z.object({ verb: z.literal('agenda.answer'), meetingId, comes: z.boolean() }),
  z.object({ verb: z.literal('agenda.papers'), meetingId }),
  z.object({ verb: z.literal('agenda.remind'), meetingId }),
  z.object({ verb: z.literal('agenda.publish-form'), meetingId }),
  z.object({ verb: z.literal('agenda.publish'), meetingId, where: typed }),
] as const;
