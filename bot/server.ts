import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config.ts';
import type { Sent, TabRoute } from './tab-api/routes.ts';
import type { Endpoint } from './teams/endpoint.ts';

/** Teams' own limit for what a bot is sent is not published; the longest referat, pasted into a form, is less than this. */
const MAX_BODY = 1024 * 1024;
// of a browser's page, only one that this server agreed to could send JSON from elsewhere
const JSON_TYPE = /^application\/json\s*(;|$)/i;
/** Longer than any answer takes; whoever still holds a connection after it is not waiting for one. */
const GRACE_MS = 12_000;

const TAB = /^\/(api\/)?tab(\/|$)/;

export type Server = {
  readonly port: number;
  /** Lets what is under way be answered, and cuts off who has not even asked within the grace. */
  readonly close: () => Promise<void>;
};
type Route = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/**
 * The program's HTTP: `POST /api/messages`, `/healthz` (alive), `/readyz` (the store answers), `/metrics`, and
 * what `tab` answers under `/tab/` and `/api/tab/`. Throws `ConfigError` when it cannot listen there.
 */
export async function startServer({
  host,
  port,
  endpoint,
  tab,
  ready,
  metrics,
  graceMs = GRACE_MS,
}: {
  readonly host: string;
  readonly port: number;
  readonly endpoint: Endpoint;
  readonly tab: TabRoute;
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
  readonly graceMs?: number;
}): Promise<Server> {
  const routes: Readonly<Record<string, Route>> = {
    '/api/messages': async (request, response) => {
      if (request.method !== 'POST') return text(response.setHeader('allow', 'POST'), 405);
      if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return text(response, 415);
      const body = await readBody(request);
      // the rest of the body is still in the socket, so the connection cannot be used again
      if (body === undefined) return text(response.setHeader('connection', 'close'), 413);
      const { authorization } = request.headers;
      const answer = await endpoint({ authorization, remoteAddress: request.socket.remoteAddress }, body);
      if (answer.status === 401) response.setHeader('www-authenticate', 'Bearer');
      if (answer.body === undefined) return text(response, answer.status);
      const json = JSON.stringify(answer.body);
      response.setHeader('content-type', 'application/json; charset=utf-8');
      return response.writeHead(answer.status).end(json);
    },
    '/healthz': async (_request, response) => text(response, 200, 'ok'),
    '/readyz': async (_request, response) => {
      const answers = await ready().catch(() => false);
      return text(response, answers ? 200 : 503, answers ? 'ready' : 'the store does not answer');
    },
    '/metrics': async (_request, response) => text(response, 200, await metrics()),
  };

  const nowhere: Route = async (_request, response) => text(response, 404);
  const inTab: Route = async (request, response) => {
    const isAnswered = await tab(request, response, () => readJson(request, response));
    if (!isAnswered) text(response, 404);
  };

  let isClosing = false;
  const server = createServer((request, response) => {
    // else node keeps the connection for a next request that will not be taken
    response.once('finish', () => isClosing && request.socket.end());
    const path = request.url?.split('?', 1)[0] ?? '';
    const route = routes[path] ?? (TAB.test(path) ? inTab : nowhere);
    route(request, response).catch(() => {
      // mostly somebody who hung up in the middle of a request, and is not there to be answered
      if (response.headersSent) response.destroy();
      else text(response.setHeader('connection', 'close'), 500);
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        // node stops looking for requests that never end once the server is closed
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}

function listen(server: HttpServer, port: number, host: string): Promise<void> {
  const said: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} er opptatt. Velg en annen med PORT.`,
    EACCES: `Port ${port} krever rettigheter som programmet ikke har. Velg en annen med PORT.`,
    EADDRNOTAVAIL: `Maskinen har ikke adressen ${host}. Velg en annen med HOST.`,
    ENOTFOUND: `Adressen ${host} finnes ikke. Velg en annen med HOST.`,
  };
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const sentence = said[error.code ?? ''];
      reject(sentence ? new ConfigError(sentence) : error);
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

function text(response: ServerResponse, status: number, body = ''): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body);
}

/** The body as JSON, undefined when it is none. Of one that is too large the rest is still in the socket. */
async function readJson(request: IncomingMessage, response: ServerResponse): Promise<Sent> {
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return 'too-large';
  }
  try {
    return { json: JSON.parse(body.toString('utf8')) };
  } catch {
    return { json: undefined };
  }
}

/** The body, or undefined when it is larger than any activity. Rejects when the sender hangs up. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length']) > MAX_BODY) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY) return void chunks.push(chunk);
      // not destroyed, as an iterator would: the connection must live until it has been answered
      request.pause();
      resolve(undefined);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => reject(new Error('the sender hung up')));
  });
}
