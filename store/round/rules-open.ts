import type { AskedGroup, Committee } from '../committee/record.ts';
import { mayRunRounds, roundChoices } from '../committee/rules.ts';
import { newest, type Referat } from '../referat/record.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from './effects.ts';
import type { Round } from './record.ts';
import { type About, type Asking, askedSeats, beginRound, type Holders, needsPresence } from './rules-ask.ts';

export type OpenRefusal =
  | 'not-secretariat'
  | 'already-sent'
  | 'changed-since-preview'
  | 'no-rule'
  | 'nobody-asked'
  | 'presence-unknown'
  | 'deadline-passed';

/** What a round is opened from. `nameOf` gives people's names as they are today. */
export type Opening = {
  readonly committee: Committee;
  readonly referat: Referat;
  readonly nameOf: (personId: string) => string;
  readonly openedBy: string;
  /** Who acts for seats by the meeting as it is now; absent: as the referat says. */
  readonly holders?: Holders | undefined;
};

/**
 * Opens a round about a draft: every filled seat that the committee's setting names is asked, in the person who has it
 * now. Only the revision that was previewed can be sent. The cards go out in working hours.
 */
export function openRound(
  opening: Opening & { readonly revision: number },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  const { committee, referat, revision, openedBy } = opening;
  if (!mayRunRounds(committee, openedBy) || referat.committeeId !== committee.id) return refuse('not-secretariat');
  if (referat.state !== 'draft') return refuse('already-sent');
  if (referat.revision !== revision) return refuse('changed-since-preview');
  const number = (referat.round?.number ?? 0) + 1;
  const { hash: textHash } = newest(referat);
  return roundOf(opening, { number, textHash, deadline: referat.deadline }, clocks);
}

/** Opens the round after one whose content was changed, about the new text. Everybody is asked again. */
export function openNextRound(
  opening: Opening,
  { before, textHash, deadline }: { readonly before: Round; readonly textHash: string; readonly deadline: Date },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  const next = { number: before.number + 1, textHash, deadline };
  const opened = roundOf(opening, next, clocks);
  const changedFrom = before.textHashes.at(-1);
  return opened.ok && changedFrom !== undefined ? done({ ...opened.value, changedFrom }) : opened;
}

function roundOf(
  { committee, referat, nameOf, openedBy, holders }: Opening,
  { number, textHash, deadline }: { readonly number: number; readonly textHash: string; readonly deadline: Date },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  const choices = roundChoices(committee);
  if (choices === undefined) return refuse('no-rule');
  if (needsPresence(choices) && referat.presentSeatIds === undefined) return refuse('presence-unknown');
  const { approvalRule: rule, askedGroup } = choices;
  const about: About = {
    kind: 'godkjenning',
    subject: { kind: 'referat', id: referat.id },
    title: referat.title,
    number,
    textHashes: [textHash],
    rule,
    askedGroup,
    openedBy,
    deadline,
    seats: askedSeats(committee, askingOf(referat, askedGroup, holders), nameOf),
  };
  return beginRound(committee, about, clocks);
}

/** Who is asked about a referat: whoever acted for a seat at the meeting answers for it now. */
export function askingOf(
  { presentSeatIds, actingFor }: Referat,
  group: AskedGroup,
  holders = holdersIn(actingFor),
): Asking {
  return { group, presentSeatIds, holders };
}

/** Those who acted at a meeting, by the seat they acted for. */
export function holdersIn(actingFor: Referat['actingFor'] = []): Holders {
  return Object.fromEntries(
    actingFor.map(({ seatId, personId, name, actsFor }) => [
      seatId,
      { holderId: personId, holderName: name, ...(actsFor !== undefined && { actsFor }) },
    ]),
  );
}
