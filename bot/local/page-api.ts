import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { advanced, timeOf } from './calendar.ts';
import type { Clock } from './clock.ts';
import { sendBytes } from './file-gateway.ts';
import type { Files } from './files.ts';
import { HttpError, readBody, readJson, sendJson } from './http.ts';
import type { ActivityLog } from './log.ts';
import type { RoomApi } from './room-api.ts';
import type { Streams } from './stream.ts';
import { MAX_FILE_BYTES } from './wire.ts';
import type { World } from './world.ts';

const id = z.string().min(1).max(200);
const saySchema = z.object({
  person: id,
  text: z.string().trim().min(1).max(28_000),
  chat: id.optional(),
  mention: z.boolean().optional(),
});
const messageSchema = z.object({ person: id, message: id });
const pressSchema = messageSchema.extend({
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown().optional(),
  }),
});
const clockSchema = z.union([z.object({ to: z.string() }), z.object({ advance: z.enum(['hour', 'next-day']) })]);
const offerSchema = messageSchema.extend({ accept: z.boolean() });
const fileSchema = z.object({
  person: id,
  name: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}/\\]{1,200}$/u, 'Filnavnet kan ikke brukes.'),
});
const installSchema = z.object({ person: id, installed: z.boolean() });
const reachSchema = z.object({ person: id, blocked: z.boolean() });
const chatSchema = z.object({ person: id, chat: id });
const chatBotSchema = chatSchema.extend({ installed: z.boolean() });
const chatMemberSchema = chatSchema.extend({ member: id, present: z.boolean() });
const chatNameSchema = chatSchema.extend({ name: z.string().trim().min(1).max(250) });

export type PageApi = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** What the page and tests ask the room over HTTP, below `/api/`. */
export function pageApi({
  api,
  world,
  clock,
  log,
  streams,
  files,
}: {
  readonly api: RoomApi;
  readonly world: World;
  readonly clock: Clock;
  readonly log: ActivityLog;
  readonly streams: Streams;
  readonly files: Files;
}): PageApi {
  const moveClock = async (body: unknown) => {
    const asked = read(clockSchema, body);
    const time = 'to' in asked ? timeOf(asked.to) : advanced(clock.now(), asked.advance);
    if (time === undefined) throw new HttpError(400, 'BadSyntax', 'Det er ikke et tidspunkt.');
    if (!clock.moveTo(time)) throw new HttpError(409, 'Past', 'Klokka går bare framover.');
    return clock.settled();
  };
  const posts: Readonly<Record<string, (body: unknown) => unknown>> = {
    say: (body) => {
      const { person, text, chat, mention } = read(saySchema, body);
      return api.say(person, text, chat, mention);
    },
    'say-again': (body) => {
      const { person, message } = read(messageSchema, body);
      return api.sayAgain(person, message);
    },
    press: (body) => {
      const { person, message, action } = read(pressSchema, body);
      return api.press(person, message, action as Parameters<RoomApi['press']>[2]);
    },
    offer: (body) => {
      const { person, message, accept } = read(offerSchema, body);
      return api.answerOffer(person, message, accept);
    },
    read: (body) => {
      const { person, message } = read(messageSchema, body);
      api.read(person, message);
      return {};
    },
    clock: moveClock,
    install: async (body) => {
      const { person, installed } = read(installSchema, body);
      await api.install(person, installed);
      return {};
    },
    reach: (body) => {
      const { person, blocked } = read(reachSchema, body);
      api.block(person, blocked);
      return {};
    },
    'chat-bot': async (body) => {
      const { person, chat, installed: present } = read(chatBotSchema, body);
      await api.changeChat(person, chat, { kind: 'bot', present });
      return {};
    },
    'chat-member': async (body) => {
      const { person, chat, member: personId, present } = read(chatMemberSchema, body);
      await api.changeChat(person, chat, { kind: 'member', personId, present });
      return {};
    },
    'chat-name': async (body) => {
      const { person, chat, name } = read(chatNameSchema, body);
      await api.changeChat(person, chat, { kind: 'name', name });
      return {};
    },
  };

  const drop = async (request: IncomingMessage, { searchParams }: URL) => {
    const { person, name } = read(fileSchema, Object.fromEntries(searchParams));
    return api.drop(person, name, await readBody(request, MAX_FILE_BYTES));
  };

  return async (request, response, url) => {
    const [, , what = '', which = '', part] = url.pathname.split('/').map(decodeURIComponent);
    if (request.method === 'POST' && Object.hasOwn(posts, what)) {
      const answer = await posts[what]?.(await readJson(request));
      sendJson(response, 200, answer);
    } else if (request.method === 'POST' && what === 'files') {
      sendJson(response, 200, await drop(request, url));
    } else if (request.method === 'GET' && what === 'files') {
      const found = files.find(which);
      if (found === undefined) throw new HttpError(404, 'NotFound', 'No such file.');
      sendBytes(response, found.file.name, found.bytes);
    } else if (request.method === 'GET' && what === 'stream') {
      streams.open(response, (url.searchParams.get('persons') ?? '').split(',').filter(Boolean));
    } else if (request.method === 'GET' && what === 'chats') {
      const person = api.person(which);
      const before = url.searchParams.get('before') ?? undefined;
      sendJson(response, 200, world.chatOf(person, api.chat(person, part).id, before));
    } else if (request.method === 'GET' && what === 'log') {
      const bodies = log.bodies(Number(which));
      if (bodies === undefined) throw new HttpError(404, 'NotFound', 'Forgotten.');
      sendJson(response, 200, bodies);
    } else throw new HttpError(404, 'NotFound', 'No such thing here.');
  };
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new HttpError(400, 'BadSyntax', z.prettifyError(parsed.error));
  return parsed.data;
}
