import { consentActivity, messageActivity, type Place, pressActivity } from './activities.ts';
import type { BotAnswer, BotLine } from './bot-line.ts';
import type { ChatChanges } from './chat-changes.ts';
import type { Clock } from './clock.ts';
import type { Files } from './files.ts';
import { HttpError } from './http.ts';
import type { ChatChange, Conversation, Message, RoomPerson } from './model.ts';
import type { PressAnswer, PressedAction } from './wire.ts';
import type { World } from './world.ts';

const MESSAGE_BUDGET_MS = 15_000;
const PRESS_BUDGET_MS = 5000;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

const WENT_WRONG = 'Noe gikk galt. Prøv igjen.';
const NOT_THERE = 'Utvalgsbot svarer ikke akkurat nå. Ingenting er sendt, og det du har fylt ut, står her fortsatt.';

/** A message in the chat, and whether the bot has it. */
type Sent = { readonly id: string; readonly delivered: boolean };

/** What people do in the room, whoever they are: the page and the tests go through here. */
export class RoomApi {
  private readonly world: World;
  private readonly line: BotLine;
  private readonly clock: Clock;
  private readonly place: Place;
  private readonly files: Files;
  private readonly changes: ChatChanges;
  private readonly answering = new Set<string>();

  constructor(world: World, line: BotLine, clock: Clock, place: Place, files: Files, changes: ChatChanges) {
    this.world = world;
    this.line = line;
    this.clock = clock;
    this.place = place;
    this.files = files;
    this.changes = changes;
  }

  /** Throws 404 when nobody here is called that. */
  person(id: string): RoomPerson {
    const person = this.world.roster.persons.get(id);
    if (person === undefined) throw new HttpError(404, 'NotFound', 'Nobody is called that.');
    return person;
  }

  /** A chat of this person: by its id, else the 1:1 chat. Throws 404 when they are not in it, or cannot have one. */
  chat(person: RoomPerson, conversationId?: string): Conversation {
    const { roster } = this.world;
    const chat = conversationId === undefined ? roster.personalChat(person) : roster.conversation(conversationId);
    if (!chat?.memberIds.includes(person.id)) throw new HttpError(404, 'NotFound', 'No such chat of theirs.');
    return chat;
  }

  /**
   * Writes to the bot, in the 1:1 chat unless another one is named; there it is mentioned, if `mentions` says nothing
   * else. The message stays in the chat, marked as not delivered if it was not.
   */
  say(personId: string, text: string, conversationId?: string, mentions = true): Promise<Sent> {
    const person = this.person(personId);
    const chat = this.chat(person, conversationId);
    if (chat.kind === 'personal') return this.send(person, chat, { text });
    return this.send(person, chat, { text, ...((!mentions || !chat.hasBot) && { withoutBot: true as const }) });
  }

  /** Drops a file into the 1:1 chat. */
  drop(personId: string, name: string, bytes: Uint8Array): Promise<Sent> {
    const person = this.person(personId);
    return this.send(person, this.chat(person), { file: this.files.keep(name, bytes) });
  }

  private send(
    person: RoomPerson,
    chat: Conversation,
    content: Pick<Message, 'text' | 'file' | 'withoutBot'>,
  ): Promise<Sent> {
    if (chat.kind === 'personal') this.checkOpen(person);
    const id = this.world.nextId();
    const at = this.clock.now().toISOString();
    const who = { conversationId: chat.id, personId: person.id };
    const message: Message = { id, ...who, at, ...content, state: content.withoutBot ? 'sent' : 'sending', views: {} };
    this.world.record({ t: 'message', message });
    return content.withoutBot ? Promise.resolve({ id, delivered: false }) : this.deliver(person, message);
  }

  /** Throws 409 where Teams has no field to write in. */
  private checkOpen({ id }: RoomPerson): void {
    const reach = this.world.roster.reachOf(id);
    if (reach === 'not-installed') throw new HttpError(409, 'NotInstalled', 'Utvalgsbot er ikke lagt til her.');
    if (reach === 'blocked') throw new HttpError(409, 'Blocked', 'Utvalgsbot er blokkert her.');
  }

  /** Sends a message that did not arrive once more: the same activity, so that it counts once if it did arrive. */
  async sayAgain(personId: string, messageId: string): Promise<Sent> {
    const message = this.world.message(messageId);
    if (message?.personId !== personId || message.state === 'sent')
      throw new HttpError(404, 'NotFound', 'No such message waits to be sent.');
    this.world.record({ t: 'state', id: messageId, state: 'sending' });
    return this.deliver(this.person(personId), message);
  }

