import { type Answer, post, type Shot } from './load.ts';
import { invoke, type Platform } from './platform.ts';
import { botProgram, end, freePort, startNode, until } from './process.ts';
import type { Seeded } from './rounds.ts';

/** A bot in a process of its own that answers on this port. */
export type BotProcess = { readonly port: number; readonly end: (signal?: NodeJS.Signals) => Promise<void> };

/** Starts the program as it is deployed; resolves when it is ready for presses, rejects when it ends instead. */
export async function aBotProcess(env: (port: number) => NodeJS.ProcessEnv, wanted?: number): Promise<BotProcess> {
  const port = wanted ?? (await freePort());
  const child = startNode([botProgram], env(port));
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)));
  });
  const ready = until(async () => {
    if ((await fetch(`http://127.0.0.1:${port}/readyz`)).status !== 200) throw new Error('not ready');
  });
  await Promise.race([ready, ended]).catch(async (error: unknown) => {
    await end(child);
    throw error;
  });
  return { port, end: (signal) => end(child, signal) };
}

/** Everybody's «Godkjenn» in one round, in the order of the seats. */
export async function approvalsOf(
  platform: Platform,
  { roundIds, objectIds, textHash }: Seeded,
  n = 0,
): Promise<Shot[]> {
  const token = await platform.token();
  const data = { verb: 'round.approve', roundId: roundIds[n], textHash };
  return objectIds.map((objectId, i) => ({ token, body: invoke(platform, objectId, data, i) }));
}

/** Presses on a connection of its own, as somebody with a client of their own; tells whether the receipt came. */
export async function press(port: number, shot: Shot): Promise<boolean> {
  const answer = await post(port, shot, 0).catch(() => undefined);
  return answer !== undefined && isReceipt(answer);
}

/** True for the card that says that the answer is registered. */
function isReceipt({ status, text }: Answer): boolean {
  return status === 200 && text.includes('Du godkjente');
}
