import type { WireAnswer, WireMe } from '../tab-api/wire.ts';
import type { Api } from './api.ts';
import type { PickPerson } from './host.ts';

export type Action = Readonly<Record<string, unknown>>;

/** What a page of the tab can ask for. */
export type Context = {
  readonly me: WireMe;
  /** The path of the page on the screen, with its query. */
  readonly path: string;
  readonly api: Api;
  /** Shows another page. `replace`: it takes this one's place in the browser's history, as a filter does. */
  readonly go: (path: string, how?: { readonly replace?: boolean }) => void;
  /**
   * Sends a card's action. What the bot says is shown, in words or as a card, and the page is read again. `said`: what is said when it is
   * done, in place of the card, where the page itself shows what the card would. Whether it is known to be done: else a form keeps what
   * is typed.
   */
  readonly act: (action: Action, said?: string) => Promise<boolean>;
  /** Reads the page again, without losing what is typed or where one is. */
  readonly reload: () => Promise<void>;
  /** Adds the following part of the page's list. */
  readonly more: (next: string) => Promise<void>;
  /** Opens an address outside the tab, such as a chat in Teams. */
  readonly openLink: (url: string) => void;
};

/** What a card in the tab can ask for. */
export type CardContext = {
  /** Sends a press of its buttons. */
  readonly send: (action: Action) => Promise<WireAnswer | undefined>;
  readonly openLink: (url: string) => void;
  readonly pickPerson: PickPerson | undefined;
};
