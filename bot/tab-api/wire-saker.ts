import type { WireEvent, WireList, WireState } from './wire.ts';

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
  readonly filters: readonly {
    readonly key: string;
    readonly text: string;
    readonly isOn: boolean;
    readonly path: string;
  }[];
};

export type WireSak = {
  readonly page: 'sak';
  readonly committeeId: string;
  readonly number?: string;
  readonly title: string;
  readonly state: WireState;
  /** The template's fields that are filled in. */
  readonly fields: readonly { readonly label: string; readonly text: string }[];
  readonly vedtak?: readonly string[];
  /** Meeting, round, tiltak. */
  readonly links: readonly { readonly text: string; readonly path: string }[];
  readonly actions: readonly { readonly text: string; readonly action: Readonly<Record<string, unknown>> }[];
  readonly history: readonly WireEvent[];
};
