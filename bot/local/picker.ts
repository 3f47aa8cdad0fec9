import type { Conversation, RoomPerson } from './model.ts';
import type { Roster } from './roster.ts';
import type { WireChoice } from './wire.ts';

const MOST = 20;
const EVERYBODY = 'graph.microsoft.com/users';
const HERE = `${EVERYBODY}?scope=currentContext`;

/**
 * Whom a people picker offers: everybody in the organisation, or the members of the chat it stands in, by a part of name
 * or e-mail address. Nobody for a data set that Teams does not know.
 */
export function pickPeople(roster: Roster, chat: Conversation, dataset: string, typed: string): readonly WireChoice[] {
  const words = typed.trim().toLowerCase();
  const fits = ({ name, email }: RoomPerson) => `${name} ${email}`.toLowerCase().includes(words);
  return peopleIn(roster, chat, dataset)
    .filter(fits)
    .slice(0, MOST)
    .map(({ name, objectId }) => ({ title: name, value: objectId }));
}

function peopleIn(roster: Roster, { memberIds }: Conversation, dataset: string): readonly RoomPerson[] {
  if (dataset === HERE) return memberIds.flatMap((id) => roster.persons.get(id) ?? []);
  if (dataset !== EVERYBODY) return [];
  return [...roster.persons.values()].filter(({ tenantId }) => tenantId === undefined);
}
