import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, fire, post, type Shot } from '../support/load.ts';
import { invoke, type Platform, TENANT_ID } from '../support/platform.ts';
import { botProgram, end, freePort, startNode, until } from '../support/process.ts';
import { countAnswers, objectIdsOf, seedRounds, withStore } from '../support/rounds.ts';

export type Load = {
  readonly seats: number;
  readonly rounds: number;
  /** How many requests share a token. */
  readonly perToken: number;
};

/** Answers per second of the bot and of the echo bot under the same load, one run each. */
export type Pair = { readonly bot: number; readonly echo: number };

const repo = (path: string) => new URL(`../../${path}`, import.meta.url).pathname;

/** One run: every seat of every round answers once; the stored answers are counted afterwards. */
export async function approvePair(platform: Platform, load: Load, botFirst: boolean): Promise<Pair> {
  if (botFirst) {
    const bot = await botRun(platform, load);
    return { bot, echo: await echoRun(platform, load) };
  }
  const echo = await echoRun(platform, load);
  return { bot: await botRun(platform, load), echo };
}

async function botRun(platform: Platform, load: Load): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-bench-'));
  try {
    const seeded = await withStore(dataDir, (engine) =>
      seedRounds(engine, { tenantId: TENANT_ID, serviceUrl: platform.url, prefix: 'bench', ...load }),
    );
    const port = await freePort();
    const child = startNode([botProgram], platform.env(dataDir, port));
    const shots = await approvals(platform, load, seeded);
    await warmUp(platform, port, seeded.objectIds);
    const rate = await fire(port, shots, isReceipt).finally(() => end(child));
    const { answers, twice } = await withStore(dataDir, (engine) => countAnswers(engine, seeded.roundIds));
    if (answers !== shots.length || twice) throw new Error(`${shots.length} acknowledged, ${answers} stored`);
    return rate;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function echoRun(platform: Platform, load: Load): Promise<number> {
  const port = await freePort();
  const child = startNode([...process.execArgv, repo('tests/bench/echo.ts')], platform.env('', port));
  const objectIds = objectIdsOf(load.seats);
  const roundIds = Array.from({ length: load.rounds }, (_, n) => `round_referat_bench_${n}_1`);
  const shots = await approvals(platform, load, { objectIds, roundIds, textHash: '0'.repeat(64) });
  await warmUp(platform, port, objectIds);
  return fire(port, shots, isReceipt).finally(() => end(child));
}

function isReceipt({ status, text }: Answer): boolean {
  return status === 200 && text.includes('Du godkjente');
}

/** Every seat's answer, round by round, the tokens signed beforehand. */
async function approvals(
  platform: Platform,
  { perToken }: Load,
  {
    roundIds,
    objectIds,
    textHash,
  }: { readonly roundIds: readonly string[]; readonly objectIds: readonly string[]; readonly textHash: string },
): Promise<Shot[]> {
  const shots: Shot[] = [];
  let token = '';
  for (const roundId of roundIds)
    for (const objectId of objectIds) {
      if (shots.length % perToken === 0) token = await platform.token();
      const data = { verb: 'round.approve', roundId, textHash };
      shots.push({ token, body: invoke(platform, objectId, data, shots.length) });
    }
  return shots;
}

/** Waits for the first answer, then lets the just-in-time compiler see a few hundred more. They answer nothing. */
async function warmUp(platform: Platform, port: number, objectIds: readonly string[]): Promise<void> {
  const token = await platform.token();
  const shot = (i: number) => ({
    token,
    body: invoke(platform, objectIds[i % objectIds.length] ?? '', { verb: 'help.show' }, -i),
  });
  await until(() => post(port, shot(0)));
  await fire(
    port,
    Array.from({ length: 400 }, (_, i) => shot(i)),
    ({ status }) => status === 200,
  );
}
