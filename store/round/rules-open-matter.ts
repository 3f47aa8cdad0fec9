import type { ApprovalRule, Committee } from '../committee/record.ts';
import { mayRunRounds, roundChoices } from '../committee/rules.ts';
import { wantsMoreThanAsked } from '../committee/rules-choices.ts';
import { type Result, refuse } from '../result.ts';
import type { Clocks } from './effects.ts';
import type { Matter, Round } from './record.ts';
import { type About, type Asking, askedSeats, beginRound, type LeaderNames, leaderSeats } from './rules-ask.ts';

export type MatterRefusal =
  | 'not-secretariat'
  | 'no-rule'
  | 'no-chair'
  | 'no-proposal'
  | 'consensus-beyond'
  | 'nobody-asked'
  | 'deadline-passed';

/** What a round about a sak or a document is opened from. `nameOf` gives people's names as they are today. */
export type MatterOpening = {
  readonly committee: Committee;
  readonly subject: Round['subject'];
  readonly title: string;
  readonly matter: Matter;
  readonly number: number;
  readonly deadline: Date;
  readonly openedBy: string;
  readonly nameOf: (personId: string) => string;
  readonly hash: (text: string) => string;
  readonly meetingId?: string | undefined;
  /** Asked about in personal cards alone: the committee's conversation hears nothing of it. */
  readonly isClosed?: boolean | undefined;
} & Pick<Asking, 'holders' | 'recusedSeatIds'>;

/**
 * Opens a round in which the voting seats decide: never on silence, so that a committee whose referater are approved by
 * silence needs half of its votes, and none against. Seats that are inhabil are neither asked nor counted.
 */
export function openVedtakRound(opening: MatterOpening, clocks: Clocks): Result<Round, MatterRefusal> {
  const { committee, openedBy, matter } = opening;
  if (!mayRunRounds(committee, openedBy)) return refuse('not-secretariat');
  const { approvalRule } = committee.settings;
  if (approvalRule === undefined) return refuse('no-rule');
  if (matter.proposal.length === 0) return refuse('no-proposal');
  const asking = { kind: 'vedtak', rule: voteRule(approvalRule), askedGroup: 'voting' } as const;
  const about = aboutOf(opening, { ...asking, seats: seatsOf(opening, 'voting') });
  if (wantsMoreThanAsked(approvalRule, about.seats.length)) return refuse('consensus-beyond');
  return beginRound(opening.isClosed ? withoutConversation(committee) : committee, about, clocks);
}

/** Asks people what they have to say about something. Nothing is decided. */
export function openInnspillRound(
  opening: MatterOpening & { readonly askedGroup: 'voting' | 'all' },
  clocks: Clocks,
): Result<Round, MatterRefusal> {
  const { committee, openedBy, askedGroup } = opening;
  if (!mayRunRounds(committee, openedBy)) return refuse('not-secretariat');
  const asking = { kind: 'innspill', rule: { kind: 'none' }, askedGroup } as const;
  return beginRound(committee, aboutOf(opening, { ...asking, seats: seatsOf(opening, askedGroup) }), clocks);
}

/**
 * Asks leder and nestleder to sign a document: both must, never by silence, and nobody for them. Without a nestleder the
 * leder signs alone. The committee's conversation hears nothing of it.
 */
export function openSigningRound(
  opening: MatterOpening & { readonly leaderNames: LeaderNames },
  clocks: Clocks,
): Result<Round, MatterRefusal> {
  const { committee, openedBy, leaderNames, nameOf } = opening;
  if (!mayRunRounds(committee, openedBy)) return refuse('not-secretariat');
  const seats = leaderSeats(committee, leaderNames, nameOf);
  if (seats.length === 0) return refuse('no-chair');
  const asking = { kind: 'signering', rule: { kind: 'everyone' }, askedGroup: 'leaders' } as const;
  return beginRound(withoutConversation(committee), aboutOf(opening, { ...asking, seats }), clocks);
}

function seatsOf({ committee, nameOf, holders, recusedSeatIds }: MatterOpening, group: 'voting' | 'all') {
  return askedSeats(committee, { group, holders, recusedSeatIds }, nameOf);
}

/** The rule that a vote goes by: silence decides nothing. */
export function voteRule(rule: ApprovalRule): ApprovalRule {
  return rule.kind === 'silent-consent' ? { kind: 'consensus' } : rule;
}

/** Whom an innspill is asked of unless somebody says otherwise: all, or those that the committee asks. */
export function innspillGroup(committee: Committee): 'voting' | 'all' {
  const group = roundChoices(committee)?.askedGroup ?? 'all';
  return group === 'present' ? 'voting' : group;
}

function withoutConversation({ conversation: _others, ...committee }: Committee): Committee {
  return committee;
}

function aboutOf(
  opening: MatterOpening,
  { kind, rule, askedGroup, seats }: Pick<Round, 'kind' | 'rule' | 'askedGroup' | 'seats'>,
): About {
  const { committee, subject, title, matter, number, deadline, openedBy, nameOf, hash, meetingId } = opening;
  const { recusedSeatIds = [] } = opening;
  const recused = committee.seats
    .filter(({ id, voting }) => recusedSeatIds.includes(id) && (voting || askedGroup === 'all'))
    .map(({ id, name, memberId }) => ({
      seatId: id,
      seatName: name,
      ...(memberId !== undefined && { holderName: nameOf(memberId) }),
    }));
  return {
    kind,
    subject,
    title,
    matter,
    number,
    deadline,
    rule,
    askedGroup,
    openedBy,
    textHashes: [hash(hashedText(title, matter))],
    seats,
    ...(recused.length > 0 && { recused }),
    ...(meetingId !== undefined && { meetingId }),
  };
}

/** All that an answer is bound to: title, text and proposal. */
function hashedText(title: string, { sak, text, proposal }: Matter): string {
  return JSON.stringify([title, sak ?? '', text, ...proposal]);
}
