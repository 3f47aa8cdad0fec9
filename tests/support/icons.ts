import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const folder = new URL('../../manifest/', import.meta.url);
/** The icons of the app, by name. */
export const ICONS = ['color', 'outline'] as const;
export type Icon = (typeof ICONS)[number];

let ready: Promise<void> | undefined;

/** An icon as its drawing makes it, at the size that the drawing states; the same bytes on every machine. */
export async function drawIcon(name: Icon): Promise<Uint8Array> {
  const engine = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= initWasm(readFileSync(engine));
  await ready;
  return new Resvg(readFileSync(new URL(`${name}.svg`, folder), 'utf8')).render().asPng();
}

/** An icon as it is packed. */
export const packedIcon = (name: Icon): Uint8Array => readFileSync(new URL(`${name}.png`, folder));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const name of ICONS) writeFileSync(new URL(`${name}.png`, folder), await drawIcon(name));
