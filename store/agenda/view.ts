import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

/** What is shown of agendas: to those who build them, to the committee, and where it talks. */
export const agendaViews = [
  // the coming meetings of somebody's committees, and what can be done with their agendas
  z.object({ view: z.literal('agenda') }),
  z.object({
    view: z.literal('agenda-build'),
    meetingId: id,
    problem: id.optional(),
    typed: z.string().max(2000).optional(),
  }),
  z.object({
    view: z.literal('agenda-edit-form'),
    meetingId: id,
    sakId: id,
    typed: z.object({ background: z.string().max(400_000), proposal: z.string().max(20_000) }).optional(),
    problems: form.problems,
  }),
  z.object({ view: z.literal('agenda-preview'), meetingId: id, page, problem: id.optional() }),
  // the agenda as it was sent, in somebody's 1:1 chat
  z.object({ view: z.literal('agenda-card'), meetingId: id, problem: id.optional() }),
  z.object({ view: z.literal('agenda-reminder'), meetingId: id }),
  z.object({ view: z.literal('agenda-read'), meetingId: id, sakId: id, page }),
  // the agenda card in the committee's conversation; `sakId`: what whoever pressed reads in its place
  z.object({ view: z.literal('agenda-shared'), meetingId: id, problem: id.optional(), sakId: id.optional(), page }),
  z.object({ view: z.literal('agenda-publish-form'), meetingId: id, ...form }),
] as const;
