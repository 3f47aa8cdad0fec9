import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

/**
 * Everything local mode writes below `DATA_DIR`. Not the empty `utvalgsbot.db.lock`: as long as it stays, a bot that
 * runs on the same folder keeps a second one out.
 */
const OURS = [
  'utvalgsbot.db',
  'utvalgsbot.db-wal',
  'utvalgsbot.db-shm',
  'utvalgsbot.db.new',
  'utvalgsbot.db.new-journal',
  join('room', 'journal.jsonl'),
  join('room', 'keys.json'),
  join('room', 'keys.json.new'),
  join('room', 'manifest.json'),
];

/** Files that came and went in chats, each named by its id. */
const FILES = join('room', 'files');
const FILE = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(\.new)?$/;

type Terminal = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
};

/**
 * Whether the operator agrees to lose everything in this folder. `yes`: said so on the command line. Nobody is asked
 * where there is no terminal; that is a no.
 */
export async function agreesToReset(
  dataDir: string,
  yes: boolean,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<boolean> {
  if (yes) return true;
  if (!input.isTTY) {
    output.write('Alt blir slettet med --reset. Bekreft med: npm start -- --reset --yes\n');
    return false;
  }
  const terminal = createInterface({ input, output });
  // Ctrl-C and Ctrl-D close it, and in Node 20.19 a question that waits would wait for ever
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  const question = `Alle referater, svar og chatter i ${dataDir} blir slettet. Vil du begynne på nytt? (ja/nei) `;
  const answer = await terminal.question(question, { signal: closed.signal }).catch(() => '');
  terminal.close();
  const agrees = /^ja?$/i.test(answer.trim());
  if (!agrees) output.write('Ingenting er slettet.\n');
  return agrees;
}

/** Removes what local mode has written, and nothing else: other files in the folder stay. */
export function removeData(dataDir: string): void {
  for (const name of OURS) rmSync(join(dataDir, name), { force: true });
  const files = join(dataDir, FILES);
  const kept = existsSync(files) ? readdirSync(files) : [];
  for (const name of kept) if (FILE.test(name)) rmSync(join(files, name), { force: true });
  for (const folder of [files, dirname(files)])
    if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
