import { changeActivities } from './chat-activities.ts';
import { HttpError } from './http.ts';
import { invokeId, type Kit, type Lookups, whoIn } from './kit.ts';
import type { ChatChange, Conversation, Message, RoomPerson } from './model.ts';

/** What people do to chats: each change says so in the chat, and the bot is told as Teams tells it. */
export type ChatChanges = {
  /** Changes a group chat or channel that this person is in. What changes nothing does nothing. Throws 409 for a 1:1 chat. */
  readonly changeChat: (personId: string, conversationId: string, change: ChatChange) => Promise<void>;
  /** Adds the bot for a person alone, or takes it away. */
  readonly install: (personId: string, installed: boolean) => Promise<void>;
  /** Lets a person block the bot, or take that back; the bot is not told. */
  readonly block: (personId: string, blocked: boolean) => void;
};

export function chatChanges({ world, invoker, clock, place }: Kit, find: Lookups): ChatChanges {
  const tell = async (by: RoomPerson, chat: Conversation, change: ChatChange, member?: RoomPerson) => {
    const changing = { place, by, chat, nextId: () => invokeId(world) };
    for (const activity of changeActivities(changing, change, member)) await invoker.message(activity, whoIn(by, chat));
  };
  const lineFor = ({ id: conversationId }: Conversation, text: string): Message => {
    const at = clock.now().toISOString();
    return { id: world.nextId(), conversationId, system: true, at, text, state: 'sent', views: {} };
  };

  return {
    changeChat: async (personId, conversationId, change) => {
      const by = find.person(personId);
      const chat = find.chat(by, conversationId);
      const member = change.kind === 'member' ? find.person(change.personId) : undefined;
      if (chat.kind === 'personal') throw new HttpError(409, 'NotThere', 'Det går bare i en gruppechat eller kanal.');
      if (!isNews(chat, change)) return;
      const line = lineFor(chat, said(by, chat, change, member));
      world.record({ t: 'chat', conversationId: chat.id, change, line });
      const after = world.roster.conversation(chat.id) ?? chat;
      // a bot that is taken away hears that, and nothing more
      if (chat.hasBot || after.hasBot) await tell(by, after, change, member);
    },
    install: async (personId, installed) => {
      const person = find.person(personId);
      const chat = find.chat(person);
      world.record({ t: 'reach', personId, installed });
      await tell(person, chat, { kind: 'bot', present: installed });
    },
    block: (personId, blocked) => {
      // whoever can have no 1:1 chat has nothing to block
      find.chat(find.person(personId));
      world.record({ t: 'reach', personId, blocked });
    },
  };
}

function isNews({ hasBot, memberIds, name }: Conversation, change: ChatChange): boolean {
  switch (change.kind) {
    case 'bot':
      return change.present !== hasBot;
    case 'member':
      return change.present !== memberIds.includes(change.personId);
    case 'name':
      return change.name !== name;
  }
}

function said(by: RoomPerson, { kind }: Conversation, change: ChatChange, member?: RoomPerson): string {
  const chat = kind === 'channel' ? 'kanalen' : 'chatten';
  switch (change.kind) {
    case 'bot':
      return change.present ? `${by.name} la til Utvalgsbot i ${chat}.` : `${by.name} fjernet Utvalgsbot fra ${chat}.`;
    case 'member':
      if (change.present) return `${by.name} la til ${member?.name} i ${chat}.`;
      return by.id === member?.id ? `${by.name} forlot ${chat}.` : `${by.name} fjernet ${member?.name} fra ${chat}.`;
    case 'name':
      return `${by.name} endret navnet på ${chat} til «${change.name}».`;
  }
}
