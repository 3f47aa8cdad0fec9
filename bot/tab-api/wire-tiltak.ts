import type { WireEvent, WireList, WireState } from './wire.ts';

export type WireTiltakRow = {
  readonly path: string;
  readonly point?: string;
  readonly text: string;
  readonly focusArea?: string;
  readonly owner: string;
  readonly due: string;
  readonly isLate?: true;
  readonly state: WireState;
};

export type WireFilter = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
};

export type WireTiltakList = WireList<WireTiltakRow> & {
  readonly page: 'tiltak-list';
  readonly committeeId: string;
  readonly filters: readonly WireFilter[];
  readonly search: string;
  /** Counts in words: «31 tiltak, 4 over fristen, 2 uten ansvarlig». */
  readonly glance: string;
};

export type WireTiltak = {
  readonly page: 'tiltak';
  readonly id: string;
  readonly committeeId: string;
  readonly text: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly state: WireState;
  readonly prose?: string;
  /** The form of a new status, for those who may answer: the fields of `tiltak.answer`. */
  readonly form?: {
    readonly action: Readonly<Record<string, unknown>>;
    readonly classes: readonly { readonly value: string; readonly text: string }[];
    readonly chosen?: string;
  };
  readonly actions: readonly { readonly text: string; readonly action: Readonly<Record<string, unknown>> }[];
  readonly history: readonly WireEvent[];
};

/** How many tiltak had each status, month by month: what the chart shows, and the table beside it. */
export type WireTiltakOverTime = {
  readonly page: 'tiltak-over-time';
  readonly committeeId: string;
  readonly months: readonly string[];
  readonly series: readonly { readonly key: string; readonly text: string; readonly counts: readonly number[] }[];
};
