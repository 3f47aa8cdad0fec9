import type { Place } from './activities.ts';
import type { BotLine } from './bot-line.ts';
import { changeActivities } from './chat-activities.ts';
import type { Clock } from './clock.ts';
import { HttpError } from './http.ts';
import type { ChatChange, Conversation, Message, RoomPerson } from './model.ts';
import type { World } from './world.ts';

const BUDGET_MS = 15_000;

/** What people do to a chat: each change says so in the chat, and the bot is told as Teams tells it. */
export class ChatChanges {
  private readonly world: World;
  private readonly line: BotLine;
  private readonly clock: Clock;
  private readonly place: Place;

  constructor(world: World, line: BotLine, clock: Clock, place: Place) {
    this.world = world;
    this.line = line;
    this.clock = clock;
    this.place = place;
  }

  /** Carries out a change by somebody who is in the chat. One that changes nothing does nothing. */
  async carryOut(by: RoomPerson, chat: Conversation, change: ChatChange, member?: RoomPerson): Promise<void> {
    if (chat.kind === 'personal') throw new HttpError(409, 'NotThere', 'Det går bare i en gruppechat eller kanal.');
    if (!isNews(chat, change)) return;
    const line = this.lineFor(chat, said(by, chat, change, member));
    this.world.record({ t: 'chat', conversationId: chat.id, change, line });
    const after = this.world.roster.conversation(chat.id) ?? chat;
    // a bot that is taken away hears that, and nothing more
    if (chat.hasBot || after.hasBot) await this.tell(by, after, change, member);
  }

  /** The bot is added for somebody alone, or taken away. */
  async install(person: RoomPerson, chat: Conversation, installed: boolean): Promise<void> {
    this.world.record({ t: 'reach', personId: person.id, installed });
    await this.tell(person, chat, { kind: 'bot', present: installed });
  }

  private async tell(by: RoomPerson, chat: Conversation, change: ChatChange, member?: RoomPerson): Promise<void> {
    const changing = { place: this.place, by, chat, nextId: () => `f:${this.world.nextId()}` };
    const who = chat.name === undefined ? by.id : `${by.id}, ${chat.name}`;
    for (const activity of changeActivities(changing, change, member)) await this.line.post(activity, who, BUDGET_MS);
  }

  private lineFor({ id: conversationId }: Conversation, text: string): Message {
    const at = this.clock.now().toISOString();
    return { id: this.world.nextId(), conversationId, system: true, at, text, state: 'sent', views: {} };
  }
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
