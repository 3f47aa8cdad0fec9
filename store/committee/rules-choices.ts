import type { ApprovalRule, AskedGroup, Committee, Seat } from './record.ts';

/** What is typed where a committee chooses how its rounds are decided and who is asked. */
export type TypedChoices = {
  readonly rule?: string | undefined;
  readonly atLeast?: string | undefined;
  readonly askedGroup?: string | undefined;
};

const GROUPS: readonly AskedGroup[] = ['voting', 'all', 'present'];

/** The typed rule; undefined when none was chosen. */
export function ruleIn({ rule, atLeast }: TypedChoices): ApprovalRule | 'consensus-number' | undefined {
  switch (rule) {
    case 'everyone':
    case 'majority':
    case 'silent-consent':
      return { kind: rule };
    case 'consensus': {
      const number = atLeast?.trim() ?? '';
      if (number === '') return { kind: rule };
      return /^[1-9]\d{0,2}$/.test(number) ? { kind: rule, atLeast: Number(number) } : 'consensus-number';
    }
    default:
      return undefined;
  }
}

/** Who is asked, as typed; undefined when nothing was chosen. */
export function groupIn({ askedGroup }: TypedChoices): AskedGroup | undefined {
  return GROUPS.find((group) => group === askedGroup);
}

/** A number that can never be met: more than there are to ask. */
export function wantsMoreThanAsked(rule: ApprovalRule | undefined, asked: number): boolean {
  return rule?.kind === 'consensus' && rule.atLeast !== undefined && rule.atLeast > asked;
}

/** How many would be asked if everybody was present; the most there can be while nobody has chosen whom to ask. */
export function askedAtMost(
  seats: readonly Pick<Seat, 'memberId' | 'voting'>[],
  group: AskedGroup | undefined,
): number {
  return seats.filter(
    ({ memberId, voting }) => memberId !== undefined && (voting || group === 'all' || group === undefined),
  ).length;
}

type Votes = readonly Pick<Seat, 'voting'>[];

/** A quorum that can never be met: more seats than there are with a vote. */
export function isQuorumBeyond(quorum: number, seats: Votes): boolean {
  return quorum > votesIn(seats);
}

/**
 * Whether these seats are fewer with a vote than before, and fewer than the committee's quorum: a vote that is added is
 * never in the way.
 */
export function fallsBelowQuorum({ seats: before, settings: { quorum } }: Committee, seats: Votes): boolean {
  return quorum !== undefined && isQuorumBeyond(quorum, seats) && votesIn(seats) < votesIn(before);
}

const votesIn = (seats: Votes) => seats.filter(({ voting }) => voting).length;
