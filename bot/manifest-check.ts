import { z } from 'zod';
import { addressesSchema, addressProblems } from './manifest-addresses.ts';
import { iconProblems } from './manifest-icons.ts';
import { languageFilesOf, textsIn, textsSchema } from './manifest-languages.ts';

/** The files of the package, by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

export const MANIFEST = 'manifest.json';

/** What a package is measured against: the program it was made from. */
export type Program = {
  readonly version: string;
  readonly commands: readonly string[];
  /** The ids of what opens a dialog, on a message or beside the field that one writes in. */
  readonly extensions: readonly string[];
};

/** What Microsoft's documentation asks of commands, which is stricter than its schema. */
const MOST = { commands: 10, title: 32, description: 128 } as const;
/** The whole package is a few kilobytes; whatever is larger holds something else as well. */
const MOST_BYTES = 1_000_000;

const ownSchema = z.object({
  version: z.string(),
  supportsChannelFeatures: z.string().optional(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([
    z.object({
      scopes: z.array(z.string()),
      commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string(), description: z.string() })) })),
    }),
  ]),
});
const manifestSchema = ownSchema.and(addressesSchema).and(textsSchema);
type Manifest = z.infer<typeof manifestSchema>;

/** What is wrong with a package that the schema lets pass, one sentence each. */
export function packageProblems(files: PackageFiles, program: Program): readonly string[] {
  const manifest = manifestSchema.safeParse(readJson(files, MANIFEST));
  if (!manifest.success) return [`${MANIFEST} mangler eller kan ikke leses`];
  const { data } = manifest;
  return [
    ...fileProblems(files, data),
    ...textProblems(data, program),
    ...addressProblems(data),
    ...languageProblems(files, data),
    ...channelProblems(data),
    ...commandProblems(data, program),
    ...extensionProblems(data, program),
    ...iconProblems(files, data.icons),
  ];
}

/** A file of the package, as far as it is JSON. */
export function readJson(files: PackageFiles, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(files.get(name)));
  } catch {
    return undefined;
  }
}

function fileProblems(files: PackageFiles, manifest: Manifest): readonly string[] {
  const { icons } = manifest;
  const wanted = [MANIFEST, icons.color, icons.outline, ...languageFilesOf(manifest)];
  const names = [...files.keys()];
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return [
    ...wanted.filter((name) => !files.has(name)).map((name) => `filen ${name} mangler i pakken`),
    ...names.filter((name) => !wanted.includes(name)).map((name) => `filen ${name} hører ikke hjemme i pakken`),
    ...names.filter((name) => !/^[a-z\d-]+\.(json|png)$/.test(name)).map((name) => `filnavnet ${name} er ikke gyldig`),
    ...(bytes > MOST_BYTES ? [`pakken er på ${bytes} byte, og kan ikke være større enn ${MOST_BYTES}`] : []),
  ];
}

function textProblems({ version, name, description }: Manifest, program: Program): readonly string[] {
  return [
    ...(version === program.version
      ? []
      : [`manifestet har versjon ${version}, men programmet har versjon ${program.version}`]),
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`versjonen ${version} må være tre tall med punktum mellom`]),
    ...(name.short === name.full ? ['kort og langt navn må være forskjellige'] : []),
    ...(description.full.includes(description.short) ? ['den lange beskrivelsen kan ikke gjenta den korte'] : []),
  ];
}

/** Whoever reads another language meets no text in bokmål among the rest. */
function languageProblems(files: PackageFiles, manifest: Manifest): readonly string[] {
  return languageFilesOf(manifest).flatMap((name) => {
    const file = z.record(z.string(), z.unknown()).safeParse(readJson(files, name));
    if (!file.success) return files.has(name) ? [`${name} kan ikke leses`] : [];
    return textsIn(manifest)
      .filter(({ key }) => !Object.hasOwn(file.data, key))
      .map(({ called }) => `${name} mangler ${called}`);
  });
}

/** From 1.25 on Teams refuses an app for teams that does not say so, whatever the schema allows. */
function channelProblems({ bots: [{ scopes }], supportsChannelFeatures }: Manifest): readonly string[] {
  return scopes.includes('team') && supportsChannelFeatures === undefined
    ? ['en app for team må ha supportsChannelFeatures']
    : [];
}

function commandProblems({ bots: [bot] }: Manifest, program: Program): readonly string[] {
  return bot.commandLists.flatMap(({ commands }) => [
    ...(commands.length > MOST.commands
      ? [`en kommandoliste har ${commands.length} kommandoer, men ${MOST.commands} er det meste`]
      : []),
    ...commands.flatMap(({ title, description }, n) => [
      ...(commands.findIndex((other) => other.title === title) < n ? [`kommandoen ${title} står to ganger`] : []),
      ...(program.commands.includes(title) ? [] : [`boten kjenner ikke kommandoen ${title}`]),
      ...(title.length > MOST.title ? [`kommandoen ${title} er lengre enn ${MOST.title} tegn`] : []),
      ...(description.length > MOST.description
        ? [`beskrivelsen av kommandoen ${title} er lengre enn ${MOST.description} tegn`]
        : []),
    ]),
  ]);
}

/** Only what is asked for by its id: lengths and number are the schema's. */
function extensionProblems({ composeExtensions }: Manifest, program: Program): readonly string[] {
  const ids = composeExtensions.flatMap(({ commands }) => commands.map(({ id }) => id));
  return ids.filter((id) => !program.extensions.includes(id)).map((id) => `boten kjenner ikke handlingen ${id}`);
}
