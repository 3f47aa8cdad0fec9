import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connector, ConnectorAnswer, ConnectorRequest } from './connector.ts';
import { HttpError, readJson, sendJson } from './http.ts';
import type { Keys } from './keys.ts';
import type { Striker } from './strike.ts';

/** The connector as the bot meets it: a token is asked for, planned faults strike, and every request is logged. */
export function connectorGateway({
  connector,
  keys,
  striker,
}: {
  readonly connector: Connector;
  readonly keys: Keys;
  readonly striker: Striker;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  return async (request, response, url) => {
    if (!(await keys.isBot(request.headers.authorization)))
      throw new HttpError(401, 'Unauthorized', 'Authorization has been denied for this request.');
    const asked = await readRequest(request, url);
    const personIds = connector.concerns(asked);
    const call = { method: asked.method, path: url.pathname, personIds };
    const who = connector.chatIn(asked) ?? personIds.join(', ');
    return striker.run({ request, response, call, what: nameOf(asked), who, body: asked.body }, () => {
      const answer = connector.handle(asked);
      return { ...answer, send: () => send(response, answer) };
    });
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
