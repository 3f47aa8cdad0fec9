import { type ChildProcess, spawn } from 'node:child_process';
import { botProgram, end, freePort, until } from './process.ts';

/** Answers every message from its parent with how much memory is in use once all garbage is gone. */
const MEASURES = `data:text/javascript,${encodeURIComponent(`
process.on('message', () => {
  gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ held: heapUsed + external, rss });
});`)}`;

export type Memory = { readonly held: number; readonly rss: number };

/** The program as an operator runs it: a process of its own, with nothing but its environment. */
export type Deployed = {
  readonly port: number;
  /** What it has written so far: its log, and its complaints. */
  readonly output: () => string;
  readonly complaints: () => string;
  /** Resolves with the exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  readonly memory: () => Promise<Memory>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts it without waiting for anything. `measured` alone has a line to its parent, on which `memory` asks. */
export async function deploy(env: (port: number) => NodeJS.ProcessEnv, { measured = false } = {}): Promise<Deployed> {
  const port = await freePort();
  const args = measured ? ['--expose-gc', '--import', MEASURES, botProgram] : [botProgram];
  const stdio = ['ignore' as const, 'pipe' as const, 'pipe' as const, ...(measured ? ['ipc' as const] : [])];
  const child = spawn(process.execPath, args, { env: env(port), stdio });
  const written = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (written.out += chunk));
  child.stderr?.on('data', (chunk) => (written.err += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    port,
    output: () => written.out,
    complaints: () => written.err,
    ended,
    memory: () => memoryOf(child),
    stop: async (signal) => {
      await end(child, signal);
      return ended;
    },
  };
}

/** Waits until it is ready for Teams; throws what it complained about when it ends instead. */
export async function whenReady(bot: Deployed): Promise<void> {
  let hasEnded = false;
  void bot.ended.then(() => {
    hasEnded = true;
  });
  await until(async () => {
    if (hasEnded) return;
    const { status } = await fetch(`http://127.0.0.1:${bot.port}/readyz`);
    if (status !== 200) throw new Error(`/readyz answers ${status}`);
  });
  if (hasEnded) throw new Error(`the program ended: ${bot.complaints()}`);
}

function memoryOf(child: ChildProcess): Promise<Memory> {
  return new Promise((resolve) => {
    const answer = (message: unknown) => {
      // the program itself says when it is ready
      if (typeof message !== 'object' || message === null || !('held' in message)) return;
      child.off('message', answer);
      resolve(message as Memory);
    };
    child.on('message', answer);
    child.send('measure');
  });
}
