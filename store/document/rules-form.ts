import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { wantsMoreThanAsked } from '../committee/rules-choices.ts';
import {
  type DeadlineProblem,
  deadlineOf,
  deadlineProblems,
  isOnlyLink,
  textOf,
  type Writer,
} from '../referat/rules-form.ts';
import { askedSeats } from '../round/rules-ask.ts';
import { MAX_BACKGROUND, MAX_POINT, MAX_POINTS, MAX_SAK_TITLE } from '../sak/record.ts';
import { manyLines, oneLine, pointsIn } from '../typed-text.ts';
import type { DocumentInput } from './record.ts';
import type { Purpose, TypedDocument } from './view.ts';

export type DocumentProblem =
  | 'committee'
  | 'title-missing'
  | 'title-too-long'
  | 'text-missing'
  | 'text-too-long'
  | 'text-only-link'
  | 'no-chair'
  | 'no-proposal'
  | 'point-too-long'
  | 'too-many-points'
  | 'no-rule'
  | 'consensus-beyond'
  | DeadlineProblem;

/** Reads a filled-in form. Every problem is named, so that all of them can be mended at once. */
export function readDocument(
  purpose: Purpose,
  typed: TypedDocument,
  writer: Writer,
): { readonly input: DocumentInput } | { readonly problems: readonly DocumentProblem[] } {
  const { committees, personId, now } = writer;
  const problems: DocumentProblem[] = [];
  const check = (problem: DocumentProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  const committee = committees.find(({ id }) => id === typed.committeeId);
  const isVote = purpose === 'vedtak';
  const title = oneLine(typed.title);
  const { text, file } = textOf(manyLines(typed.text), writer);
  const proposal = isVote ? pointsIn(typed.proposal) : [];
  const deadline = deadlineOf(typed);

  check('committee', committee === undefined || !mayRunRounds(committee, personId));
  check('title-missing', title === '');
  check('title-too-long', title.length > MAX_SAK_TITLE);
  check('text-missing', !isVote && text === '');
  check('text-too-long', text.length > MAX_BACKGROUND);
  check('text-only-link', isOnlyLink(text));
  check('no-proposal', isVote && proposal.length === 0);
  check(
    'point-too-long',
    proposal.some((point) => point.length > MAX_POINT),
  );
  check('too-many-points', proposal.length > MAX_POINTS);
  check('no-chair', purpose === 'signering' && committee !== undefined && committee.roles.chairId === undefined);
  if (isVote && committee) problems.push(...ruleProblems(committee));
  problems.push(...deadlineProblems(typed, now));
  if (problems.length > 0 || committee === undefined || deadline === undefined) return { problems };
  const askedGroup = groupOf(purpose, typed);
  const { id: committeeId } = committee;
  return { input: { committeeId, purpose, title, text, ...(file && { file }), proposal, askedGroup, deadline } };
}

function groupOf(purpose: Purpose, { askedGroup }: TypedDocument): DocumentInput['askedGroup'] {
  if (purpose === 'signering') return 'leaders';
  return purpose === 'vedtak' || askedGroup === 'voting' ? 'voting' : 'all';
}

/** What the committee's rule lacks before anything can be voted on. */
function ruleProblems(committee: Committee): DocumentProblem[] {
  const { approvalRule } = committee.settings;
  if (approvalRule === undefined) return ['no-rule'];
  const asked = askedSeats(committee, { group: 'voting' }, () => '').length;
  return wantsMoreThanAsked(approvalRule, asked) ? ['consensus-beyond'] : [];
}
