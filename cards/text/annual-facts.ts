import type { Committee } from '../../store/committee/record.ts';
import type { LeadChange } from '../../store/committee/rules-lead.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { YearCount } from '../../store/meeting/rules-counts.ts';
import type { Sak } from '../../store/sak/record.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import type { FollowedSak } from './agenda-follow-up.ts';

/** A heading, a paragraph or a table of a document; the first row of a table heads the others. */
export type Block =
  | { readonly heading: string; readonly level?: 3 }
  | { readonly text: string }
  | { readonly rows: readonly (readonly string[])[] };

/** What is known of a committee's year. */
export type AnnualFacts = {
  readonly year: number;
  /** The day on which the draft is made. */
  readonly on: string;
  readonly committee: Committee;
  readonly leadChanges: readonly LeadChange[];
  readonly counted: YearCount;
  /** The year's meetings, each with the saker of its agenda. */
  readonly meetings: readonly { readonly meeting: Meeting; readonly saker: readonly Sak[] }[];
  readonly tiltak: readonly Tiltak[];
  /** Those of closed saker, of which nothing is told. */
  readonly closedTiltak: number;
  readonly sakOf: (sakId: string) => FollowedSak | undefined;
  readonly planName: (planId: string) => string | undefined;
  /** The meetings that are planned for the year after. */
  readonly nextYear: readonly Meeting[];
  readonly nameOf: (personId: string) => string;
};

/** Where the secretariat writes what the bot does not know. */
export const toFill = (what?: string) => `[${what ? `${what}: ` : ''}fylles ut av sekretariatet]`.replace(/^\[f/, '[F');
