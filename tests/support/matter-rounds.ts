import type { ApprovalRule } from '../../store/committee/record.ts';
import type { Answer, Round } from '../../store/round/record.ts';
import { answerRound, type Given } from '../../store/round/rules.ts';
import {
  type MatterOpening,
  openInnspillRound,
  openSigningRound,
  openVedtakRound,
} from '../../store/round/rules-open-matter.ts';
import { committee } from './clauses.ts';
import { accepted, DEADLINE, hashOf, NOW, REAL_NOW } from './records.ts';

export const clocks = { now: NOW, realNow: REAL_NOW };

/** What a round about sak 12/26 is opened from: Kari, Ola, Ida and Jens have votes, Per the right to speak. */
export function anOpening(approvalRule: ApprovalRule, overrides: Partial<MatterOpening> = {}): MatterOpening {
  return {
    committee: committee(approvalRule),
    subject: { kind: 'sak', id: 'sak-1' },
    title: 'Møteplan for 2027',
    matter: { sak: '12/26', text: 'Planen følger vedlagt.', proposal: ['SSU vedtar ny møteplan for 2027.'] },
    number: 1,
    deadline: DEADLINE,
    openedBy: 'siv',
    nameOf: (id) => id.toUpperCase(),
    hash: hashOf,
    ...overrides,
  };
}

const delivered = ({ outboxDueAt: _due, ...round }: Round): Round => ({ ...round, outbox: [] });

/** A round about a sak just opened, its outbox delivered. */
export function aVote(approvalRule: ApprovalRule, overrides: Partial<MatterOpening> = {}): Round {
  return delivered(accepted(openVedtakRound(anOpening(approvalRule, overrides), clocks)));
}

/** A round that hears what all members have to say about a draft. */
export function anInnspill(overrides: Partial<MatterOpening> = {}): Round {
  const opening = {
    ...anOpening({ kind: 'everyone' }),
    subject: { kind: 'document', id: 'document-1' } as const,
    title: 'Utkast til prosedyre',
    matter: { text: 'Utkastet har tre punkter.', proposal: [] },
    askedGroup: 'all' as const,
    ...overrides,
  };
  return delivered(accepted(openInnspillRound(opening, clocks)));
}

/** A round in which Lise, leder, and Nina, nestleder, sign an årsrapport. */
export function aSigning(overrides: Partial<MatterOpening> = {}): Round {
  const opening = {
    ...anOpening({ kind: 'everyone' }),
    subject: { kind: 'document', id: 'document-1' } as const,
    title: 'Årsrapport 2025',
    matter: { text: 'Utvalget har hatt fire møter.\n\nMøte | Form\n12.01.25 | Digitalt', proposal: [] },
    leaderNames: { chair: 'Leder', viceChair: 'Nestleder' },
    ...overrides,
  };
  return delivered(accepted(openSigningRound(opening, clocks)));
}

/** What the rule says to somebody's answer about what the round asks. */
export function says(
  round: Round,
  personId: string,
  choice: Answer['choice'],
  { comment, at = NOW }: Pick<Given, 'comment'> & { readonly at?: Date } = {},
) {
  const textHash = round.textHashes[0] ?? '';
  return answerRound(round, { personId, textHash, choice, ...(comment && { comment }) }, at, REAL_NOW);
}

/** The round after these answers, in this order. */
export function afterSaying(
  round: Round,
  ...answers: readonly (readonly [personId: string, choice: Answer['choice'], text?: string])[]
): Round {
  return answers.reduce(
    (current, [personId, choice, text]) =>
      accepted(says(current, personId, choice, text === undefined ? {} : { comment: { text } })),
    round,
  );
}
