import { z } from 'zod';
import type { Committee } from '../committee/record.ts';
import { type DeadlineProblem, deadlineOf, deadlineProblems, proposedDeadline } from '../referat/rules-form.ts';
import { MAX_TITLE, MAX_WANTED, MAX_WORKPLACE, type NominationKind } from './record.ts';

/** How long those who are asked have to find somebody: as in the committees' own calls (domain a5). */
const DAYS_TO_PROPOSE = 16;

export const proposedNominationDeadline = (now: Date) => proposedDeadline(DAYS_TO_PROPOSE, now);

export type NominationProblem = 'wanted-odd' | 'group-title' | 'vacant-seat' | DeadlineProblem;

export type TypedNomination = {
  readonly wanted?: string | undefined;
  readonly title?: string | undefined;
  readonly seatId?: string | undefined;
  readonly deadlineOn?: string | undefined;
  readonly deadlineTime?: string | undefined;
};

/** Reads the form that starts a nomination. Every problem is named, so that all can be mended at once. */
export function readNomination(kind: NominationKind, typed: TypedNomination, { seats }: Committee, now: Date) {
  const problems: NominationProblem[] = [];
  const check = (problem: NominationProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  const wanted = typed.wanted?.trim() || '1';
  const title = squeezed(typed.title);
  const isVacant = seats.some(({ id, memberId }) => id === typed.seatId && memberId === undefined);
  check('wanted-odd', kind !== 'seat' && (!/^\d{1,2}$/.test(wanted) || !isWithin(Number(wanted))));
  check('group-title', kind === 'group' && (title === '' || title.length > MAX_TITLE));
  check('vacant-seat', kind === 'seat' && !isVacant);
  problems.push(...deadlineProblems(typed, now));
  const deadline = deadlineOf(typed);
  if (problems.length > 0 || deadline === undefined) return { problems };
  return {
    read: {
      kind,
      wanted: kind === 'seat' ? 1 : Number(wanted),
      deadline,
      ...(kind === 'group' && { title }),
      ...(kind === 'seat' && { seatId: typed.seatId }),
    },
  };
}

const isWithin = (wanted: number) => wanted >= 1 && wanted <= MAX_WANTED;

export type CandidateProblem =
  | 'person-wanted'
  | 'name-wanted'
  | 'email-wanted'
  | 'email-odd'
  | 'name-too-long'
  | 'workplace-too-long';

export type TypedCandidate = {
  readonly picked?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly workplace?: string | undefined;
};

/** Who is proposed, as typed: found in Teams by `objectId`, or somebody outside by name and address. */
export type ReadCandidate = {
  readonly objectId?: string;
  readonly name: string;
  readonly email: string;
  readonly workplace: string;
};

export function readCandidate(
  typed: TypedCandidate,
): { readonly candidate: ReadCandidate } | { readonly problem: CandidateProblem } {
  const objectId = z.guid().safeParse(typed.picked?.trim()).data;
  const name = squeezed(typed.name);
  const email = (typed.email ?? '').trim().toLowerCase();
  const workplace = squeezed(typed.workplace);
  if (name.length > 200) return { problem: 'name-too-long' };
  if (workplace.length > MAX_WORKPLACE) return { problem: 'workplace-too-long' };
  if (email !== '' && !z.email().max(254).safeParse(email).success) return { problem: 'email-odd' };
  if (objectId !== undefined) return { candidate: { objectId, name, email, workplace } };
  if (name === '' && email === '') return { problem: 'person-wanted' };
  if (name === '') return { problem: 'name-wanted' };
  if (email === '') return { problem: 'email-wanted' };
  return { candidate: { name, email, workplace } };
}

function squeezed(text: string | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}
