import { type DemoPerson, demoOthers, demoPeople, demoTeamsId, demoVaras, GUEST_TENANT } from './demo.ts';
import { demoCommittees, peopleOf, rolesOf } from './demo-committees.ts';
import type { Conversation, RoomPerson, Team } from './model.ts';

const team: Team = {
  id: '19:6d0f4b5e1c5a4f0e9a572f6f0a1d2000@thread.tacv2',
  name: 'Nordlys helsefellesskap',
  groupId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d2000',
};

/** Those whom the bot cannot write to alone, when the room is new. */
const outOfReach: Readonly<Record<string, Pick<RoomPerson, 'reach' | 'tenantId'>>> = {
  sigrun: { reach: 'not-installed' },
  tarjei: { reach: 'blocked' },
  mette: { reach: 'not-installed', tenantId: GUEST_TENANT },
};

/** Everybody in the demo, as the room knows them. */
export const demoRoomPersons: readonly RoomPerson[] = [...demoPeople, ...demoVaras, ...demoOthers].map(toRoomPerson);

/** The committees' chats, and one of people who have no committee and have not added the bot. */
export const demoChats: readonly Conversation[] = [
  ...demoCommittees.map(
    (committee): Conversation => ({
      id: committee.chatId,
      kind: committee.chatKind,
      name: committee.shortName,
      memberIds: peopleOf(committee),
      hasBot: true,
      ...(committee.chatKind === 'channel' && { team }),
    }),
  ),
  {
    id: '19:6d0f4b5e1c5a4f0e9a572f6f0a1d2003@thread.v2',
    kind: 'groupChat',
    name: 'Arbeidsgruppe felles opplæring',
    memberIds: ['aud', 'kjell', 'sverre', 'berit', 'sigrun', 'tarjei', 'mette'],
    hasBot: false,
  },
];

function toRoomPerson({ key, name, title, email, objectId }: DemoPerson): RoomPerson {
  return { id: key, name, title, roles: rolesOf(key), email, objectId, teamsId: demoTeamsId(key), ...outOfReach[key] };
}
