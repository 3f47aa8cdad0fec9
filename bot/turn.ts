import type { ActionOf, CardAction } from '../cards/actions.ts';
import type { DialogCard } from '../cards/dialog.ts';
import type { Card } from '../cards/elements.ts';
import type { Upload } from '../store/offer.ts';
import type { Person } from '../store/person/record.ts';
import type { Round, Unreached } from '../store/round/record.ts';
import type { RosterMember } from '../store/setup/rules-people.ts';
import type { View } from '../store/view.ts';
import type { Links } from './links.ts';
import type { Records } from './records.ts';

/** Who sent a verified activity. Never read from card data. */
export type From = {
  readonly tenantId: string;
  /** Entra object id; anonymous guests have none. */
  readonly objectId?: string;
  readonly teamsId: string;
  readonly name: string;
};

/** Where it was sent, and through which service it can be answered. */
export type Place = {
  readonly conversationId: string;
  /**
   * `dialog`: on one person's own screen. The conversation says where they opened it, and the bot need not be in it:
   * nothing is posted there. `tab`: on one person's own screen, in the app's tab; no conversation at all.
   */
  readonly kind: 'personal' | 'groupChat' | 'channel' | 'dialog' | 'tab';
  readonly serviceUrl: string;
  /** The id under which Teams lists its members, where that is not its own: a team's, for its open channels. */
  readonly rosterId?: string;
};

/** Whether what is shown there is seen by one person alone. */
export function isPrivate({ kind }: Place): boolean {
  return kind === 'personal' || kind === 'dialog' || kind === 'tab';
}

/** What every verified activity says. */
export type Verified = { readonly activityId: string; readonly from: From; readonly place: Place };

/** A file that was dropped into the 1:1 chat: where it can be fetched, for a short while. */
export type IncomingFile = { readonly name: string; readonly url: string };

/** The message that somebody chose a command of the app on, as plain text; `title` is a channel message's subject. */
export type ChosenMessage = {
  readonly text: string;
  readonly title?: string;
  readonly link?: string;
  /** Entra's id of whoever wrote it, when that is a person. */
  readonly authorId?: string;
  readonly authorName?: string;
};

/** A verified activity, reduced to what the bot reads. */
export type Inbound =
  | (Verified & {
      readonly kind: 'message';
      readonly text: string;
      readonly value?: unknown;
      readonly files: readonly IncomingFile[];
    })
  // `tab-action`: a button in the app's tab, which may be one of a card that is shown there
  | (Verified & { readonly kind: 'card-action' | 'tab-action'; readonly data: unknown })
  // a command of the app was chosen, on a message or beside the field that one writes in
  | (Verified & { readonly kind: 'extension-opened'; readonly commandId: string; readonly message?: ChosenMessage })
  // a button that opens a dialog, and one in a dialog
  | (Verified & { readonly kind: 'dialog-opened' | 'dialog-submitted'; readonly data: unknown })
  // somebody took or declined a file that was offered to them; `upload` when they took it
  | (Verified & { readonly kind: 'file-consent'; readonly fileId: string; readonly upload?: Upload })
  // `isUpgrade`: a newer version of the app, where it was before; `teamId`: it is all open channels of a team, and not one alone
  | (Verified & {
      readonly kind: 'installed';
      readonly conversationName?: string;
      readonly isUpgrade?: true;
      readonly teamId?: string;
    })
  | (Verified & { readonly kind: 'removed'; readonly conversationName?: string; readonly teamId?: string })
  | (Verified & { readonly kind: 'renamed'; readonly conversationName: string })
  // the try-out room moved its clock; local mode only
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'ignored' };

/**
 * What a pressed button gets back at once: a card in place of the old one, a dialog, or a sentence. `isRefused`: the card
 * says why nothing was done, and in the tab `said` says it where it is one sentence.
 */
export type InvokeAnswer =
  | { readonly kind: 'card'; readonly card: Card; readonly isRefused?: true; readonly said?: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: DialogCard }
  | { readonly kind: 'message'; readonly text: string };

/** What the program does with a verified activity. Resolves when everything it promises is stored. */
export type Receive = (inbound: Inbound) => Promise<InvokeAnswer | undefined>;

/** A conversation, the service that it is written to through, and the tenant it belongs to. */
export type Address = { readonly serviceUrl: string; readonly conversationId: string; readonly tenantId: string };
/** A message as sent: the card, and the line that a notification shows. */
export type Post = { readonly card: Card; readonly summary: string };

/**
 * The way out to Teams: each call is one request, never repeated here. Each throws `UndeliveredError`; and
 * `HeldBackError` those that Teams' limits count, which are all but the transfer of files.
 */
