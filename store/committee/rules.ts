import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { ApprovalRule, AskedGroup, Committee } from './record.ts';

/** Whether somebody may write a referat, and open and follow a round: the secretariat and the chair (design 3.2). */
export function mayRunRounds(committee: Committee, personId: string): boolean {
  return committee.roles.chairId === personId || committee.roles.secretariatIds.includes(personId);
}

/** How a committee's rounds are answered and decided: both chosen, or not yet. */
export type RoundChoices = { readonly approvalRule: ApprovalRule; readonly askedGroup: AskedGroup };

/** What was chosen for this committee's rounds; undefined until both are. */
export function roundChoices({ settings: { approvalRule, askedGroup } }: Committee): RoundChoices | undefined {
  return approvalRule && askedGroup && { approvalRule, askedGroup };
}

/** Chooses how rounds are answered and decided, once: whoever comes second sees what was chosen. Safe to repeat. */
export function chooseRounds(
  committee: Committee,
  choices: RoundChoices,
  personId: string,
  now: Date,
): Result<Committee, 'not-secretariat' | 'chosen-before'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  const chosen = roundChoices(committee);
  if (chosen !== undefined) return same(chosen, choices) ? done(committee) : refuse('chosen-before');
  const settings = { ...committee.settings, ...choices };
  return done(note({ ...committee, settings }, { at: now, by: personId, what: 'round-rules-chosen' }));
}

function same(a: RoundChoices, b: RoundChoices): boolean {
  const atLeast = ({ approvalRule: rule }: RoundChoices) => (rule.kind === 'consensus' ? rule.atLeast : undefined);
  return a.askedGroup === b.askedGroup && a.approvalRule.kind === b.approvalRule.kind && atLeast(a) === atLeast(b);
}
