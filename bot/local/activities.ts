import type { Activity } from './bot-line.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
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

/** `thread`: the message that begins the thread, in a channel. */
type Where = { readonly chat: Conversation; readonly thread: string };

function inChat(place: Place, id: string, person: RoomPerson, { chat, thread }: Where) {
  const common = envelope(place, id);
  const isPersonal = chat.kind === 'personal';
  const conversation = { conversationType: chat.kind, tenantId: place.tenantId };
  return {
    ...common,
    from: { id: person.teamsId, aadObjectId: person.objectId, name: person.name },
    conversation: isPersonal
      ? { id: chat.id, ...conversation }
      : { id: `${chat.id};messageid=${thread}`, isGroup: true, ...conversation },
    ...(!isPersonal && { channelData: { ...common.channelData, team: { id: chat.id }, channel: { id: chat.id } } }),
    entities: [{ type: 'clientInfo', locale: 'nb-NO', country: 'NO', platform: 'Web', timezone: 'Europe/Oslo' }],
  };
}

/** Something written or sent to the bot; in a channel it reaches the bot because it mentions it. */
export function messageActivity(
  place: Place,
  person: RoomPerson,
  chat: Conversation,
  { id, text = '' }: Message,
  attachments: readonly object[] = [],
): Activity {
  const common = inChat(place, id, person, { chat, thread: id });
  const files = attachments.length > 0 && { attachments };
  if (chat.kind === 'personal') return { ...common, type: 'message', text, textFormat: 'plain', ...files };
  const mention = { type: 'mention', text: '<at>Utvalgsbot</at>', mentioned: common.recipient };
  const entities = [...common.entities, mention];
  return { ...common, type: 'message', text: `${mention.text} ${text}`, textFormat: 'plain', entities };
}

/** The answer to the question whether somebody wants a file. `uploadInfo`: where to put it, when they do. */
export function consentActivity(
  place: Place,
  id: string,
  person: RoomPerson,
  chat: Conversation,
  replyToId: string,
  { context, uploadInfo }: { readonly context: unknown; readonly uploadInfo?: object },
): Activity {
  const action = uploadInfo ? 'accept' : 'decline';
  const value = { type: 'fileUpload', action, context, ...(uploadInfo && { uploadInfo }) };
  const common = inChat(place, id, person, { chat, thread: replyToId });
  return { ...common, replyToId, type: 'invoke', name: 'fileConsent/invoke', value };
}

/** A pressed button: an invoke, or a message that carries its data when it is an `Action.Submit`. */
export function pressActivity(
  place: Place,
  id: string,
  person: RoomPerson,
  chat: Conversation,
  { id: replyToId, thread = replyToId }: Message,
  { type, id: actionId = '', verb, data = {} }: PressedAction,
): Activity {
  const common = { ...inChat(place, id, person, { chat, thread }), replyToId };
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
  return {
    ...inChat(place, id, person, { chat, thread: id }),
    type: 'installationUpdate',
    action: added ? 'add' : 'remove',
  };
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
