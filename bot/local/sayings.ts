import { messageActivity } from './activities.ts';
import { HttpError } from './http.ts';
import { type Kit, type Lookups, whoIn } from './kit.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';

/** A message in the chat, and whether the bot has it. */
type Sent = { readonly id: string; readonly delivered: boolean };

/** What people write and read. */
export type Sayings = {
  /**
   * Writes to the bot, in the 1:1 chat unless another one is named; there it is mentioned, if `mentions` says nothing
   * else. The message stays in the chat, marked as not delivered if it was not.
   */
  readonly say: (personId: string, text: string, conversationId?: string, mentions?: boolean) => Promise<Sent>;
  /** Drops a file into the 1:1 chat. */
  readonly drop: (personId: string, name: string, bytes: Uint8Array) => Promise<Sent>;
  /** Sends a message that did not arrive once more: the same activity, so that it counts once if it did arrive. */
  readonly sayAgain: (personId: string, messageId: string) => Promise<Sent>;
  /** This person has seen the chat that this message is in, up to it. */
  readonly read: (personId: string, upTo: string) => void;
};

export function sayings({ world, invoker, clock, place, files }: Kit, find: Lookups): Sayings {
  const send = (person: RoomPerson, chat: Conversation, content: Pick<Message, 'text' | 'file' | 'withoutBot'>) => {
    checkOpen(person, chat);
    const id = world.nextId();
    const at = clock.now().toISOString();
    const state = content.withoutBot ? 'sent' : 'sending';
    const message: Message = { id, conversationId: chat.id, personId: person.id, at, ...content, state, views: {} };
    world.record({ t: 'message', message });
    return content.withoutBot ? Promise.resolve({ id, delivered: false }) : deliver(person, chat, message);
  };

  /** Throws 409 where Teams has no field to write in. */
  const checkOpen = ({ id }: RoomPerson, { kind }: Conversation) => {
    if (kind !== 'personal') return;
    const reach = world.roster.reachOf(id);
    if (reach === 'not-installed') throw new HttpError(409, 'NotInstalled', 'Utvalgsbot er ikke lagt til her.');
    if (reach === 'blocked') throw new HttpError(409, 'Blocked', 'Utvalgsbot er blokkert her.');
  };

  const deliver = async (person: RoomPerson, chat: Conversation, message: Message): Promise<Sent> => {
    // an address of its own for every attempt: the one before may be too old
    const attachments = message.file ? [files.attachment(message.file)] : [];
    const activity = messageActivity(place, person, chat, message, attachments);
    const answer = await invoker.message(activity, whoIn(person, chat));
    const delivered = answer.kind === 'answered';
    world.record({ t: 'state', id: message.id, state: delivered ? 'sent' : 'failed' });
    return { id: message.id, delivered };
  };

  return {
    say: async (personId, text, conversationId, mentions = true) => {
      const person = find.person(personId);
      const chat = find.chat(person, conversationId);
      const isHeard = chat.kind === 'personal' || (mentions && chat.hasBot);
      return send(person, chat, { text, ...(!isHeard && { withoutBot: true }) });
    },
    drop: async (personId, name, bytes) => {
      const person = find.person(personId);
      return send(person, find.chat(person), { file: files.keep(name, bytes) });
    },
    sayAgain: async (personId, messageId) => {
      const message = world.message(messageId);
      if (message?.personId !== personId || message.state === 'sent')
        throw new HttpError(404, 'NotFound', 'Meldingen er alt sendt.');
      const person = find.person(personId);
      const chat = find.chat(person, message.conversationId);
      checkOpen(person, chat);
      world.record({ t: 'state', id: messageId, state: 'sending' });
      return deliver(person, chat, message);
    },
    read: (personId, upTo) => {
      const { person, chat } = find.standing(personId, upTo);
      if (world.unreadIn(person, chat.id) === 0) return;
      world.record({ t: 'read', personId, conversationId: chat.id, upTo });
    },
  };
}
