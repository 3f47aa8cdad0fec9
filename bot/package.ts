import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { commandsIn } from './commands.ts';
import { ConfigError, readPackaging } from './config.ts';
import { extensionCommands } from './extension-commands.ts';
import { manifestOf } from './manifest.ts';
import { MANIFEST, type PackageFiles, packageProblems, readJson } from './manifest-check.ts';
import type { Packaging } from './manifest-config.ts';
import { languageFile, languageFilesOf, textsSchema } from './manifest-languages.ts';
import { resourcePermissions } from './manifest-permissions.ts';
import { languageProblems, schemaProblems } from './manifest-schema.ts';
import { iconFile, manifestTemplate, programVersion, translationIn } from './manifest-source.ts';

const SCHEMA = '1.25';
const FILE = join('dist', 'utvalgsbot.zip');

/** The package has something in it that Teams would not take; one line each. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

/** The files of the Teams app, by name. */
export function packageFiles(packaging: Packaging): PackageFiles {
  const manifest = manifestOf(manifestTemplate(), { ...packaging, version: programVersion() });
  const texts = textsSchema.parse(manifest);
  const languages = languageFilesOf(texts).map(
    (file) => [file, written(languageFile(texts, translationIn(file)))] as const,
  );
  return new Map([
    [MANIFEST, written(manifest)],
    ...languages,
    ['color.png', iconFile('color.png')],
    ['outline.png', iconFile('outline.png')],
  ]);
}

const written = (content: object): Uint8Array => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/** The package as Teams takes it, of the same bytes whenever it is made. Throws `PackageError`. */
export async function zipOf(files: PackageFiles): Promise<Uint8Array> {
  const commands = commandsIn('personal').map(({ title }) => title);
  const extensions = extensionCommands.map(({ id }) => id);
  const problems = packageProblems(files, { version: programVersion(), commands, extensions });
  const all = [...problems, ...(await problemsBySchema(files))];
  if (all.length > 0) throw new PackageError(all.join('\n'));
  const zip = new JSZip();
  // a fixed time and no compression: neither the clock nor the version of zlib shows
  for (const [name, bytes] of files) zip.file(name, bytes, { date: new Date('2000-01-01T00:00:00Z') });
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE', platform: 'UNIX' });
}

async function problemsBySchema(files: PackageFiles): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of files.keys()) {
    const content = name.endsWith('.json') ? readJson(files, name) : undefined;
    if (typeof content !== 'object' || content === null) continue;
    const problems = name === MANIFEST ? schemaProblems : languageProblems;
    for (const line of await problems(content, SCHEMA)) found.push(`${name} følger ikke skjemaet: ${line}`);
  }
  return found;
}

/** `npm run package`: the Teams app as a file to upload, or a sentence for each thing that is in the way. */
async function run(): Promise<void> {
  // an older package is not mistaken for the one that was asked for
  rmSync(FILE, { force: true });
  try {
    const packaging = readPackaging();
    const zip = await zipOf(packageFiles(packaging));
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, zip);
    process.stdout.write(
      [
        `Appen er pakket i ${FILE}: versjon ${programVersion()}, app-id ${packaging.appId}.`,
        'Der den legges til, ber den om disse tilgangene:',
        ...resourcePermissions.map(({ name, why }) => `  ${name}: ${why}.`),
        '',
      ].join('\n'),
    );
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof PackageError)) throw error;
    process.stderr.write(`Appen kan ikke pakkes:\n${error.message}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
