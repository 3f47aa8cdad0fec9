const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** What a line may carry: ids, counts and fixed words. Never text, names, addresses or tokens. */
export type Fields = Readonly<Record<string, unknown>>;

/** Writes one line, and never throws. `event` is a fixed kebab-case word. */
export type Log = (level: Level, event: string, fields?: Fields) => void;

/**
 * A log of JSON lines, one object each, from this level up. An error is reduced to its name, code, message, stack and
 * causes, without the tokens, passwords and addresses that libraries quote.
 */
export function createLog(lowest: Level, write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return (level, event, fields = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return;
    const at = new Date().toISOString();
    write(`${jsonOf({ at, level, event, ...fields }) ?? jsonOf({ at, level, event, unreadable: true })}\n`);
  };
}

/** Undefined for what JSON cannot say: a line less complete is better than a turn that fails. */
function jsonOf(line: object): string | undefined {
  try {
    return JSON.stringify(line, (_key, value: unknown) => (value instanceof Error ? reduced(value) : value));
  } catch {
    return undefined;
  }
}

const MAX_MESSAGE = 500;
const MAX_FRAMES = 8;
const MAX_CAUSES = 3;

function reduced(error: Error, depth = 0): object {
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  const frames = stack?.split('\n').filter((line) => line.startsWith('    at '));
  return {
    name,
    ...(typeof code === 'string' && { code }),
    message: withoutSecrets(message.slice(0, 4 * MAX_MESSAGE)).slice(0, MAX_MESSAGE),
    stack: frames?.slice(0, MAX_FRAMES).map((line) => line.trim()),
    ...(cause instanceof Error && depth < MAX_CAUSES && { cause: reduced(cause, depth + 1) }),
  };
}

function withoutSecrets(message: string): string {
  return message
    .replace(/eyJ[\w-]+(\.[\w-]*)*/g, '[token]')
    .replace(/\bBearer\s+\S+/gi, 'Bearer [token]')
    .replace(/\b(client_secret|client_assertion|password|secret|sig)=[^&\s"']+/gi, '$1=[secret]')
    .replace(/(\w+:\/\/)[^\s/@]+@/g, '$1[user]@')
    .replace(/[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '[address]');
}
