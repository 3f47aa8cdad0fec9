import { MAX_POINT, MAX_POINTS } from '../sak/record.ts';
import { outcomeSchema } from './record.ts';
import type { Entry } from './rules-protocol.ts';

/** What one form takes of a text about a sak, and of its vedtak: more does not go back into a card. */
export const MAX_MINUTES_TEXT = 20_000;
export const MAX_VEDTAK_TEXT = 20_000;

export type ProtocolProblem =
  | 'outcome'
  | 'minutes-text-too-long'
  | 'vedtak-too-long'
  | 'vedtak-unfinished'
  | 'points-too-many';

const NUMBERED = /^\s*(\d{1,2})[.)]\s+/;

/**
 * The points of a vedtak as it was typed: numbered 1, 2, 3 at the beginning of lines, or with empty lines between them.
 * A line end within a point stays.
 */
export function pointsIn(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const points: string[] = [];
  if (!lines[0] || NUMBERED.exec(lines[0])?.[1] !== '1')
    return lines
      .join('\n')
      .split(/\n\s*\n/)
      .map((point) => point.trim())
      .filter((point) => point !== '');
  for (const line of lines) {
    // a number that is not the next one belongs to the text
    if (NUMBERED.exec(line)?.[1] === String(points.length + 1)) points.push(line.replace(NUMBERED, ''));
    else points[points.length - 1] += `\n${line}`;
  }
  return points.map((point) => point.trim()).filter((point) => point !== '');
}

/** Points as they are written: one alone without a number. */
export function pointsText(points: readonly string[]): string {
  return points.length === 1 ? (points[0] ?? '') : points.map((point, n) => `${n + 1}. ${point}`).join('\n');
}

/** What was typed about a sak. `approves`: referater, with commas between. */
export type TypedProtocol = {
  readonly outcome?: string | undefined;
  readonly text?: string | undefined;
  readonly vedtak?: string | undefined;
  readonly approves?: string | undefined;
};

/** A placeholder that was to be filled in: «Vedtak utformes i møtet», or a phrase that ends in «…». */
const UNFINISHED = /(…|\.\.\.)\.?$|^vedtak utformes i møtet\.?$/i;

/** Reads what was typed about a sak. Every problem is named, so that all of them can be mended at once. */
export function readProtocol(
  typed: TypedProtocol,
): { readonly entry: Entry } | { readonly problems: readonly ProtocolProblem[] } {
  const outcome = outcomeSchema.safeParse(typed.outcome?.trim());
  const text = cleaned(typed.text);
  const written = cleaned(typed.vedtak);
  // what stands in the field of a vedtak that was not made is nobody's vedtak
  const vedtak = outcome.data === 'vedtak' ? pointsIn(written) : [];
  const problems: ProtocolProblem[] = [
    ...(outcome.success ? [] : (['outcome'] as const)),
    ...(text.length > MAX_MINUTES_TEXT ? (['minutes-text-too-long'] as const) : []),
    ...(written.length > MAX_VEDTAK_TEXT || vedtak.some((point) => point.length > MAX_POINT)
      ? (['vedtak-too-long'] as const)
      : []),
    ...(vedtak.length > MAX_POINTS ? (['points-too-many'] as const) : []),
    ...(vedtak.some((point) => UNFINISHED.test(point)) ? (['vedtak-unfinished'] as const) : []),
  ];
  if (!outcome.success || problems.length > 0) return { problems };
  const approves = (typed.approves ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return { entry: { outcome: outcome.data, vedtak, ...(text && { text }), ...(approves.length > 0 && { approves }) } };
}

/** One kind of line end, and no control characters but that. */
function cleaned(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
