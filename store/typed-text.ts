/** Marks that no eye sees and that turn the direction of writing: a line with one reads otherwise than it was typed. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name or title: on one line, without what no eye sees. */
export function oneLine(text = ''): string {
  return text
    .replace(TURNS, '')
    .replace(/[\p{Cc}\u2028\u2029\u200b\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A longer text: one kind of line end, and no other control characters. */
export function manyLines(text = ''): string {
  return text
    .replace(TURNS, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** «1. mars» is a day, and «1. Marsvin» begins a point. */
const MONTH =
  '(?:jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni|juli|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)';
const NUMBERED = new RegExp(`^\\s*(\\d{1,2})[.)](?:\\s+(?!${MONTH}(?!\\p{L}))(.*))?$`, 'iu');

/**
 * The points of a proposal or of a vedtak: one a line, or, where they are numbered from 1, whatever stands between one
 * number and the next.
 */
export function pointsIn(text: string | undefined): string[] {
  const lines = manyLines(text).split('\n');
  const isNumbered = NUMBERED.exec(lines[0] ?? '')?.[1] === '1';
  const points: string[] = [];
  for (const line of lines) {
    const numbered = isNumbered ? NUMBERED.exec(line) : null;
    // a number that is not the next one belongs to the text
    if (numbered !== null && Number(numbered[1]) === points.length + 1) points.push(numbered[2] ?? '');
    else if (isNumbered) points.push(`${points.pop()}\n${line}`);
    else points.push(line);
  }
  return points.map((point) => point.trim()).filter((point) => point !== '');
}

/** Points as lines, numbered; one alone needs no number. */
export function numberedPoints(points: readonly string[]): readonly string[] {
  return points.length === 1 ? points : points.map((point, n) => `${n + 1}. ${point}`);
}

/** Points as `pointsIn` reads them again. */
export function pointsText(points: readonly string[]): string {
  const [only = ''] = points;
  return points.length === 1 && pointsIn(only)[0] !== only ? `1. ${only}` : numberedPoints(points).join('\n');
}
