import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT } from '../../bot/local/demo.ts';
import { openRecords } from '../../bot/records.ts';
import { committeeDefinition } from '../../store/committee/repository.ts';
import { aCommittee } from '../support/records.ts';
import { withStore } from '../support/rounds.ts';
import { zipOf } from '../support/zip.ts';

const program = fileURLToPath(new URL('../../bot/import.ts', import.meta.url));
const tsx = createRequire(import.meta.url).resolve('tsx');
const PLAN = 'Hva vil vi?;Tiltak;Ansvarlig;Når;Status\nMål;Lage plan;FSU BU;2024;I gang\n;Møtes;Felles;12. april;\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'utvalgsbot-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string, name = 'plan.csv') => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** Runs `npm run import` in a folder of its own. */
function runImport(...args: readonly string[]) {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `file://${tsx}`, program, ...args], {
    cwd: folder,
    env: { ...(PATH && { PATH }) },
    encoding: 'utf8',
    // one that does not end has no status
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

const dataDir = () => join(folder, '.data');
/** A store as the bot leaves it, with these committees. */
const seeded = (...committees: readonly (readonly [shortName: string, name: string])[]) => {
  mkdirSync(dataDir());
  return withStore(dataDir(), async (engine) => {
    const collection = await engine.collection(committeeDefinition);
    for (const [shortName, name] of committees)
      await collection.insert(aCommittee({ id: shortName, keys: [], tenantId: DEMO_TENANT, shortName, name }));
  });
};
const stored = () =>
  withStore(dataDir(), async (engine) => {
    const { plans, tiltak } = await openRecords(engine);
    const [plan] = await plans.of('SSU');
    return { plan, tiltak: plan ? await tiltak.ofPlan(plan.id) : [] };
  });

describe('npm run import', { timeout: 60_000 }, () => {
  test('shows with --dry-run what was understood, and what is uncertain and why, without a store', () => {
    const { status, stdout, stderr } = runImport(fileOf(PLAN), '--dry-run');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'Planen har 2 rader. 1 er usikker.',
        '',
        'Kolonner:',
        '  Hva vil vi?: mål',
        '  Tiltak: tiltak',
        '  Ansvarlig: ansvarlig',
        '  Når: frist',
        '  Status: status',
        '',
        '-- Mål',
        'Linje 2: Lage plan',
        '  Ansvarlig: FSU BU',
        '  Når: 2024 (31.12.24)',
        '  Status: I gang',
        '',
        'Linje 3: Møtes',
        '  Ansvarlig: Felles',
        '  Når: 12. april',
        '  Usikkert: Fristen mangler årstall.',
        '',
      ].join('\n'),
    );
  });

  test('prints with --json one object, with every row as it is written', () => {
    const { status, stdout } = runImport('--json', fileOf(PLAN), '--dry-run');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [],
      rows: [
        {
          ...{ line: 2, hva_vil_vi: 'Mål', tiltak: 'Lage plan', ansvarlig: 'FSU BU', nar: '2024' },
          ...{ due: '2024-12-31', status: 'I gang', uncertain: false, why: [] },
        },
        {
          ...{ line: 3, hva_vil_vi: 'Mål', tiltak: 'Møtes', ansvarlig: 'Felles', nar: '12. april' },
          ...{ due: null, status: '', uncertain: true, why: ['Fristen mangler årstall.'] },
        },
      ],
    });
  });

  test('takes columns that are set by hand', () => {
    const file = fileOf('Oppdrag;Hos\nLage plan;SEKR\n');
    const { stdout } = runImport(
      file,
      '--dry-run',
      '--json',
      '--column',
      'Oppdrag=tiltak',
      '--column',
      'Hos=ansvarlig',
    );
    expect(JSON.parse(stdout).rows).toMatchObject([{ tiltak: 'Lage plan', ansvarlig: 'SEKR' }]);
  });

  test('names the row that is wrong and why, and stores nothing of the file', async () => {
    await seeded(['SSU', 'Strategisk samarbeidsutvalg']);
    const file = fileOf(`${PLAN}Mål;Si fra; til alle;SEKR;2024;Ikke begynt\n`);
    const { status, stdout, stderr } = runImport(file, '--committee', 'SSU');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'Planen er ikke lest inn:\nLinje 4: Raden har flere celler enn det er overskrifter. Et skilletegn i teksten må stå i anførselstegn.\n',
    );
    expect(await stored()).toEqual({ plan: undefined, tiltak: [] });
  });

  test('stores a plan once, and shows the difference when it is read again', async () => {
    await seeded(['SSU', 'Strategisk samarbeidsutvalg'], ['FSU BU', 'Barn og unge']);
    const first = runImport(fileOf(PLAN), '--committee', 'strategisk samarbeidsutvalg', '--plan', 'Plan 2024');
    expect(first.stdout).toContain(
      'Lest inn i «Plan 2024» for Strategisk samarbeidsutvalg: 2 nye, 0 endrede, 0 uendrede.',
    );
    const again = runImport(fileOf(PLAN.replace('2024', '2025').replace(/\n;Møtes.*/, '')), '--committee', 'ssu');
    expect(again.stdout).toContain(
      [
        'Lest inn i «Plan 2024» for Strategisk samarbeidsutvalg: 0 nye, 1 endret, 0 uendrede.',
        'Endret: Lage plan',
        '  frist: «2024» er nå «2025»',
        'Ikke i filen, og fortsatt i planen: Møtes',
      ].join('\n'),
    );
    const { plan, tiltak } = await stored();
    expect(plan?.imports.map(({ fileName, rows, added }) => [fileName, rows, added])).toEqual([
      ['plan.csv', 2, 2],
      ['plan.csv', 1, 0],
    ]);
    expect(tiltak.map(({ text, dueOn }) => [text, dueOn])).toEqual([
      ['Lage plan', '2025-12-31'],
      ['Møtes', undefined],
    ]);
  });

  test('says which committees there are when it is not told one of them', async () => {
    await seeded(['SSU', 'Samarbeidsutvalg nord'], ['FSU', 'Samarbeidsutvalg nord']);
    expect(runImport(fileOf(PLAN), '--committee', 'FSU DIG').stderr).toBe(
      'Planen er ikke lest inn:\nDet er ikke noe utvalg som heter «FSU DIG». Utvalgene er:\n  FSU: Samarbeidsutvalg nord\n  SSU: Samarbeidsutvalg nord\n',
    );
    const both = runImport(fileOf(PLAN), '--committee', 'Samarbeidsutvalg nord');
    expect(both).toMatchObject({ status: 1, stderr: expect.stringContaining('er navnet på flere utvalg') });
  });

  test('says that the bot must be stopped while it has the store, and that there is none yet', async () => {
    expect(runImport(fileOf(PLAN), '--committee', 'SSU')).toMatchObject({
      status: 1,
      stderr: 'Planen er ikke lest inn:\nDet er ingen data i .data. Start boten og sett opp utvalget først.\n',
    });
    await seeded(['SSU', 'Strategisk samarbeidsutvalg']);
    await withStore(dataDir(), async () => {
      const { status, stderr } = runImport(fileOf(PLAN), '--committee', 'SSU');
      expect(status).toBe(1);
      expect(stderr).toContain(
        'er i bruk av en annen prosess.\nBruker boten egen fil, må den stoppes mens en plan leses inn.',
      );
    });
  });

  const wrong: readonly [args: readonly string[], says: string][] = [
    [[], 'Filen mangler'],
    [['plan.csv'], '--committee mangler: navnet eller kortnavnet på utvalget'],
    [['plan.csv', '--committee'], '--committee mangler en verdi'],
    [['plan.csv', '--committee', '--dry-run'], '--committee mangler en verdi'],
    [['plan.csv', '--dry-run', '--colour'], '--colour er ukjent'],
    [['plan.csv', '--dry-run=ja'], '--dry-run skal ikke ha noen verdi'],
    [['plan.csv', 'mer.csv', '--dry-run'], 'Bare én fil om gangen: mer.csv er én for mye'],
    [['plan.csv', '--dry-run', '--plan', 'A', '--plan', 'B'], '--plan er gitt flere ganger'],
    [['plan.csv', '--dry-run', '--column', 'Hos=noe'], '--column "Hos=noe" er ikke "Overskrift=felt"'],
  ];
  test.each(wrong)('called with %j says what is wrong and how it is called', (args, says) => {
    const { status, stderr } = runImport(...args);
    expect(status).toBe(2);
    expect(stderr.split('\n')[0]).toBe(says);
    expect(stderr).toContain('Bruk: npm run import -- FIL --committee UTVALG');
  });

  test('of a file that is not there says so', () => {
    expect(runImport('borte.csv', '--dry-run')).toMatchObject({
      status: 1,
      stderr: 'borte.csv finnes ikke eller kan ikke leses.\n',
    });
  });

  test('of an archive that only looks like a workbook says so and ends', () => {
    const file = join(folder, 'plan.xlsx');
    writeFileSync(file, zipOf([['old/xl/workbook.xml', Buffer.from('<workbook/>')]]));
    expect(runImport(file, '--dry-run')).toMatchObject({
      status: 1,
      stderr: 'Planen er ikke lest inn:\nFilen er verken .csv, .xlsx eller .docx.\n',
    });
  });
});
