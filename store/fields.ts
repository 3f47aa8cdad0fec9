import { z } from 'zod';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** A point in time, UTC. Stored as a date where the database has dates and as ISO 8601 text where it has not. */
export const instant = z.unknown().transform((value, context): Date => {
  const date =
    value instanceof Date ? value : typeof value === 'string' && ISO.test(value) ? new Date(value) : undefined;
  if (date !== undefined && !Number.isNaN(date.getTime())) return date;
  context.addIssue({ code: 'custom', message: 'not a point in time' });
  return z.NEVER;
});

/** A calendar day in Europe/Oslo, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** An id or key made by this program or by Teams: short, never empty. */
export const id = z.string().min(1).max(1024);

/** A conversation, and the service through which it is written to. */
export const lineAddress = z.object({ serviceUrl: z.url().max(500), conversationId: id });

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Why a card did not reach somebody. */
export const unreachedSchema = z.enum(['not-installed', 'blocked', 'other-organisation', 'unknown-address', 'failed']);

/** One line of a record's history, append-only: who did what, when, for which seat and on whose behalf. */
export const historySchema = z.object({
  at: instant,
  // a person's id, or 'bot' for what a due time did
  by: id,
  what: id,
  seatId: id.optional(),
  onBehalfOf: id.optional(),
  // as it stood before, where that is what people ask
  was: z.string().max(4000).optional(),
});
export type HistoryEntry = z.infer<typeof historySchema>;
