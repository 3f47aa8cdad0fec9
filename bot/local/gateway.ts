import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connector, ConnectorAnswer, ConnectorRequest } from './connector.ts';
import type { Faults } from './faults.ts';
import { HttpError, readJson, sendError, sendJson } from './http.ts';
import type { Keys } from './keys.ts';
import type { ActivityLog } from './log.ts';

/** The connector as the bot meets it: a token is asked for, planned faults strike, and every request is logged. */
export function connectorGateway({
  connector,
  keys,
  faults,
  log,
}: {
  readonly connector: Connector;
  readonly keys: Keys;
  readonly faults: Faults;
  readonly log: ActivityLog;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  return async (request, response, url) => {
    if (!(await keys.isBot(request.headers.authorization)))
      throw new HttpError(401, 'Unauthorized', 'Authorization has been denied for this request.');
    const started = performance.now();
    const asked = await readRequest(request, url);
    const personIds = connector.concerns(asked);
    const fault = faults.take({ method: asked.method, path: url.pathname, personIds });
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    const note = (status: number, answer: unknown) =>
      log.add({
        at: new Date().toISOString(),
        direction: 'from-bot',
        what: nameOf(asked),
        who: personIds.join(', '),
        status,
        ms: Math.round(performance.now() - started),
        body: asked.body,
        answer,
      });
    if (fault?.reset === 'before') {
      note(0, undefined);
      request.socket.destroy();
      return;
    }
    try {
      if (fault?.status !== undefined) {
        if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
        throw new HttpError(fault.status, fault.code ?? 'Planned', 'A planned fault.');
      }
      const answer = connector.handle(asked);
      note(answer.status, answer.body);
      if (fault?.reset === 'after') request.socket.destroy();
      else send(response, answer);
    } catch (error) {
      note(error instanceof HttpError ? error.status : 500, undefined);
      sendError(response, error);
    }
  };
}

async function readRequest(request: IncomingMessage, url: URL): Promise<ConnectorRequest> {
  const segments = url.pathname.slice('/v3/'.length).split('/').map(decoded);
  return { method: request.method ?? 'GET', segments, query: url.searchParams, body: await readJson(request) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpError(400, 'BadSyntax', 'The path is not well formed.');
  }
}

function nameOf({ method, segments }: ConnectorRequest): string {
  const [, id, part] = segments;
  if (id === undefined) return 'åpne 1:1-chat';
  if (part !== 'activities') return `${method} ${part}`;
  return { POST: 'ny melding', PUT: 'oppdatert melding', DELETE: 'slettet melding' }[method] ?? method;
}

function send(response: ServerResponse, { status, body }: ConnectorAnswer): void {
  if (body === undefined) response.writeHead(status).end();
  else sendJson(response, status, body);
}
