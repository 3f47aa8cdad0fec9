import type { WireList, WireState } from './wire.ts';

export type WireMeetingRow = {
  readonly path: string;
  readonly when: string;
  readonly place: string;
  readonly state: WireState;
  /** «14 kommer, 2 forfall, 8 har ikke svart» */
  readonly coming?: string;
};
export type WireMeetings = WireList<WireMeetingRow> & {
  readonly page: 'meetings';
  readonly committeeId: string;
  readonly isPast: boolean;
  readonly otherPath: string;
};

export type WireAgendaPoint = {
  readonly number?: string;
  readonly title: string;
  readonly kind: string;
  readonly time?: string;
  readonly path?: string;
  readonly vedtak?: string;
};

type Meeting = {
  readonly id: string;
  readonly committeeId: string;
  readonly committee: string;
  readonly when: string;
  readonly place: string;
  readonly state: WireState;
  readonly agenda: readonly WireAgendaPoint[];
  readonly actions: readonly { readonly text: string; readonly action: Readonly<Record<string, unknown>> }[];
};

export type WireMeeting = Meeting & {
  readonly page: 'meeting';
  /** Who comes, per seat, as the chat says it to whoever looks. */
  readonly attendance: readonly { readonly seat: string; readonly who: string; readonly state: WireState }[];
  /** The forecast in words, for those who may know. */
  readonly forecast: readonly string[];
};

/** The side panel of a meeting in Teams: the meeting that is on now, or the next one. */
export type WirePanel = {
  readonly page: 'panel';
  readonly meeting?: Meeting & {
    readonly present: readonly string[];
    readonly votings: readonly { readonly title: string; readonly action: Readonly<Record<string, unknown>> }[];
  };
};
