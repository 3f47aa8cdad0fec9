import type { JournalRecord, Message } from './model.ts';
import { isNewsTo } from './seen.ts';

type MessageRecord = Extract<JournalRecord, { readonly t: 'state' | 'view' | 'offer' | 'update' | 'delete' }>;

/** The messages of all chats, and how far each person has read. Changed by `World.record` alone. */
export class Chats {
  private readonly messages = new Map<string, Message>();
  private readonly byChat = new Map<string, Message[]>();
  private readonly readUpTo = new Map<string, number>();
  private readonly unread = new Map<string, number>();

  message(id: string): Message | undefined {
    return this.messages.get(id);
  }

  /** `readers`: who has it before them. */
  add(message: Message, readers: readonly string[]): void {
    this.messages.set(message.id, message);
    const chat = this.byChat.get(message.conversationId);
    if (chat) chat.push(message);
    else this.byChat.set(message.conversationId, [message]);
    for (const reader of readers) if (isNewsTo(message, reader)) this.count(reader, message.conversationId, 1);
  }

  /** Something happened to a message that is there already. */
  change(record: MessageRecord, readers: readonly string[]): void {
    const message = this.messages.get(record.id);
    if (message === undefined) return;
    const { id, conversationId } = message;
    const were = record.t === 'delete' ? readers.filter((reader) => isNewsTo(message, reader)) : [];
    change(message, record);
    for (const reader of were)
      if (Number(id) > (this.readUpTo.get(key(reader, conversationId)) ?? 0)) this.count(reader, conversationId, -1);
  }

  /** This person has seen all of a chat up to a message. */
  read(personId: string, conversationId: string, upTo: string): void {
    const place = key(personId, conversationId);
    this.readUpTo.set(place, Number(upTo));
    const after = this.from(conversationId, Number(upTo) + 1);
    this.unread.set(place, after.filter((message) => isNewsTo(message, personId)).length);
  }

  /** Somebody is new in a chat: what was said before is no news. */
  enter(personId: string, conversationId: string): void {
    const newest = this.byChat.get(conversationId)?.at(-1);
    if (newest) this.read(personId, conversationId, newest.id);
  }

  unreadIn(personId: string, conversationId: string): number {
    return this.unread.get(key(personId, conversationId)) ?? 0;
  }

  /** The newest messages of a chat, at most this many; or the newest before one of them. */
  page(
    conversationId: string,
    most: number,
    before?: string,
  ): { readonly messages: readonly Message[]; earlier: boolean } {
    const chat = this.byChat.get(conversationId) ?? [];
    const end = before === undefined ? chat.length : placeOf(chat, Number(before));
    return { messages: chat.slice(Math.max(0, end - most), end), earlier: end > most };
  }

  /** Whatever is on its way has not arrived, as far as anybody knows. */
  settle(): void {
    for (const message of this.messages.values()) if (message.state === 'sending') message.state = 'failed';
  }

  private from(conversationId: string, id: number): readonly Message[] {
    const chat = this.byChat.get(conversationId) ?? [];
    return chat.slice(placeOf(chat, id));
  }

  private count(personId: string, conversationId: string, more: number): void {
    this.unread.set(key(personId, conversationId), this.unreadIn(personId, conversationId) + more);
  }
}

/** How many messages have a smaller id; they lie in the order of their ids. */
function placeOf(chat: readonly Message[], id: number): number {
  let low = 0;
  for (let high = chat.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (Number(chat[middle]?.id) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function key(personId: string, conversationId: string): string {
  return `${personId} ${conversationId}`;
}

function change(message: Message, record: MessageRecord): void {
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

type Shown = Pick<Message, 'text' | 'mentions' | 'card' | 'file' | 'offer'>;

function replace(message: Message, { text, mentions, card, file, offer }: Shown) {
  Object.assign(message, { text, mentions, card, file, offer, views: {} });
}
