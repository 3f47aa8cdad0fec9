import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { planProblemText } from '../cards/text/plan-read.ts';
import { readPlanFile } from './documents/read-plan.ts';
import { importUsage, readImportFlags } from './import-flags.ts';
import { planJson, planPreview } from './import-show.ts';

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
  const plan = await readPlanFile(bytes, flags.fields);
  if (flags.json) say(JSON.stringify(planJson(plan)));
  if (plan.problems.length > 0) {
    complain(`Planen er ikke lest inn:\n${plan.problems.map(planProblemText).join('\n')}`);
    return 1;
  }
  if (!flags.json) say(planPreview(plan));
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await runImport(process.argv.slice(2));
