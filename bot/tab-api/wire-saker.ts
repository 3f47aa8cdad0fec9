import type { WireEvent, WireList, WireState } from './wire.ts';
import type { WireButton, WireForm } from './wire-rounds.ts';

export type WireSakRow = {
  readonly path: string;
  readonly number?: string;
  readonly title: string;
  readonly state: WireState;
  readonly from?: string;
  readonly when?: string;
};

/** The saker of a committee that whoever looks may see, newest first. */
export type WireSaker = WireList<WireSakRow> & {
  readonly page: 'saker';
  readonly committeeId: string;
  readonly committee: string;
  readonly filters: readonly {
    readonly key: string;
    readonly text: string;
    readonly isOn: boolean;
    readonly path: string;
  }[];
  readonly search: string;
  /** What whoever looks has begun and not sent, for any committee; on the first page alone. */
  readonly drafts: readonly WireSakRow[];
  /** What they have proposed to committees they are not in. */
  readonly elsewhere: readonly WireSakRow[];
  readonly actions: readonly WireButton[];
};

export type WireSak = {
  readonly page: 'sak';
  readonly id: string;
  readonly committeeId: string;
  readonly number?: string;
  readonly title: string;
  readonly state: WireState;
  /** The lines of the committees' own template, and where the sak stands. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What was done with it last, and what has to be known of it. */
  readonly notes: readonly string[];
  /** Saksframstilling, forslag til vedtak and what else is written, each under its heading. */
  readonly texts: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly attachments: readonly { readonly text: string; readonly url?: string; readonly button?: WireButton }[];
  readonly vedtak: readonly string[];
  /** The meeting it is for, the rounds about it, and the tiltak of its vedtak. */
  readonly links: readonly { readonly text: string; readonly path: string }[];
  /** Saker in other committees that look like it, for those who run its agenda. */
  readonly similar: readonly { readonly text: string; readonly button: WireButton }[];
  readonly forms: readonly WireForm[];
  readonly history: readonly WireEvent[];
};
