import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { PageFiles } from './build.ts';

const NAMES = ['index.html', 'page.js', 'page.css'];
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

let files: Promise<PageFiles> | undefined;

/** The page's files: the built ones, or bundled on the spot when the sources are run as they are. */
export function pageFiles(): Promise<PageFiles> {
  files ??= load();
  return files;
}

async function load(): Promise<PageFiles> {
  const built = new URL('./page/', import.meta.url);
  if (existsSync(new URL('page.js', built)))
    return new Map(NAMES.map((name) => [name, readFileSync(new URL(name, built))]));
  const { bundlePage } = await import('./build.ts');
  return bundlePage();
}

/** Sends one of the page's files; false when the path is none of them. */
export function sendPage(response: ServerResponse, pathname: string, files: PageFiles): boolean {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const contents = files.get(name);
  if (contents === undefined) return false;
  response
    .writeHead(200, {
      'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .end(contents);
  return true;
}
