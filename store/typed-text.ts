/** A name or title: on one line, without what no eye sees. */
export function oneLine(text = ''): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u200b\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A longer text: one kind of line end, and no other control characters. */
export function manyLines(text = ''): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/**
 * The points of a proposal: one a line, or, where they are numbered from 1, whatever stands between one number and the
 * next.
 */
export function pointsIn(text: string | undefined): string[] {
  const lines = manyLines(text).split('\n');
  const isNumbered = /^\s*1[.)]\s/.test(lines[0] ?? '');
  const points: string[] = [];
  for (const line of lines) {
    const numbered = /^\s*(\d{1,2})[.)]\s+(.*)$/.exec(line);
    const isNext = numbered !== null && Number(numbered[1]) === points.length + 1;
    if (isNext) points.push(numbered[2] ?? '');
    else if (!isNumbered || points.length === 0) points.push(line);
    else points.push(`${points.pop()}\n${line}`);
  }
  return points.map((point) => point.trim()).filter((point) => point !== '');
}
