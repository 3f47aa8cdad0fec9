import type { Look } from '../../cards/text/tab.ts';
import type { WireMeeting, WireMeetings, WirePanel } from './wire-meetings.ts';
import type { WireCommitteePage } from './wire-members.ts';
import type { WireRound, WireRounds } from './wire-rounds.ts';
import type { WireSak, WireSaker } from './wire-saker.ts';
import type { WireTiltak, WireTiltakList, WireTiltakOverTime } from './wire-tiltak.ts';
import type { WireWaiting } from './wire-waiting.ts';

/*
 * What the tab's page and the bot say to each other, as JSON. A page of the tab and what it is made of have one path, `#/saker/ID` and
 * `/api/tab/saker/ID`. Dates, names and states come as words made on the server; the page has only its own labels.
 */

/** A committee of whoever looks, and what they are and may do there. */
export type WireCommittee = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** In words: «leder», «sekretariat», «medlem», «vara». */
  readonly roles: string;
  /** `rounds`: chair and secretariat; `agenda`: these and the vice chair. */
  readonly may: readonly ('rounds' | 'agenda')[];
  readonly isClosed?: true;
};

/** Whoever looks. */
export type WireMe = {
  readonly name: string;
  readonly committees: readonly WireCommittee[];
  /** The address of their chat with the bot. */
  readonly chat: string;
};

/** An entry of a record's history. */
export type WireEvent = { readonly at: string; readonly what: string };

/** One page of a list: `next` is the path that gives the following one. `total` where it is known. */
export type WireList<T> = { readonly items: readonly T[]; readonly next?: string; readonly total?: number };

/** A state in words, and how it looks: colour never says anything by itself. */
export type WireState = { readonly text: string; readonly look: Look };

/** What each page of the tab is made of. */
export type WirePage =
  | WireWaiting
  | WireCommitteePage
  | WireSaker
  | WireSak
  | WireMeetings
  | WireMeeting
  | WirePanel
  | WireRounds
  | WireRound
  | WireTiltakList
  | WireTiltak
  | WireTiltakOverTime;

/** The first answer: who looks, and the page they asked for; `refused` when it is not theirs to see, or nothing. */
export type WireStart = {
  readonly me: WireMe;
  readonly path: string;
  readonly page: WirePage | { readonly page: 'refused' };
};

/**
 * What a pressed button gives: a sentence, or a card as in the chat. `isRefused`: nothing was done, and the card says why; `said`
 * says it too where it is one sentence, for a page that shows its own form.
 */
export type WireAnswer =
  | { readonly kind: 'message'; readonly text: string }
  | {
      readonly kind: 'card';
      readonly card: Readonly<Record<string, unknown>>;
      readonly isRefused?: true;
      readonly said?: string;
    };

/** Local mode: who one can be. */
export type WireDemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
};
