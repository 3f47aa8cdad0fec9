import { z } from 'zod';

/** Somebody who can use the room. */
export type RoomPerson = {
  /** A short key, known to the page and to tests. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** What they are in which committees, in words. */
  readonly roles: string;
  /** Entra object id. */
  readonly objectId: string;
  /** `29:…`, as Bot Framework names a person. */
  readonly teamsId: string;
};

export type Conversation = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly memberIds: readonly string[];
};

const json = z.record(z.string(), z.unknown());

const messageSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** A person's id; absent when the bot wrote it. */
  personId: z.string().optional(),
  at: z.string(),
  text: z.string().optional(),
  card: json.optional(),
  state: z.enum(['sending', 'sent', 'failed']),
  edited: z.literal(true).optional(),
  deleted: z.literal(true).optional(),
  /** What each person sees in place of `card`: the answer to their own button, until the bot updates the message. */
  views: z.record(z.string(), json),
});
export type Message = z.infer<typeof messageSchema>;

/** Everything that the room remembers, as it happened; one line of the journal each. */
export const recordSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('message'), message: messageSchema }),
  z.object({ t: z.literal('state'), id: z.string(), state: messageSchema.shape.state }),
  z.object({ t: z.literal('update'), id: z.string(), text: z.string().optional(), card: json.optional() }),
  z.object({ t: z.literal('delete'), id: z.string() }),
  z.object({ t: z.literal('view'), id: z.string(), personId: z.string(), card: json }),
  z.object({ t: z.literal('read'), personId: z.string(), conversationId: z.string(), upTo: z.string() }),
  z.object({ t: z.literal('clock'), offsetMs: z.number() }),
]);
export type JournalRecord = z.infer<typeof recordSchema>;
