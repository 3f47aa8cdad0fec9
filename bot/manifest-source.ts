import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Translation, translationSchema } from './manifest-languages.ts';

// run from dist/ it still reads the files of the project, one folder further up
const root = new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url);

const programSchema = z.object({ version: z.string() });

/** The version of this program, as package.json states it. */
export function programVersion(): string {
  return programSchema.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))).version;
}

/** The manifest as it is written by hand: all but what the code and the operator know. */
export function manifestTemplate(): unknown {
  return JSON.parse(readFileSync(new URL('manifest/manifest.json', root), 'utf8'));
}

/** The texts of the manifest in another language, by the name of their file. */
export function translationIn(file: string): Translation {
  return translationSchema.parse(JSON.parse(readFileSync(new URL(`manifest/${file}`, root), 'utf8')));
}

/** One of the icons beside it. */
export function iconFile(name: string): Uint8Array {
  return readFileSync(new URL(`manifest/${name}`, root));
}
