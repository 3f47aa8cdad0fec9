import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_TENANT } from '../../bot/local/demo.ts';
import { openRecords } from '../../bot/records.ts';
import { newPlan } from '../../store/plan/record.ts';
import { newTiltak } from '../../store/tiltak/record.ts';
import { statusClassSchema } from '../../store/tiltak/status-class.ts';
import { launch } from '../support/browser.ts';
import { withStore } from '../support/rounds.ts';
import { type Started, somewhere, startUp, stop } from '../support/start.ts';
import { hostPage } from '../support/tab-host.ts';

const COMMITTEE = 'committee_fsu-bu';
const FEW = 10;
const MANY = 1000;
const THROTTLE = 4;
const MOST_REQUESTS = 4;

type Program = Started & { readonly token: string; readonly tiltak: number };
/** One opening of the tab, with nothing cached. */
type Opening = { readonly ms: number; readonly requests: number; readonly scriptKb: number };
export type TabFigures = { readonly kb: number; readonly readyMs: number; readonly ratio: number };

/**
 * The tab as a committee's secretary opens it in Teams at its tiltak, on a machine of a quarter of this one's speed: with a
 * thousand of them and with ten, in turns. Medians of several openings. Throws when it takes more requests than it may.
 */
export async function tabFigures(
  runs: number,
  median: (values: readonly number[]) => number,
  say: (line: string) => void,
): Promise<TabFigures> {
  // first of all: where there is no browser there is nothing to measure
  const browser = await launch();
  const dataDirs = await Promise.all([FEW, MANY].map(() => mkdtemp(join(tmpdir(), 'utvalgsbot-bench-'))));
  const programs: Program[] = [];
  try {
    for (const [n, tiltak] of [FEW, MANY].entries()) programs.push(await programWith(dataDirs[n] ?? '', tiltak));
    const openings: Opening[][] = programs.map(() => []);
    // the first opening of each program reads what it needs, and does not count
    for (let run = 0; run <= runs; run++)
      for (const [n, program] of programs.entries()) {
        const opening = await openOnce(browser, program);
        if (run > 0) openings[n]?.push(opening);
      }
    const [few = [], many = []] = openings;
    const [fewMs, manyMs] = [few, many].map((all) => median(all.map(({ ms }) => ms)));
    say(
      `    ${many.map(({ ms }) => ms.toFixed(0)).join(', ')} ms until ${MANY} tiltak are listed, at a quarter of the speed`,
    );
    say(`    ${few.map(({ ms }) => ms.toFixed(0)).join(', ')} ms until ${FEW} tiltak are`);
    const requests = Math.max(...openings.flat().map((one) => one.requests));
    if (requests > MOST_REQUESTS) throw new Error(`the page took ${requests} requests`);
    return {
      kb: median(many.map(({ scriptKb }) => scriptKb)),
      readyMs: manyMs ?? Number.NaN,
      ratio: (manyMs ?? Number.NaN) / (fewMs ?? Number.NaN),
    };
  } finally {
    for (const program of programs) await stop(program);
    await browser.close();
    for (const dataDir of dataDirs) await rm(dataDir, { recursive: true, force: true });
  }
}

/** The program with its demo, where the secretary's other committee has a plan with so many tiltak. */
async function programWith(dataDir: string, tiltak: number): Promise<Program> {
  await withStore(dataDir, async (engine) => {
    const { plans, tiltak: stored } = await openRecords(engine);
    const of = { tenantId: DEMO_TENANT, committeeId: COMMITTEE };
    await plans.collection.insert(newPlan({ ...of, id: 'plan', name: 'Handlingsplan', columns: [] }));
    await Promise.all(Array.from({ length: tiltak }, (_, n) => stored.collection.insert(tiltakNumber(n, of))));
  });
  const program = await startUp(await somewhere(dataDir));
  const response = await fetch(`http://127.0.0.1:${program.port}/api/tab/demo/aud`);
  const { token } = (await response.json()) as { readonly token: string };
  return { ...program, token, tiltak };
}

/** One of a plan as real ones are: a sentence or two, an owner in words, a day, and three statuses in a year. */
function tiltakNumber(n: number, of: { readonly tenantId: string; readonly committeeId: string }) {
  const classes = statusClassSchema.options;
  const statuses = [0, 1, 2].map((m) => ({
    class: classes[(n + m) % classes.length],
    text: 'Arbeidet er i gang i tre av åtte kommuner, og resten begynner etter sommeren.',
    at: new Date(Date.UTC(2026, 1 + 3 * m, 1 + (n % 28))),
    by: 'person',
    from: 'answer' as const,
  }));
  const tiltak = newTiltak({
    ...of,
    id: `tiltak-${String(n).padStart(6, '0')}`,
    planId: 'plan',
    order: n,
    place: { focusArea: `Innsatsområde ${n % 9}`, goal: 'Pasienten er ventet når hun kommer hjem' },
    text: `Tiltak ${n}: lage en felles rutine for det som skjer mellom sykehuset og kommunen når noen skrives ut før helg`,
    owner: 'FSU BU og kommunene',
    due: '31.12.30',
    dueOn: `2030-12-${String(1 + (n % 28)).padStart(2, '0')}`,
  });
  return { ...tiltak, statuses, history: [{ at: new Date('2026-01-12T09:00:00Z'), by: 'person', what: 'imported' }] };
}

/**
 * From asking for the page until the list is on the screen, and what is typed in the search field stands there. The browser runs
 * already; its store of pages is empty.
 */
async function openOnce(browser: Browser, { port, roomUrl, token, tiltak }: Program): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO' });
  const page = await context.newPage();
  const botUrl = `http://127.0.0.1:${port}`;
  let requests = 0;
  let scriptBytes = 0;
  try {
    const session = await context.newCDPSession(page);
    // an address of the room, which may show the tab as Teams may: there both are one process, and as slow
    await page.goto(`${roomUrl}/teams`);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    page.on('request', (request) => {
      if (request.url().startsWith(botUrl)) requests++;
    });
    page.on('requestfinished', async (request) => {
      if (request.resourceType() === 'script') scriptBytes += (await request.sizes()).responseBodySize;
    });
    const started = performance.now();
    await page.setContent(hostPage(`${botUrl}/tab/`, { token, subPageId: `committees/${COMMITTEE}/tiltak` }), {
      waitUntil: 'commit',
    });
    const frame = page.frameLocator('iframe');
    await frame
      .locator('table.list tbody tr')
      .nth(Math.min(tiltak, 50) - 1)
      .waitFor();
    const search = frame.locator('fluent-text-field[name="q"] input');
    await search.fill('helg');
    if ((await search.inputValue()) !== 'helg') throw new Error('the page does not answer');
    const ms = performance.now() - started;
    return { ms, requests, scriptKb: scriptBytes / 1000 };
  } finally {
    await context.close();
  }
}