export interface Teams {
  /** Posts a new message. Teams may accept it without saying its id; then it cannot be updated later. */
  post(to: Address, post: Post): Promise<{ readonly activityId?: string }>;
  update(to: Address, activityId: string, post: Post): Promise<void>;
  /** Asks in a 1:1 chat whether somebody wants a file; when they take it, a `file-consent` with this id comes in. */
  offerFile(to: Address, file: FileOffer): Promise<void>;
  /** Puts an accepted file where Teams wants it. `isAgain`: it may have arrived before, which is as good. */
  uploadFile(upload: Upload, bytes: Uint8Array, isAgain: boolean): Promise<void>;
  /** Shows an uploaded file in the chat, in place of the question. */
  showFile(upload: Upload, tenantId: string): Promise<void>;
  /** Fetches a file that was dropped into a chat. Throws `UndeliveredError`, `FileRefusedError`. */
  fetchFile(url: string, maxBytes: number): Promise<Uint8Array>;
  /** The members of a conversation, a page at a time; `next` is there when more may follow. */
  members(to: Address, after?: string): Promise<{ readonly members: readonly RosterMember[]; readonly next?: string }>;
  /** One member of a conversation, by Teams id or Entra object id; `unknown-address` when there is nobody like that. */
  member(to: Address, memberId: string): Promise<RosterMember>;
  /** Finds or opens somebody's 1:1 chat with the bot. `memberId` is a Teams id (`29:…`) or an Entra object id. */
  openPersonal(who: {
    readonly serviceUrl: string;
    readonly tenantId: string;
    readonly memberId: string;
  }): Promise<string>;
}

/** What is said of a file that is offered. `fileId` comes back when it is taken or declined. */
export type FileOffer = {
  readonly fileId: string;
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
};

/** A file that is not taken: too large, or from a place that is not allowed. */
export class FileRefusedError extends Error {
  override readonly name = 'FileRefusedError';
  readonly why: 'file-too-large' | 'file-not-fetched';
  constructor(why: 'file-too-large' | 'file-not-fetched', detail: string, cause?: unknown) {
    super(detail, { cause });
    this.why = why;
  }
}

/** A message that did not arrive: for good (`why`), or for now (`retryAt` when the receiver said how long to wait). */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError';
  readonly why: Unreached | 'for-now';
  readonly retryAt: Date | undefined;
  constructor(why: Unreached | 'for-now', detail: string, retryAt?: Date, cause?: unknown) {
    super(detail, { cause });
    this.why = why;
    this.retryAt = retryAt;
  }
}

/** A message that Teams refused because too many came. */
export class ThrottledError extends UndeliveredError {
  constructor(detail: string, retryAt?: Date, cause?: unknown) {
    super('for-now', detail, retryAt, cause);
  }
}

/** A message that was not sent, because Teams would have refused it for its limits: there is room for it at `until`. */
export class HeldBackError extends Error {
  override readonly name = 'HeldBackError';
  readonly until: Date;
  constructor(until: Date) {
    super('held back by the limits of Teams');
    this.until = until;
  }
}

/** What every handler gets: no clock, database or Teams client is reached any other way. */
export type Deps = Records & {
  /** Who is in a conversation, asked while somebody waits for the answer. */
  readonly roster: Pick<Teams, 'members' | 'member'>;
  /** The tenants whose people are answered, and whose word is taken for an e-mail address. In small letters. */
  readonly allowedTenants: readonly string[];
  /** Addresses that cards and messages give people. */
  readonly links: Links;
  /** The committee's time, which a demo or test may move: deadlines and reminders. */
  readonly now: () => Date;
  /** Real time: leases, back-off, tokens. */
  readonly realNow: () => Date;
};

/** One press or message: who did it, where, and when it was received. */
export type Turn = {
  readonly person: Person;
  /** The tenant it was done in, which need not be the person's own. */
  readonly tenantId: string;
  readonly place: Place;
  /** Made from conversation and activity id: the same when the same activity is delivered again. */
  readonly turnId: string;
  readonly receivedAt: Date;
};

/**
 * What a handler answers: a view, and the round it just wrote so that it need not be read again; or a sentence beside
 * the card, which stays as it is.
 */
export type Shown =
  | {
      readonly view: View;
      readonly round?: Round;
      /** Something waits in an outbox because of it. */
      readonly sends?: true;
    }
  | {
      readonly said: string;
      /** What was asked for will be seen: nothing has to be said where a sentence cannot stand beside a card. */
      readonly isUnderWay?: true;
      /** The notice that says the same, where it must be a message of its own. */
      readonly notice?: string;
      /** The card that says the same there. */
      readonly card?: View;
    };

export type Verb = CardAction['verb'];
export type Handler<V extends Verb> = (deps: Deps, turn: Turn, action: ActionOf<V>) => Promise<Shown>;
export type Handlers = { readonly [V in Verb]: Handler<V> };
