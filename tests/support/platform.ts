import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_ID, aPress, type Fields, TENANT_ID } from './activities.ts';
import { ISSUER, type Issuer, newIssuer } from './tokens.ts';

export { TENANT_ID };

/** A request to the connector, as it came. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
};
type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
/** How the connector answers a request; undefined leaves it without an answer. */
export type Answering = (call: Call) => Reply | undefined;

/** A member of a conversation, as Teams says it. */
export type Member = Readonly<Record<string, unknown>> & { readonly id: string; readonly objectId?: string };

export type Platform = {
  readonly url: string;
  /** The environment of a bot deployed in service mode against this platform. */
  readonly env: (dataDir: string, port: number) => NodeJS.ProcessEnv;
  readonly issuer: Issuer;
  /** Who signs people in: Entra, with keys of its own. */
  readonly entra: Issuer;
  /** A new token, as Bot Framework would sign it; each call gives another one. */
  readonly token: () => Promise<string>;
  /** What the connector was asked, in order. */
  readonly calls: readonly Call[];
  readonly sent: () => number;
  /** How often the keys and the bot's own token were asked for. */
  readonly asked: { readonly keys: number; readonly identity: number };
  /** Who is in which conversation, by its id. Nobody is in one that is not named; `silent` never says. */
  readonly rosters: Map<string, readonly Member[] | 'silent'>;
  /** Which members and pages of members were asked for, in order. */
  readonly rosterCalls: readonly string[];
  /** How the connector answers from now on; whoever still waits for an answer is hung up on. */
  readonly answer: (how: Answering) => void;
  /** Forgets the calls, and takes whatever is sent again. */
  readonly reset: () => void;
  readonly close: () => void;
};

const accepts = (count: number): Reply => ({ status: 201, body: { id: `activity-${count}` } });

/** Teams' side of a deployed bot: keys, a managed identity, and a connector that takes whatever is sent. */
export async function startPlatform(): Promise<Platform> {
  const issuer = await newIssuer();
  const entra = await newIssuer('entra');
  const calls: Call[] = [];
  const asked = { keys: 0, identity: 0 };
  const rosters = new Map<string, readonly Member[] | 'silent'>();
  const rosterCalls: string[] = [];
  const takeAll: Answering = () => accepts(calls.length);
  let answering = takeAll;
  const answerTo = (call: Call): Reply | undefined => {
    const { path } = call;
    if (path.includes('openidconfiguration')) return { status: 200, body: { issuer: ISSUER, jwks_uri: `${url}/keys` } };
    if (path === '/keys') {
      asked.keys++;
      return { status: 200, body: { keys: issuer.published } };
    }
    if (path === '/entra/openid-configuration') return { status: 200, body: { jwks_uri: `${url}/entra/keys` } };
    if (path === '/entra/keys') return { status: 200, body: { keys: entra.published } };
    if (path.includes('api-version')) {
      asked.identity++;
      return { status: 200, body: identityToken() };
    }
    if (call.method === 'GET') {
      rosterCalls.push(decodeURIComponent(path));
      return rosterAnswer(rosters, path);
    }
    calls.push(call);
    return answering(call);
  };
  const unanswered = new Set<ServerResponse>();
  const hangUp = () => {
    for (const response of unanswered) response.destroy();
    unanswered.clear();
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const body = Buffer.concat(chunks).toString('utf8');
      const answer = answerTo({ method, path, authorization: headers.authorization, body });
      if (answer === undefined) unanswered.add(response);
      else reply(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    env: (dataDir, port) => ({
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      MicrosoftAppId: APP_ID,
      MicrosoftAppType: 'UserAssignedMsi',
      MicrosoftAppTenantId: TENANT_ID,
      IDENTITY_ENDPOINT: `${url}/identity`,
      IDENTITY_HEADER: 'bench',
      ToBotFromChannelOpenIdMetadataUrl: `${url}/.well-known/openidconfiguration`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/entra/openid-configuration`,
      ALLOWED_SERVICE_HOSTS: '127.0.0.1',
      STORE: 'sqlite',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
    }),
    issuer,
    entra,
    token: () => issuer.sign({ serviceurl: url }),
    calls,
    sent: () => calls.length,
    asked,
    rosters,
    rosterCalls,
    answer: (how) => {
      answering = how;
      hangUp();
    },
    reset: () => {
      calls.length = 0;
      rosterCalls.length = 0;
      rosters.clear();
      answering = takeAll;
      hangUp();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Teams gives a roster a page at a time; here of this many, so that there is a second one. */
const PAGE = 100;

function rosterAnswer(rosters: Platform['rosters'], path: string): Reply | undefined {
  const url = new URL(path, 'http://127.0.0.1');
  const [, , , id = '', part, memberId] = url.pathname.split('/').map(decodeURIComponent);
  const members = rosters.get(id);
  if (members === 'silent') return undefined;
  if (members === undefined) return notFound('ConversationNotFound');
  if (part === 'members' && memberId !== undefined) {
    const found = members.find((member) => member.id === memberId || member.objectId === memberId);
    return found ? { status: 200, body: found } : notFound('MemberNotFoundInConversation');
  }
  // the call for all members at once is limited to five a minute
  if (part !== 'pagedmembers') return { status: 429 };
  const from = Number(url.searchParams.get('continuationToken') ?? 0);
  const next = from + PAGE < members.length ? { continuationToken: String(from + PAGE) } : {};
  return { status: 200, body: { members: members.slice(from, from + PAGE), ...next } };
}

const notFound = (code: string): Reply => ({ status: 404, body: { error: { code, message: code } } });

/** What the connector sees as the bot's own. */
export const BOT_TOKEN = 'of-the-managed-identity';

function identityToken(): Fields {
  const expires_on = String(Math.floor(Date.now() / 1000) + 86_400);
  return { access_token: BOT_TOKEN, expires_on, resource: ISSUER, token_type: 'Bearer', client_id: APP_ID };
}

function reply(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

/** An invoke as Teams sends it when this person presses a button. */
export function invoke(platform: Pick<Platform, 'url'>, objectId: string, data: Fields, serial: number): string {
  return JSON.stringify(aPress(platform.url, objectId, data, { id: `f:${serial}` }));
}
