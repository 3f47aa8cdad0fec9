import type { WireList, WireState } from './wire.ts';
import type { WireButton, WireForm } from './wire-rounds.ts';

export type WireMeetingRow = {
  readonly path: string;
  readonly when: string;
  readonly place: string;
  readonly state: WireState;
  /** «14 kommer, 2 forfall, 8 har ikke svart», once people were called. */
  readonly coming?: string;
};
export type WireMeetings = WireList<WireMeetingRow> & {
  readonly page: 'meetings';
  readonly committeeId: string;
  readonly committee: string;
  readonly isPast: boolean;
  readonly otherPath: string;
  /** «Kommende saker», with the day each is wished for. */
  readonly named: readonly string[];
  readonly actions: readonly WireButton[];
};

export type WireAgendaPoint = {
  readonly number?: string;
  readonly title: string;
  readonly kind?: string;
  /** It stands on the agenda that is being built, and nobody else has got it yet. */
  readonly isDraft?: true;
  /** What the meeting is at. */
  readonly isNow?: true;
  readonly path?: string;
  /** How a vara reads it, who has no page of the sak. */
  readonly read?: WireButton;
  /** The names of its vedlegg, with their numbers. */
  readonly papers: readonly string[];
  readonly vedtak: readonly string[];
  /** What became of it, to those who write the protocol. */
  readonly outcome?: string;
};

type Meeting = {
  readonly id: string;
  readonly committeeId: string;
  readonly committee: string;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly state: WireState;
  /** What whoever looks has answered, who acts for them or for whom they act, and what has to be known. */
  readonly notes: readonly string[];
  /** Whether it was sent, to whoever may know. */
  readonly agendaState: string;
  readonly agenda: readonly WireAgendaPoint[];
  readonly actions: readonly WireButton[];
};

export type WireMeeting = Meeting & {
  readonly page: 'meeting';
  /** «14 kommer, 2 forfall, 8 har ikke svart», once people were called. */
  readonly coming?: string;
  /** Who comes, per seat, as the chat says it to whoever looks. */
  readonly attendance: readonly {
    readonly seat: string;
    readonly who: string;
    readonly state: WireState;
    /** How far it has come with the forfall of the seat, for those who may know. */
    readonly more: readonly string[];
  }[];
  /** The forecast in words, for those who may know. */
  readonly forecast: readonly string[];
  readonly links: readonly { readonly text: string; readonly path: string }[];
};

/** The side panel of a meeting in Teams: the meeting that is on now, or the next one. */
export type WirePanel = {
  readonly page: 'panel';
  readonly meeting?: Meeting & {
    readonly path: string;
    readonly isOn: boolean;
    /** Who is there as it was registered, to those who register it; else who has said that they come. */
    readonly present: { readonly title: string; readonly names: readonly string[] };
    /** The votings that are open for whoever looks, as their cards show them. */
    readonly votings: readonly WireForm[];
  };
};
