import { installActivity, type Place, pressActivity, textActivity } from './activities.ts';
import type { BotAnswer, BotLine } from './bot-line.ts';
import type { Clock } from './clock.ts';
import type { Reach } from './connector.ts';
import { HttpError } from './http.ts';
import type { Message, RoomPerson } from './model.ts';
import type { PressAnswer, PressedAction } from './wire.ts';
import type { World } from './world.ts';

const MESSAGE_BUDGET_MS = 15_000;
const PRESS_BUDGET_MS = 5000;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

const WENT_WRONG = 'Noe gikk galt. Prøv igjen.';
const NOT_THERE = 'Utvalgsbot svarer ikke akkurat nå. Ingenting er sendt, og det du har fylt ut, står her fortsatt.';

/** What people do in the room, whoever they are: the page and the tests go through here. */
export class RoomApi {
  private readonly world: World;
  private readonly line: BotLine;
  private readonly clock: Clock;
  private readonly place: Place;
  private readonly reach: Reach;

  constructor(world: World, line: BotLine, clock: Clock, place: Place, reach: Reach) {
    this.world = world;
    this.line = line;
    this.clock = clock;
    this.place = place;
    this.reach = reach;
  }

  /** Throws 404 when nobody here is called that. */
  person(id: string): RoomPerson {
    const person = this.world.persons.get(id);
    if (person === undefined) throw new HttpError(404, 'NotFound', 'Nobody is called that.');
    return person;
  }

  /** Writes to the bot. The message stays in the chat, marked as not delivered if it was not. */
  async say(personId: string, text: string): Promise<{ readonly id: string; readonly delivered: boolean }> {
    const person = this.person(personId);
    const conversationId = this.world.personalChat(person).id;
    const id = this.world.nextId();
    const at = this.clock.now().toISOString();
    const message: Message = { id, conversationId, personId, at, text, state: 'sending', views: {} };
    this.world.record({ t: 'message', message });
    return this.deliver(person, message);
  }

  /** Sends a message that did not arrive once more: the same activity, so that it counts once if it did arrive. */
  async sayAgain(personId: string, messageId: string): Promise<{ readonly id: string; readonly delivered: boolean }> {
    const message = this.world.message(messageId);
    if (message?.personId !== personId || message.state === 'sent')
      throw new HttpError(404, 'NotFound', 'No such message waits to be sent.');
    this.world.record({ t: 'state', id: messageId, state: 'sending' });
    return this.deliver(this.person(personId), message);
  }

  private async deliver(person: RoomPerson, message: Message) {
    const chat = this.world.personalChat(person);
    const activity = textActivity(this.place, message.id, person, chat, message.text ?? '');
    const answer = await this.line.post(activity, person.id, MESSAGE_BUDGET_MS);
    const delivered = answer.kind === 'answered';
    this.world.record({ t: 'state', id: message.id, state: delivered ? 'sent' : 'failed' });
    return { id: message.id, delivered };
  }

  /** Presses a button of a message. A card in answer takes the place of the old one, for this person. */
  async press(personId: string, messageId: string, action: PressedAction): Promise<PressAnswer> {
    const person = this.person(personId);
    const chat = this.world.personalChat(person);
    const message = this.world.message(messageId);
    if (message?.conversationId !== chat.id || message.deleted)
      throw new HttpError(404, 'NotFound', 'No such message in this chat.');
    const activity = pressActivity(this.place, `f:${this.world.nextId()}`, person, chat, messageId, action);
    const submits = action.type === 'Action.Submit';
    const answer = await this.line.post(activity, personId, submits ? MESSAGE_BUDGET_MS : PRESS_BUDGET_MS);
    if (submits && answer.kind === 'answered') return { kind: 'sent' };
    return this.pressAnswer(answer, personId, messageId);
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

  /** This person has seen their chat up to this message. */
  read(personId: string, upTo: string): void {
    const person = this.person(personId);
    if (this.world.unread(person) === 0) return;
    const conversationId = this.world.personalChat(person).id;
    this.world.record({ t: 'read', personId, conversationId, upTo });
  }

  /** Adds the bot for a person, or takes it away, and tells the bot. */
  async install(personId: string, installed: boolean): Promise<void> {
    const person = this.person(personId);
    if (installed) this.reach.notInstalled.delete(personId);
    else this.reach.notInstalled.add(personId);
    const chat = this.world.personalChat(person);
    const activity = installActivity(this.place, `install-${this.world.nextId()}`, person, chat, installed);
    await this.line.post(activity, personId, MESSAGE_BUDGET_MS);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
