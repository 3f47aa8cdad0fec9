import type { Committee } from '../committee/record.ts';
import { mayRunRounds, type RoundChoices, roundChoices } from '../committee/rules.ts';
import { groupIn, ruleIn, wantsMoreThanAsked } from '../committee/rules-choices.ts';
import type { StoredFile } from '../file/record.ts';
import { askedSeats, needsPresence } from '../round/rules-ask.ts';
import { addDays, dayOf, hasCalendar, nextWorkingDay, osloTime } from '../time.ts';
import { MAX_TEXT, type ReferatInput, type TextVersion } from './record.ts';
import type { TypedReferat } from './view.ts';

export const DEFAULT_TIME = '15:00';
const MAX_TITLE = 200;
const MAX_SUMMARY = 1000;
const LONGEST_ROUND_DAYS = 90;

export type DeadlineProblem = 'deadline' | 'deadline-passed' | 'deadline-too-far';
export type ReferatProblem =
  | 'committee'
  | 'meeting-day'
  | 'meeting-in-future'
  | 'title'
  | 'summary'
  | 'text-missing'
  | 'text-too-long'
  | 'text-only-link'
  | 'rule'
  | 'consensus-number'
  | 'consensus-beyond'
  | 'asked'
  | 'presence'
  | DeadlineProblem;

/** The deadline a form proposes: the committee's round length from today, at 15:00, on a working day. */
export function proposedDeadline(roundDays: number, now: Date): string {
  return nextWorkingDay(addDays(dayOf(now), roundDays));
}

type TypedDeadline = Pick<TypedReferat, 'deadlineOn' | 'deadlineTime'>;

/** When a round with this typed deadline ends: a day off gives way to the next working day (design 3.3). */
export function deadlineOf(typed: TypedDeadline): Date | undefined {
  const time = typed.deadlineTime?.trim() || DEFAULT_TIME;
  const day = typed.deadlineOn?.trim() ?? '';
  return osloTime(day, time) && osloTime(workingDayFor(day), time);
}

/** A day beyond the calendar stays as it is: it is refused as passed or as too far off. */
function workingDayFor(day: string): string {
  return hasCalendar(day) ? nextWorkingDay(day) : day;
}

/** What is wrong with a typed deadline. */
export function deadlineProblems(typed: TypedDeadline, now: Date): DeadlineProblem[] {
  const deadline = deadlineOf(typed);
  if (deadline === undefined) return ['deadline'];
  if (deadline <= now) return ['deadline-passed'];
  return dayOf(deadline) > addDays(dayOf(now), LONGEST_ROUND_DAYS) ? ['deadline-too-far'] : [];
}

/** True when the typed deadline falls on a day off and is moved. */
export function isDeadlineMoved({ deadlineOn }: Pick<TypedReferat, 'deadlineOn'>): boolean {
  const day = deadlineOn?.trim() ?? '';
  return osloTime(day, DEFAULT_TIME) !== undefined && workingDayFor(day) !== day;
}

/** Who fills in the form. `file` is the one that the text is taken from, and theirs. */
export type Writer = {
  readonly committees: readonly Committee[];
  readonly personId: string;
  readonly now: Date;
  readonly hash: (text: string) => string;
  readonly file?: StoredFile;
};

/** Reads a filled-in form. Every problem is named, so that all of them can be mended at once. */
export function readReferat(
  typed: TypedReferat,
  writer: Writer,
): { readonly input: ReferatInput } | { readonly problems: readonly ReferatProblem[] } {
  const { committees, personId, now } = writer;
  const problems: ReferatProblem[] = [];
  const check = (problem: ReferatProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  const committee = committees.find(({ id }) => id === typed.committeeId);
  const meetingOn = typed.meetingOn?.trim() ?? '';
  const title = typed.title?.trim().replace(/\s+/g, ' ') ?? '';
  const summary = typed.summary?.trim() ?? '';
  const text = textOf(typed.text ?? '', writer);
  const deadline = deadlineOf(typed);
  const meetingAt = osloTime(meetingOn, '00:00');

  check('committee', committee === undefined || !mayRunRounds(committee, personId));
  check('meeting-day', meetingAt === undefined);
  check('meeting-in-future', meetingAt !== undefined && meetingOn > dayOf(now));
  check('title', title.length === 0 || title.length > MAX_TITLE);
  check('summary', summary.length > MAX_SUMMARY);
  check('text-missing', text.text.length === 0);
  check('text-too-long', text.text.length > MAX_TEXT);
  check('text-only-link', isOnlyLink(text.text));
  const choices = committee && choicesIn(typed, committee, problems);
  const presentSeatIds = committee && presentIn(typed, committee);
  check('presence', choices !== undefined && needsPresence(choices) && !presentSeatIds?.length);
  check(
    // what the committee has chosen is not mended in this form
    committee?.settings.approvalRule === undefined ? 'consensus-number' : 'consensus-beyond',
    committee !== undefined && choices !== undefined && wantsTooMany(committee, choices, presentSeatIds),
  );
  problems.push(...deadlineProblems(typed, now));
  if (problems.length > 0 || committee === undefined || deadline === undefined) return { problems };
  const isNew = roundChoices(committee) === undefined;
  return {
    input: {
      committeeId: committee.id,
      meetingOn,
      title,
      summary,
      text,
      deadline,
      ...(presentSeatIds && { presentSeatIds }),
      ...(isNew && choices && { choices }),
    },
  };
}

/** A text as it is kept: one kind of line end, nothing before and after. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** A link alone: what lies behind it can change after it was approved. */
export function isOnlyLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** The file's text when there is one, else what was typed. */
export function textOf(
  typed: string,
  { hash, file }: Pick<Writer, 'hash' | 'file'>,
): Pick<TextVersion, 'text' | 'hash' | 'file'> {
  const text = cleanText(file?.text ?? typed);
  if (file?.text === undefined) return { text, hash: hash(text) };
  const { id, name, sha256, bytes } = file;
  return { text, hash: hash(text), file: { id, name, sha256, bytes } };
}

/** What the committee has chosen, and the form for what it has not. */
function choicesIn(typed: TypedReferat, { settings }: Committee, problems: ReferatProblem[]): RoundChoices | undefined {
  const approvalRule = settings.approvalRule ?? ruleIn(typed);
  const askedGroup = settings.askedGroup ?? groupIn(typed);
  if (approvalRule === undefined) problems.push('rule');
  if (approvalRule === 'consensus-number') problems.push('consensus-number');
  if (askedGroup === undefined) problems.push('asked');
  if (approvalRule === 'consensus-number') return undefined;
  return approvalRule && askedGroup && { approvalRule, askedGroup };
}

/** A number that can never be met: more than there are to ask. */
function wantsTooMany(committee: Committee, { approvalRule, askedGroup }: RoundChoices, present: string[] | undefined) {
  return wantsMoreThanAsked(
    approvalRule,
    askedSeats(committee, { group: askedGroup, presentSeatIds: present }, () => '').length,
  );
}

/** The ticked seats that the committee has; undefined when nobody has ticked any. */
function presentIn({ present }: TypedReferat, { seats }: Committee): string[] | undefined {
  const ticked = present?.split(',').map((id) => id.trim()) ?? [];
  const known = seats.map(({ id }) => id).filter((id) => ticked.includes(id));
  return known.length > 0 ? known : undefined;
}
