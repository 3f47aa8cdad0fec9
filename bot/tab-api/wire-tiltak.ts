import type { WireEvent, WireList, WireState } from './wire.ts';

type Action = { readonly text: string; readonly action: Readonly<Record<string, unknown>> };

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
  readonly title: string;
  readonly filters: readonly WireFilter[];
  readonly search: string;
  /** So many were looked through, and there are more: nothing else is known to fit. */
  readonly looked?: string;
  /** «31 tiltak, 4 over fristen, 2 uten ansvarlig.»; above the first page alone, and where there are not too many to count for it. */
  readonly glance?: string;
  /** The page with the figures of what is listed, for those who may read all of it. */
  readonly figuresPath?: string;
  readonly actions: readonly Action[];
};

export type WireTiltak = {
  readonly page: 'tiltak';
  readonly id: string;
  readonly committeeId: string;
  /** «Handlingsplan 2024–2026 (SSU)» */
  readonly plan: string;
  /** The list that it stands in, for those who may read it. */
  readonly listPath?: string;
  readonly point?: string;
  readonly title: string;
  /** All of it, where the title is its beginning alone. */
  readonly text?: string;
  readonly state: WireState;
  readonly isLate?: true;
  /** What follows for everybody: it is taken out, or the committee has to decide. */
  readonly remarks: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string; readonly path?: string }[];
  /** What was said of it last, in its own words. */
  readonly prose?: string;
  /** The form of a new status, for those who may answer: the fields of `tiltak.answer`. */
  readonly form?: {
    readonly action: Readonly<Record<string, unknown>>;
    readonly remarks: readonly string[];
    readonly classes: readonly { readonly value: string; readonly text: string }[];
    readonly labels: Readonly<Record<'class' | 'text' | 'byOthers' | 'due' | 'send' | 'saved', string>>;
  };
  readonly actions: readonly Action[];
  readonly history: readonly WireEvent[];
};

/** A committee's tiltak in figures: today, and how many had each status at the end of each month. */
export type WireTiltakOverTime = {
  readonly page: 'tiltak-over-time';
  readonly committeeId: string;
  readonly listPath: string;
  readonly filters: readonly WireFilter[];
  /** «31 tiltak, 4 over fristen, 2 uten ansvarlig.» */
  readonly glance: string;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly path: string }[];
  /** The focus areas, each with its list. */
  readonly areas: readonly { readonly text: string; readonly path: string }[];
  /** What the chart shows, in a sentence. */
  readonly sentence: string;
  /** The last one is today. */
  readonly months: readonly { readonly text: string; readonly short: string }[];
  readonly series: readonly { readonly key: string; readonly text: string; readonly counts: readonly number[] }[];
};
