import { MAX_POINT, MAX_POINTS } from '../sak/record.ts';
import { manyLines, pointsIn } from '../typed-text.ts';
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
  const text = manyLines(typed.text);
  const written = manyLines(typed.vedtak);
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
