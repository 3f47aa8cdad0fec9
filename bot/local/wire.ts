/** What the room and its page say to each other, as JSON. */

export type Json = Readonly<Record<string, unknown>>;

/** The largest file that can be sent, as in the page's own words. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A chat in one person's list: their 1:1 chat with the bot, which has no name, or a channel. */
export type WireChat = { readonly id: string; readonly name?: string; readonly unread: number };

export type WirePerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
  /** In all their chats together. */
  readonly unread: number;
  /** The 1:1 chat first. */
  readonly chats: readonly WireChat[];
  /** Teams id and Entra object id: what a mention in a card names them by. */
  readonly addresses: readonly string[];
};

/** A file in a message, and where its bytes are. */
export type WireFile = { readonly name: string; readonly bytes: number; readonly url: string };

/** The bot's question whether somebody wants a file. */
export type WireOffer = {
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
  readonly answer?: 'accepted' | 'declined';
};

/** A message as one person sees it. */
export type WireMessage = {
  readonly id: string;
  readonly from: 'bot' | 'me' | 'other';
  /** Who wrote it, when it is another person. */
  readonly name?: string;
  /** On the room's own clock. */
  readonly at: string;
  readonly text?: string;
  readonly card?: Json;
  readonly file?: WireFile;
  readonly offer?: WireOffer;
  readonly state?: 'sending' | 'failed';
  /** The card is what a pressed button was answered with, not what the bot last sent. */
  readonly answered?: true;
  readonly edited?: true;
  readonly deleted?: true;
};

/** One request between the room and the bot. Its body is fetched when somebody wants to read it. */
export type LogLine = {
  readonly n: number;
  /** Real time. */
  readonly at: string;
  readonly direction: 'to-bot' | 'from-bot';
  readonly what: string;
  readonly who: string;
  readonly status: number;
  readonly ms: number;
  /** As Teams counts a message: two bytes for every UTF-16 unit. */
  readonly bytes: number;
};

export type WireClock = { readonly offsetMs: number; readonly now: string };

/** The first thing a stream says; `boot` is another one after the room was restarted. */
export type Snapshot = {
  readonly boot: string;
  readonly clock: WireClock;
  readonly botAnswers: boolean;
  readonly persons: readonly WirePerson[];
  /** By person, and then by chat. */
  readonly chats: Readonly<Record<string, Readonly<Record<string, readonly WireMessage[]>>>>;
  readonly log: readonly LogLine[];
};

/** What happens after the snapshot. A message with a known id takes the place of the old one. */
export type RoomEvent =
  | { readonly type: 'message'; readonly person: string; readonly chat: string; readonly message: WireMessage }
  | { readonly type: 'unread'; readonly person: string; readonly chat: string; readonly unread: number }
  | { readonly type: 'clock'; readonly clock: WireClock }
  | { readonly type: 'bot'; readonly answers: boolean }
  | { readonly type: 'log'; readonly line: LogLine };

/** Numbered from 1 in each stream, so that a gap shows. */
export type NumberedEvent = { readonly n: number } & RoomEvent;

/** A pressed button, its inputs collected into `data`. */
export type PressedAction = {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly verb?: string;
  readonly data?: unknown;
};

/** What the one who pressed gets to know: the card was replaced, or a sentence to show at the card. */
export type PressAnswer =
  | { readonly kind: 'card' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string };

export type ClockAnswer = WireClock & { readonly botFollows: boolean };
