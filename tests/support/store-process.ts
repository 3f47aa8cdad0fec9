import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Another process that uses a store, the lines it has said so far, and the way it ended. */
export type StoreProcess = {
  readonly lines: readonly string[];
  /** Resolves with the first line that starts so; rejects when the process ends without it. */
  readonly said: (start: string, atLeast?: number) => Promise<string>;
  readonly tell: (word: string) => void;
  /** kill -9; resolves when the process is gone and all it said was read. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<void>;
};

/**
 * Starts one of `script`. `fileBlocks` is the largest file it may write, in blocks of 512 bytes, as
 * on a disk that is full.
 */
export function aStoreProcess(
  args: readonly string[],
  { fileBlocks, script = new URL('store-child.ts', import.meta.url) }: { fileBlocks?: number; script?: URL } = {},
): StoreProcess {
  const node = [process.execPath, '--import', 'tsx', fileURLToPath(script), ...args];
  const [command = '', ...rest] =
    fileBlocks === undefined ? node : ['sh', '-c', `ulimit -f ${fileBlocks}; exec "$@"`, 'sh', ...node];
  const child: ChildProcess = spawn(command, rest, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  let isGone = false;
  if (child.stdout === null) throw new Error('the process has no output');
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    wake();
  });
  const ended = Promise.all([
    new Promise((resolve) => reader.once('close', resolve)),
    new Promise((resolve) => child.once('exit', resolve)),
  ]).then(() => {
    isGone = true;
    wake();
  });
  return {
    lines,
    ended,
    said: (start, atLeast = 1) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.filter((line) => line.startsWith(start)).at(atLeast - 1);
          if (found === undefined && !isGone) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error(`the process ended without «${start}»: ${lines.slice(-3)}`));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
    tell: (word) => child.stdin?.write(`${word}\n`),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What a process was told is stored: the ids it inserted, and how often it counted. */
export type Acknowledged = { readonly inserted: readonly string[]; readonly counted: number };

export function acknowledged({ lines }: StoreProcess): Acknowledged {
  const after = (start: string) =>
    lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
  return { inserted: after('inserted '), counted: after('counted ').length };
}
