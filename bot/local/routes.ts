import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkHost, checkNoPage, checkOrigin, ownHosts } from './guard.ts';
import { HttpError, sendJson } from './http.ts';
import { BOT_FRAMEWORK, type Keys } from './keys.ts';
import type { PageApi } from './page-api.ts';
import { pageFiles, sendPage } from './static.ts';
import type { WireClock } from './wire.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Who answers what: the bot's keys, token and connector, the page and what it asks for. */
export function routes({
  url,
  port,
  appId,
  keys,
  gateway,
  files,
  page,
  tab,
  readClock,
}: {
  readonly url: string;
  readonly port: number;
  readonly appId: string;
  readonly keys: Keys;
  readonly gateway: PageApi;
  readonly files: PageApi;
  readonly page: PageApi;
  readonly tab: PageApi;
  readonly readClock: () => WireClock;
}): Handle {
  const hosts = ownHosts(port);

  /** A managed identity, as App Service has it. */
  const identity: PageApi = async (request, response, { searchParams }) => {
    const resource = searchParams.get('resource');
    // a header that another page cannot add without asking first
    if (request.headers['x-identity-header'] === undefined || resource !== BOT_FRAMEWORK)
      throw new HttpError(400, 'BadRequest', 'Header or resource is wrong.');
    if (searchParams.get('client_id') !== appId) throw new HttpError(400, 'BadRequest', 'Unknown identity.');
    const { token, expiresOn } = await keys.botToken();
    const identified = { resource, token_type: 'Bearer', client_id: appId };
    sendJson(response, 200, { access_token: token, expires_on: String(expiresOn), ...identified });
  };

  return async (request, response) => {
    checkHost(request, hosts);
    const target = new URL(request.url ?? '/', url);
    const { pathname } = target;
    if (pathname.startsWith('/v3/')) return gateway(request, response, target);
    if (pathname.startsWith('/files/')) {
      checkNoPage(request);
      return files(request, response, target);
    }
    if (pathname.startsWith('/tab/')) {
      checkNoPage(request);
      return tab(request, response, target);
    }
    if (pathname.startsWith('/api/')) {
      checkOrigin(request, hosts);
      return page(request, response, target);
    }
    if (request.method !== 'GET') throw new HttpError(405, 'MethodNotAllowed', 'Not like this.');
    switch (pathname) {
      case '/.well-known/openidconfiguration':
        return sendJson(response, 200, {
          issuer: BOT_FRAMEWORK,
          jwks_uri: `${url}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return sendJson(response, 200, keys.jwks);
      case '/clock':
        return sendJson(response, 200, readClock());
      case '/identity':
        return identity(request, response, target);
      default:
        if (!sendPage(response, pathname, await pageFiles())) throw new HttpError(404, 'NotFound', 'No such page.');
    }
  };
}
