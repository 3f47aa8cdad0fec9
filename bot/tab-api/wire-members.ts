import type { WireButton } from './wire-rounds.ts';

/** A committee at a glance: who is in it, what it works by, and what comes next. */
export type WireCommitteePage = {
  readonly page: 'committee';
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** What is to be done with it, and that it is closed. */
  readonly notes: readonly string[];
  readonly seats: readonly {
    /** Its name and what it represents; absent for those who have a role and no seat. */
    readonly seat?: string;
    readonly vote?: string;
    /** The name, or «Ledig». */
    readonly holder: string;
    readonly roles: string;
    /** Its varas, and who fills it. */
    readonly about: readonly string[];
    /** Why the bot cannot write to its holder, for those who can do something about it. */
    readonly unreached?: string;
  }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly settings: readonly { readonly label: string; readonly value: string }[];
  readonly nextMeeting?: { readonly path: string; readonly text: string };
  readonly actions: readonly WireButton[];
};
