import { oneLine } from '../typed-text.ts';
import type { Tiltak } from './record.ts';
import { understandDue } from './rules-due.ts';

const MAX_TEXT = 4000;
const MAX_OWNER = 300;
const MAX_DUE = 200;

export type TiltakProblem = 'tiltak-text' | 'tiltak-too-long' | 'owner-too-long' | 'due-too-long' | 'due-no-day';

/** What was typed about a tiltak: its owner and its due time as they are written in a vedtak. */
export type TypedTiltak = {
  readonly text?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
};

type Input = Pick<Tiltak, 'text'> & Partial<Pick<Tiltak, 'owner' | 'due' | 'dueOn'>>;

/** Reads a tiltak. Owner and due time may be left out: the sources often say neither. */
export function readTiltak(
  typed: TypedTiltak,
): { readonly input: Input } | { readonly problems: readonly TiltakProblem[] } {
  const text = (typed.text ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  const owner = oneLine(typed.owner);
  const due = oneLine(typed.due);
  const read = understandDue(due);
  const isNoDay = read.kind === 'unknown' && read.why === 'no-day';
  const problems: TiltakProblem[] = [
    ...(text === '' ? (['tiltak-text'] as const) : []),
    ...(text.length > MAX_TEXT ? (['tiltak-too-long'] as const) : []),
    ...(owner.length > MAX_OWNER ? (['owner-too-long'] as const) : []),
    ...(due.length > MAX_DUE ? (['due-too-long'] as const) : []),
    ...(isNoDay ? (['due-no-day'] as const) : []),
  ];
  if (problems.length > 0) return { problems };
  return {
    input: { text, ...(owner && { owner }), ...(due && { due }), ...(read.kind === 'day' && { dueOn: read.on }) },
  };
}
