import { z } from 'zod';
import type { Clock } from './clock.ts';
import { HttpError } from './http.ts';
import { messageBytes } from './log.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
import type { World } from './world.ts';

const MAX_MESSAGE_BYTES = 100 * 1024;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

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
const activitySchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  attachments: z
    .array(z.object({ contentType: z.literal(CARD_TYPE), content: z.record(z.string(), z.unknown()) }))
    .max(1)
    .optional(),
});

/** The part of Bot Framework's connector that a bot in 1:1 chats uses: what it does, and how it refuses. */
export class Connector {
  private readonly world: World;
  private readonly clock: Clock;
  private readonly reach: Reach;
  private readonly tenantId: string;

  constructor(world: World, clock: Clock, reach: Reach, tenantId: string) {
    this.world = world;
    this.clock = clock;
    this.reach = reach;
    this.tenantId = tenantId;
  }

  /** Whose chat a request is about. */
  concerns({ segments, body }: ConnectorRequest): readonly string[] {
    const [, id] = segments;
    if (id !== undefined) return this.world.conversation(id)?.memberIds ?? [];
    const created = createSchema.safeParse(body);
    const person = created.success ? this.world.personAt(created.data.members[0]?.id ?? '') : undefined;
    return person ? [person.id] : [];
  }

  /** Carries out one request. Throws `HttpError` with Bot Framework's code when it must not be. */
  handle(request: ConnectorRequest): ConnectorAnswer {
    const { method, segments } = request;
    const [conversations, id, part, partId] = segments;
    if (conversations !== 'conversations' || segments.length > 4) throw notFound('NotFound', 'No such resource.');
    if (id === undefined) return method === 'POST' ? this.create(request) : refuseMethod();
    const conversation = this.world.conversation(id);
    if (conversation === undefined) throw notFound('ConversationNotFound', 'Conversation not found.');
    const route = `${method} ${part}${partId === undefined ? '' : '/id'}`;
    switch (route) {
      case 'POST activities':
      // a reply, as botbuilder sends it; in a 1:1 chat it is a message like any other
      case 'POST activities/id':
        return this.post(conversation, request.body);
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

  private create({ body }: ConnectorRequest): ConnectorAnswer {
    const parsed = createSchema.safeParse(body);
    if (!parsed.success || parsed.data.isGroup) throw badSyntax('One member, not a group.');
    const { members, tenantId, activity } = parsed.data;
    if (tenantId !== undefined && tenantId.toLowerCase() !== this.tenantId.toLowerCase())
      throw new HttpError(403, 'InvalidBotApiHost', 'The tenant is served elsewhere.');
    const person = this.world.personAt(members[0]?.id ?? '');
    if (person === undefined) throw notFound('MemberNotFound', 'No such user in the tenant.');
    this.checkInstalled(person.id);
    const chat = this.world.personalChat(person);
    if (activity === undefined) return { status: 201, body: { id: chat.id } };
    const posted = this.post(chat, activity).body as { readonly id: string };
    return { status: 201, body: { id: chat.id, activityId: posted.id } };
  }

  private post(conversation: Conversation, body: unknown): ConnectorAnswer {
    this.checkWritable(conversation);
    const content = readActivity(body);
    const id = this.world.nextId();
    if (content === 'typing') return { status: 201, body: { id } };
    const at = this.clock.now().toISOString();
    const message: Message = { id, conversationId: conversation.id, at, state: 'sent', views: {}, ...content };
    this.world.record({ t: 'message', message });
    return { status: 201, body: { id } };
  }

  private update(conversation: Conversation, id: string | undefined, body: unknown): ConnectorAnswer {
    this.checkWritable(conversation);
    const message = this.ownMessage(conversation, id);
    const content = readActivity(body);
    if (content === 'typing') throw badSyntax('A message, please.');
    this.world.record({ t: 'update', id: message.id, ...content });
    return { status: 200, body: { id: message.id } };
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

function readActivity(body: unknown): Pick<Message, 'text' | 'card'> | 'typing' {
  if (messageBytes(body) > MAX_MESSAGE_BYTES) throw new HttpError(413, 'MessageSizeTooBig', 'Message size too large.');
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) throw badSyntax('A message with text, or with one Adaptive Card.');
  const { type, text, attachments } = parsed.data;
  if (type === 'typing') return 'typing';
  const card = attachments?.[0]?.content;
  if (type !== 'message' || (!text && card === undefined)) throw badSyntax('A message with text, or with one card.');
  return { ...(text && { text }), ...(card && { card }) };
}

const badSyntax = (message: string) => new HttpError(400, 'BadSyntax', message);
const notFound = (code: string, message: string) => new HttpError(404, code, message);

function refuseMethod(): never {
  throw new HttpError(405, 'MethodNotAllowed', 'Not like this.');
}
