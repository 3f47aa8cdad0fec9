import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords, type Records } from '../../bot/records.ts';
import { tick } from '../../bot/scheduler.ts';
import type { Deps } from '../../bot/turn.ts';
import type { Engine } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import { tiltakDefinition } from '../../store/tiltak/repository.ts';
import { contactTimeOn } from '../../store/time.ts';
import { inChat } from '../support/circulation.ts';
import { someLinks } from '../support/links.ts';
import { aCommittee, TENANT } from '../support/records.ts';
import { aMongoDatabase } from '../support/store-mongo.ts';
import { aTeams } from '../support/teams.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A working day at 08, and what is due at each pass. */
const START = contactTimeOn('2026-03-02');
const DUE = 100;
const COMMITTEES = 100;
const BATCH = 5000;

type Say = (line: string) => void;
type Filled = { readonly deps: Deps; readonly at: (pass: number) => void };

/** A tiltak as one of so many that are stored. The first ones are due, a hundred on each day; the others next year. */
function stored(n: number, passes: number): Tiltak {
  const committeeId = `committee-${n % COMMITTEES}`;
  const pass = Math.floor(n / DUE);
  const askDueAt = new Date(START.getTime() + (pass < passes ? pass : 365 + (n % 300)) * DAY);
  const made = newTiltak({
    id: `tiltak-${String(n).padStart(8, '0')}`,
    tenantId: TENANT,
    committeeId,
    planId: `plan-${n % COMMITTEES}`,
    order: n,
    text: 'Etablere en felles rutine for oppfølging av pasienter som overføres mellom sykehus og kommune.',
    owner: 'Rådgiver',
    contactIds: [`person-${n % COMMITTEES}`],
    due: '2025',
    dueOn: '2025-12-31',
  });
  return { ...made, askDueAt };
}

/** A store with so many tiltak, in the engine's own format. */
async function filled(
  records: Records,
  insert: (batch: readonly Tiltak[]) => Promise<unknown>,
  count: number,
  passes: number,
): Promise<Filled> {
  for (let n = 0; n < COMMITTEES; n++) {
    await records.committees.collection.insert(aCommittee({ id: `committee-${n}`, keys: [] }));
    await records.persons.collection.insert(inChat(`person-${n}`));
  }
  for (let from = 0; from < count; from += BATCH)
    await insert(Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => stored(from + n, passes)));
  const clock = { now: START };
  const deps: Deps = {
    ...records,
    roster: aTeams(),
    allowedTenants: [TENANT],
    links: someLinks,
    now: () => clock.now,
    realNow: () => clock.now,
  };
  return {
    deps,
    at: (pass) => {
      clock.now = new Date(START.getTime() + pass * DAY);
    },
  };
}

/** How long one pass takes that has a hundred tiltak to ask about. */
async function passMs({ deps, at }: Filled, pass: number): Promise<number> {
  at(pass);
  const from = performance.now();
  const changed = await tick(deps, (_id, error) => {
    throw error;
  });
  const took = performance.now() - from;
  if (changed !== DUE) throw new Error(`a pass asked about ${changed} tiltak, not ${DUE}`);
  return took;
}

/** The same passes in both stores, in turn; the first one warms up. */
async function growth(
  many: Filled,
  few: Filled,
  passes: number,
  median: (values: readonly number[]) => number,
  say: Say,
): Promise<number> {
  const times = { many: [] as number[], few: [] as number[] };
  for (let pass = 0; pass < passes; pass++) {
    const order = pass % 2 === 0 ? (['many', 'few'] as const) : (['few', 'many'] as const);
    for (const which of order) {
      const took = await passMs(which === 'many' ? many : few, pass);
      if (pass > 0) times[which].push(took);
    }
  }
  say(`    one pass: ${median(times.many).toFixed(1)} ms with many, ${median(times.few).toFixed(1)} ms with few`);
  return median(times.many) / median(times.few);
}

/** One timer pass with a million stored tiltak, a hundred of them due, against the same with ten thousand. */
export async function tickGrowth(
  passes: number,
  median: (values: readonly number[]) => number,
  say: Say,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'utvalgsbot-bench-'));
  const engines: Engine[] = [];
  const fill = async (count: number) => {
    const engine = await sqliteEngine(join(folder, `${count}.db`), { onUnreadable: () => {} });
    engines.push(engine);
    const records = await openRecords(engine);
    // what is asked for in one turn is one transaction
    const insert = (batch: readonly Tiltak[]) => Promise.all(batch.map((one) => records.tiltak.collection.insert(one)));
    return filled(records, insert, count, passes);
  };
  try {
    const from = performance.now();
    const many = await fill(1_000_000);
    say(`    a million stored in ${((performance.now() - from) / 1000).toFixed(0)} s`);
    return await growth(many, await fill(10_000), passes, median, say);
  } finally {
    for (const engine of engines) await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The same on a server that speaks MongoDB's protocol, with a hundred thousand against ten thousand. They are stored as the
 * engine stores them, many at a time. Throws where no server is named.
 */
export async function tickGrowthMongo(
  passes: number,
  median: (values: readonly number[]) => number,
  say: Say,
): Promise<number> {
  const stores: Awaited<ReturnType<typeof aMongoDatabase>>[] = [];
  const engines: Engine[] = [];
  const fill = async (count: number) => {
    const store = await aMongoDatabase();
    stores.push(store);
    const engine = await mongoEngine(store.address, { onUnreadable: () => {} });
    engines.push(engine);
    const records = await openRecords(engine);
    const documents = store.db.collection<{ _id: string }>(tiltakDefinition.name);
    const insert = (batch: readonly Tiltak[]) =>
      documents.insertMany(
        batch.map(({ id: _id, keys: _none, ...rest }) => ({ _id, ...rest })),
        { ignoreUndefined: true },
      );
    return filled(records, insert, count, passes);
  };
  try {
    const from = performance.now();
    const many = await fill(100_000);
    say(`    a hundred thousand stored in ${((performance.now() - from) / 1000).toFixed(0)} s`);
    return await growth(many, await fill(10_000), passes, median, say);
  } finally {
    for (const engine of engines) await engine.close();
    for (const { remove } of stores) await remove();
  }
}
