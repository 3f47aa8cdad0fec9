import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_ID, aMessage, KARI, TENANT_ID } from '../../support/activities.ts';
import { send } from '../../support/load.ts';
import { type Platform, startPlatform } from '../../support/platform.ts';
import { claiming, claims, foreignKeys, type Keys, type Refusal } from '../../support/refusals.ts';
import { type Service, startService } from '../../support/service.ts';
import { ISSUER, unsigned } from '../../support/tokens.ts';

let platform: Platform;
let service: Service;
let keys: Keys;
beforeAll(async () => {
  platform = await startPlatform();
  keys = await foreignKeys(platform);
  service = await startService(platform);
});
afterAll(async () => {
  await service.close();
  platform.close();
});

const now = () => Math.floor(Date.now() / 1000);
const HOUR = 3600;
const genuine = async ({ issuer, url }: Platform) => issuer.sign({ serviceurl: url });
const claimed = ({ url }: Platform) => ({ iss: ISSUER, aud: APP_ID, serviceurl: url, exp: now() + HOUR });
const tenantIssuer = `https://sts.windows.net/${TENANT_ID}/`;

/** HMAC with the public key as the secret: what a verifier that trusts the header's algorithm takes for its own. */
function confused(at: Platform): string {
  const token = unsigned({ alg: 'HS256', kid: 'channel' }, claimed(at)).slice(0, -1);
  const secret = JSON.stringify(at.issuer.key.jwk);
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64url')}`;
}

const noToken: readonly Refusal[] = [
  ['no token', 401, (at) => ({ ...claiming(at, ''), headers: { 'content-type': 'application/json' } })],
  ['an empty header', 401, (at) => claiming(at, '')],
  ['a password', 401, (at) => claiming(at, 'Basic dXRhbGc6YmN0')],
  ['a scheme without a token', 401, (at) => claiming(at, 'Bearer ')],
  ['a token without its scheme', 401, async (at) => claiming(at, await genuine(at))],
  ['rubbish', 401, (at) => claiming(at, 'Bearer rubbish')],
  ['three parts of rubbish', 401, (at) => claiming(at, 'Bearer a.b.c')],
  ['a token of two parts', 401, async (at) => claiming(at, `Bearer ${(await genuine(at)).replace(/\.[^.]*$/, '')}`)],
  ['two tokens in one header', 401, async (at) => claiming(at, `Bearer ${await genuine(at)} ${await genuine(at)}`)],
  ['a token longer than any', 401, (at) => claims(at, { padding: 'x'.repeat(8000) })],
  ['a header longer than the server reads', 431, (at) => claiming(at, `Bearer ${'x'.repeat(20_000)}`)],
  [
    'a token in the address alone',
    401,
    async (at) => ({ ...claiming(at, ''), path: `/api/messages?access_token=${await genuine(at)}` }),
  ],
];

const signatures: readonly Refusal[] = [
  ['a key of somebody else under a known name', 401, (at, { strange }) => claims(at, {}, { key: strange })],
  ['a key that nobody published', 401, (at, { strange }) => claims(at, {}, { key: { ...strange, kid: 'new' } })],
  ['no name of a key', 401, (at) => claims(at, {}, { header: { kid: undefined } })],
  ['a name that is not text', 401, (at) => claims(at, {}, { header: { kid: 7 } })],
  ['no signature at all', 401, (at) => claiming(at, `Bearer ${unsigned({ alg: 'none' }, claimed(at))}`)],
  [
    'no signature under a known name',
    401,
    (at) => claiming(at, `Bearer ${unsigned({ alg: 'none', kid: 'channel' }, claimed(at), 'AA')}`),
  ],
  ['the public key as a secret', 401, (at) => claiming(at, `Bearer ${confused(at)}`)],
  [
    'a changed claim under a genuine signature',
    401,
    async (at) => {
      const [header, , signature] = (await genuine(at)).split('.');
      const payload = Buffer.from(JSON.stringify({ ...claimed(at), serviceurl: at.url, more: 1 })).toString(
        'base64url',
      );
      return claiming(at, `Bearer ${header}.${payload}.${signature}`);
    },
  ],
  [
    'an algorithm that Bot Framework does not use',
    401,
    (at, { pss }) => claims(at, {}, { key: pss, header: { alg: 'PS256' } }),
  ],
  [
    'a key that the token brings along',
    401,
    (at, { strange }) => claims(at, {}, { key: { ...strange, kid: 'mine' }, header: { jwk: strange.jwk } }),
  ],
  [
    'a key server that the token names',
    401,
    (at, { strange }) => claims(at, {}, { key: { ...strange, kid: 'mine' }, header: { jku: `${at.url}/mine` } }),
  ],
  [
    'an extension that must be understood',
    401,
    (at) => claiming(at, `Bearer ${unsigned({ alg: 'RS256', kid: 'channel', crit: ['x'], x: 1 }, claimed(at), 'AA')}`),
  ],
  ['a key endorsed for another channel', 401, (at, { webchat }) => claims(at, {}, { key: webchat })],
  ['a key endorsed for nothing', 401, (at, { bare }) => claims(at, {}, { key: bare })],
  ["another channel's activity under Teams' key", 401, (at) => claims(at, {}, {}, { channelId: 'webchat' })],
  [
    "another channel's activity under its own key",
    401,
    (at, { webchat }) => claims(at, {}, { key: webchat }, { channelId: 'webchat' }),
  ],
];

