const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** What a line may carry: ids, counts and fixed words. Never text, names, addresses or tokens. */
export type Fields = Readonly<Record<string, unknown>>;

/** Writes one line. `event` is a fixed kebab-case word. */
export type Log = (level: Level, event: string, fields?: Fields) => void;

/** A log of JSON lines, one object each, from this level up. An error is reduced to its name, message and place. */
export function createLog(lowest: Level, write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return (level, event, fields = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return;
    const at = new Date().toISOString();
    write(`${JSON.stringify({ at, level, event, ...fields }, reduced)}\n`);
  };
}

function reduced(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const place = value.stack
    ?.split('\n')
    .find((line) => line.includes(' at '))
    ?.trim();
  return { name: value.name, message: withoutTokens(value.message), place };
}

/** Libraries quote what they were given; a token must not reach the log that way. */
function withoutTokens(message: string): string {
  return message.replace(/eyJ[\w-]+(\.[\w-]*)*/g, '[token]').slice(0, 500);
}
