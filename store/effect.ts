import { z } from 'zod';
import { MAX_DIGEST, wantSchema } from './digest/want.ts';
import { day, type HistoryEntry, historySchema, id, instant, sha256, unreachedSchema } from './fields.ts';
import { offerSchema, uploadSchema } from './offer.ts';
import { viewSchema } from './view.ts';

/**
 * What is said where a personal card was asked for, once it has arrived in the 1:1 chat, and when it cannot: others read
 * it.
 */
const asideSchema = z.object({
  conversationId: id,
  serviceUrl: id,
  sent: viewSchema.optional(),
  failed: viewSchema,
});

/** What a sak is told by the record that decided it; the rule that receives it is safe to repeat. */
export const sakNewsSchema = z.discriminatedUnion('what', [
  // it has a number, and stands on the agenda of this meeting
  z.object({ what: z.literal('numbered'), number: z.string().max(20), meetingId: id }),
  // it was dealt with, on this day: with these vedtak, or without one
  z.object({
    what: z.literal('decided'),
    vedtak: z.array(z.string().max(4000)).max(30),
    on: day,
    meetingId: id.optional(),
    outcome: z.enum(['vedtak', 'utgikk', 'folges-opp', 'ingen']).optional(),
  }),
  // put off by this meeting, to a later one
  z.object({ what: z.literal('postponed'), meetingId: id }),
  // a seat is inhabil in it, or is not after all, as the meeting says by the time it is told
  z.object({ what: z.literal('recused'), meetingId: id, seatId: id, isRecused: z.boolean() }),
]);
export type SakNews = z.infer<typeof sakNewsSchema>;

const waiting = {
  // unique for the life of the record
  key: id,
  attempts: z.int().nonnegative(),
  // real time: lease and retry plan in one
  dueAt: instant,
  // given back by whoever had claimed it: it waits, and nobody is carrying it out
  deferred: z.literal(true).optional(),
  // somebody is contacted who did not ask for it just now: in working hours only, also when it is tried again
  inWorkingHours: z.literal(true).optional(),
  // the committee's time until which it is held for that reason
  contactAt: instant.optional(),
};

/**
 * Something a rule wants the shell to do later. An effect names what to show and to whom; the card itself is rendered
 * when it is delivered, so that a retried delivery never shows an outdated record.
 */
export const effectSchema = z.discriminatedUnion('kind', [
  // an answer in the conversation it was asked in
  z.object({ ...waiting, kind: z.literal('reply'), conversationId: id, serviceUrl: id, view: viewSchema }),
  // a card in somebody's 1:1 chat
  z.object({
    ...waiting,
    kind: z.literal('personal-card'),
    personId: id,
    view: viewSchema,
    aside: asideSchema.optional(),
  }),
  // the personal card of somebody who is asked in a round, its renewal in place, and a reminder of it
  z.object({ ...waiting, kind: z.literal('seat-card'), holderId: id }),
  z.object({ ...waiting, kind: z.literal('seat-card-update'), holderId: id }),
  z.object({ ...waiting, kind: z.literal('seat-reminder'), holderId: id }),
  // the status card in the committee's own conversation, and its renewal in place
  z.object({ ...waiting, kind: z.literal('shared-card') }),
  z.object({ ...waiting, kind: z.literal('shared-card-update') }),
  // the bot was taken out of a conversation: whoever runs its committee is told; it is back: what is shared is shown anew
  z.object({ ...waiting, kind: z.literal('conversation-left') }),
  z.object({ ...waiting, kind: z.literal('conversation-back') }),
  // where a round stands, told to what it is about
  z.object({ ...waiting, kind: z.literal('round-told') }),
  // the content was changed: the round after this one, about this text
  z.object({ ...waiting, kind: z.literal('next-round'), textHash: sha256, deadline: instant, by: id }),
  // somebody else acts for a seat in a meeting: its open rounds and votings follow, and what was answered stands
  z.object({ ...waiting, kind: z.literal('seat-moved'), seatId: id, by: id }),
  // a call-in did not reach a vara: the next one is asked
  z.object({ ...waiting, kind: z.literal('call-unreached'), forfallId: id, varaId: id }),
  // a seat of the committee is somebody else's from now on: so are its meetings to come
  z.object({ ...waiting, kind: z.literal('holder-changed'), seatId: id }),
  // somebody is vara for a seat who was not, or is no more: forfall that nobody covers is looked at anew
  z.object({ ...waiting, kind: z.literal('varas-changed'), seatId: id }),
  // what was named for later at a meeting that is over, to the next meeting
  z.object({ ...waiting, kind: z.literal('carry-coming') }),
  // an agenda that is being sent: its saker get their numbers, whoever began it
  z.object({ ...waiting, kind: z.literal('agenda-sending') }),
  // the agenda card in somebody's own chat, renewed in place
  z.object({ ...waiting, kind: z.literal('agenda-card-update'), personId: id }),
  // a reminder of a meeting to somebody who has not said whether they come
  z.object({ ...waiting, kind: z.literal('agenda-reminder'), personId: id }),
  // what became of a sak
  z.object({ ...waiting, kind: z.literal('sak-told'), sakId: id, news: sakNewsSchema }),
  // a meeting's vedtak that approves a referat
  z.object({
    ...waiting,
    kind: z.literal('referat-approved'),
    referatId: id,
    on: day,
    sakId: id,
    vedtak: z.string().max(1000),
    by: id,
  }),
  // somebody who was proposed has said yes: they get their place in the committee
  z.object({ ...waiting, kind: z.literal('candidate-accepted'), candidateId: id }),
  // a tiltak wants to be in somebody's next digest, since then
  z.object({ ...waiting, kind: z.literal('digest-wants'), personId: id, want: wantSchema, at: instant.optional() }),
  // what somebody is asked and told of tiltak, as one card
  z.object({ ...waiting, kind: z.literal('digest-card'), number: z.int().positive() }),
  // a digest arrived, or could not: told to the tiltak that it asked about
  z.object({
    ...waiting,
    kind: z.literal('digest-told'),
    number: z.int().positive(),
    tiltakIds: z.array(id).max(MAX_DIGEST),
    at: instant,
    why: unreachedSchema.optional(),
  }),
  // a meeting is three weeks away: those who own a tiltak of its committee are asked how it goes
  z.object({ ...waiting, kind: z.literal('ask-tiltak') }),
  // a file that somebody dropped into the chat, to be fetched and read
  z.object({ ...waiting, kind: z.literal('fetch-file'), url: z.url().max(4096), name: z.string().max(300), for: id }),
  // a file offered to somebody in their 1:1 chat, and sent once they have accepted it
  z.object({ ...waiting, kind: z.literal('offer-file'), personId: id, offer: offerSchema }),
  z.object({ ...waiting, kind: z.literal('send-file'), fileId: id, upload: uploadSchema }),
  z.object({ ...waiting, kind: z.literal('show-file'), upload: uploadSchema }),
]);
export type Effect = z.infer<typeof effectSchema>;

