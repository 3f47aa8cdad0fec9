import { type Asked, type Comment, MAX_COMMENT, MAX_SAK } from '../../store/round/record.ts';
import { leadsStill } from '../../store/round/rules-ask.ts';
import type { Deps, Handlers } from '../turn.ts';
import { show, typedFrom } from './answers.ts';
import { again, answer } from './round-answer.ts';

/** The answers of rounds that are not about a referat: votes, and what people have to say. */
export const matterAnswerHandlers = {
  'round.vote': async (deps, turn, { roundId, textHash, choice, text }) => {
    const read = readComment({ text });
    if ('problem' in read) return again(deps, turn, roundId, { problem: read.problem, typed: typedFrom({ text }) });
    return answer(deps, turn, roundId, { textHash, choice, ...read });
  },

  'round.comment': async (deps, turn, { roundId, textHash, sak, text }) => {
    const read = readComment({ sak, text });
    const problem = 'problem' in read ? read.problem : read.comment ? undefined : 'comment-missing';
    if (problem !== undefined) return again(deps, turn, roundId, { problem, typed: typedFrom({ sak, text }) });
    return answer(deps, turn, roundId, { textHash, choice: 'comment', ...('comment' in read && read) });
  },

  'round.sign': async (deps, turn, { roundId, textHash }) => {
    if (await hasRoleMoved(deps, roundId, ({ holderId }) => holderId === turn.person.id))
      return show({ view: 'round', roundId, problem: 'role-moved' });
    return answer(deps, turn, roundId, { textHash, choice: 'sign' });
  },

  'round.no-comment': (deps, turn, { roundId, textHash }) =>
    answer(deps, turn, roundId, { textHash, choice: 'no-comment' }),
} satisfies Partial<Handlers>;

/** Whether one of these seats of a signing is asked in a role that somebody else, or nobody, has now. */
export async function hasRoleMoved(deps: Deps, roundId: string, isMeant: (seat: Asked) => boolean): Promise<boolean> {
  const round = await deps.rounds.collection.get(roundId);
  const committee = round && (await deps.committees.collection.get(round.committeeId));
  if (round?.kind !== 'signering' || committee === undefined) return false;
  return round.seats.filter(isMeant).some((seat) => !leadsStill(committee, seat));
}

/** Reads what somebody wrote beside a vote, or has to say; no comment when it is nothing. */
export function readComment({
  sak = '',
  text = '',
}: {
  readonly sak?: string | undefined;
  readonly text?: string | undefined;
}): { readonly comment?: Comment } | { readonly problem: string } {
  const [about, written] = [sak.trim(), text.trim()];
  if (written.length > MAX_COMMENT) return { problem: 'too-long-comment' };
  if (about.length > MAX_SAK) return { problem: 'too-long-sak' };
  return written === '' ? {} : { comment: { text: written, ...(about && { sak: about }) } };
}
