import type { Place } from './activities.ts';
import type { Clock } from './clock.ts';
import type { Files } from './files.ts';
import { HttpError } from './http.ts';
import type { Invoker } from './invoker.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
import type { World } from './world.ts';

/** What everything that people do in the room is done with. */
export type Kit = {
  readonly world: World;
  readonly invoker: Invoker;
  readonly clock: Clock;
  readonly place: Place;
  readonly files: Files;
};

/** Finds who and what a request names, as far as it is theirs. Each throws 404. */
export type Lookups = {
  readonly person: (id: string) => RoomPerson;
  /** A chat that this person is in: by its id, else the 1:1 chat, which a guest cannot have. */
  readonly chat: (person: RoomPerson, conversationId?: string) => Conversation;
  /** A message in one of this person's chats, even if it says no more than that it was deleted. */
  readonly standing: (personId: string, messageId: string) => Shown;
  /** A message that this person has before them. */
  readonly shown: (personId: string, messageId: string) => Shown;
};
export type Shown = { readonly person: RoomPerson; readonly chat: Conversation; readonly message: Message };

const GONE = 'Meldingen finnes ikke lenger.';
const NOT_IN = 'Du er ikke med i chatten lenger.';

export function lookups(world: World): Lookups {
  const person = (id: string) => {
    const found = world.roster.persons.get(id);
    if (found === undefined) throw new HttpError(404, 'NotFound', 'Personen finnes ikke i prøverommet.');
    return found;
  };
  const standing = (personId: string, messageId: string): Shown => {
    const message = world.message(messageId);
    const chat = message && world.roster.conversation(message.conversationId);
    if (!message || !chat) throw new HttpError(404, 'NotFound', GONE);
    if (!chat.memberIds.includes(personId)) throw new HttpError(404, 'NotFound', NOT_IN);
    return { person: person(personId), chat, message };
  };
  return {
    person,
    chat: (whose, conversationId) => {
      const { roster } = world;
      const found = conversationId === undefined ? roster.personalChat(whose) : roster.conversation(conversationId);
      if (!found?.memberIds.includes(whose.id)) throw new HttpError(404, 'NotFound', NOT_IN);
      return found;
    },
    standing,
    shown: (personId, messageId) => {
      const found = standing(personId, messageId);
      if (found.message.deleted) throw new HttpError(404, 'NotFound', GONE);
      return found;
    },
  };
}

/** Ids of what is no message, as Teams makes them. */
export const invokeId = (world: World) => `f:${world.nextId()}`;

/** Who is active, and where when it is not their 1:1 chat; for the log. */
export function whoIn({ id }: RoomPerson, { name }: Conversation): string {
  return name === undefined ? id : `${id}, ${name}`;
}
