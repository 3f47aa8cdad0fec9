import { z } from 'zod';
import { id, instant } from '../fields.ts';

/** For how much of a meeting somebody has forfall: all of it, a part, or one sak in which they are inhabil. */
export const scopeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('whole') }),
  // saker decide where they are named; else the times do, and one that is absent is the meeting's own
  z.object({
    what: z.literal('part'),
    from: instant.optional(),
    to: instant.optional(),
    sakIds: z.array(id).max(100),
  }),
  z.object({ what: z.literal('sak'), sakId: id }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/**
 * How a call-in stands: asked, said yes or no, said nothing in time, not reached, or called off again; `elsewhere`: acts
 * for another seat at this meeting.
 */
export const callStateSchema = z.enum([
  'asked',
  'accepted',
  'declined',
  'timed-out',
  'unreached',
  'withdrawn',
  'elsewhere',
]);
export type CallState = z.infer<typeof callStateSchema>;

/** A vara who was asked to act for a seat. */
export const callSchema = z.object({
  varaId: id,
  varaName: z.string().max(200),
  askedAt: instant,
  // when the next one is asked
  answerBy: instant,
  state: callStateSchema,
  answeredAt: instant.optional(),
  // has voted or answered a round for the seat: from then on only the secretariat moves it
  actedAt: instant.optional(),
  // who registered it, when it was not the vara
  registeredBy: id.optional(),
});
export type Call = z.infer<typeof callSchema>;

/** Forfall for one seat, and who was called in for it, in order. No reason is stored with it (design 3.6). */
export const forfallSchema = z.object({
  // its own for each seat, what of the meeting it is about, and when the meeting was to be: a yes is to no other
  id,
  seatId: id,
  scope: scopeSchema,
  at: instant,
  by: id,
  // «Jeg kan likevel»: there is none any more
  takenBack: z.literal(true).optional(),
  // it was about a time that the meeting was moved from
  moved: z.literal(true).optional(),
  // nobody was left to ask; when the secretariat was told, and not again before somebody has covered it or is asked who was not before
  dryAt: instant.optional(),
  // why was said, and counted: once
  reasonCounted: z.literal(true).optional(),
  calls: z.array(callSchema).max(100),
});
export type Forfall = z.infer<typeof forfallSchema>;

/** Why people had forfall, counted: given with a forfall, and kept with nobody's name (design 3.6). */
export const reasonSchema = z.enum(['sykdom', 'kollisjon', 'annet']);
export type Reason = z.infer<typeof reasonSchema>;
export const reasonsSchema = z.object({
  sykdom: z.int().nonnegative(),
  kollisjon: z.int().nonnegative(),
  annet: z.int().nonnegative(),
});

/** The id of one that is reported: what the seat has of its kind already, about other hours, keeps its own. */
export function forfallId(seatId: string, scope: Scope, before: readonly Pick<Forfall, 'id'>[]): string {
  const first = scope.what === 'sak' ? `${seatId}:sak:${scope.sakId}` : `${seatId}:${scope.what}`;
  const taken = before.filter(({ id }) => id === first || id.startsWith(`${first}#`)).length;
  return taken === 0 ? first : `${first}#${taken + 1}`;
}

/** Whether two are about the same of a meeting. */
export function isSameScope(a: Scope, b: Scope): boolean {
  return textOf(a) === textOf(b);
}

function textOf(scope: Scope): string {
  if (scope.what === 'whole') return scope.what;
  if (scope.what === 'sak') return `sak ${scope.sakId}`;
  const { from, to, sakIds } = scope;
  return `part ${from?.getTime()} ${to?.getTime()} ${[...new Set(sakIds)].toSorted().join(' ')}`;
}
