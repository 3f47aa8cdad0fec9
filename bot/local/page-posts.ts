import { z } from 'zod';
import { advanced, timeOf } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import { HttpError } from './http.ts';
import type { RoomApi } from './room-api.ts';

const id = z.string().min(1).max(200);
const person = { person: id };
const message = { ...person, message: id };
const chat = { ...person, chat: id };
const actionSchema = z.object({
  type: z.enum(['Action.Execute', 'Action.Submit']),
  id: z.string().exactOptional(),
  verb: z.string().exactOptional(),
  data: z.unknown().exactOptional(),
});
const planned = { what: z.string().max(100).default(''), times: z.int().min(1).max(1000).default(1) };
const faultSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('connector'),
    ...planned,
    status: z.int().min(400).max(599).exactOptional(),
    retryAfter: z.int().min(0).max(3600).transform(String).exactOptional(),
    delayMs: z.int().min(0).max(60_000).exactOptional(),
    reset: z.enum(['before', 'after']).exactOptional(),
  }),
  z.strictObject({
    on: z.literal('bot'),
    ...planned,
    twice: z.enum(['parallel', 'after']).exactOptional(),
    lost: z.literal(true).exactOptional(),
    late: z.literal(true).exactOptional(),
  }),
]);

/** Does what the body of a request asks for, and gives what is answered. Throws `HttpError`. */
type Post = (body: unknown) => Promise<unknown>;

/** Everything that can be asked of the room by POST, by its path below `/api/`. */
export function pagePosts(api: RoomApi, clock: Clock, faults: Faults): ReadonlyMap<string, Post> {
  const moveClock = async (time: Date | undefined) => {
    if (time === undefined) throw new HttpError(400, 'NoTime', 'Det er ikke et tidspunkt.');
    if (!clock.moveTo(time)) throw new HttpError(409, 'Past', 'Klokka går bare framover.');
    return clock.settled();
  };
  return new Map<string, Post>([
    [
      'say',
      post(
        { ...person, text: z.string().trim().min(1).max(28_000), chat: id.optional(), mention: z.boolean().optional() },
        (asked) => api.say(asked.person, asked.text, asked.chat, asked.mention),
      ),
    ],
    ['say-again', post(message, (asked) => api.sayAgain(asked.person, asked.message))],
    [
      'press',
      post({ ...message, action: actionSchema }, (asked) => api.press(asked.person, asked.message, asked.action)),
    ],
    ['refresh', post(message, (asked) => api.refresh(asked.person, asked.message))],
    [
      'dialog',
      post({ ...person, dialog: id, action: actionSchema.optional() }, (asked) =>
        api.act(asked.person, asked.dialog, asked.action),
      ),
    ],
    [
      'extension',
      post({ ...chat, command: id, message: id.optional() }, (asked) =>
        api.choose(asked.person, asked.chat, asked.command, asked.message),
      ),
    ],
    [
      'offer',
      post({ ...message, accept: z.boolean() }, (asked) => api.answerOffer(asked.person, asked.message, asked.accept)),
    ],
    ['read', post(message, (asked) => api.read(asked.person, asked.message))],
    ['install', post({ ...person, installed: z.boolean() }, (asked) => api.install(asked.person, asked.installed))],
    ['reach', post({ ...person, blocked: z.boolean() }, (asked) => api.block(asked.person, asked.blocked))],
    [
      'chat-bot',
      post({ ...chat, installed: z.boolean() }, (asked) =>
        api.changeChat(asked.person, asked.chat, { kind: 'bot', present: asked.installed }),
      ),
    ],
    [
      'chat-member',
      post({ ...chat, member: id, present: z.boolean() }, (asked) =>
        api.changeChat(asked.person, asked.chat, { kind: 'member', personId: asked.member, present: asked.present }),
      ),
    ],
    [
      'chat-name',
      post({ ...chat, name: z.string().trim().min(1).max(250) }, (asked) =>
        api.changeChat(asked.person, asked.chat, { kind: 'name', name: asked.name }),
      ),
    ],
    ['clock', async (body) => moveClock(timeIn(read(clockSchema, body), clock.now()))],
    [
      'faults',
      async (body) => {
        const fault = read(faultSchema, body);
        if (fault.on === 'bot') faults.addForBot(fault);
        else faults.add(fault);
        return {};
      },
    ],
    ['faults-clear', post({}, () => faults.clear())],
  ]);
}

const clockSchema = z.union([z.object({ to: z.string() }), z.object({ advance: z.enum(['hour', 'next-day']) })]);

function timeIn(asked: z.infer<typeof clockSchema>, now: Date): Date | undefined {
  return 'to' in asked ? timeOf(asked.to) : advanced(now, asked.advance);
}

function post<S extends z.ZodRawShape>(shape: S, act: (asked: z.output<z.ZodObject<S>>) => unknown): Post {
  const schema = z.object(shape);
  return async (body) => (await act(read(schema, body))) ?? {};
}

/** What a request says, as far as it has this form. Throws 400. */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new HttpError(400, 'BadSyntax', z.prettifyError(parsed.error));
  return parsed.data;
}
