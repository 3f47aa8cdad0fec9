import type { WireEvent, WireList, WireState } from './wire.ts';

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
export type WireRounds = WireList<WireRoundRow> & { readonly page: 'rounds'; readonly committeeId: string };

/** How a round can be answered, each with the verb and the fields its card would send. */
export type WireChoice = {
  readonly key: string;
  readonly text: string;
  readonly isPrimary?: true;
  readonly action: Readonly<Record<string, unknown>>;
  /** The inputs it needs. */
  readonly inputs?: readonly {
    readonly id: string;
    readonly label: string;
    readonly isRequired?: true;
    readonly isMultiline?: true;
    readonly choices?: readonly { readonly value: string; readonly text: string }[];
    readonly value?: string;
  }[];
};

export type WireRound = {
  readonly page: 'round';
  readonly id: string;
  readonly committeeId: string;
  readonly title: string;
  readonly state: WireState;
  readonly due: string;
  /** What is asked about, as it stands now. */
  readonly text: string;
  readonly own?: { readonly text: string; readonly at: string };
  readonly choices: readonly WireChoice[];
  /** Counts in words, for those who may know. */
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  /** Per seat, for those who may know. */
  readonly seats: readonly {
    readonly seat: string;
    readonly who: string;
    readonly state: WireState;
    readonly remark?: string;
  }[];
  readonly actions: readonly { readonly text: string; readonly action: Readonly<Record<string, unknown>> }[];
  readonly history: readonly WireEvent[];
};
