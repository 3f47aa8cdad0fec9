import { z } from 'zod';
import { type HistoryEntry, historySchema, id, instant } from './fields.ts';
import { viewSchema } from './view.ts';

const waiting = {
  // unique for the life of the record
  key: id,
  attempts: z.int().nonnegative(),
  // real time: lease and retry plan in one
  dueAt: instant,
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
  z.object({ ...waiting, kind: z.literal('personal-card'), personId: id, view: viewSchema }),
  // the personal card of a seat in a round, and its later renewal in place
  z.object({ ...waiting, kind: z.literal('seat-card'), seatId: id }),
  z.object({ ...waiting, kind: z.literal('seat-card-update'), seatId: id }),
  // what became of a round, told to the referat it was about
  z.object({ ...waiting, kind: z.literal('round-opened') }),
  z.object({ ...waiting, kind: z.literal('round-closed') }),
]);
export type Effect = z.infer<typeof effectSchema>;

type WithoutPlan<E> = E extends Effect ? Omit<E, 'attempts' | 'dueAt' | 'inWorkingHours' | 'contactAt'> : never;
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
