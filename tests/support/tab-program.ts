import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WireAnswer, WirePage, WireStart } from '../../bot/tab-api/wire.ts';
import { somewhere, startUp, stop } from './start.ts';

/** The whole program with the demo in it, and what the tab of it is asked for. */
export type TabProgram = {
  /** Where the tab is. */
  readonly tabUrl: string;
  /** Where the try-out room is: the chats of the same people. */
  readonly roomUrl: string;
  /** A token for one of the demo's persons. */
  readonly token: (person: string) => Promise<string>;
  /** What the API answers somebody. */
  readonly read: (person: string, path: string) => Promise<WirePage>;
  readonly start: (person: string, path?: string) => Promise<WireStart>;
  /** Presses a button for somebody. */
  readonly act: (person: string, action: object) => Promise<WireAnswer>;
  readonly close: () => Promise<void>;
};

/** Starts it on Monday 2 March 2026 at 9 o'clock in Oslo, the room's time. Whoever starts it closes it. */
export async function startTabProgram(): Promise<TabProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-tab-'));
  const program = await startUp(await somewhere(dataDir), ['--now', '2026-03-02T08:00:00Z']);
  const api = `http://127.0.0.1:${program.port}/api/tab`;
  const token = async (person: string) => {
    const response = await fetch(`${api}/demo/${person}`);
    return ((await response.json()) as { readonly token: string }).token;
  };
  const ask = async (person: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${await token(person)}`, 'content-type': 'application/json' };
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${api}/${path}`, { headers, ...sent });
    if (!response.ok) throw new Error(`${path} is answered with ${response.status}`);
    return response.json();
  };
  return {
    tabUrl: `http://127.0.0.1:${program.port}/tab/`,
    roomUrl: program.roomUrl,
    token,
    read: (person, path) => ask(person, path) as Promise<WirePage>,
    start: (person, path = '') => ask(person, `start?${new URLSearchParams({ path })}`) as Promise<WireStart>,
    act: (person, action) => ask(person, 'actions', { id: randomUUID(), action }) as Promise<WireAnswer>,
    async close() {
      await stop(program);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
