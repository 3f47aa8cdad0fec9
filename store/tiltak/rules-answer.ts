import { dayOf } from '../time.ts';
import { manyLines, oneLine } from '../typed-text.ts';
import { MAX_DUE, MAX_OWNER, MAX_STATUS } from './record.ts';
import { understandDue } from './rules-due.ts';
import type { StatusInput } from './rules-status.ts';
import { type StatusClass, statusClassSchema } from './status-class.ts';

/** What was typed about how it goes with a tiltak. `byOthers`: where the form has a field for it; else it is the prose. */
export type TypedAnswer = {
  readonly class?: string | undefined;
  readonly text?: string | undefined;
  readonly byOthers?: string | undefined;
  readonly due?: string | undefined;
};

export type DueProblem =
  | 'due-no-day'
  | 'due-no-year'
  | 'due-unknown'
  | 'due-no-meeting'
  | 'due-passed'
  | 'due-too-long';
export type AnswerProblem =
  | DueProblem
  | 'class-missing'
  | 'by-others-missing'
  | 'status-too-long'
  | 'by-others-too-long';

/** What stands in the place of a class: «Spør meg om en måned» and «Ikke mitt ansvar». */
export const SNOOZE = 'snooze';
export const NOT_MINE = 'not-mine';

/** What is to be done with an answer; `none`: nothing was filled in. */
export type AnswerRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'status'; readonly input: StatusInput }
  | { readonly kind: 'snooze' }
  | { readonly kind: 'not-mine'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem };

/** `nextMeetingOn`: the committee's next meeting, if one is planned. */
type Around = { readonly now: Date; readonly nextMeetingOn: string | undefined };

/** Reads an answer as it was typed. Nothing is guessed: what is not understood is asked back. */
export function readAnswer(typed: TypedAnswer, around: Around): AnswerRead {
  const text = manyLines(typed.text);
  const named = oneLine(typed.byOthers);
  const due = oneLine(typed.due);
  const chosen = typed.class ?? '';
  if ([chosen, text, named, due].every((field) => field === '')) return { kind: 'none' };
  if (chosen === SNOOZE) return { kind: 'snooze' };
  if (chosen === NOT_MINE) return { kind: 'not-mine', name: oneLine(text) };
  const read = statusClassSchema.safeParse(chosen);
  if (!read.success) return problem('class-missing');
  const saidByOthers = named || (read.data === 'by-others' ? oneLine(text) : '');
  const wrong =
    tooLong(text, saidByOthers, due) ?? (lacksOthers(read.data, saidByOthers) ? 'by-others-missing' : undefined);
  if (wrong) return problem(wrong);
  const dated = readDue(due, around);
  if (typeof dated === 'string') return problem(dated);
  const isNamedInProse = named === '' && read.data === 'by-others';
  return {
    kind: 'status',
    input: {
      class: read.data,
      ...(text !== '' && !isNamedInProse && { text }),
      ...(read.data === 'by-others' && { byOthers: saidByOthers }),
      ...dated,
    },
  };
}

const problem = (one: AnswerProblem) => ({ kind: 'problem', problem: one }) as const;

function lacksOthers(said: StatusClass, byOthers: string): boolean {
  return said === 'by-others' && byOthers === '';
}

function tooLong(text: string, byOthers: string, due: string): AnswerProblem | undefined {
  if (text.length > MAX_STATUS) return 'status-too-long';
  if (byOthers.length > MAX_OWNER) return 'by-others-too-long';
  return due.length > MAX_DUE ? 'due-too-long' : undefined;
}

const UNKNOWN = { 'no-day': 'due-no-day', 'no-year': 'due-no-year', 'not-understood': 'due-unknown' } as const;

/**
 * A new last day as written: kept so, with the day that it means. «Neste møte» is the committee's next one; work that goes on
 * has no last day. What is not understood, or is over, is asked back.
 */
function readDue(
  written: string,
  { now, nextMeetingOn }: Around,
): { readonly due?: string; readonly dueOn?: string } | DueProblem {
  if (written === '') return {};
  const read = understandDue(written);
  if (read.kind === 'unknown') return UNKNOWN[read.why];
  if (read.kind === 'none') return { due: written };
  const on = read.kind === 'day' ? read.on : nextMeetingOn;
  if (on === undefined) return 'due-no-meeting';
  return on < dayOf(now) ? 'due-passed' : { due: written, dueOn: on };
}
