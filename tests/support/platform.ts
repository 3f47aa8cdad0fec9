import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const APP_ID = '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0001';
export const TENANT_ID = '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0002';
const ISSUER = 'https://api.botframework.com';

export type Platform = {
  readonly url: string;
  /** The environment of a bot deployed in service mode against this platform. */
  readonly env: (dataDir: string, port: number) => NodeJS.ProcessEnv;
  /** A new token, as Bot Framework would sign it; each call gives another one. */
  readonly token: () => Promise<string>;
  readonly sent: () => number;
  readonly close: () => void;
};

/** Teams' side for the benches: keys, a managed identity, and a connector that takes whatever is sent. */
export async function startPlatform(): Promise<Platform> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
  let sent = 0;
  let serial = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      const answer = (body: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(body));
      if (path.includes('openidconfiguration'))
        return answer({ issuer: ISSUER, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
      if (path === '/keys') return answer({ keys: [jwk] });
      if (path.includes('api-version')) {
        const expires_on = String(Math.floor(Date.now() / 1000) + 86_400);
        return answer({ access_token: 'bench', expires_on, resource: ISSUER, token_type: 'Bearer', client_id: APP_ID });
      }
      sent++;
      return answer({ id: `activity-${sent}` }, 201);
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
      ALLOWED_SERVICE_HOSTS: '127.0.0.1',
      STORE: 'sqlite',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
    }),
    token: () =>
      new SignJWT({ serviceurl: url, jti: String(serial++) })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench', typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(APP_ID)
        .setNotBefore('-1 minute')
        .setExpirationTime('1 hour')
        .sign(privateKey),
    sent: () => sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An invoke as Teams sends it when this person presses a button. */
export function invoke(platform: Platform, objectId: string, data: object, serial: number): string {
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${serial}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: platform.url,
    locale: 'nb-NO',
    from: { id: `29:${objectId}`, aadObjectId: objectId, name: objectId },
    recipient: { id: `28:${APP_ID}`, name: 'Utvalgsbot' },
    conversation: { id: `a:${objectId}`, conversationType: 'personal', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID }, source: { name: 'message' } },
    replyToId: '1',
    value: { action: { type: 'Action.Execute', id: '', verb: 'round.approve', data }, trigger: 'manual' },
  });
}