type WithoutPlan<E> = E extends Effect
  ? Omit<E, 'attempts' | 'dueAt' | 'deferred' | 'inWorkingHours' | 'contactAt'>
  : never;
/** An effect as a rule states it; when it is tried is added by `emit`. */
export type NewEffect = WithoutPlan<Effect>;

/**
 * Fields every stored record has. `version` grows by one on each write. `keys` are names that no other record of the
 * collection may have. `outboxDueAt` (real time) and `contactDueAt` (the committee's time) are the earliest waiting
 * effects, and absent when there is none: an index on a due time then holds only what is waiting.
 */
export const storedFields = {
  id,
  tenantId: id,
  version: z.int().nonnegative(),
  schemaVersion: z.int().positive(),
  keys: z.array(id),
  outbox: z.array(effectSchema),
  outboxDueAt: instant.optional(),
  contactDueAt: instant.optional(),
  history: z.array(historySchema),
};
export type Stored = z.infer<z.ZodObject<typeof storedFields>>;

/** The fields of a record that nothing has happened to. */
export function newlyStored(
  fields: { readonly id: string; readonly tenantId: string; readonly keys?: readonly string[] },
  schemaVersion: number,
) {
  return {
    id: fields.id,
    tenantId: fields.tenantId,
    version: 0,
    schemaVersion,
    keys: [...(fields.keys ?? [])],
    outbox: [],
    history: [],
  };
}

/** Adds a line to a record's history. Nothing ever takes one away. */
export function note<T extends Stored>(record: T, entry: HistoryEntry): T {
  return { ...record, history: [...record.history, entry] };
}

/** When an effect may be tried: at once in real time, or in working hours, not before a time of the committee's clock. */
export type When = { readonly realNow: Date; readonly inWorkingHours?: true; readonly contactAt?: Date };

/** Adds effects to a record's outbox, skipping those whose key is already waiting there. */
export function emit<T extends Stored>(record: T, when: When, ...effects: readonly NewEffect[]): T {
  const present = new Set(record.outbox.map((effect) => effect.key));
  const { realNow: dueAt, ...held } = when;
  const plan = { attempts: 0, dueAt, ...held };
  const added = effects.filter(({ key }) => !present.has(key)).map((effect): Effect => ({ ...effect, ...plan }));
  return added.length === 0 ? record : withOutbox(record, [...record.outbox, ...added]);
}

/** Whether nobody is carrying an effect out: it was never claimed, or it was given back. */
export function isWaiting({ attempts, deferred }: Effect): boolean {
  return attempts === 0 || deferred === true;
}

/** The record with another outbox and the due times that follow from it. */
export function withOutbox<T extends Stored>(record: T, outbox: readonly Effect[]): T {
  const { outboxDueAt: _due, contactDueAt: _contact, ...rest } = record;
  const outboxDueAt = earliest(outbox.filter(({ contactAt }) => !contactAt).map(({ dueAt }) => dueAt));
  const contactDueAt = earliest(outbox.flatMap(({ contactAt }) => contactAt ?? []));
  return {
    ...rest,
    outbox,
    ...(outboxDueAt && { outboxDueAt }),
    ...(contactDueAt && { contactDueAt }),
  } as unknown as T;
}

function earliest(times: readonly Date[]): Date | undefined {
  return times.reduce<Date | undefined>((first, time) => (first && first <= time ? first : time), undefined);
}
