import type { WireMessage, WirePage } from '../wire.ts';
import {
  ahead,
  atEnd,
  further,
  type History,
  type Range,
  sameAs,
  withMessage,
  withNewest,
  withOlder,
} from './history.ts';

const PAGE = 50;

/** A chat's messages as far back as they have been read, and which of them are on the screen. Throws what `before` throws. */
export class Scrollback {
  private readonly before: (id: string) => Promise<WirePage>;
  private history: History = { messages: [], earlier: false };
  private range: Range = { from: 0, to: 0 };

  /** `before` asks the room for the page before a message. */
  constructor(before: (id: string) => Promise<WirePage>) {
    this.before = before;
  }

  /** Everything that is known, the newest last. */
  get messages(): readonly WireMessage[] {
    return this.history.messages;
  }

  get lastId(): string {
    return this.messages.at(-1)?.id ?? '';
  }

  /** What is on the screen, and the message just before it. */
  get shown(): { readonly messages: readonly WireMessage[]; readonly previous: WireMessage | undefined } {
    const { from, to } = this.range;
    return { messages: this.messages.slice(from, to), previous: this.messages[from - 1] };
  }

  get hasEarlier(): boolean {
    return this.range.from > 0 || this.history.earlier;
  }

  /** Whether the newest message is on the screen. */
  get showsNewest(): boolean {
    return this.range.to === this.messages.length;
  }

  /** The newest page anew; the same messages stay on the screen, and the newest with them if `follows`. */
  set(page: WirePage, follows: boolean): void {
    const { from, to } = this.range;
    const [first, last] = [this.messages[from]?.id, this.messages[to - 1]?.id];
    this.history = withNewest(this.history, page);
    const same = sameAs(first, last, this.messages);
    this.range = follows ? { from: same.from, to: this.messages.length } : same;
  }

  /** True when it is a new message. `follows`: the oldest may leave the screen for it. */
  upsert(message: WireMessage, follows: boolean): boolean {
    const [count, showed] = [this.messages.length, this.showsNewest];
    this.history = withMessage(this.history, message);
    const isNew = this.messages.length > count;
    if (isNew && showed) this.range = follows ? ahead(this.range, count + 1) : { from: this.range.from, to: count + 1 };
    return isNew;
  }

  toEnd(): void {
    if (!this.showsNewest) this.range = atEnd(this.messages.length);
  }

  /** Older messages come on the screen, out of the room when they are not known yet. */
  async further(): Promise<void> {
    const { messages, earlier } = this.history;
    if (this.range.from === 0 && earlier && messages[0]) await this.read(messages[0].id);
    this.range = further(this.range);
  }

  ahead(): void {
    this.range = ahead(this.range, this.messages.length);
  }

  /** What was read before the line was broken may have changed since: all pages but the newest, back to the oldest. */
  async readAgain(): Promise<void> {
    for (let left = this.messages.length - PAGE; left > 0; left -= PAGE) {
      const id = this.messages[left]?.id;
      if (id !== undefined) await this.read(id);
    }
  }

  private async read(id: string): Promise<void> {
    const page = await this.before(id);
    const count = this.messages.length;
    this.history = withOlder(this.history, page);
    const more = this.messages.length - count;
    this.range = { from: this.range.from + more, to: this.range.to + more };
  }
}
