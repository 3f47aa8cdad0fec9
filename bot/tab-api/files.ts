import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TAB_FILES } from './file-names.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Where Teams and the other places of Microsoft 365 show the tab. Source: learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements. */
const TEAMS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

type File = { readonly type: string; readonly plain: Buffer; readonly small: Buffer; readonly tag: string };

/** Sends the files of the tab's page; `hosts`: what else may show it, and `marks`: what the page is told of where it is. */
export type TabFiles = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<boolean>;

/** The files of the tab, read once when the first is asked for. Each is sent compressed, and not at all to whoever has it. */
export function tabFiles({ roomUrl }: { readonly roomUrl?: string }): TabFiles {
  const policy = policyFor(roomUrl === undefined ? TEAMS : [...TEAMS, roomUrl]);
  let loading: Promise<ReadonlyMap<string, File>> | undefined;
  return async (request, response, pathname) => {
    loading ??= load(roomUrl);
    const file = (await loading).get(pathname === '/tab/' ? 'index.html' : pathname.slice('/tab/'.length));
    if (file === undefined) return false;
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', 'no-cache').setHeader('etag', file.tag).setHeader('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304).end();
      return true;
    }
    const isSmall = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (isSmall) response.setHeader('content-encoding', 'gzip');
    response.writeHead(200, { 'content-type': file.type }).end(isSmall ? file.small : file.plain);
    return true;
  };
}

// the SHA-256 of nothing: Fluent's elements try what the browser knows in a style element with nothing in it
const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

function policyFor(hosts: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${hosts.join(' ')}`,
  ].join('; ');
}

async function load(roomUrl: string | undefined): Promise<ReadonlyMap<string, File>> {
  const built = new URL('../tab/', import.meta.url);
  const contents = existsSync(new URL('tab.js', built))
    ? new Map(TAB_FILES.map((name) => [name, readFileSync(new URL(name, built))]))
    : await (await import('../tab-build.ts')).bundleTab();
  const files = [...contents].map(
    async ([name, bytes]) => [name, await fileOf(name, marked(name, bytes, roomUrl))] as const,
  );
  return new Map(await Promise.all(files));
}

/** Local mode: the page is told that one can be a demo person, and which room may show it. */
function marked(name: string, bytes: Uint8Array, roomUrl: string | undefined): Buffer {
  const plain = Buffer.from(bytes);
  if (roomUrl === undefined || !name.endsWith('.html')) return plain;
  return Buffer.from(plain.toString('utf8').replace('<html ', `<html data-room="${roomUrl}" `));
}

async function fileOf(name: string, plain: Buffer): Promise<File> {
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { type, plain, small: await promisify(gzip)(plain, { level: 9 }), tag };
}
