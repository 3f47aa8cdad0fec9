import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import { DEMO_TENANT } from '../../bot/local/demo.ts';
import { committeeDefinition } from '../../store/committee/repository.ts';
import { aCommittee } from '../support/records.ts';
import { withStore } from '../support/rounds.ts';

const ROWS = 10_000;
/** As the README starts it on a server: room for a large plan from the start is less in the end than growing into it. */
const FLAGS = ['--max-semi-space-size=16', '--initial-old-space-size=128'];
const program = fileURLToPath(new URL('../../dist/bot/import.js', import.meta.url));
/** Writes to a channel of its own how much memory a process has taken at the most, in MB. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS / 1024)));",
)}`;

export type ImportRun = { readonly ratio: number; readonly seconds: number; readonly mb: number };

/**
 * A plan of 10,000 rows as a workbook, imported by the program as it is deployed into a new store, and the same file merely
 * read by the library; each in a process of its own, from starting it to its end. Runs interleaved.
 */
export async function importRuns(runs: number, say: (line: string) => void): Promise<ImportRun[]> {
  const folder = await mkdtemp(join(tmpdir(), 'utvalgsbot-import-'));
  const file = join(folder, 'plan.xlsx');
  try {
    await writeFile(file, aLargePlan());
    const measured: ImportRun[] = [];
    for (let run = 0; run < runs; run++) {
      const merely = await timed(['-e', readingAlone(file)], {});
      const dataDir = await mkdtemp(join(folder, 'data-'));
      await withStore(dataDir, async (engine) => {
        await (await engine.collection(committeeDefinition)).insert(aCommittee({ tenantId: DEMO_TENANT }));
      });
      const whole = await timed([...FLAGS, '--import', TELL_MEMORY, program, file, '--committee', 'SSU', '--json'], {
        DATA_DIR: dataDir,
      });
      const [ratio, seconds, mb] = [merely.ms / whole.ms, whole.ms / 1000, Number(whole.said)];
      say(
        `    library ${merely.ms.toFixed(0)} ms, import ${whole.ms.toFixed(0)} ms, ${mb.toFixed(0)} MB: ${ratio.toFixed(2)}`,
      );
      measured.push({ ratio, seconds, mb });
    }
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readingAlone(file: string): string {
  const library = createRequire(import.meta.url).resolve('@e965/xlsx');
  return `const { read, utils } = require(${JSON.stringify(library)});
    const book = read(require('node:fs').readFileSync(${JSON.stringify(file)}));
    if (utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).length !== ${ROWS + 1}) process.exit(1);`;
}

/** Rows as long as those of real plans, in the columns of real plans. */
function aLargePlan(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, n) => [
    `Innsatsområde ${Math.floor(n / 500)}: helhetlige pasientforløp`,
    `Mål ${Math.floor(n / 5)}: bedre overganger mellom nivåene og færre liggedøgn`,
    'Gjennom faste møter mellom kommunene og foretaket',
    `Tiltak ${n}: felles fagdager innen psykisk helse og rus, i samarbeid med nettverkene`,
    ['FSU BU', 'SEKR', 'UNN og kommunene'][n % 3],
    ['2025', '2024-2025', 'Innen utgangen av 2025', ''][n % 4],
    `Arbeidet med punkt ${n} er startet opp. Det er noe forsinket etter planen, og følges opp videre i neste møte.`,
    ['ja', 'nei'][n % 2],
  ]);
  const header = [
    'Innsatsområde',
    'Hva vil vi?',
    'Hvordan få det til?',
    'Tiltak',
    'Ansvarlig',
    'Når',
    'Status',
    'Prioritert',
  ];
  const book = utils.book_new(utils.aoa_to_sheet([header, ...rows]), 'Plan');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true });
}

/** How long a process takes from being started to its end, and what it said on its own channel. */
async function timed(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ ms: number; said: string }> {
  const { PATH } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...(PATH && { PATH }), ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`it ended with code ${code}`);
  return { ms: performance.now() - started, said };
}
