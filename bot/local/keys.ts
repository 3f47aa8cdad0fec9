import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';

/** Bot Framework's own issuer and audience: the bot checks the room's tokens with the same code as Microsoft's. */
export const BOT_FRAMEWORK = 'https://api.botframework.com';
// and Entra's, for the tab
const ENTRA = 'https://login.microsoftonline.com';
const ROOM_ISSUER = 'urn:utvalgsbot:room';
const LIFETIME_S = 3600;
const RENEW_MS = 10 * 60 * 1000;

export type Keys = {
  /** The public half, as the bot fetches it. */
  readonly jwks: { readonly keys: readonly (JWK & { readonly endorsements: readonly string[] })[] };
  /** A token for an activity that comes from this service; the same one until shortly before it expires. */
  readonly channelToken: (serviceUrl: string) => Promise<string>;
  /** A token for what the bot sends. Expires at `expiresOn`, in seconds. */
  readonly botToken: () => Promise<{ readonly token: string; readonly expiresOn: number }>;
  /** A token for the app's tab, as Entra gives Teams one for whoever is signed in. */
  readonly tabToken: (who: {
    readonly tenantId: string;
    readonly objectId: string;
    readonly name: string;
  }) => Promise<string>;
  /** Whether an `Authorization` header carries a token from `botToken`. */
  readonly isBot: (authorization: string | undefined) => Promise<boolean>;
  /** A mark that only this room can put on a text; the same after a restart. */
  readonly seal: (text: string) => string;
};

/** The room's own key pair, kept in `path` so that a restart does not lock the bot out; a new one when there is none. */
export async function roomKeys(path: string | undefined, appId: string): Promise<Keys> {
  const { privateJwk, publicJwk } = await loadOrMake(path);
  const privateKey = (await importJWK(privateJwk, 'RS256')) as CryptoKey;
  const publicKey = (await importJWK(publicJwk, 'RS256')) as CryptoKey;
  const { kid = '' } = publicJwk;
  let channel: { readonly serviceUrl: string; readonly token: Promise<string>; readonly renewAt: number } | undefined;
  let lastBot = { token: '', until: 0 };

  const sign = (issuer: string, audience: string, claims: Record<string, string>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setNotBefore('-1 minute')
      .setExpirationTime(`${LIFETIME_S} seconds`)
      .sign(privateKey);

  return {
    seal: (text) =>
      createHmac('sha256', privateJwk.d ?? '')
        .update(text)
        .digest('base64url'),
    jwks: { keys: [{ ...publicJwk, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] },
    channelToken: (serviceUrl) => {
      if (channel?.serviceUrl !== serviceUrl || channel.renewAt < Date.now()) {
        const token = sign(BOT_FRAMEWORK, appId, { serviceurl: serviceUrl });
        channel = { serviceUrl, token, renewAt: Date.now() + LIFETIME_S * 1000 - RENEW_MS };
      }
      return channel.token;
    },
    botToken: async () => ({
      token: await sign(ROOM_ISSUER, BOT_FRAMEWORK, { appid: appId }),
      expiresOn: Math.floor(Date.now() / 1000) + LIFETIME_S,
    }),
    tabToken: ({ tenantId, objectId, name }) =>
      sign(`${ENTRA}/${tenantId}/v2.0`, appId, {
        tid: tenantId,
        oid: objectId,
        name,
        scp: 'access_as_user',
        ver: '2.0',
      }),
    isBot: async (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return false;
      if (token === lastBot.token && Date.now() < lastBot.until) return true;
      try {
        const { payload } = await jwtVerify(token, publicKey, { issuer: ROOM_ISSUER, audience: BOT_FRAMEWORK });
        if (payload.appid !== appId || payload.exp === undefined) return false;
        lastBot = { token, until: payload.exp * 1000 };
        return true;
      } catch {
        return false;
      }
    },
  };
}

type Pair = { readonly privateJwk: JWK; readonly publicJwk: JWK };

async function loadOrMake(path: string | undefined): Promise<Pair> {
  if (path !== undefined && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const pair = { privateJwk: { ...(await exportJWK(privateKey)), kid }, publicJwk: { ...publicJwk, kid } };
  if (path !== undefined) {
    // whole or not at all, should the process be killed here
    writeFileSync(`${path}.new`, JSON.stringify(pair), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return pair;
}
