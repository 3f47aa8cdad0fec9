import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform } from '../support/platform.ts';
import { agendaMs } from './agenda.ts';
import { approvePair, type Load, type Pair } from './approve.ts';
import { largestCard } from './cards.ts';
import { fanOutRatio } from './fan-out.ts';
import { type ImportRun, importRuns } from './import.ts';
import { roomOpenMs } from './room-open.ts';
import { startRatio } from './start.ts';
import { type TabFigures, tabFigures } from './tab.ts';
import { tickGrowth, tickGrowthMongo } from './tick.ts';

const RUNS = 5;
/** Passes of the timer; the first one warms up. */
const PASSES = 10;

/** What is promised, and in which direction (README «What it promises, and what was tried»). */
const limits = {
  approve_ratio: { atLeast: 1.4 },
  approve_ratio_fresh: { atLeast: 0.9 },
  approve_ratio_one: { atLeast: 1.2 },
  start_ratio: { atMost: 2.0 },
  fanout_ratio: { atLeast: 0.77 },
  room_open_ms: { atMost: 1000 },
  agenda_ms: { atMost: 3000 },
  tick_growth: { atMost: 2 },
  tick_growth_mongo: { atMost: 2 },
  import_ratio: { atLeast: 0.3 },
  import_s: { atMost: 20 },
  import_mb: { atMost: 300 },
  card_bytes_max: { atMost: 40_960 },
  tab_kb: { atMost: 150 },
  tab_ready_ms: { atMost: 2000 },
  tab_ready_ratio: { atMost: 1.5 },
} as const;
type Figure = keyof typeof limits;

const loads: Partial<Record<Figure, Load>> = {
  approve_ratio: { seats: 60, rounds: 40, perToken: 50 },
  approve_ratio_fresh: { seats: 60, rounds: 40, perToken: 1 },
  approve_ratio_one: { seats: 160, rounds: 12, perToken: 50 },
};

const json = process.argv.includes('--json');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const say = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function approveRatio(load: Load): Promise<number> {
  const platform = await startPlatform();
  const pairs: Pair[] = [];
  try {
    for (let run = 0; run < RUNS; run++) pairs.push(await approvePair(platform, load, run % 2 === 0));
  } finally {
    platform.close();
  }
  for (const { bot, echo } of pairs)
    say(`    ${bot.toFixed(0)} answers/s, echo ${echo.toFixed(0)}/s: ${(bot / echo).toFixed(2)}`);
  return median(pairs.map(({ bot, echo }) => bot / echo));
}

async function fanOutMedian(): Promise<number> {
  const ratios: number[] = [];
  for (let run = 0; run < RUNS; run++) ratios.push(await fanOutRatio(say));
  return median(ratios);
}

let imports: Promise<ImportRun[]> | undefined;
/** One of what the same runs of the import show. */
async function importMedian(of: (run: ImportRun) => number): Promise<number> {
  imports ??= importRuns(RUNS, say);
  return median((await imports).map(of));
}

let tab: Promise<TabFigures> | undefined;
/** One of what the same openings of the tab show. */
async function tabFigure(of: (figures: TabFigures) => number): Promise<number> {
  tab ??= tabFigures(RUNS, median, say);
  return of(await tab);
}

async function measure(figure: Figure): Promise<number> {
  const load = loads[figure];
  if (load) return approveRatio(load);
  if (figure === 'card_bytes_max') return largestCard();
  if (figure === 'room_open_ms') return roomOpenMs(RUNS, median, say);
  if (figure === 'agenda_ms') return agendaMs(RUNS, median, say);
  if (figure === 'tick_growth') return tickGrowth(PASSES, median, say);
  if (figure === 'tick_growth_mongo') return tickGrowthMongo(PASSES, median, say);
  if (figure === 'import_ratio') return importMedian(({ ratio }) => ratio);
  if (figure === 'import_s') return importMedian(({ seconds }) => seconds);
  if (figure === 'import_mb') return importMedian(({ mb }) => mb);
  if (figure === 'tab_kb') return tabFigure(({ kb }) => kb);
  if (figure === 'tab_ready_ms') return tabFigure(({ readyMs }) => readyMs);
  if (figure === 'tab_ready_ratio') return tabFigure(({ ratio }) => ratio);
  if (figure === 'fanout_ratio') return fanOutMedian();
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-bench-'));
  return startRatio(dataDir, RUNS, median, say).finally(() => rm(dataDir, { recursive: true, force: true }));
}

const result: Partial<Record<Figure, number | null>> = {};
let kept = true;
for (const figure of Object.keys(limits) as Figure[]) {
  if (only.length > 0 && !only.includes(figure)) continue;
  const value = await measure(figure).catch((error: unknown) => {
    say(`    could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  const limit: { readonly atLeast?: number; readonly atMost?: number } = limits[figure];
  const holds = value !== null && value >= (limit.atLeast ?? -Infinity) && value <= (limit.atMost ?? Infinity);
  kept &&= holds;
  result[figure] = value === null ? null : Math.round(value * 100) / 100;
  const promised = limit.atLeast === undefined ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
  say(
    `${figure.padEnd(20)} ${String(result[figure]).padStart(8)}   ${promised}   ${holds ? 'holds' : 'DOES NOT HOLD'}`,
  );
}
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = kept ? 0 : 1;
