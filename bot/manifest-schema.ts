import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';

/** What a version of Microsoft's schema holds against a manifest, one line each. Asks no network. */
export async function schemaProblems(manifest: object, version: string): Promise<readonly string[]> {
  // given, and not looked up by the address in the manifest: an unknown one would be fetched
  return AppManifestUtils.validateAgainstSchema(manifest as never, schemaOf('MicrosoftTeams', version) as never);
}

const languageSchema = z.looseObject({ patternProperties: z.record(z.string(), z.unknown()) });

/** What the same version holds against the texts in another language. */
export async function languageProblems(file: object, version: string): Promise<readonly string[]> {
  const { patternProperties, ...rest } = languageSchema.parse(schemaOf('MicrosoftTeams.Localization', version));
  const known = Object.entries(patternProperties).filter(([pattern]) => isPattern(pattern));
  return AppManifestUtils.validateAgainstSchema(
    file as never,
    { ...rest, patternProperties: Object.fromEntries(known) } as never,
  );
}

/** The validator refuses the whole schema for patterns that only older engines take; no text of ours goes by one. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

function schemaOf(name: string, version: string): unknown {
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/${name}.schema.json`;
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'));
}
