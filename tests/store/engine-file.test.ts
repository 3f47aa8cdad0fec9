import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreUnusableError } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { aStoreProcess, type StoreProcess } from '../support/store-process.ts';
import { aFolder, onFile } from '../support/store-sqlite.ts';
import { aThing, thingDefinition } from '../support/store-things.ts';

const onUnreadable = () => {};
const open = (file: string) => sqliteEngine(file, { onUnreadable });

describe('the file of a store', () => {
  let folder: ReturnType<typeof aFolder>;
  let file: string;
  beforeEach(() => {
    folder = aFolder();
    file = join(folder.path, 'store.db');
  });
  afterEach(() => folder.remove());

  async function makeStore(path: string, count = 1): Promise<void> {
    const engine = await open(path);
    const things = await engine.collection(thingDefinition);
    for (let n = 0; n < count; n++) await things.insert(aThing(`t${n}`));
    await engine.close();
  }

  /** A store as a clean stop leaves it. A copy, because SQLite holds a file until its statements are collected. */
  async function aStore(count = 1): Promise<void> {
    const original = aFolder();
    await makeStore(join(original.path, 'store.db'), count);
    copyFileSync(join(original.path, 'store.db'), file);
    original.remove();
  }

  const refusals: readonly [what: string, why: RegExp, prepare: () => Promise<void> | void][] = [
    ['a text', /er ikke en SQLite-database/, () => writeFileSync(file, 'Referat fra møte\n'.repeat(100))],
    ['a file of a few bytes', /er ikke en SQLite-database/, () => writeFileSync(file, 'SQLite format 3\0')],
    ['zeros', /er ikke en SQLite-database/, () => writeFileSync(file, Buffer.alloc(8192))],
    [
      'a database of another program',
      /et annet program/,
      () => onFile(file, (db) => void db.exec('CREATE TABLE things (id); INSERT INTO things VALUES (1);')),
    ],
    [
      'a database of a newer program',
      /nyere versjon/,
      async () => {
        await aStore();
        onFile(file, (db) => void db.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 2;'));
      },
    ],
    [
      'a database of which only a part was copied',
      /skadet/,
      async () => {
        await aStore(50);
        truncateSync(file, 8192);
      },
    ],
    [
      'a database cut within its header',
      /er ikke en SQLite-database/,
      async () => {
        await aStore();
        truncateSync(file, 99);
      },
    ],
    [
      'a database of which the first page was half written',
      /skadet/,
      async () => {
        await aStore();
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0, 100, 4096));
      },
    ],
    ['a missing file whose log is there', /loggen/, () => writeFileSync(`${file}-wal`, 'x')],
  ];
  test.each(refusals)(
    '%s is refused by name and stays as it is, and nothing appears beside it',
    async (_what, why, prepare) => {
      await prepare();
      const names = readdirSync(folder.path);
      const past = new Date('2020-01-01T00:00:00Z');
      for (const name of names) utimesSync(join(folder.path, name), past, past);
      const look = () =>
        readdirSync(folder.path).map((name) => {
          const path = join(folder.path, name);
          return { name, bytes: readFileSync(path).toString('base64'), changed: statSync(path).mtimeMs };
        });
      const before = look();
      const error = await open(file).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StoreUnusableError);
      expect((error as Error).message).toContain(file);
      expect((error as Error).message).toMatch(why);
      expect(look()).toEqual(before);
    },
  );

  test('a newer program whose work is still in the log is refused as well', async () => {
    await aStore();
    const other = onFile(file, (db) => {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = 2;');
      copyFileSync(file, join(folder.path, 'copy.db'));
      copyFileSync(`${file}-wal`, join(folder.path, 'copy.db-wal'));
      return join(folder.path, 'copy.db');
    });
    await expect(open(other)).rejects.toThrow(/nyere versjon/);
  });

  test('a short file is repaired from its log, as after a crash while the log was copied back', async () => {
    await aStore(50);
    const copy = join(folder.path, 'copy.db');
    onFile(file, (db) => {
      // every page is in the log once it is written anew
      db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; VACUUM;');
      copyFileSync(`${file}-wal`, `${copy}-wal`);
      copyFileSync(file, copy);
    });
    truncateSync(copy, 8192);
    const engine = await open(copy);
    const things = await engine.collection(thingDefinition);
    expect((await things.get('t49'))?.id).toBe('t49');
    await engine.close();
  });

  test('a missing and an empty file become a new store, with its folder', async () => {
    writeFileSync(file, '');
    for (const path of [file, join(folder.path, 'deep', 'er', 'store.db')]) {
      const engine = await open(path);
      expect(await (await engine.collection(thingDefinition)).insert(aThing('a'))).toBe('inserted');
      await engine.close();
      expect(readFileSync(path).toString('latin1', 0, 15)).toBe('SQLite format 3');
    }
  });

  test('what a killed process left of making a store is cleared away', async () => {
    writeFileSync(`${file}.new`, 'half');
    writeFileSync(`${file}.new-journal`, 'half');
    await makeStore(file);
    expect(readdirSync(folder.path).filter((name) => name.includes('.new'))).toEqual([]);
  });

  test('a folder in place of the file is refused by name', async () => {
    mkdirSync(file);
    await expect(open(file)).rejects.toThrow(StoreUnusableError);
  });

  test('after closing, a copy of the one file holds everything', async () => {
    await makeStore(file, 20);
    const copy = join(folder.path, 'backup.db');
    copyFileSync(file, copy);
    const engine = await open(copy);
    expect(await (await engine.collection(thingDefinition)).get('t19')).toBeDefined();
    await engine.close();
  });

  describe('and other processes', { timeout: 20_000 }, () => {
    let other: StoreProcess | undefined;
    afterEach(() => other?.kill());

    test('a second process is refused while the first lives, and let in after its kill -9', async () => {
      other = aStoreProcess(['hold', 'sqlite', file]);
      await other.said('ready');
      await expect(open(file)).rejects.toThrow(StoreUnusableError);
      await expect(open(file)).rejects.toThrow(/i bruk av en annen prosess/);
      const link = join(folder.path, 'link.db');
      symlinkSync(file, link);
      await expect(open(link)).rejects.toThrow(/i bruk av en annen prosess/);
      await other.kill();
      const engine = await open(file);
      expect(await engine.ready()).toBe(true);
      await engine.close();
    });

    test('this process keeps others out until its last connection is closed', async () => {
      const [first, second] = [await open(file), await open(file)];
      const refused = aStoreProcess(['hold', 'sqlite', file]);
      await first.close();
      expect(await refused.said('')).toMatch(/^failed StoreUnusableError .*i bruk/);
      await second.close();
      other = aStoreProcess(['hold', 'sqlite', file]);
      expect(await other.said('')).toBe('ready');
      await refused.ended;
    });
  });

  test('bytes behind the last page do no harm', async () => {
    await aStore();
    appendFileSync(file, Buffer.alloc(100));
    const engine = await open(file);
    expect(await (await engine.collection(thingDefinition)).get('t0')).toBeDefined();
    await engine.close();
  });
});
