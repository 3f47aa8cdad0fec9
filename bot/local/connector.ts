import { z } from 'zod';
import { checkInRoster, checkWritable, openable } from './admission.ts';
import type { Clock } from './clock.ts';
import { HttpError } from './http.ts';
import type { CallKind, Limits } from './limits.ts';
import { accountOf, pageOf } from './members.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
import { badSyntax, type Content, readActivity } from './posted.ts';
import type { World } from './world.ts';

export type ConnectorRequest = {
  readonly method: string;
  /** Path segments after `/v3/`, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
};
export type ConnectorAnswer = { readonly status: number; readonly body?: unknown };

const createSchema = z.union([
  z.object({
    isGroup: z.literal(false).optional(),
    members: z.array(z.object({ id: z.string() })).length(1),
    tenantId: z.string().optional(),
    activity: z.unknown().optional(),
  }),
  z.object({
    isGroup: z.literal(true),
    channelData: z.object({ channel: z.object({ id: z.string() }) }),
    activity: z.unknown(),
  }),
]);

/** Bot Framework's connector as Teams has it: what it does for a bot, and how it refuses. */
export class Connector {
  private readonly world: World;
  private readonly clock: Clock;
  private readonly limits: Limits;
  private readonly tenantId: string;
  private readonly typingListeners = new Set<(conversation: Conversation) => void>();

  constructor(world: World, clock: Clock, limits: Limits, tenantId: string) {
    this.world = world;
    this.clock = clock;
    this.limits = limits;
    this.tenantId = tenantId;
  }

  onTyping(listener: (conversation: Conversation) => void): void {
    this.typingListeners.add(listener);
  }

  /** Whose 1:1 chat a request is about; nobody's when others read along. */
  concerns({ segments: [, id], body }: ConnectorRequest): readonly string[] {
    if (id !== undefined) {
      const { kind, memberIds } = this.world.roster.conversation(id) ?? {};
      return kind === 'personal' && memberIds ? memberIds : [];
    }
    const created = createSchema.safeParse(body).data;
    const person = created && 'members' in created && this.world.roster.personAt(created.members[0]?.id ?? '');
    return person ? [person.id] : [];
  }

  /** The group chat or channel that a request is about, by its name on the screen. */
  chatIn({ segments: [, id = ''] }: ConnectorRequest): string | undefined {
    return this.world.roster.conversation(threadOf(id).conversationId)?.name;
  }

  /** Carries out one request. Throws `HttpError` with Bot Framework's code when it must not be. */
  handle(request: ConnectorRequest): ConnectorAnswer {
    const { method, segments, query, body } = request;
    const [conversations, id, part, partId] = segments;
    if (conversations !== 'conversations' || segments.length > 4) throw notFound('NotFound', 'No such resource.');
    if (id === undefined) return method === 'POST' ? this.create(body) : refuseMethod();
    const route = `${method} ${part}${partId === undefined ? '' : '/id'}`;
    const { conversation, thread } = this.found(id, kindOf(route));
    switch (route) {
      case 'POST activities':
        return this.post(conversation, body, thread);
      // a reply; botbuilder also names what is no message at all
      case 'POST activities/id':
        return this.post(conversation, body, thread ?? this.threadAt(conversation, partId));
      case 'PUT activities/id':
        return this.update(conversation, partId, body);
      case 'DELETE activities/id':
        return this.delete(conversation, partId);
      case 'GET members/id':
        return { status: 200, body: this.member(conversation, partId) };
      case 'GET members':
        return { status: 200, body: this.members(conversation) };
      case 'GET pagedmembers':
        return { status: 200, body: pageOf(this.members(conversation), query) };
      default:
        return refuseMethod();
    }
  }

  /** The conversation that a path names, once the call is counted. Throws 404, 429. */
  private found(id: string, kind: CallKind) {
    const { conversationId, thread } = threadOf(id);
    const conversation = this.world.roster.conversation(conversationId);
    this.count(kind, conversation);
    const begun = thread === undefined || this.world.message(thread)?.conversationId === conversation?.id;
    if (conversation === undefined || !begun || (thread !== undefined && conversation.kind !== 'channel'))
      throw notFound('ConversationNotFound', 'Conversation not found.');
    return { conversation, ...(thread !== undefined && { thread }) };
  }

  private count(kind: CallKind, conversation: Conversation | undefined): void {
    const wait = this.limits.take(kind, conversation?.id);
    if (wait > 0) throw new HttpError(429, 'Throttled', 'Too many requests.', String(Math.ceil(wait / 1000)));
  }

  private create(body: unknown): ConnectorAnswer {
    const parsed = createSchema.safeParse(body);
    if (!parsed.success) throw badSyntax('One member, or a channel and a message. Group chats cannot be created.');
    const asked = parsed.data;
    return 'members' in asked
      ? this.openPersonal(asked)
      : this.beginThread(asked.channelData.channel.id, asked.activity);
  }

  private openPersonal({ members, tenantId, activity }: Extract<z.infer<typeof createSchema>, { members: unknown }>) {
    const { roster } = this.world;
    const person = roster.personAt(members[0]?.id ?? '');
    this.count('send', person && roster.personalChat(person));
    if (tenantId !== undefined && tenantId.toLowerCase() !== this.tenantId.toLowerCase())
      throw new HttpError(403, 'InvalidBotApiHost', 'The tenant is served elsewhere.');
    if (person === undefined) throw notFound('MemberNotFound', 'No such user in the tenant.');
    const chat = openable(roster, person);
    if (activity === undefined) return { status: 201, body: { id: chat.id } };
    return { status: 201, body: { id: chat.id, activityId: this.post(chat, activity).body.id } };
  }

  private beginThread(channelId: string, activity: unknown): ConnectorAnswer {
    const channel = this.world.roster.conversation(channelId);
    this.count('send', channel);
    if (channel?.kind !== 'channel') throw notFound('ConversationNotFound', 'No such channel.');
    const { id } = this.post(channel, activity).body;
    return { status: 201, body: { id: `${channel.id};messageid=${id}`, activityId: id } };
  }

  private post(conversation: Conversation, body: unknown, thread?: string) {
    const content = this.contentFor(conversation, body);
    const id = this.world.nextId();
    if (content === 'typing') {
      for (const listener of this.typingListeners) listener(conversation);
      return { status: 201, body: { id } };
    }
    const at = this.clock.now().toISOString();
    const place = { conversationId: conversation.id, ...(thread !== undefined && { thread }) };
    const message: Message = { id, ...place, at, state: 'sent', views: {}, ...content };
    this.world.record({ t: 'message', message });
    return { status: 201, body: { id } };
  }

  /** The thread of a message in a channel; elsewhere an answer is a message like any other. */
  private threadAt({ kind, id }: Conversation, messageId = ''): string | undefined {
    const message = this.world.message(messageId);
    return kind === 'channel' && message?.conversationId === id ? (message.thread ?? messageId) : undefined;
  }

  private update(conversation: Conversation, id: string | undefined, body: unknown): ConnectorAnswer {
    const content = this.contentFor(conversation, body);
    const message = this.ownMessage(conversation, id);
    if (content === 'typing') throw badSyntax('A message, please.');
    this.world.record({ t: 'update', id: message.id, ...content });
    return { status: 200, body: { id: message.id } };
  }

  private contentFor(conversation: Conversation, body: unknown): Content | 'typing' {
    checkWritable(this.world.roster, conversation);
    const content = readActivity(body, (fileId) => this.world.file(fileId));
    if (conversation.kind !== 'personal' && content !== 'typing' && (content.offer ?? content.file))
      throw badSyntax('Files go in 1:1 chats only.');
    return content;
  }

  private delete(conversation: Conversation, id: string | undefined): ConnectorAnswer {
    checkWritable(this.world.roster, conversation);
    this.world.record({ t: 'delete', id: this.ownMessage(conversation, id).id });
    return { status: 200 };
  }

  private ownMessage(conversation: Conversation, id = ''): Message {
    const message = this.world.message(id);
    if (message === undefined || message.conversationId !== conversation.id || message.deleted)
      throw notFound('ActivityNotFoundInConversation', 'The activity is not in the conversation.');
    if (message.personId !== undefined || message.system)
      throw new HttpError(403, 'Forbidden', 'Not the message of this bot.');
    return message;
  }

  private member(conversation: Conversation, address = ''): object {
    checkInRoster(conversation);
    const person = this.world.roster.personAt(address);
    if (person === undefined || !conversation.memberIds.includes(person.id))
      throw notFound('MemberNotFoundInConversation', 'The member is not in the conversation.');
    return accountOf(person, this.tenantId);
  }

  private members(conversation: Conversation): readonly object[] {
    checkInRoster(conversation);
    const known = (id: string): RoomPerson | [] => this.world.roster.persons.get(id) ?? [];
    return conversation.memberIds.flatMap(known).map((person) => accountOf(person, this.tenantId));
  }
}

const notFound = (code: string, message: string) => new HttpError(404, code, message);

/** A thread of a channel is named by the channel and by the message that begins it. */
function threadOf(id: string): { readonly conversationId: string; readonly thread?: string } {
  const [, conversationId, thread] = /^(19:.+);messageid=(\d+)$/.exec(id) ?? [];
  return conversationId && thread ? { conversationId, thread } : { conversationId: id };
}

function kindOf(route: string): CallKind {
  if (route === 'GET members') return 'roster';
  return route.startsWith('GET') ? 'read' : 'send';
}

function refuseMethod(): never {
  throw new HttpError(405, 'MethodNotAllowed', 'Not like this.');
}
