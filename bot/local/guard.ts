import type { IncomingMessage } from 'node:http';
import { HttpError } from './http.ts';

// neither can be sent by another page without asking first
const TYPES = ['application/json', 'application/octet-stream'];

/** The room's own names for itself: whatever else a browser says it asked for is somebody else's page. */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Throws 403 when a request was meant for another host: a foreign name that was made to point here. */
export function checkHost(request: IncomingMessage, hosts: readonly string[]): void {
  if (!hosts.includes(request.headers.host ?? '')) throw new HttpError(403, 'Forbidden', 'Unknown host.');
}

/** Throws 403 when a page asks, whichever it is: where the bot alone has something to do. */
export function checkNoPage(request: IncomingMessage): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined || site !== undefined) throw new HttpError(403, 'Forbidden', 'Not for pages.');
}

/** Throws 403 when another page in the same browser asks; whatever changes something must name its origin. */
export function checkOrigin(request: IncomingMessage, hosts: readonly string[]): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const own = origin !== undefined && hosts.some((host) => origin === `http://${host}`);
  const reads = request.method === 'GET';
  if (origin === undefined ? !reads : !own) throw new HttpError(403, 'Forbidden', 'Unknown origin.');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpError(403, 'Forbidden', 'Unknown origin.');
  const type = request.headers['content-type'] ?? '';
  if (!reads && !TYPES.some((allowed) => type.startsWith(allowed)))
    throw new HttpError(415, 'BadSyntax', 'JSON or bytes, please.');
}
