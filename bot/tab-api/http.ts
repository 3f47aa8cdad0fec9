import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer of the tab's API, before it is written. `allow`: the method that would have been right. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly isRead?: true;
  readonly allow?: string;
};

/**
 * Writes an answer as JSON. What was read has an ETag made of the text itself, and is not sent again to whoever has it. It is kept by
 * nobody but the browser it was made for, which asks each time.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, isRead, allow }: Answer,
): void {
  const json = JSON.stringify(body);
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('vary', 'authorization');
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (allow) response.setHeader('allow', allow);
  if (!isRead) {
    response.setHeader('cache-control', 'no-store').writeHead(status).end(json);
    return;
  }
  const tag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`;
  response.setHeader('cache-control', 'private, no-cache').setHeader('etag', tag);
  if (namesTag(request.headers['if-none-match'], tag)) response.writeHead(304).end();
  else response.writeHead(status).end(json);
}

// a proxy that compresses marks a tag as weak: for a whole answer it is as good
function namesTag(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((known) => known.trim().replace(/^W\//, '') === tag) ?? false;
}
