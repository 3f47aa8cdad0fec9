import type { WireEvent, WireList, WireState } from './wire.ts';

/** A button that does what the same one does in a card. `sendsInputs`: the fields of its form go with it. */
export type WireButton = {
  readonly text: string;
  readonly action: Readonly<Record<string, unknown>>;
  readonly sendsInputs?: true;
  /** What is said when it is done, where the page itself shows what the card would. */
  readonly said?: string;
};

/** A field as a card has it. */
export type WireInput = {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'choice' | 'date' | 'time';
  /** What is said when nothing stands in a field that must be filled in. */
  readonly required?: string;
  readonly isMultiline?: true;
  /** Of a choice: all that can be chosen is seen at once. */
  readonly isExpanded?: true;
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
  readonly value?: string;
};

/** A part of a card that is filled in and sent by itself. */
export type WireForm = {
  readonly heading?: string;
  readonly about: readonly string[];
  readonly inputs: readonly WireInput[];
  readonly buttons: readonly WireButton[];
};

export type WireRoundRow = {
  readonly path: string;
  readonly title: string;
  readonly state: WireState;
  readonly due: string;
  /** «12 av 24 har svart» where whoever looks may know. */
  readonly answered?: string;
  /** What whoever looks has answered, if they are asked. */
  readonly own?: string;
};
/** Those that run come first, then the newest; `next` goes back in time, a year at a time. */
export type WireRounds = WireList<WireRoundRow> & {
  readonly page: 'rounds';
  readonly committeeId: string;
  readonly committee: string;
};

type Fact = { readonly label: string; readonly value: string };

export type WireRound = {
  readonly page: 'round';
  readonly id: string;
  readonly committeeId: string;
  readonly title: string;
  readonly state: WireState;
  /** The deadline, or when it was over; nothing to whom it does not concern any more. */
  readonly due: string;
  readonly facts: readonly Fact[];
  /** What is new about the text, how the round ended, and what is to be done now. */
  readonly notes: readonly string[];
  /** What is asked about, as it stands now. */
  readonly text: string;
  /** What stands over it: «Referatet», «Saken». */
  readonly textTitle: string;
  /** What stands for the seats of whoever looks, and what they said with it. */
  readonly own?: { readonly lines: readonly string[]; readonly said: readonly string[]; readonly isAnswered: boolean };
  /** The ways to answer, as long as they may. */
  readonly forms: readonly WireForm[];
  /** What else can be done with the text. */
  readonly more: readonly WireButton[];
  /** Counts in words, for those who may know. */
  readonly figures: readonly Fact[];
  /** Per seat, for those who may know. */
  readonly seats: readonly {
    readonly seat: string;
    readonly who: string;
    readonly state: WireState;
    readonly when: string;
    readonly card: string;
  }[];
  /** Remarks, comments and innspill, each with who said it, for those who may know. */
  readonly said: readonly string[];
  /** What those who run the round can do. */
  readonly actions: readonly WireButton[];
  /** The rounds about the same before and after this one, and what it is about. */
  readonly links: readonly { readonly text: string; readonly path: string }[];
  readonly history: readonly WireEvent[];
};
