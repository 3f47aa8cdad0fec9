import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';

/** What a version of Microsoft's schema holds against a manifest, one line each. Asks no network. */
export async function schemaProblems(manifest: object, version: string): Promise<readonly string[]> {
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  // given, and not looked up by the address in the manifest: an unknown one would be fetched
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'));
  return AppManifestUtils.validateAgainstSchema(manifest as never, schema);
}
