import { type Journal, noJournal } from './journal.ts';
import type { Conversation, JournalRecord, Message, RoomFile, RoomPerson } from './model.ts';
import { asSeenBy, isNewsTo } from './seen.ts';
import type { WireChat, WireMessage, WirePage } from './wire.ts';

/** How much of a chat the page is shown at a time. */
const PAGE = 50;

/** What has changed, and for whom. */
export type Change = {
  readonly personIds: readonly string[];
  readonly conversationId: string;
  /** Absent when somebody has only read. */
  readonly message?: Message;
};

/** Everything the room remembers: persons, chats, what each sees, who has read what. Changed by `record` alone. */
export class World {
  readonly persons: ReadonlyMap<string, RoomPerson>;
  offsetMs: number | undefined;
  private readonly byAddress = new Map<string, RoomPerson>();
  private readonly conversations = new Map<string, Conversation>();
  private readonly chats = new Map<string, Message[]>();
  private readonly messages = new Map<string, Message>();
  private readonly files = new Map<string, RoomFile>();
  private readonly readUpTo = new Map<string, string>();
  private readonly listeners = new Set<(change: Change) => void>();
  private journal: Journal = noJournal;
  private lastId = 0;

  constructor(persons: readonly RoomPerson[], channels: readonly Conversation[] = []) {
    this.persons = new Map(persons.map((person) => [person.id, person]));
    for (const person of persons) {
      this.byAddress.set(person.teamsId, person).set(person.objectId.toLowerCase(), person);
      const id = personalId(person);
      this.conversations.set(id, { id, kind: 'personal', memberIds: [person.id] });
    }
    for (const channel of channels) this.conversations.set(channel.id, channel);
  }

  /** From now on everything is written down before it counts. */
  keepIn(journal: Journal): void {
    this.journal = journal;
  }

  onChange(listener: (change: Change) => void): void {
    this.listeners.add(listener);
  }

  /** Somebody by Teams id (`29:…`) or Entra object id. */
  personAt(address: string): RoomPerson | undefined {
    return this.byAddress.get(address) ?? this.byAddress.get(address.toLowerCase());
  }

  conversation(id: string): Conversation | undefined {
    return this.conversations.get(id);
  }

  personalChat(person: RoomPerson): Conversation {
    const id = personalId(person);
    return this.conversations.get(id) ?? { id, kind: 'personal', memberIds: [person.id] };
  }

  message(id: string): Message | undefined {
    return this.messages.get(id);
  }

  file(id: string): RoomFile | undefined {
    return this.files.get(id);
  }

  /** Ids look like Teams' own: milliseconds, each greater than the one before. */
  nextId(): string {
    this.lastId = Math.max(this.lastId + 1, Date.now());
    return String(this.lastId);
  }

  /** Writes it down, then lets it happen, then tells. */
  record(record: JournalRecord): void {
    this.journal.append(record);
    this.apply(record);
    const change = this.changeBy(record);
    if (change) for (const listener of this.listeners) listener(change);
  }

  private changeBy(record: JournalRecord): Change | undefined {
    if (record.t === 'clock' || record.t === 'file') return undefined;
    if (record.t === 'read') return { personIds: [record.personId], conversationId: record.conversationId };
    const message = record.t === 'message' ? record.message : this.messages.get(record.id);
    const conversation = message && this.conversations.get(message.conversationId);
    if (!message || !conversation) return undefined;
    const { id: conversationId, memberIds } = conversation;
    return { message, conversationId, personIds: record.t === 'view' ? [record.personId] : memberIds };
  }

  /** After a replay: whatever was on its way when the process ended, has not arrived as far as anybody knows. */
  settle(): void {
    for (const message of this.messages.values()) if (message.state === 'sending') message.state = 'failed';
  }

  /** Lets something happen that is written down already. */
  apply(record: JournalRecord): void {
    if (record.t === 'clock') this.offsetMs = record.offsetMs;
    else if (record.t === 'file') this.files.set(record.file.id, record.file);
    else if (record.t === 'read') this.readUpTo.set(readKey(record.personId, record.conversationId), record.upTo);
    else if (record.t === 'message') this.add(record.message);
    else {
      const message = this.messages.get(record.id);
      if (message) change(message, record);
    }
  }

  private add(message: Message): void {
    this.messages.set(message.id, message);
    const chat = this.chats.get(message.conversationId);
    if (chat) chat.push(message);
    else this.chats.set(message.conversationId, [message]);
    this.lastId = Math.max(this.lastId, Number(message.id));
  }

  /** The newest that this person sees in a chat, or the newest before a message; in their 1:1 chat unless one is named. */
  chatOf(person: RoomPerson, conversationId = personalId(person), before?: string): WirePage {
    const chat = this.chats.get(conversationId) ?? [];
    const end = before === undefined ? chat.length : countBefore(chat, Number(before));
    const shown = chat.slice(Math.max(0, end - PAGE), end);
    return { messages: shown.map((message) => this.seenBy(message, person.id)), earlier: end > PAGE };
  }

  /** A message in this person's eyes; in nobody's, as the bot last sent it, when they are not known here. */
  seenBy(message: Message, personId: string): WireMessage {
    return asSeenBy(message, personId, this.persons.get(message.personId ?? '')?.name);
  }

  /** The 1:1 chat and the channels of a person, and what is unread there. */
  chatsOf(person: RoomPerson): readonly WireChat[] {
    const own = [...this.conversations.values()].filter(({ memberIds }) => memberIds.includes(person.id));
    return own.map(({ id, kind, name, memberIds: members }) => {
      const unread = this.unreadIn(person, id);
      return { id, kind, ...(name && { name }), unread, botInstalled: true, members };
    });
  }

  /** How much is unread in all chats of this person. */
  unread(person: RoomPerson): number {
    return this.chatsOf(person).reduce((sum, { unread }) => sum + unread, 0);
  }

  unreadIn(person: RoomPerson, conversationId: string): number {
    const chat = this.chats.get(conversationId) ?? [];
    const upTo = Number(this.readUpTo.get(readKey(person.id, conversationId)) ?? 0);
    let count = 0;
    for (let i = chat.length - 1; i >= 0; i--) {
      const message = chat[i];
      if (message === undefined || Number(message.id) <= upTo) break;
      if (isNewsTo(message, person.id)) count++;
    }
    return count;
  }
}

function personalId({ objectId }: RoomPerson): string {
  return `a:${objectId}`;
}

/** How many messages have a smaller id; they lie in the order of their ids. */
function countBefore(chat: readonly Message[], id: number): number {
  let low = 0;
  for (let high = chat.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (Number(chat[middle]?.id) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readKey(personId: string, conversationId: string): string {
  return JSON.stringify([personId, conversationId]);
}

function change(message: Message, record: Extract<JournalRecord, { readonly id: string }>): void {
  switch (record.t) {
    case 'state':
      message.state = record.state;
      return;
    case 'view':
      message.views[record.personId] = record.card;
      return;
    case 'offer':
      // the file may be in its place already, and the question gone
      if (message.offer) message.offer.answer = record.answer;
      return;
    case 'update':
      replace(message, record);
      message.edited = true;
      return;
    case 'delete':
      replace(message, {});
      message.deleted = true;
  }
}

function replace(message: Message, { text, card, file, offer }: Pick<Message, 'text' | 'card' | 'file' | 'offer'>) {
  Object.assign(message, { text, card, file, offer, views: {} });
}
