import { LOCAL_APP_ID } from '../../bot/local/demo.ts';
import type { Conversation, RoomPerson } from '../../bot/local/model.ts';
import { type Room, type RoomOptions, startRoom } from '../../bot/local/room.ts';
import type { WireMessage } from '../../bot/local/wire.ts';
import { type Listener, startListener } from './listener.ts';

/** Kari and Ola, who are all there is in a room for tests; Per comes where somebody must stand outside. */
export const KARI: RoomPerson = aRoomPerson('kari', '11111111-aaaa-4bbb-8ccc-000000000001');
export const OLA: RoomPerson = aRoomPerson('ola', '11111111-aaaa-4bbb-8ccc-000000000002');
export const PER: RoomPerson = aRoomPerson('per', '11111111-aaaa-4bbb-8ccc-000000000003');
/** A guest from another organisation. */
export const GUEST: RoomPerson = {
  ...aRoomPerson('gjest', '11111111-aaaa-4bbb-8ccc-000000000004'),
  tenantId: '11111111-aaaa-4bbb-8ccc-00000000000f',
};
/** The channel of Kari and Ola. */
export const SSU: Conversation = {
  id: '19:11111111aaaa4bbb8ccc000000000009@thread.tacv2',
  kind: 'channel',
  name: 'SSU',
  team: {
    id: '19:11111111aaaa4bbb8ccc000000000007@thread.tacv2',
    name: 'Helsefellesskapet',
    groupId: '11111111-aaaa-4bbb-8ccc-000000000007',
  },
  memberIds: ['kari', 'ola'],
  hasBot: true,
};
/** A group chat of theirs, with the guest. */
export const GROUP: Conversation = {
  id: '19:11111111aaaa4bbb8ccc000000000008@thread.v2',
  kind: 'groupChat',
  name: 'Opplæring',
  memberIds: ['kari', 'ola', 'gjest'],
  hasBot: true,
};
export const NOW = new Date('2026-03-02T08:00:00Z');

function aRoomPerson(id: string, objectId: string): RoomPerson {
  return {
    id,
    name: id,
    title: 'Rådgiver',
    roles: 'SSU: medlem',
    email: `${id}@storvik.example`,
    objectId,
    teamsId: `29:${id}`,
  };
}

/** All that somebody sees in a chat, from its beginning: as the page reads on. */
export function wholeChat({ world }: Room, person: RoomPerson, chat?: string): readonly WireMessage[] {
  const newest = world.chatOf(person, chat);
  let [messages, earlier] = [newest.messages, newest.earlier];
  while (earlier) {
    const page = world.chatOf(person, chat, messages[0]?.id);
    messages = [...page.messages, ...messages];
    earlier = page.earlier;
  }
  return messages;
}

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };
export type TestRoom = {
  readonly room: Room;
  readonly bot: Listener;
  /** Asks the connector as the bot does, with its token unless another is given. */
  readonly connector: (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>;
  /** Asks below `/api/` as the page does. */
  readonly page: (path: string, body?: unknown) => Promise<Answer>;
  /** Sends a file as the page does. */
  readonly upload: (person: string, name: string, bytes: Uint8Array) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

/** A room with two persons, and somebody who listens at the bot's end. */
export async function openRoom(options: Partial<RoomOptions> = {}): Promise<TestRoom> {
  const bot = await startListener();
  const room = await startRoom({ port: 0, botUrl: bot.url, now: NOW, persons: [KARI, OLA], ...options });
  return {
    room,
    bot,
    connector: async (method, path, body, token) =>
      ask(`${room.url}/v3/${path}`, method, body, {
        authorization: `Bearer ${token ?? (await botToken(room.url))}`,
      }),
    page: (path, body) =>
      ask(`${room.url}/api/${path}`, body === undefined ? 'GET' : 'POST', body, { origin: room.url }),
    upload: async (person, name, bytes) => {
      const response = await fetch(`${room.url}/api/files?${new URLSearchParams({ person, name })}`, {
        method: 'POST',
        headers: { origin: room.url, 'content-type': 'application/octet-stream' },
        body: bytes,
      });
      return answerOf(response);
    },
    close: async () => {
      await room.close();
      await bot.close();
    },
  };
}

async function ask(url: string, method: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return answerOf(response);
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
}

/** The token that the room gives its bot, as App Service gives one to a managed identity. */
export async function botToken(roomUrl: string): Promise<string> {
  const query = new URLSearchParams({
    'api-version': '2019-08-01',
    resource: 'https://api.botframework.com',
    client_id: LOCAL_APP_ID,
  });
  const response = await fetch(`${roomUrl}/identity?${query}`, { headers: { 'x-identity-header': 'room' } });
  const { access_token } = (await response.json()) as { readonly access_token: string };
  return access_token;
}

/** The path of somebody's 1:1 chat in the connector. */
export const chatPath = ({ objectId }: RoomPerson) => `conversations/${encodeURIComponent(`a:${objectId}`)}`;

/** The path of a channel in the connector, or of one of its threads. */
export const channelPath = ({ id }: Conversation, thread?: string) =>
  `conversations/${encodeURIComponent(thread === undefined ? id : `${id};messageid=${thread}`)}`;

/** The question whether somebody wants a file, as the bot asks it. */
export function anOffer(name: string, bytes: number) {
  const content = {
    description: `${name} til arkivet`,
    sizeInBytes: bytes,
    acceptContext: { fileId: 'f1' },
    declineContext: { fileId: 'f1', no: true },
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content }],
  };
}

/** A file that lies where it was uploaded to, as the bot shows it. */
export function aFileMessage({ name, contentUrl, uniqueId }: Readonly<Record<string, string>>) {
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return { type: 'message', attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType: 'docx' } }] };
}

/** A message with this card. */
export function aMessageWith(content: object) {
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

/** A message with one card that says this. */
export function aCardMessage(text: string) {
  return aMessageWith({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });
}
