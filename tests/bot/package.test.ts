import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languageProblems, schemaProblems } from '../../bot/manifest-schema.ts';
import { PackageError, zipOf } from '../../bot/package.ts';
import { packedIcon } from '../support/icons.ts';
import { goodFiles, packaging, readManifest } from '../support/manifest.ts';
import { entriesOf } from '../support/zip.ts';

const program = fileURLToPath(new URL('../../bot/package.ts', import.meta.url));
const tsx = createRequire(import.meta.url).resolve('tsx');
const manifestIn = async (zip: Uint8Array) =>
  readManifest(JSON.parse(String((await entriesOf(zip)).get('manifest.json'))));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'utvalgsbot-package-'));
  file = join(folder, 'dist', 'utvalgsbot.zip');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes the package as `npm run package` does, in a folder of its own. */
function make(env: NodeJS.ProcessEnv) {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `file://${tsx}`, program], {
    cwd: folder,
    env: { ...(PATH && { PATH }), ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run package', { timeout: 60_000 }, () => {
  test('writes a package that opens with the manifest, and the languages and icons that it names', async () => {
    const { stdout, ...made } = make(packaging);
    expect(made).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('ChannelMember.Read.Group: ');
    const zip = readFileSync(file);
    const entries = await entriesOf(zip);
    const { icons, version } = await manifestIn(zip);
    expect([...entries.keys()]).toEqual(['manifest.json', 'nn.json', 'en.json', icons.color, icons.outline]);
    expect(entries.get(`${icons.color}`)).toEqual(packedIcon('color'));
    expect(entries.get(`${icons.outline}`)).toEqual(packedIcon('outline'));
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('says in words what is missing, and leaves no older package behind', () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(file, 'an older one');
    const { status, stderr } = make({ ...packaging, TERMS_URL: '' });
    expect(status).toBe(1);
    expect(stderr).toBe('Appen kan ikke pakkes:\nTERMS_URL mangler: en side med vilkår for å bruke appen\n');
    expect(existsSync(file)).toBe(false);
  });

  test('makes the same bytes at any time and in any time zone', async () => {
    make({ ...packaging, TZ: 'Pacific/Auckland' });
    expect(readFileSync(file).equals(await zipOf(goodFiles()))).toBe(true);
  });
});

const VERSIONS = ['1.25', '1.26', '1.29', '1.30'] as const;

describe('a manifest', () => {
  test.each(VERSIONS)('is one by version %s of the schema', async (version) => {
    const text = (await entriesOf(await zipOf(goodFiles()))).get('manifest.json')?.toString() ?? '';
    const manifest = JSON.parse(text.replaceAll('1.25', version));
    expect(manifest).toMatchObject({ manifestVersion: version, $schema: expect.stringContaining(`/v${version}/`) });
    expect(await schemaProblems(manifest, version)).toEqual([]);
  });

  test.each<[string, object]>([
    ['a field that there is not', { colour: '#17395C' }],
    ['a colour that is none', { accentColor: 'blue' }],
    ['a scope that there is not', { bots: [{ botId: packaging.MicrosoftAppId, scopes: ['groupchat'] }] }],
    ['a long name', { name: { short: 'x'.repeat(31), full: 'Utvalgsbot' } }],
    ['an id that is none', { id: 'utvalgsbot' }],
  ])('is refused for %s', async (_what, change) => {
    const manifest = await manifestIn(await zipOf(goodFiles()));
    expect(await schemaProblems({ ...manifest, ...change }, '1.25')).not.toEqual([]);
  });
});

describe('its texts in another language', () => {
  const LANGUAGES = ['nn.json', 'en.json'] as const;
  const packed = async (name: string) => JSON.parse(String((await entriesOf(await zipOf(goodFiles()))).get(name)));

  test.each(VERSIONS)('are such texts by version %s of the schema', async (version) => {
    for (const name of LANGUAGES) expect(await languageProblems(await packed(name), version), name).toEqual([]);
  });

  test.each<[string, object]>([
    ['a text that there is not', { 'staticTabs[0].title': 'Oversikt' }],
    ['a name that is too long', { 'name.short': 'x'.repeat(31) }],
    ['an empty description', { 'description.full': ' ' }],
    ['a title that is too long', { 'composeExtensions[0].commands[0].title': 'x'.repeat(33) }],
  ])('are refused for %s', async (_what, change) => {
    expect(await languageProblems({ ...(await packed('nn.json')), ...change }, '1.25')).not.toEqual([]);
  });

  test('are packed only as the schema has them', async () => {
    const texts = { ...(await packed('nn.json')), 'name.short': 'x'.repeat(31) };
    const changed = new Map(goodFiles()).set('nn.json', Buffer.from(JSON.stringify(texts)));
    await expect(zipOf(changed)).rejects.toThrow('nn.json følger ikke skjemaet: /name.short');
  });
});

test('nothing is packed that breaks the schema or our own rules, and all of it is said', async () => {
  const manifest = await manifestIn(await zipOf(goodFiles()));
  const broken = { ...manifest, accentColor: 'blue', validDomains: ['https://bot.utvalg.internal'] };
  const changed = new Map(goodFiles()).set('manifest.json', Buffer.from(JSON.stringify(broken)));
  const refusal = await zipOf(changed).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(PackageError);
  expect(String(refusal)).toContain('domenet https://bot.utvalg.internal');
  expect(String(refusal)).toContain('manifest.json følger ikke skjemaet: /accentColor');
});

test('what is no manifest at all is refused in words', async () => {
  for (const text of ['', 'null', '[]'])
    await expect(zipOf(new Map(goodFiles()).set('manifest.json', Buffer.from(text)))).rejects.toThrow(
      'manifest.json mangler eller kan ikke leses',
    );
});
