import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PATIENCE_MS = 10_000;

/** A program of ours in a process of its own. */
export type Program = {
  /** True when it is up; false when it ended before that, and has said why itself. */
  readonly ready: Promise<boolean>;
  /** How it ended: the name of the signal or the exit code, as words. */
  readonly ended: Promise<string>;
  /** Lets it finish, and resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a program by its path below `bot/`, without ending: the built one, or under tsx the source. It is stopped by
 * cutting the line to it, which works on Windows too, and happens by itself when this process is killed.
 */
export function startProgram(name: string, args: readonly string[]): Program {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const path = fileURLToPath(new URL(`./${name}.${ending}`, import.meta.url));
  const child = fork(path, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `kode ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const up = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)));
  return {
    ready: Promise.race([up, ended.then(() => false)]),
    ended,
    stop: async () => {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
