import { spawn } from 'node:child_process';
import { post } from '../support/load.ts';
import { invoke, startPlatform, TENANT_ID } from '../support/platform.ts';
import { botProgram, end, freePort, startNode, until } from '../support/process.ts';
import { seedRounds, withStore } from '../support/rounds.ts';

/**
 * From spawning the bot in service mode, with a store that it has started on before, to its first answer to a signed
 * press; as a ratio to a process that does nothing but load botbuilder. Runs interleaved; the median of the ratios.
 */
export async function startRatio(
  dataDir: string,
  runs: number,
  median: (values: readonly number[]) => number,
  say: (line: string) => void,
): Promise<number> {
  const platform = await startPlatform();
  try {
    const { objectIds } = await withStore(dataDir, (engine) =>
      seedRounds(engine, { tenantId: TENANT_ID, serviceUrl: platform.url, seats: 60, rounds: 5, prefix: 'start' }),
    );
    const body = invoke(platform, objectIds[0] ?? '', { verb: 'help.show' }, 1);
    const botStart = async () => {
      const port = await freePort();
      const token = await platform.token();
      const started = performance.now();
      const child = startNode([botProgram], platform.env(dataDir, port));
      const answer = await until(() => post(port, { body, token }), 2).finally(() => undefined);
      const took = performance.now() - started;
      await end(child);
      if (answer.status !== 200) throw new Error(`the first answer was ${answer.status}`);
      return took;
    };
    await botStart();
    const ratios: number[] = [];
    for (let run = 0; run < runs; run++) {
      const baseline = await loadBotbuilder();
      const bot = await botStart();
      say(
        `    ${bot.toFixed(0)} ms to the first answer, botbuilder alone ${baseline.toFixed(0)} ms: ${(bot / baseline).toFixed(2)}`,
      );
      ratios.push(bot / baseline);
    }
    return median(ratios);
  } finally {
    platform.close();
  }
}

async function loadBotbuilder(): Promise<number> {
  const cwd = new URL('../..', import.meta.url).pathname;
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', "require('botbuilder'); process.stdout.write('loaded')"], { cwd });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => code && reject(new Error(`botbuilder could not be loaded (${code})`)));
  });
  const took = performance.now() - started;
  await end(child);
  return took;
}
