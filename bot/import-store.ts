import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Committee } from '../store/committee/record.ts';
import { isClosed } from '../store/committee/rules.ts';
import { StoreUnusableError } from '../store/engine/engine.ts';
import type { PlanRead } from '../store/plan/read.ts';
import { headingKey } from '../store/plan/rules-columns.ts';
import type { Merge } from '../store/plan/rules-merge.ts';
import { createClock, roomOffset } from './clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { idFrom, sha256OfBytes } from './ids.ts';
import type { ImportFlags } from './import-flags.ts';
import { createLog } from './log.ts';
import { openStore, storePlace } from './open-store.ts';
import { storePlan } from './plan-store.ts';
import { openRecords, type Records } from './records.ts';

/** What a plan is called when nobody says it. */
const PLAN = 'Handlingsplan';

export type Stored = { readonly committee: string; readonly plan: string; readonly merge: Merge };

/**
 * Stores a plan where the bot's own configuration says, once it is read; nothing of one with problems. A problem of the
 * store is a sentence for the operator.
 */
export async function storeImport(
  flags: ImportFlags,
  bytes: Uint8Array,
  reading: Promise<PlanRead>,
): Promise<Stored | { readonly problem: string } | undefined> {
  try {
    const config = readConfig(undefined, []);
    const place = storePlace(config);
    if ('file' in place && !existsSync(place.file))
      return { problem: `Det er ingen data i ${config.dataDir}. Start boten og sett opp utvalget først.` };
    const engine = await openStore(config, createLog(config.logLevel));
    try {
      const records = await openRecords(engine);
      // asked while the file is still being read in its own thread
      const offsetMs = config.mode === 'local' ? await roomOffset(config.roomUrl) : 0;
      const plan = await reading;
      return plan.problems.length > 0 ? undefined : await storeIn(records, config, offsetMs, { flags, bytes, plan });
    } finally {
      await engine.close();
    }
  } catch (error) {
    if (error instanceof StoreUnusableError)
      return { problem: `${error.message}\nBruker boten egen fil, må den stoppes mens en plan leses inn.` };
    if (error instanceof ConfigError) return { problem: error.message };
    throw error;
  }
}

async function storeIn(
  records: Records,
  { allowedTenants }: Config,
  offsetMs: number,
  { flags, bytes, plan: { columns, rows } }: { flags: ImportFlags; bytes: Uint8Array; plan: PlanRead },
): Promise<Stored | { readonly problem: string }> {
  const tenants = await Promise.all(allowedTenants.map((tenant) => records.committees.inTenant(tenant)));
  const committee = committeeCalled(
    flags.committee ?? '',
    tenants.flat().filter((one) => !isClosed(one)),
  );
  if ('problem' in committee) return committee;
  const name = flags.plan ?? (await onlyPlan(records, committee)) ?? PLAN;
  const realNow = new Date();
  const now = createClock(offsetMs).now();
  const sha256 = sha256OfBytes(bytes);
  const stored = await storePlan(records, {
    ...{ committee, name, columns, rows, by: 'bot', now, realNow },
    file: { name: basename(flags.file), sha256 },
    // the same file again goes on where it was stopped
    key: idFrom('import', committee.id, name, sha256),
  });
  if (stored === 'import-under-way')
    return { problem: 'En annen leser inn den samme planen nå. Prøv igjen om et par minutter.' };
  return { committee: committee.name, plan: stored.plan.name, merge: stored.merge };
}

/** The committee of this name or short name; which there are when it is not one. */
function committeeCalled(called: string, committees: readonly Committee[]): Committee | { readonly problem: string } {
  const key = headingKey(called);
  const found = committees.filter(({ name, shortName }) => [name, shortName].some((one) => headingKey(one) === key));
  if (found.length === 1 && found[0]) return found[0];
  const list = (found.length > 0 ? found : committees).map(({ name, shortName }) => `  ${shortName}: ${name}`);
  if (found.length > 1) return { problem: `«${called}» er navnet på flere utvalg:\n${list.join('\n')}` };
  return {
    problem:
      list.length === 0
        ? 'Det er ingen utvalg ennå. Sett opp utvalget i Teams først.'
        : `Det er ikke noe utvalg som heter «${called}». Utvalgene er:\n${list.join('\n')}`,
  };
}

async function onlyPlan({ plans }: Records, { id }: Committee): Promise<string | undefined> {
  const [plan, other] = await plans.of(id);
  return other === undefined ? plan?.name : undefined;
}
