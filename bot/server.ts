import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config.ts';
import type { Endpoint } from './teams/endpoint.ts';

/** Teams' own limit for what a bot is sent is not published; a form with the longest referat is a third of this. */
const MAX_BODY = 256 * 1024;

export type Server = { readonly port: number; readonly close: () => Promise<void> };

/**
 * The program's HTTP: `POST /api/messages`, `/healthz` (alive), `/readyz` (the store answers) and `/metrics`. Throws
 * `ConfigError` when the port is taken.
 */
export async function startServer({
  host,
  port,
  endpoint,
  ready,
  metrics,
}: {
  readonly host: string;
  readonly port: number;
  readonly endpoint: Endpoint;
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
}): Promise<Server> {
  const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<unknown>>> = {
    '/api/messages': async (request, response) => {
      if (request.method !== 'POST') return text(response, 405, '');
      const body = await readBody(request);
      if (body === undefined) {
        // the rest of the body is still in the socket, so the connection cannot be used again
        response.setHeader('connection', 'close');
        return text(response, 413, '');
      }
      const answer = await endpoint(request.headers.authorization, body);
      if (answer.body === undefined) return text(response, answer.status, '');
      response.setHeader('content-type', 'application/json; charset=utf-8');
      return response.writeHead(answer.status).end(JSON.stringify(answer.body));
    },
    '/healthz': async (_request, response) => text(response, 200, 'ok'),
    '/readyz': async (_request, response) => {
      const answers = await ready().catch(() => false);
      return text(response, answers ? 200 : 503, answers ? 'ready' : 'the store does not answer');
    },
    '/metrics': async (_request, response) => text(response, 200, await metrics()),
  };

  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) {
      request.resume();
      text(response, 404, '');
      return;
    }
    // somebody who hangs up in the middle of a request is no fault of ours
    route(request, response).catch(() => response.destroy());
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new ConfigError(`Port ${port} er opptatt. Velg en annen med PORT.`) : error);
    });
    server.listen(port, host, resolve);
  });
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body);
}

/** The body, or undefined when it is larger than any activity. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
