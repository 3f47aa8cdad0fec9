import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The page as the browser gets it, by file name. */
export type PageFiles = ReadonlyMap<string, Uint8Array>;

const here = import.meta.url;
// run from dist/ it still reads the sources, two folders above dist/bot/
const source = new URL(here.endsWith('.ts') ? './page/' : '../../../bot/local/page/', here);

/** Bundles the room's page: one script, one style sheet, one HTML file. */
export async function bundlePage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: ['page.ts', 'page.css', 'index.html'].map((name) => fileURLToPath(new URL(name, source))),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'eof',
    loader: { '.html': 'copy' },
    outdir: 'page',
    write: false,
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

if (here === pathToFileURL(process.argv[1] ?? '').href) {
  const out = fileURLToPath(new URL('./page/', here));
  mkdirSync(out, { recursive: true });
  for (const [name, contents] of await bundlePage()) writeFileSync(join(out, name), contents);
}
