import { z } from 'zod';
import type { Clock } from './clock.ts';
import { HttpError } from './http.ts';
import type { CallKind, Limits } from './limits.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
import { badSyntax, type Content, readActivity } from './posted.ts';
import type { World } from './world.ts';

/** Who cannot be written to, and why. Changed by tests and by whoever tries the room. */
export type Reach = { readonly notInstalled: Set<string>; readonly blocked: Set<string> };

export type ConnectorRequest = {
  readonly method: string;
  /** Path segments after `/v3/`, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
};
export type ConnectorAnswer = { readonly status: number; readonly body?: unknown };

const createSchema = z.object({
  isGroup: z.boolean().optional(),
  members: z.array(z.object({ id: z.string() })).length(1),
  tenantId: z.string().optional(),
  activity: z.unknown().optional(),
});

/** The part of Bot Framework's connector that a bot in 1:1 chats and channels uses: what it does, and how it refuses. */
export class Connector {
  private readonly world: World;
  private readonly clock: Clock;
  private readonly reach: Reach;
  private readonly limits: Limits;
  private readonly tenantId: string;

  constructor(world: World, clock: Clock, reach: Reach, limits: Limits, tenantId: string) {
    this.world = world;
    this.clock = clock;
    this.reach = reach;
    this.limits = limits;
    this.tenantId = tenantId;
  }

  /** Whose 1:1 chat a request is about; nobody's when it is about a channel. */
  concerns({ segments, body }: ConnectorRequest): readonly string[] {
    const [, id] = segments;
    if (id !== undefined) {
      const { kind, memberIds } = this.world.conversation(id) ?? {};
      return kind === 'personal' && memberIds ? memberIds : [];
    }
    const created = createSchema.safeParse(body);
    const person = created.success ? this.world.personAt(created.data.members[0]?.id ?? '') : undefined;
    return person ? [person.id] : [];
  }

  /** The channel that a request is about, by its name on the screen. */
  channelIn({ segments: [, id = ''] }: ConnectorRequest): string | undefined {
    return this.world.conversation(threadOf(id).conversationId)?.name;
  }

  /** Carries out one request. Throws `HttpError` with Bot Framework's code when it must not be. */
  handle(request: ConnectorRequest): ConnectorAnswer {
    const { method, segments } = request;
    const [conversations, id, part, partId] = segments;
    if (conversations !== 'conversations' || segments.length > 4) throw notFound('NotFound', 'No such resource.');
    if (id === undefined) return method === 'POST' ? this.create(request) : refuseMethod();
    const { conversationId, thread } = threadOf(id);
    const conversation = this.world.conversation(conversationId);
    this.count(
      method === 'GET' ? (part === 'members' && partId === undefined ? 'roster' : 'read') : 'send',
      conversation,
    );
    if (conversation === undefined) throw notFound('ConversationNotFound', 'Conversation not found.');
    const route = `${method} ${part}${partId === undefined ? '' : '/id'}`;
    switch (route) {
      case 'POST activities':
      // a reply, as botbuilder sends it; in a 1:1 chat it is a message like any other
      case 'POST activities/id':
        return this.post(conversation, request.body, thread);
      case 'PUT activities/id':
        return this.update(conversation, partId, request.body);
      case 'DELETE activities/id':
        return this.delete(conversation, partId);
      case 'GET members/id':
        return { status: 200, body: this.member(conversation, partId) };
      case 'GET members':
        return { status: 200, body: this.members(conversation) };
      case 'GET pagedmembers':
        return { status: 200, body: { members: this.members(conversation) } };
      default:
        return refuseMethod();
    }
  }

  private count(kind: CallKind, conversation: Conversation | undefined): void {
    const wait = this.limits.take(kind, conversation?.id);
    if (wait > 0) throw new HttpError(429, 'Throttled', 'Too many requests.', String(Math.ceil(wait / 1000)));
  }

  private create({ body }: ConnectorRequest): ConnectorAnswer {
    const parsed = createSchema.safeParse(body);
    if (!parsed.success || parsed.data.isGroup) throw badSyntax('One member, not a group.');
    const { members, tenantId, activity } = parsed.data;
    if (tenantId !== undefined && tenantId.toLowerCase() !== this.tenantId.toLowerCase())
      throw new HttpError(403, 'InvalidBotApiHost', 'The tenant is served elsewhere.');
    const person = this.world.personAt(members[0]?.id ?? '');
    this.count('send', person && this.world.personalChat(person));
    if (person === undefined) throw notFound('MemberNotFound', 'No such user in the tenant.');
    this.checkInstalled(person.id);
    const chat = this.world.personalChat(person);
    if (activity === undefined) return { status: 201, body: { id: chat.id } };
    const posted = this.post(chat, activity).body as { readonly id: string };
    return { status: 201, body: { id: chat.id, activityId: posted.id } };
  }

  private post(conversation: Conversation, body: unknown, thread?: string): ConnectorAnswer {
    const content = this.contentFor(conversation, body);
    const id = this.world.nextId();
    if (content === 'typing') return { status: 201, body: { id } };
    const at = this.clock.now().toISOString();
    const place = { conversationId: conversation.id, ...(thread !== undefined && { thread }) };
    const message: Message = { id, ...place, at, state: 'sent', views: {}, ...content };
    this.world.record({ t: 'message', message });
    return { status: 201, body: { id } };
  }

  private update(conversation: Conversation, id: string | undefined, body: unknown): ConnectorAnswer {
    const content = this.contentFor(conversation, body);
    const message = this.ownMessage(conversation, id);
    if (content === 'typing') throw badSyntax('A message, please.');
    this.world.record({ t: 'update', id: message.id, ...content });
    return { status: 200, body: { id: message.id } };
  }

  private contentFor(conversation: Conversation, body: unknown): Content | 'typing' {
    this.checkWritable(conversation);
    const content = readActivity(body, (fileId) => this.world.file(fileId));
    if (conversation.kind !== 'personal' && content !== 'typing' && (content.offer ?? content.file))
      throw badSyntax('Files go in 1:1 chats only.');
    return content;
  }

  private delete(conversation: Conversation, id: string | undefined): ConnectorAnswer {
    this.checkWritable(conversation);
    this.world.record({ t: 'delete', id: this.ownMessage(conversation, id).id });
    return { status: 200 };
  }

  private ownMessage(conversation: Conversation, id = ''): Message {
    const message = this.world.message(id);
    if (message === undefined || message.conversationId !== conversation.id || message.deleted)
      throw notFound('ActivityNotFoundInConversation', 'The activity is not in the conversation.');
    if (message.personId !== undefined) throw new HttpError(403, 'Forbidden', 'Not the message of this bot.');
    return message;
  }

  private member(conversation: Conversation, address = ''): object {
    const person = this.world.personAt(address);
    if (person === undefined || !conversation.memberIds.includes(person.id))
      throw notFound('MemberNotFoundInConversation', 'The member is not in the conversation.');
    return this.account(person);
  }

  private members({ memberIds }: Conversation): readonly object[] {
    return memberIds.flatMap((id) => this.world.persons.get(id) ?? []).map((person) => this.account(person));
  }

  private account({ teamsId, name, objectId }: RoomPerson): object {
    return { id: teamsId, name, objectId, aadObjectId: objectId, tenantId: this.tenantId, userRole: 'user' };
  }

  private checkWritable({ kind, memberIds }: Conversation): void {
    if (kind !== 'personal') return;
    for (const id of memberIds) {
      this.checkInstalled(id);
      if (this.reach.blocked.has(id))
        throw new HttpError(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
    }
  }

  private checkInstalled(personId: string): void {
    if (this.reach.notInstalled.has(personId))
      throw new HttpError(
        403,
        'ForbiddenOperationException',
        'The bot is not installed in the personal scope of this user.',
      );
  }
}

const notFound = (code: string, message: string) => new HttpError(404, code, message);

/** A thread of a channel is named by the channel and by the message that begins it. */
function threadOf(id: string): { readonly conversationId: string; readonly thread?: string } {
  const [, conversationId, thread] = /^(19:.+);messageid=(\d+)$/.exec(id) ?? [];
  return conversationId && thread ? { conversationId, thread } : { conversationId: id };
}

function refuseMethod(): never {
  throw new HttpError(405, 'MethodNotAllowed', 'Not like this.');
}
