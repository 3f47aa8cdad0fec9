import type { Activity } from './bot-line.ts';
import type { Conversation, RoomPerson } from './model.ts';
import type { PressedAction } from './wire.ts';

/** Who the room is to the bot. */
export type Place = { readonly appId: string; readonly tenantId: string; readonly serviceUrl: string };

function envelope({ appId, tenantId, serviceUrl }: Place, id: string) {
  return {
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    locale: 'nb-NO',
    recipient: { id: `28:${appId}`, name: 'Utvalgsbot' },
    channelData: { tenant: { id: tenantId } },
  };
}

function inChat(place: Place, id: string, person: RoomPerson, { id: conversationId, kind }: Conversation) {
  return {
    ...envelope(place, id),
    from: { id: person.teamsId, aadObjectId: person.objectId, name: person.name },
    conversation: { id: conversationId, conversationType: kind, tenantId: place.tenantId },
    entities: [{ type: 'clientInfo', locale: 'nb-NO', country: 'NO', platform: 'Web', timezone: 'Europe/Oslo' }],
  };
}

/** Something written to the bot. */
export function textActivity(place: Place, id: string, person: RoomPerson, chat: Conversation, text: string): Activity {
  return { ...inChat(place, id, person, chat), type: 'message', text, textFormat: 'plain' };
}

/** A pressed button: an invoke, or a message that carries its data when it is an `Action.Submit`. */
export function pressActivity(
  place: Place,
  id: string,
  person: RoomPerson,
  chat: Conversation,
  replyToId: string,
  { type, id: actionId = '', verb, data = {} }: PressedAction,
): Activity {
  const common = { ...inChat(place, id, person, chat), replyToId };
  if (type === 'Action.Submit') return { ...common, type: 'message', value: data };
  const action = { type, id: actionId, verb, data };
  return { ...common, type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}

/** The app was added for somebody, or taken away. */
export function installActivity(
  place: Place,
  id: string,
  person: RoomPerson,
  chat: Conversation,
  added: boolean,
): Activity {
  return { ...inChat(place, id, person, chat), type: 'installationUpdate', action: added ? 'add' : 'remove' };
}

/** The room's clock stands elsewhere now. Not Teams' own: only a bot in local mode heeds it. */
export function clockActivity(place: Place, id: string, offsetMs: number): Activity {
  return {
    ...envelope(place, id),
    type: 'event',
    name: 'utvalgsbot/clock',
    from: { id: '29:room', name: 'Prøverommet' },
    conversation: { id: 'a:room', conversationType: 'personal', tenantId: place.tenantId },
    value: { offsetMs },
  };
}
