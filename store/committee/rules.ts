import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type ApprovalRule, type AskedGroup, type Committee, conversationKey } from './record.ts';

/** Whether somebody may write a referat, and open and follow a round: the secretariat and the chair (design 3.2). */
export function mayRunRounds(committee: Committee, personId: string): boolean {
  return committee.roles.chairId === personId || committee.roles.secretariatIds.includes(personId);
}

/** Those who run a committee's rounds and meetings, each once: its chair and its secretariat. */
export function runnersOf({ chairId, secretariatIds }: Committee['roles']): string[] {
  return [...new Set([...(chairId ? [chairId] : []), ...secretariatIds])];
}

/** Whether somebody may accept saker, and order and send an agenda: the vice chair too (design 3.2). */
export function mayRunAgenda(committee: Committee, personId: string): boolean {
  return mayRunRounds(committee, personId) || committee.roles.viceChairId === personId;
}

/** How a committee's rounds are answered and decided: both chosen, or not yet. */
export type RoundChoices = { readonly approvalRule: ApprovalRule; readonly askedGroup: AskedGroup };

/** What was chosen for this committee's rounds; undefined until both are. */
export function roundChoices({ settings: { approvalRule, askedGroup } }: Committee): RoundChoices | undefined {
  return approvalRule && askedGroup && { approvalRule, askedGroup };
}

/**
 * What a round would be run by: what the committee has chosen, and what the form says of the rest. Undefined until both
 * are known.
 */
export function plannedChoices(
  { settings: { approvalRule, askedGroup } }: Committee,
  proposed: Partial<RoundChoices> = {},
): RoundChoices | undefined {
  const rule = approvalRule ?? proposed.approvalRule;
  const group = askedGroup ?? proposed.askedGroup;
  return rule && group && { approvalRule: rule, askedGroup: group };
}

/**
 * Chooses how rounds are answered and decided, once: whoever comes second sees what was chosen, of the two or of one.
 * Safe to repeat.
 */
export function chooseRounds(
  committee: Committee,
  choices: RoundChoices,
  personId: string,
  now: Date,
): Result<Committee, 'not-secretariat' | 'chosen-before'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  const planned = plannedChoices(committee, choices);
  if (planned === undefined || !same(planned, choices)) return refuse('chosen-before');
  if (roundChoices(committee) !== undefined) return done(committee);
  const settings = { ...committee.settings, ...choices };
  return done(note({ ...committee, settings }, { at: now, by: personId, what: 'round-rules-chosen' }));
}

/** The committee's conversation from now on, when it has none. */
export function attachConversation(
  committee: Committee,
  { tenantId, ...conversation }: NonNullable<Committee['conversation']> & { readonly tenantId: string },
  personId: string,
  now: Date,
): Result<Committee, 'not-secretariat' | 'has-conversation'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (committee.conversation !== undefined) return refuse('has-conversation');
  const keys = [...committee.keys, conversationKey(tenantId, conversation.conversationId)];
  return done(note({ ...committee, keys, conversation }, { at: now, by: personId, what: 'conversation-attached' }));
}

/** Whether a committee is closed: nothing is begun in it, and its records stay readable. */
export function isClosed({ life }: Pick<Committee, 'life'>): boolean {
  return life?.closed !== undefined;
}

/** Whether a form was filled in from another version of the committee; one that does not say which is believed. */
export function isChangedSince({ version }: Pick<Committee, 'version'>, against: number | undefined): boolean {
  return against !== undefined && against !== version;
}

function same(a: RoundChoices, b: RoundChoices): boolean {
  return a.askedGroup === b.askedGroup && sameRule(a.approvalRule, b.approvalRule);
}

/** The same rule, with the same number. */
export function sameRule(a: ApprovalRule | undefined, b: ApprovalRule | undefined): boolean {
  const atLeast = (rule: ApprovalRule | undefined) => (rule?.kind === 'consensus' ? rule.atLeast : undefined);
  return a?.kind === b?.kind && atLeast(a) === atLeast(b);
}
