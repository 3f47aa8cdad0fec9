import type { Activity } from './bot-line.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
import type { PressedAction } from './wire.ts';

/** Who the room is to the bot. */
export type Place = { readonly appId: string; readonly tenantId: string; readonly serviceUrl: string };

/** What the bot is called in activities. */
export const botAccount = ({ appId }: Place) => ({ id: `28:${appId}`, name: 'Utvalgsbot' });

function envelope(place: Place, id: string) {
  return {
    id,
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    timestamp: new Date().toISOString(),
    locale: 'nb-NO',
    recipient: botAccount(place),
    channelData: { tenant: { id: place.tenantId } },
  };
}

/** `thread`: the message that begins the thread, in a channel. */
type Where = { readonly chat: Conversation; readonly thread?: string };

/** What every activity has that comes from a person in a chat. */
export function inChat(place: Place, id: string, person: RoomPerson, { chat, thread }: Where) {
  const common = envelope(place, id);
  const { kind, name, team } = chat;
  const isThread = kind === 'channel' && thread !== undefined;
  return {
    ...common,
    from: { id: person.teamsId, aadObjectId: person.objectId, name: person.name },
    conversation: {
      id: isThread ? `${chat.id};messageid=${thread}` : chat.id,
      conversationType: kind,
      tenantId: place.tenantId,
      ...(kind !== 'personal' && { isGroup: true }),
      ...(kind === 'groupChat' && name !== undefined && { name }),
    },
    channelData: {
      ...common.channelData,
      ...(kind === 'channel' && { team: { id: team?.id ?? chat.id }, channel: { id: chat.id } }),
    },
    entities: [{ type: 'clientInfo', locale: 'nb-NO', country: 'NO', platform: 'Web', timezone: 'Europe/Oslo' }],
  };
}

/** Something written or sent to the bot; where others read along it reaches the bot because it mentions it. */
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
  trigger: 'manual' | 'automatic' = 'manual',
): Activity {
  const common = { ...inChat(place, id, person, { chat, thread }), replyToId };
  if (type === 'Action.Submit') return { ...common, type: 'message', value: data };
  const action = { type, id: actionId, verb, data };
  return { ...common, type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger } };
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
