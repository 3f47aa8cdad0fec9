/** What the room and its page say to each other, as JSON. */

export type Json = Readonly<Record<string, unknown>>;

/** The largest file that can be sent, as in the page's own words. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A chat in one person's list: their 1:1 chat with the bot, which has no name, a group chat or a channel. */
export type WireChat = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly name?: string;
  readonly unread: number;
  /** Whether the bot has been added there; in a 1:1 chat: whether the app is installed for the person. */
  readonly botInstalled: boolean;
  /** Persons' ids. */
  readonly members: readonly string[];
};

/** Whether the bot can write to somebody alone. */
export type WireReach = 'installed' | 'not-installed' | 'blocked';

export type WirePerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
  readonly email: string;
  readonly reach: WireReach;
  /** `other`: a guest, whom no bot of this organisation can write to alone. */
  readonly organisation: 'own' | 'other';
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
  /** `system`: nobody wrote it; a line that says what happened to the chat. */
  readonly from: 'bot' | 'me' | 'other' | 'system';
  /** Who wrote it, when it is another person. */
  readonly name?: string;
  /** The message that begins the thread this one is an answer in; in channels only. */
  readonly thread?: string;
  /** On the room's own clock. */
  readonly at: string;
  readonly text?: string;
  /** The bot's own: which words of the text mention whom, by Teams id or Entra object id. */
  readonly mentions?: readonly { readonly text: string; readonly address: string }[];
  readonly card?: Json;
  readonly file?: WireFile;
  readonly offer?: WireOffer;
  readonly state?: 'sending' | 'failed';
  /** The card is what a pressed button was answered with, not what the bot last sent. */
  readonly answered?: true;
  /** The card has a view of its own for this person, and it is not here yet: whoever shows the card asks for it. */
  readonly refreshes?: true;
  /** Written to the people in the chat: the bot was not mentioned, or is not there, and has not heard it. */
  readonly withoutBot?: true;
  readonly edited?: true;
  readonly deleted?: true;
};

/** The newest messages of a chat, or those before one of them; the newest last. */
export type WirePage = {
  readonly messages: readonly WireMessage[];
  /** Whether there are any before these. */
  readonly earlier: boolean;
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

/** What the bot's app offers, as its manifest says. */
export type WireApp = {
  readonly name: string;
  readonly commands: readonly WireCommand[];
  readonly extensions: readonly WireExtension[];
  /** Where its tab is. */
  readonly tab?: string;
};

/** What can be written to the bot, and in which kinds of chat. */
export type WireCommand = {
  readonly title: string;
  readonly description: string;
  readonly kinds: readonly WireChat['kind'][];
};

/** A command of the app that opens a dialog, and where it is offered. */
export type WireExtension = {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly ('message' | 'compose' | 'commandBox')[];
};

/** Something that goes wrong on purpose, the next `times` times. */
export type WireFault = {
  readonly id: string;
  /** Who it strikes: what the bot asks the connector, or what the room sends to the bot. */
  readonly on: 'connector' | 'bot';
  /** A short code, for whoever lists the faults. */
  readonly what: string;
  readonly times: number;
  /** Connector: answered in place of what was asked for; `retryAfter` in seconds. */
  readonly status?: number;
  readonly retryAfter?: number;
  readonly delayMs?: number;
  /** Connector: the connection is cut before the call is carried out, or after, when only the answer is lost. */
  readonly reset?: 'before' | 'after';
  /** Bot: the activity is delivered twice, at the same time or one after the other. */
  readonly twice?: 'parallel' | 'after';
  /** Bot: its answer is lost, or comes too late. */
  readonly lost?: true;
  readonly late?: true;
};

/** The first thing a stream says; `boot` is another one after the room was restarted. */
export type Snapshot = {
  readonly boot: string;
  readonly clock: WireClock;
  readonly botAnswers: boolean;
  readonly persons: readonly WirePerson[];
  /** By person, and then by chat: the newest messages of each. */
  readonly chats: Readonly<Record<string, Readonly<Record<string, WirePage>>>>;
  readonly log: readonly LogLine[];
  readonly faults: readonly WireFault[];
  readonly app: WireApp;
};

/** What happens after the snapshot. A message with a known id takes the place of the old one. */
export type RoomEvent =
  | { readonly type: 'message'; readonly person: string; readonly chat: string; readonly message: WireMessage }
  | { readonly type: 'unread'; readonly person: string; readonly chat: string; readonly unread: number }
  | { readonly type: 'typing'; readonly person: string; readonly chat: string }
  /** Names, members, where the bot is or who can be reached has changed; everybody's whole list. */
  | { readonly type: 'chats'; readonly persons: readonly WirePerson[] }
  | { readonly type: 'faults'; readonly faults: readonly WireFault[] }
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
  | { readonly kind: 'dialog'; readonly dialog: WireDialog }
  /** A card for the field that one writes in, to be sent by whoever asked for it. */
  | { readonly kind: 'draft'; readonly card: Json }
  | { readonly kind: 'failed'; readonly text: string };

/** A dialog that the bot has opened. A size is pixels, or small, medium or large. */
export type WireDialog = {
  readonly id: string;
  readonly title: string;
  readonly height?: number | string;
  readonly width?: number | string;
  readonly card: Json;
};

/** Somebody whom a people picker offers; the value is their Entra object id. */
export type WireChoice = { readonly title: string; readonly value: string };

export type ClockAnswer = WireClock & { readonly botFollows: boolean };
