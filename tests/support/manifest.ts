import { z } from 'zod';
import { commandsIn } from '../../bot/commands.ts';
import { readPackaging } from '../../bot/config.ts';
import { extensionCommands } from '../../bot/extension-commands.ts';
import { MANIFEST, type PackageFiles, packageProblems } from '../../bot/manifest-check.ts';
import { programVersion } from '../../bot/manifest-source.ts';
import { packageFiles } from '../../bot/package.ts';
import { APP_ID } from './activities.ts';

/** What an operator sets to make the package; nobody's addresses. */
export const packaging = {
  MicrosoftAppId: APP_ID,
  PUBLISHER_NAME: 'Nordlys sykehus',
  PUBLISHER_URL: 'https://hjelp.utvalg.internal/utvalgsbot',
  PRIVACY_URL: 'https://hjelp.utvalg.internal/personvern',
  TERMS_URL: 'https://hjelp.utvalg.internal/vilkar',
  PUBLIC_URL: 'https://bot.utvalg.internal',
};

const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  id: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  version: z.string(),
  developer: z.record(z.string(), z.string()),
  icons: z.record(z.string(), z.string()),
  validDomains: z.array(z.string()),
  staticTabs: z.array(z.looseObject({ entityId: z.string() })),
  webApplicationInfo: z.record(z.string(), z.string()),
  composeExtensions: z.tuple([z.object({ botId: z.string(), commands: z.array(z.record(z.string(), z.unknown())) })]),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ]),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest as a reader of it sees it. */
export const readManifest = (value: unknown): Manifest => manifestSchema.parse(value);

/** The titles that a manifest suggests in this scope. */
export function titlesIn({ bots: [bot] }: Manifest, scope: string): readonly string[] {
  const lists = bot.commandLists.filter(({ scopes }) => scopes.includes(scope));
  return lists.flatMap(({ commands }) => commands.map(({ title }) => title));
}

/** The files of a package that nothing is wrong with. */
export const goodFiles = (): PackageFiles => packageFiles(readPackaging(packaging, []));
export const goodManifest = (): Manifest =>
  readManifest(JSON.parse(Buffer.from(goodFiles().get(MANIFEST) ?? []).toString()));

/** What is wrong with them after this was done to them. */
export function problemsAfter(change: (files: Map<string, Uint8Array>) => void): readonly string[] {
  const files = new Map(goodFiles());
  change(files);
  return packageProblems(files, {
    version: programVersion(),
    commands: commandsIn('personal').map(({ title }) => title),
    extensions: extensionCommands.map(({ id }) => id),
  });
}
