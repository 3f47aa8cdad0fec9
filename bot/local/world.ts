import { refreshFor } from './card-refresh.ts';
import { Chats } from './chats.ts';
import { type Journal, noJournal } from './journal.ts';
import type { Conversation, JournalRecord, Message, RoomFile, RoomPerson } from './model.ts';
import { personalId, Roster } from './roster.ts';
import { asSeenBy } from './seen.ts';
import type { WireChat, WireMessage, WirePage } from './wire.ts';

/** How much of a chat the page is shown at a time. */
const PAGE = 50;

/** What has changed, and for whom. */
export type Change = {
  readonly personIds: readonly string[];
  readonly conversationId: string;
  /** Absent when somebody has only read, or can or cannot be reached any more. */
  readonly message?: Message;
  /** Names, members, where the bot is, or whom it can write to. */
  readonly roster?: true;
};

/** Everything the room remembers: persons, chats, what each sees, who has read what. Changed by `record` alone. */
export class World {
  readonly roster: Roster;
  offsetMs: number | undefined;
  private readonly chats = new Chats();
  private readonly files = new Map<string, RoomFile>();
  private readonly listeners = new Set<(change: Change) => void>();
  private journal: Journal = noJournal;
  private lastId = 0;

  constructor(persons: readonly RoomPerson[], shared: readonly Conversation[] = []) {
    this.roster = new Roster(persons, shared);
  }

  /** From now on everything is written down before it counts. */
  keepIn(journal: Journal): void {
    this.journal = journal;
  }

  onChange(listener: (change: Change) => void): void {
    this.listeners.add(listener);
  }

  message(id: string): Message | undefined {
    return this.chats.message(id);
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
    switch (record.t) {
      case 'clock':
      case 'file':
        return undefined;
      case 'read':
        return { personIds: [record.personId], conversationId: record.conversationId };
      case 'reach':
        return { personIds: [record.personId], conversationId: '', roster: true };
      case 'chat':
        return { ...this.seenChange(record.line), roster: true };
      case 'message':
        return this.seenChange(record.message);
      default: {
        const message = this.message(record.id);
        return message && { ...this.seenChange(message), ...(record.t === 'view' && { personIds: [record.personId] }) };
      }
    }
  }

  private seenChange(message: Message): Change {
    const { conversationId } = message;
    return { message, conversationId, personIds: this.readersOf(message) };
  }

  private readersOf({ conversationId }: Message): readonly string[] {
    return this.roster.conversation(conversationId)?.memberIds ?? [];
  }

  /** After a replay: whatever was on its way when the process ended, has not arrived as far as anybody knows. */
  settle(): void {
    this.chats.settle();
  }

  /** Lets something happen that is written down already. */
  apply(record: JournalRecord): void {
    switch (record.t) {
      case 'clock':
        this.offsetMs = record.offsetMs;
        return;
      case 'file':
        this.files.set(record.file.id, record.file);
        return;
      case 'read':
        this.chats.read(record.personId, record.conversationId, record.upTo);
        return;
      case 'reach':
        this.roster.apply(record);
        return;
      case 'chat':
        this.roster.apply(record);
        this.add(record.line);
        if (record.change.kind === 'member' && record.change.present)
          this.chats.enter(record.change.personId, record.conversationId);
        return;
      case 'message':
        this.add(record.message);
        return;
      default: {
        const message = this.message(record.id);
        if (message) this.chats.change(record, this.readersOf(message));
      }
    }
  }

  private add(message: Message): void {
    this.chats.add(message, this.readersOf(message));
    this.lastId = Math.max(this.lastId, Number(message.id));
  }

  /** The newest that this person sees in a chat, or the newest before a message; in their 1:1 chat unless one is named. */
  chatOf(person: RoomPerson, conversationId = personalId(person), before?: string): WirePage {
    const { messages, earlier } = this.chats.page(conversationId, PAGE, before);
    return { messages: messages.map((message) => this.seenBy(message, person.id)), earlier };
  }

  /** A message in this person's eyes; in nobody's, as the bot last sent it, when they are not known here. */
  seenBy(message: Message, personId: string): WireMessage {
    const { persons } = this.roster;
    const [viewer, chat] = [persons.get(personId), this.roster.conversation(message.conversationId)];
    const refreshes = viewer !== undefined && chat !== undefined && refreshFor(message, viewer, chat) !== undefined;
    return asSeenBy(message, personId, persons.get(message.personId ?? '')?.name, refreshes);
  }

  /** The chats of a person, the 1:1 chat first, and what is unread there. */
  chatsOf(person: RoomPerson): readonly WireChat[] {
    return this.roster.chatsOf(person).map(({ id, kind, name, hasBot: botInstalled, memberIds: members }) => {
      const unread = this.unreadIn(person, id);
      return { id, kind, ...(name !== undefined && { name }), unread, botInstalled, members };
    });
  }

  /** How much is unread in all chats of this person. */
  unread(person: RoomPerson): number {
    return this.chatsOf(person).reduce((sum, { unread }) => sum + unread, 0);
  }

  unreadIn(person: RoomPerson, conversationId: string): number {
    return this.chats.unreadIn(person.id, conversationId);
  }
}
