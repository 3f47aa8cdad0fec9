const DEEPEST = 64;

const [OPEN_OBJECT, OPEN_ARRAY, CLOSE_OBJECT, CLOSE_ARRAY, QUOTE, BACKSLASH] = Buffer.from(
  '{[}]"\\',
) as unknown as readonly [number, number, number, number, number, number];

/** Half of a character in two halves, written as an escape; most bodies have none, whole or broken. */
const ESCAPED_HALF = /\\ud[89a-f]/i;
const HALVES = /\p{Surrogate}/gu;

/**
 * A JSON object, or undefined for anything else. Nesting deeper than any activity is refused before it is parsed:
 * whatever walks such a value afterwards would run out of stack. A character that lacks its other half, which neither
 * UTF-8 nor an address can say, comes out as U+FFFD.
 */
export function parseObject(body: Buffer): Record<string, unknown> | undefined {
  if (isTooDeep(body)) return undefined;
  try {
    const text = body.toString('utf8');
    const value: unknown = JSON.parse(text, ESCAPED_HALF.test(text) ? wellFormed : undefined);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(HALVES, '\ufffd') : value;
}

function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (inText) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (++depth > DEEPEST) return true;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) depth--;
  }
  return false;
}
