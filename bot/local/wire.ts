/** What the room and its page say to each other, as JSON. */

export type Json = Readonly<Record<string, unknown>>;

export type WirePerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
  readonly unread: number;
};

/** A message as one person sees it. */
export type WireMessage = {
  readonly id: string;
  readonly from: 'bot' | 'me';
  /** On the room's own clock. */
  readonly at: string;
  readonly text?: string;
  readonly card?: Json;
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
  readonly chats: Readonly<Record<string, readonly WireMessage[]>>;
  readonly log: readonly LogLine[];
};

/** What happens after the snapshot. A message with a known id takes the place of the old one. */
export type RoomEvent =
  | { readonly type: 'message'; readonly person: string; readonly message: WireMessage }
  | { readonly type: 'unread'; readonly person: string; readonly unread: number }
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
