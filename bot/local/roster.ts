import type { ChatChange, Conversation, JournalRecord, RoomPerson } from './model.ts';
import type { WireReach } from './wire.ts';

type Reach = { readonly installed: boolean; readonly blocked: boolean };

/** Who is here, in which chats, where the bot is and whom it can write to. Changed by `World.record` alone. */
export class Roster {
  readonly persons: ReadonlyMap<string, RoomPerson>;
  private readonly byAddress = new Map<string, RoomPerson>();
  private readonly byPersonalId = new Map<string, RoomPerson>();
  /** Group chats and channels; a channel also by the id of its team. */
  private readonly shared = new Map<string, Conversation>();
  private readonly reaches = new Map<string, Reach>();

  constructor(persons: readonly RoomPerson[], shared: readonly Conversation[]) {
    this.persons = new Map(persons.map((person) => [person.id, person]));
    for (const person of persons) {
      this.byAddress.set(person.teamsId, person).set(person.objectId.toLowerCase(), person);
      this.byPersonalId.set(personalId(person), person);
      this.reaches.set(person.id, { installed: person.reach !== 'not-installed', blocked: person.reach === 'blocked' });
    }
    for (const chat of shared) this.shared.set(chat.id, chat);
  }

  /** Somebody by Teams id (`29:…`) or Entra object id. */
  personAt(address: string): RoomPerson | undefined {
    return this.byAddress.get(address) ?? this.byAddress.get(address.toLowerCase());
  }

  /** A chat by its id, a channel also by its team's. */
  conversation(id: string): Conversation | undefined {
    const person = this.byPersonalId.get(id);
    if (person) return this.personalChat(person);
    return this.shared.get(id) ?? [...this.shared.values()].find(({ team }) => team?.id === id);
  }

  /** Somebody's 1:1 chat with the bot; a guest cannot have one. */
  personalChat(person: RoomPerson): Conversation | undefined {
    if (person.tenantId !== undefined) return undefined;
    const hasBot = this.reachOf(person.id) !== 'not-installed';
    return { id: personalId(person), kind: 'personal', memberIds: [person.id], hasBot };
  }

  /** The 1:1 chat first. */
  chatsOf(person: RoomPerson): readonly Conversation[] {
    const own = this.personalChat(person);
    const shared = [...this.shared.values()].filter(({ memberIds }) => memberIds.includes(person.id));
    return own ? [own, ...shared] : shared;
  }

  /** Whether the bot can write to somebody alone. */
  reachOf(personId: string): WireReach {
    const { installed = false, blocked = false } = this.reaches.get(personId) ?? {};
    if (!installed) return 'not-installed';
    return blocked ? 'blocked' : 'installed';
  }

  apply(record: Extract<JournalRecord, { readonly t: 'chat' | 'reach' }>): void {
    if (record.t === 'reach') {
      const { personId, installed, blocked } = record;
      const known = this.reaches.get(personId) ?? { installed: true, blocked: false };
      this.reaches.set(personId, { installed: installed ?? known.installed, blocked: blocked ?? known.blocked });
      return;
    }
    const chat = this.shared.get(record.conversationId);
    if (chat) this.shared.set(chat.id, changed(chat, record.change));
  }
}

export function personalId({ objectId }: Pick<RoomPerson, 'objectId'>): string {
  return `a:${objectId}`;
}

function changed(chat: Conversation, change: ChatChange): Conversation {
  switch (change.kind) {
    case 'bot':
      return { ...chat, hasBot: change.present };
    case 'name':
      return { ...chat, name: change.name };
    case 'member': {
      const others = chat.memberIds.filter((id) => id !== change.personId);
      return { ...chat, memberIds: change.present ? [...others, change.personId] : others };
    }
  }
}
