import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOCAL_APP_ID } from './local/demo.ts';
import { manifestOf } from './manifest.ts';
import { manifestTemplate, programVersion } from './manifest-source.ts';

/** Writes the manifest of the app in the try-out room, made as the real one is. Gives the file's path. */
export function writeLocalManifest(dataDir: string, roomUrl: string): string {
  const page = `${roomUrl}/`;
  const publisher = { name: 'Prøverommet', websiteUrl: page, privacyUrl: page, termsOfUseUrl: page };
  const manifest = manifestOf(manifestTemplate(), { appId: LOCAL_APP_ID, version: programVersion(), publisher });
  const file = join(dataDir, 'room', 'manifest.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  return file;
}
