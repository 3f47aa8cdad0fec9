import { z } from 'zod';
import { isPublicPage } from './environment.ts';
import { iconProblems } from './manifest-icons.ts';

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

const manifestSchema = z.object({
  version: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  developer: z.object({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([
    z.object({
      commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string(), description: z.string() })) })),
    }),
  ]),
  composeExtensions: z.array(z.object({ commands: z.array(z.object({ id: z.string() })) })),
  validDomains: z.array(z.string()),
});
type Manifest = z.infer<typeof manifestSchema>;

/** What is wrong with a package that the schema lets pass, one sentence each. */
export function packageProblems(files: PackageFiles, program: Program): readonly string[] {
  const manifest = manifestSchema.safeParse(readManifest(files));
  if (!manifest.success) return [`${MANIFEST} mangler eller kan ikke leses`];
  const { data } = manifest;
  return [
    ...fileProblems(files, data),
    ...textProblems(data, program),
    ...addressProblems(data),
    ...commandProblems(data, program),
    ...extensionProblems(data, program),
    ...iconProblems(files, data.icons),
  ];
}

/** The manifest as it lies in the package. */
export function readManifest(files: PackageFiles): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(files.get(MANIFEST)));
  } catch {
    return undefined;
  }
}

function fileProblems(files: PackageFiles, { icons }: Manifest): readonly string[] {
  const wanted = [MANIFEST, icons.color, icons.outline];
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

function addressProblems({ developer, validDomains }: Manifest): readonly string[] {
  const { name, ...pages } = developer;
  return [
    ...(name.trim() === '' ? ['utgiveren mangler navn'] : []),
    ...Object.entries(pages)
      .filter(([, page]) => !isPublicPage(page))
      .map(([field, page]) => `${field} er ${page}, og må være en https-adresse som andre kan åpne`),
    ...validDomains
      .filter((domain) => !isHost(domain))
      .map((domain) => `domenet ${domain} må være et vertsnavn uten https:// og sti`),
  ];
}

function isHost(domain: string): boolean {
  const url = `https://${domain}`;
  return isPublicPage(url) && new URL(url).host === domain;
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
