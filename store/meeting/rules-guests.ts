import { osloTime } from '../time.ts';
import type { Guest } from './record.ts';
import type { Around } from './rules-attendance.ts';

const MAX_NAME = 200;
const MAX_GUEST = 300;
const MAX_GUESTS = 100;
/** More than this of names does not go back into a card. */
export const MAX_GUEST_TEXT = 3000;

export type AroundProblem = 'name-too-long' | 'guest-too-long' | 'guest-sak' | 'guests-too-many' | 'next-meeting-day';

/** What was typed around the saker, as typed. `guests` and `others`: one a line; a guest with the number of the sak. */
export type TypedAround = {
  readonly ledBy?: string | undefined;
  readonly minuteTaker?: string | undefined;
  readonly guests?: string | undefined;
  readonly others?: string | undefined;
  readonly nextMeetingOn?: string | undefined;
};

/** A sak as it stands on the agenda. */
type Numbered = { readonly sakId: string; readonly number?: string | undefined };

/** Reads who led, wrote and took part. Every problem is named, so that all of them can be mended at once. */
export function readAround(
  typed: TypedAround,
  saker: readonly Numbered[],
): { readonly around: Around } | { readonly problems: readonly AroundProblem[] } {
  const ledBy = oneLine(typed.ledBy);
  const minuteTaker = oneLine(typed.minuteTaker);
  const nextMeetingOn = typed.nextMeetingOn?.trim() ?? '';
  const guests = linesOf(typed.guests).map((line) => readGuest(line, saker));
  const others = linesOf(typed.others).map((name): Guest => ({ name }));
  const all = [...guests.flatMap((guest) => guest ?? []), ...others];
  const problems: AroundProblem[] = [
    ...(ledBy.length > MAX_NAME || minuteTaker.length > MAX_NAME ? (['name-too-long'] as const) : []),
    ...(guests.includes(undefined) ? (['guest-sak'] as const) : []),
    ...(all.some(({ name }) => name.length > MAX_GUEST) ? (['guest-too-long'] as const) : []),
    ...(isTooMuch(typed, all.length) ? (['guests-too-many'] as const) : []),
    ...(nextMeetingOn !== '' && osloTime(nextMeetingOn, '12:00') === undefined ? (['next-meeting-day'] as const) : []),
  ];
  if (problems.length > 0) return { problems };
  return {
    around: {
      guests: all,
      ...(ledBy && { ledBy }),
      ...(minuteTaker && { minuteTaker }),
      ...(nextMeetingOn && { nextMeetingOn }),
    },
  };
}

function isTooMuch({ guests = '', others = '' }: TypedAround, count: number): boolean {
  return count > MAX_GUESTS || guests.length > MAX_GUEST_TEXT || others.length > MAX_GUEST_TEXT;
}

/** «Kari Nes, HelseNord IKT, sak 02/24»; a name alone took part without a sak of their own. */
const WITH_SAK = /^(.*?)[\s,;:–(-]*\bsak(?:en)?\s+(\d{1,4}\/\d{2})[).\s]*$/i;

/** Undefined: the line names a sak that is not on the agenda. */
function readGuest(line: string, saker: readonly Numbered[]): Guest | undefined {
  const [, name, number] = WITH_SAK.exec(line) ?? [];
  if (name === undefined || number === undefined || name === '') return { name: line };
  const sak = saker.find((one) => one.number !== undefined && plainNumber(one.number) === plainNumber(number));
  return sak && { name, sakId: sak.sakId };
}

/** The documents write the same number with and without its zero: «sak 5/24» is 05/24. */
function plainNumber(number: string): string {
  return number.replace(/^0+/, '');
}

function linesOf(text = ''): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => oneLine(line))
    .filter((line) => line !== '');
}

function oneLine(text = ''): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
