import type { PressAnswer, WireChat, WireMessage, WirePerson } from '../wire.ts';
import { answerOffer, dropFile, markRead, press, RoomError, say, sayAgain } from './api.ts';
import { Composer } from './composer.ts';
import { el } from './dom.ts';
import { dayText } from './format.ts';
import { MessageView } from './message.ts';

const NEAR_END = 120;

/** One chat in one person's eyes. Kept while another is shown in its place, with all that is half typed. */
export class ChatView {
  readonly element: HTMLElement;
  private readonly person: WirePerson;
  /** The channel's name; undefined for the 1:1 chat. */
  private readonly channel: string | undefined;
  private readonly views = new Map<string, MessageView>();
  private readonly empty: HTMLElement;
  private readonly list: HTMLElement;
  private readonly composer: Composer;
  private lastId = '';
  private lastRead = '';

  constructor(person: WirePerson, { id, name: channel }: WireChat) {
    this.person = person;
    this.channel = channel;
    const where = channel === undefined ? person.name : `${person.name} i ${channel}`;
    this.empty = el('p', { class: 'empty' }, emptyText(channel));
    this.list = el(
      'div',
      { class: 'messages', role: 'log', 'aria-label': `Meldinger, ${where}`, tabindex: 0 },
      this.empty,
    );
    this.composer = new Composer(wordsFor(person, channel), {
      say: (text) => say(person.id, id, text),
      ...(channel === undefined && { attach: (file: File) => dropFile(person.id, file) }),
    });
    this.element = el(
      'section',
      { class: 'chat', 'aria-label': channel === undefined ? `Chat, ${person.name} og Utvalgsbot` : `Kanal, ${where}` },
      this.list,
      this.composer.element,
    );
    this.composer.takeDropsOn(this.element);
  }

  /** The whole chat, as the room has it. What stands unchanged on the screen is not touched. */
  set(messages: readonly WireMessage[]): void {
    const known = new Set(messages.map(({ id }) => id));
    for (const [id, view] of this.views)
      if (!known.has(id)) {
        view.element.remove();
        this.views.delete(id);
      }
    for (const message of messages) this.put(message);
    this.seen();
  }

  upsert(message: WireMessage): void {
    this.put(message);
    this.seen();
  }

  /** The chat is on the screen from now on. */
  shown(): void {
    const newest = this.views.get(this.lastId);
    if (newest) this.scrollTo(newest.element);
    this.seen();
  }

  private put(message: WireMessage): void {
    const old = this.views.get(message.id);
    if (old) {
      if (old.update(message) && message.answered) this.reveal(old.element);
      return;
    }
    const { id: personId, addresses } = this.person;
    const view = new MessageView(message, {
      isChannel: this.channel !== undefined,
      isMe: (address) => addresses.some((own) => own.toLowerCase() === address.toLowerCase()),
      press: (id, action) => answered(() => press(personId, id, action)),
      answerOffer: (id, accept) => answered(() => answerOffer(personId, id, accept)),
      sayAgain: (id) => void this.composer.tried(() => sayAgain(personId, id)),
    });
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END;
    const before = [...this.views.values()].at(-1);
    if (before === undefined || dayText(before.at) !== dayText(view.at))
      this.list.append(el('p', { class: 'day' }, dayText(view.at)));
    this.views.set(message.id, view);
    this.list.append(view.element);
    this.empty.remove();
    this.lastId = message.id;
    if (atEnd || message.from === 'me') this.scrollTo(view.element);
  }

  /** To the end, but not past the beginning of a message that is higher than the window. */
  private scrollTo(element: HTMLElement): void {
    const top = element.offsetTop - 8;
    this.list.scrollTop = Math.min(this.list.scrollHeight - this.list.clientHeight, Math.max(top, 0));
  }

  /** An answer begins at the top of its card, however far down the pressed button was. */
  private reveal(element: HTMLElement): void {
    if (element.offsetTop < this.list.scrollTop) this.scrollTo(element);
  }

  private seen(): void {
    if (!this.element.isConnected || document.hidden || this.lastId === this.lastRead || this.lastId === '') return;
    this.lastRead = this.lastId;
    markRead(this.person.id, this.lastId).catch(() => {
      this.lastRead = '';
    });
  }
}

function emptyText(channel: string | undefined): string {
  if (channel !== undefined) return `Ingen meldinger i ${channel} ennå. Her viser Utvalgsbot hvor e-postrundene står.`;
  return 'Ingen meldinger ennå. Skriv «hjelp» til Utvalgsbot, eller trykk på en av knappene nedenfor.';
}

/** The commands that the bot knows, one press each; in a channel it only helps. */
function wordsFor({ name }: WirePerson, channel: string | undefined) {
  if (channel === undefined)
    return {
      label: `Melding til Utvalgsbot fra ${name}`,
      hint: 'Skriv en melding',
      group: `Kommandoer for ${name}`,
      commands: ['Hjelp', 'Referat'],
    };
  return {
    label: `Melding til Utvalgsbot i ${channel} fra ${name}`,
    hint: 'Skriv til @Utvalgsbot',
    group: `Kommandoer for ${name} i ${channel}`,
    commands: ['Hjelp'],
  };
}

/** How a press went; a room that could not be reached is an answer too. */
async function answered(ask: () => Promise<PressAnswer>): Promise<PressAnswer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof RoomError)) throw error;
    return { kind: 'failed', text: error.message };
  }
}