const wrongClaims: readonly Refusal[] = [
  ['a token that expired an hour ago', 401, (at) => claims(at, { exp: now() - HOUR })],
  ['a token that expired six minutes ago', 401, (at) => claims(at, { exp: now() - 360 })],
  ['a token that never expires', 401, (at) => claims(at, { exp: undefined })],
  ['an expiry that is no number', 401, (at) => claims(at, { exp: String(now() + HOUR) })],
  ['a token for later', 401, (at) => claims(at, { nbf: now() + HOUR })],
  ['a token for another bot', 401, (at) => claims(at, { aud: TENANT_ID })],
  ['a token for this bot and another', 401, (at) => claims(at, { aud: [APP_ID, TENANT_ID] })],
  ['a token for nobody', 401, (at) => claims(at, { aud: undefined })],
  ['another issuer', 401, (at) => claims(at, { iss: 'https://api.botframework.us' })],
  ['no issuer', 401, (at) => claims(at, { iss: undefined })],
  ["the tenant's issuer and our own app id", 401, (at) => claims(at, { iss: tenantIssuer, appid: APP_ID, ver: '1.0' })],
  [
    "the tenant's newer issuer and our own app id",
    401,
    (at) => claims(at, { iss: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`, azp: APP_ID, ver: '2.0' }),
  ],
  ['a tenant under the right issuer', 401, (at) => claims(at, { tid: TENANT_ID })],
  ['no service', 401, (at) => claims(at, { serviceurl: undefined })],
  ['another service', 401, (at) => claims(at, { serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  ['the service but for a slash', 401, (at) => claims(at, { serviceurl: `${at.url}/` })],
  ['an activity that names another service', 401, (at) => claims(at, {}, {}, { serviceUrl: 'http://127.0.0.1:1' })],
];

const all = [...noToken, ...signatures, ...wrongClaims];

describe('a forged request', () => {
  test.each(all)('with %s is answered %i, with an empty body, and does nothing', async (_name, status, request) => {
    const answer = await send(service.port, await request(platform, keys));
    expect(answer).toMatchObject({ status, text: '' });
    expect(platform.calls).toEqual([]);
    expect(platform.asked.identity).toBe(0);
  });

  test('says how to do better without saying what was wrong', async () => {
    const { headers } = await send(service.port, claiming(platform, 'Bearer rubbish'));
    expect(headers['www-authenticate']).toBe('Bearer');
  });
});

test('whatever was forged has left nothing in the store, where a genuine message does', async () => {
  const bot = await startService(platform);
  try {
    for (const [, , request] of all) await send(bot.port, await request(platform, keys));
    expect(await bot.records()).toMatchObject({ persons: 0, conversations: 0 });
  } finally {
    await bot.close();
  }
  const other = await startService(platform);
  try {
    expect((await other.post(aMessage(platform.url, KARI, 'hjelp'))).status).toBe(200);
    expect(await other.records()).toMatchObject({ persons: 1, conversations: 0 });
  } finally {
    await other.close();
  }
});
