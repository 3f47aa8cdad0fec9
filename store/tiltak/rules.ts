import { osloTime } from '../time.ts';
import type { Tiltak } from './record.ts';

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
  const dueOn = dayIn(due);
  const problems: TiltakProblem[] = [
    ...(text === '' ? (['tiltak-text'] as const) : []),
    ...(text.length > MAX_TEXT ? (['tiltak-too-long'] as const) : []),
    ...(owner.length > MAX_OWNER ? (['owner-too-long'] as const) : []),
    ...(due.length > MAX_DUE ? (['due-too-long'] as const) : []),
    ...(dueOn === 'no-day' ? (['due-no-day'] as const) : []),
  ];
  if (problems.length > 0 || dueOn === 'no-day') return { problems };
  return { input: { text, ...(owner && { owner }), ...(due && { due }), ...(dueOn && { dueOn }) } };
}

/** «12.04.24», «12.04.2024» or «2024-04-12» anywhere in a text; `no-day` for one that no calendar has, such as 31.02.24. */
export function dayIn(text: string): string | 'no-day' | undefined {
  const [, day = '', month = '', year = ''] = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  const [iso] = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(text) ?? [];
  if (year === '' && iso === undefined) return undefined;
  const on = iso ?? `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return osloTime(on, '12:00') === undefined ? 'no-day' : on;
}

function oneLine(text = ''): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
