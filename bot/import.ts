import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { planProblemText } from '../cards/text/plan-read.ts';
import type { PlanRead } from '../store/plan/read.ts';
import { openPlanFile } from './documents/read-plan.ts';
import { type ImportFlags, importUsage, readImportFlags } from './import-flags.ts';
import { differenceJson, planDifference, planJson, planPreview } from './import-show.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

/** `npm run import`: reads a plan, shows what was understood of it, and stores it. Returns the exit code. */
export async function runImport(argv: readonly string[]): Promise<0 | 1 | 2> {
  const flags = readImportFlags(argv);
  if ('problems' in flags) {
    complain([...flags.problems, importUsage].join('\n'));
    return 2;
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(flags.file);
  } catch {
    complain(`${flags.file} finnes ikke eller kan ikke leses.`);
    return 1;
  }
  const read = await openPlanFile(bytes);
  // the store is opened while the file is read, mostly in another thread
  const reading = read(flags.fields);
  const [plan, storing] = await Promise.all([reading, flags.dryRun ? undefined : store(flags, bytes, reading)]);
  const stored = plan.problems.length > 0 ? undefined : storing;
  const problems = [...plan.problems.map(planProblemText), ...(stored && 'problem' in stored ? [stored.problem] : [])];
  const difference = stored && 'merge' in stored ? stored : undefined;
  if (flags.json) say(JSON.stringify({ ...planJson(plan), ...(difference && { stored: differenceJson(difference) }) }));
  else if (problems.length === 0) say(planPreview(plan));
  if (!flags.json && difference) say(planDifference(difference));
  if (problems.length > 0) complain(`Planen er ikke lest inn:\n${problems.join('\n')}`);
  return problems.length > 0 ? 1 : 0;
}

async function store(flags: ImportFlags, bytes: Uint8Array, reading: Promise<PlanRead>) {
  const { storeImport } = await import('./import-store.ts');
  return storeImport(flags, bytes, reading);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await runImport(process.argv.slice(2));
