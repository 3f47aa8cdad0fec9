import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { TAB_FILES } from './tab-api/file-names.ts';

const here = import.meta.url;
// run from dist/ it still reads the sources, one folder above dist/
const source = new URL(here.endsWith('.ts') ? './tab/' : '../../bot/tab/', here);

// not by esbuild's own list of names: Fluent's library has a card.js too, which would be left out
const loadedLater: Plugin = {
  name: 'loaded-later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/\w+\.js$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};

/** Bundles the tab's page, by file name. What is loaded later is a script of its own that shares nothing: so the first page is one script. */
export async function bundleTab(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: TAB_FILES.map((name) => fileURLToPath(new URL(name.replace(/\.js$/, '.ts'), source))),
    bundle: true,
    plugins: [loadedLater],
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'eof',
    loader: { '.html': 'copy' },
    outdir: 'tab',
    write: false,
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

if (here === pathToFileURL(process.argv[1] ?? '').href) {
  const out = fileURLToPath(new URL('./tab/', here));
  mkdirSync(out, { recursive: true });
  for (const [name, contents] of await bundleTab()) writeFileSync(join(out, name), contents);
}
