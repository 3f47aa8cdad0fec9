import type { Line } from './record.ts';
import { representsIn } from './rules-represents.ts';

/** What is wrong, and in which line, counted as the field shows them; `other`: the line that it collides with. */
export type InLine<P extends string> = { readonly problem: P; readonly line?: number; readonly other?: number };

export type VaraProblem = 'vara-unknown' | 'vara-unclear';
export type TwiceProblem = 'person-twice' | 'vara-has-seat';

/** Lines that have something which may stand in one line only, with the first line that has it. */
export function repeated<L extends { readonly line: number }, P extends string>(
  lines: readonly L[],
  problem: P,
  keyOf: (line: L) => string | undefined,
): InLine<P>[] {
  const first = new Map<string, number>();
  return lines.flatMap((line) => {
    const key = keyOf(line);
    if (key === undefined) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, line.line);
    return other === undefined ? [] : [{ problem, line: line.line, other }];
  });
}

/**
 * Lines that mean somebody whom another line means: one is a member once, and a vara for a seat once. Somebody with a
 * seat of their own acts for no other.
 */
export function personsTwice<L extends Line>(
  lines: readonly L[],
  keyOf: (line: L) => string | undefined,
): InLine<TwiceProblem>[] {
  const members = lines.filter(({ varaOf }) => varaOf === undefined);
  const varas = lines.filter(({ varaOf }) => varaOf !== undefined);
  const seated = new Map(members.filter(({ seat }) => seat).map((line) => [keyOf(line), line.line]));
  const acting = (line: L) => {
    const key = keyOf(line);
    const other = key === undefined ? undefined : seated.get(key);
    return other === undefined ? [] : [{ problem: 'vara-has-seat' as const, line: line.line, other }];
  };
  return [
    ...repeated(members, 'person-twice', keyOf),
    ...repeated(varas, 'person-twice', (line) => {
      const key = keyOf(line);
      return key && `${line.varaOf} ${key}`;
    }),
    ...varas.flatMap(acting),
  ];
}

/** The line of the seat that somebody is vara for: said by its member, by name or address, or by what it is called. */
export function seatMeant(written: string, lines: readonly Line[]): number | VaraProblem {
  const words = written.toLowerCase();
  const called = representsIn(written).name.toLowerCase();
  const seated = lines.filter(({ seat }) => seat);
  const members = seated.filter(({ name, email }) => name?.toLowerCase() === words || email === words);
  const seats = seated.filter(({ seat }) => seat?.name.toLowerCase() === called);
  const [found, another] = members.length > 0 ? members : seats;
  if (found === undefined) return 'vara-unknown';
  return another === undefined ? found.line : 'vara-unclear';
}
