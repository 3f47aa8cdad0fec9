import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { end, freePort, until } from './process.ts';

const program = fileURLToPath(new URL('../../dist/bot/start.js', import.meta.url));

/** `npm start` as a process, without npm. */
export type Started = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly roomUrl: string;
  /** All it has said until now, on both outputs. */
  readonly said: () => string;
  /** Waits until it has said this; throws when it ends first. */
  readonly says: (words: string) => Promise<void>;
  /** Its exit code, once it is gone. */
  readonly ended: Promise<number | null>;
  readonly type: (line: string) => void;
};
export type Where = { readonly dataDir: string; readonly port: number; readonly roomPort: number };

/** Free ports, and a folder for its data. */
export async function somewhere(dataDir: string): Promise<Where> {
  return { dataDir, port: await freePort(), roomPort: await freePort() };
}

/** Starts the built program in local mode. Whoever starts it ends it. */
export function start(
  { dataDir, port, roomPort }: Where,
  flags: readonly string[] = [],
  more: NodeJS.ProcessEnv = {},
): Started {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port), ROOM_PORT: String(roomPort), ...more };
  const child = spawn(process.execPath, [program, ...flags], { env, stdio: 'pipe' });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  // closed, not only gone: by then everything it said has been read
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    port,
    roomUrl: `http://127.0.0.1:${roomPort}`,
    said: () => said,
    says: async (words) => {
      const check = async () => {
        if (!said.includes(words)) throw new Error(`it did not say «${words}», but: ${said}`);
      };
      await Promise.race([until(check), ended.then(check)]);
    },
    ended,
    type: (line) => void child.stdin.write(`${line}\n`),
  };
}

/** Starts it, and waits until everything is up. */
export async function startUp(where: Where, flags: readonly string[] = [], more: NodeJS.ProcessEnv = {}) {
  const started = start(where, flags, more);
  await started.says('Ctrl-C');
  return started;
}

/** Ends it as Ctrl-C does. */
export const stop = ({ child }: Started) => end(child, 'SIGINT');

/** The process id of a program that this one runs, by a part of its command line. */
export function childOf({ child }: Started, part: string): number {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const lines = all.split('\n').map((line) => line.trim().split(/\s+/));
  const found = lines.find(([, parent, ...args]) => parent === String(child.pid) && args.join(' ').includes(part));
  if (found === undefined) throw new Error(`no child runs ${part}`);
  return Number(found[0]);
}

/** Whether somebody listens on this port of the machine itself. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
