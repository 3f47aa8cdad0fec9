import { z } from 'zod';

/** Somebody who can use the room. */
export type RoomPerson = {
  /** A short key, known to the page and to tests. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** What they are in which committees, in words. */
  readonly roles: string;
  readonly email: string;
  /** The Entra tenant of somebody from another organisation; absent: the room's own. */
  readonly tenantId?: string;
  /** Entra object id. */
  readonly objectId: string;
  /** `29:…`, as Bot Framework names a person. */
  readonly teamsId: string;
  /** Before anything has happened in the room; absent: the bot can write to them. */
  readonly reach?: 'not-installed' | 'blocked';
};

/** Where a channel belongs. */
export type Team = { readonly id: string; readonly name: string; readonly groupId: string };

export type Conversation = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** A 1:1 chat has none. */
  readonly name?: string;
  /** Of a channel. */
  readonly team?: Team;
  readonly memberIds: readonly string[];
  /** Whether the bot has been added. */
  readonly hasBot: boolean;
};

const json = z.record(z.string(), z.unknown());

const fileSchema = z.object({ id: z.string(), name: z.string(), bytes: z.number() });
/** A file that the room keeps. */
export type RoomFile = z.infer<typeof fileSchema>;

const offerSchema = z.object({
  name: z.string(),
  description: z.string(),
  bytes: z.number(),
  /** What the bot wants to hear again, whichever way the question is answered. */
  acceptContext: z.unknown(),
  declineContext: z.unknown(),
  answer: z.enum(['accepted', 'declined']).optional(),
});

/** Who is mentioned in the text, by Teams id or Entra object id, and with which words. */
const mentionsSchema = z.array(z.object({ text: z.string(), address: z.string() }));

const messageSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** The message that begins the thread this one is a reply in; only in a channel. */
  thread: z.string().optional(),
  /** A person's id; absent when the bot wrote it, or nobody. */
  personId: z.string().optional(),
  /** Nobody wrote it: it says what happened to the chat. */
  system: z.literal(true).optional(),
  /** Written to the people in the chat: the bot is not mentioned, or not there, and has not heard it. */
  withoutBot: z.literal(true).optional(),
  at: z.string(),
  text: z.string().optional(),
  mentions: mentionsSchema.optional(),
  card: json.optional(),
  /** A file that somebody sent, or that was uploaded for them. */
  file: fileSchema.optional(),
  /** The bot asks whether somebody wants a file. */
  offer: offerSchema.optional(),
  state: z.enum(['sending', 'sent', 'failed']),
  edited: z.literal(true).optional(),
  deleted: z.literal(true).optional(),
  /** What each person sees in place of `card`: the answer to their own button, until the bot updates the message. */
  views: z.record(z.string(), json),
});
export type Message = z.infer<typeof messageSchema>;

const chatChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bot'), present: z.boolean() }),
  z.object({ kind: z.literal('member'), personId: z.string(), present: z.boolean() }),
  z.object({ kind: z.literal('name'), name: z.string() }),
]);
/** What can happen to a group chat or channel. */
export type ChatChange = z.infer<typeof chatChangeSchema>;

/** Everything that the room remembers, as it happened; one line of the journal each. */
export const recordSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('message'), message: messageSchema }),
  z.object({ t: z.literal('state'), id: z.string(), state: messageSchema.shape.state }),
  z.object({
    t: z.literal('update'),
    id: z.string(),
    text: z.string().optional(),
    mentions: mentionsSchema.optional(),
    card: json.optional(),
    file: fileSchema.optional(),
    offer: offerSchema.optional(),
  }),
  z.object({ t: z.literal('delete'), id: z.string() }),
  z.object({ t: z.literal('view'), id: z.string(), personId: z.string(), card: json }),
  z.object({ t: z.literal('offer'), id: z.string(), answer: z.enum(['accepted', 'declined']) }),
  z.object({ t: z.literal('file'), file: fileSchema }),
  z.object({ t: z.literal('read'), personId: z.string(), conversationId: z.string(), upTo: z.string() }),
  // with the line that says so in the chat, so that neither is there without the other
  z.object({ t: z.literal('chat'), conversationId: z.string(), change: chatChangeSchema, line: messageSchema }),
  z.object({
    t: z.literal('reach'),
    personId: z.string(),
    installed: z.boolean().optional(),
    blocked: z.boolean().optional(),
  }),
  z.object({ t: z.literal('clock'), offsetMs: z.number() }),
]);
export type JournalRecord = z.infer<typeof recordSchema>;
