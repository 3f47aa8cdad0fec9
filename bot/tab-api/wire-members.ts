/** A committee at a glance: who is in it, what it works by, and what comes next. */
export type WireCommitteePage = {
  readonly page: 'committee';
  readonly id: string;
  readonly name: string;
  readonly seats: readonly {
    readonly id: string;
    readonly represents: string;
    /** The name, or «ledig». */
    readonly holder: string;
    readonly roles: string;
    readonly varas: readonly string[];
  }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly settings: readonly { readonly label: string; readonly value: string }[];
  readonly nextMeeting?: { readonly path: string; readonly text: string };
};