  private async deliver(person: RoomPerson, message: Message): Promise<Sent> {
    const chat = this.chat(person, message.conversationId);
    // an address of its own for every attempt: the one before may be too old
    const attachments = message.file ? [this.files.attachment(message.file)] : [];
    const activity = messageActivity(this.place, person, chat, message, attachments);
    const answer = await this.line.post(activity, whoIn(person, chat), MESSAGE_BUDGET_MS);
    const delivered = answer.kind === 'answered';
    this.world.record({ t: 'state', id: message.id, state: delivered ? 'sent' : 'failed' });
    return { id: message.id, delivered };
  }

  /** Presses a button of a message. A card in answer takes the place of the old one, for this person. */
  async press(personId: string, messageId: string, action: PressedAction): Promise<PressAnswer> {
    const { person, chat, message } = this.shown(personId, messageId);
    const activity = pressActivity(this.place, this.invokeId(), person, chat, message, action);
    const submits = action.type === 'Action.Submit';
    const budgetMs = submits ? MESSAGE_BUDGET_MS : PRESS_BUDGET_MS;
    const answer = await this.line.post(activity, whoIn(person, chat), budgetMs);
    if (submits && answer.kind === 'answered') return { kind: 'sent' };
    return this.pressAnswer(answer, personId, messageId);
  }

  /** Takes or declines a file that the bot offers; once it has heard that, there is no other answer. */
  async answerOffer(personId: string, messageId: string, accepts: boolean): Promise<PressAnswer> {
    const { person, chat, message } = this.shown(personId, messageId);
    const { offer } = message;
    if (offer === undefined || offer.answer || this.answering.has(messageId))
      throw new HttpError(404, 'NotFound', 'No file waits for an answer there.');
    const said = accepts
      ? { context: offer.acceptContext, uploadInfo: this.files.uploadInfo(offer.name) }
      : { context: offer.declineContext };
    const activity = consentActivity(this.place, this.invokeId(), person, chat, messageId, said);
    this.answering.add(messageId);
    const answer = await this.line.post(activity, personId, PRESS_BUDGET_MS);
    this.answering.delete(messageId);
    if (answer.kind === 'unreachable') return { kind: 'failed', text: NOT_THERE };
    if (answer.kind !== 'answered') return { kind: 'failed', text: WENT_WRONG };
    this.world.record({ t: 'offer', id: messageId, answer: accepts ? 'accepted' : 'declined' });
    return { kind: 'sent' };
  }

  /** A message that this person has before them. Throws 404 when there is none. */
  private shown(personId: string, messageId: string) {
    const person = this.person(personId);
    const message = this.world.message(messageId);
    const chat = message && this.world.roster.conversation(message.conversationId);
    if (!message || message.deleted || !chat?.memberIds.includes(personId))
      throw new HttpError(404, 'NotFound', 'No such message in their chats.');
    return { person, chat, message };
  }

  private invokeId(): string {
    return `f:${this.world.nextId()}`;
  }

  private pressAnswer(answer: BotAnswer, personId: string, id: string): PressAnswer {
    if (answer.kind === 'unreachable') return { kind: 'failed', text: NOT_THERE };
    const said = answer.kind === 'answered' && isObject(answer.body) ? answer.body : {};
    if (said.statusCode === 200 && said.type === CARD_TYPE && isObject(said.value)) {
      this.world.record({ t: 'view', id, personId, card: said.value });
      return { kind: 'card' };
    }
    if (said.statusCode === 200 && said.type === MESSAGE_TYPE && typeof said.value === 'string')
      return { kind: 'message', text: said.value };
    return { kind: 'failed', text: WENT_WRONG };
  }

  /** This person has seen the chat that this message is in, up to it. */
  read(personId: string, upTo: string): void {
    const { person, chat } = this.shown(personId, upTo);
    if (this.world.unreadIn(person, chat.id) === 0) return;
    this.world.record({ t: 'read', personId, conversationId: chat.id, upTo });
  }

  /** Adds the bot for a person alone, or takes it away, and tells the bot. */
  async install(personId: string, installed: boolean): Promise<void> {
    const person = this.person(personId);
    await this.changes.install(person, this.chat(person), installed);
  }

  /** Lets a person block the bot, or take that back; the bot is not told, as in Teams. */
  block(personId: string, blocked: boolean): void {
    // whoever can have no 1:1 chat has nothing to block
    this.chat(this.person(personId));
    this.world.record({ t: 'reach', personId, blocked });
  }

  /** Changes a group chat or channel that this person is in. */
  async changeChat(personId: string, conversationId: string, change: ChatChange): Promise<void> {
    const person = this.person(personId);
    const member = change.kind === 'member' ? this.person(change.personId) : undefined;
    await this.changes.carryOut(person, this.chat(person, conversationId), change, member);
  }
}

/** Who is active, and where when it is not their 1:1 chat; for the log. */
function whoIn({ id }: RoomPerson, { name }: Conversation): string {
  return name === undefined ? id : `${id}, ${name}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
