import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Rejection } from '../../../bot/teams/token.ts';
import { tabVerifier, type VerifyTab } from '../../../bot/teams/verify-tab.ts';
import { APP_ID } from '../../support/activities.ts';
import { type Platform, startPlatform } from '../../support/platform.ts';
import { TENANT } from '../../support/records.ts';
import { APP_URI, PEOPLE, tabClaims } from '../../support/tab-service.ts';
import { newKey } from '../../support/tokens.ts';

const OTHER = '99999999-9999-4999-8999-999999999999';
const SIV = { tenantId: TENANT, objectId: PEOPLE.siv, name: 'siv' };

let platform: Platform;
let verify: VerifyTab;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(() => {
  verify = aVerifier(`${platform.url}/entra/openid-configuration`);
});
afterEach(() => {
  vi.useRealTimers();
});

function aVerifier(openIdMetadataUrl: string, onKeysFailure?: (error: unknown) => void): VerifyTab {
  const issuers = [TENANT, OTHER].map((tenant) => `https://login.microsoftonline.com/${tenant}/v2.0`);
  return tabVerifier({ openIdMetadataUrl, issuers, audiences: [APP_ID, APP_URI], tenants: [TENANT] }, onKeysFailure);
}

const seconds = () => Math.floor(Date.now() / 1000);
const signed = async (changed: Readonly<Record<string, unknown>> = {}, how = {}) =>
  `Bearer ${await platform.entra.sign(tabClaims('siv', changed), how)}`;

test('whoever is signed in is known by tenant and object id, and by their name', async () => {
  expect(await verify(await signed())).toEqual(SIV);
  expect(await verify(await signed({ aud: APP_URI }))).toEqual(SIV);
  expect(await verify(await signed({ scp: 'profile access_as_user' }))).toEqual(SIV);
  const named = await signed({ name: undefined, preferred_username: 'siv@eksempel.no' });
  expect(await verify(named)).toEqual({ ...SIV, name: 'siv@eksempel.no' });
});

test('ids are the same in any case of their letters', async () => {
  const authorization = await signed({ tid: TENANT.toUpperCase(), oid: PEOPLE.siv.toUpperCase() });
  expect(await verify(authorization)).toEqual(SIV);
});

test('a token may be as much as five minutes off, either way', async () => {
  expect(await verify(await signed({ exp: seconds() - 240 }))).toEqual(SIV);
  expect(await verify(await signed({ nbf: seconds() + 240 }))).toEqual(SIV);
  expect(await verify(await signed({ exp: seconds() - 400 }))).toBe('expired');
});

test('a genuine token is good without its keys until it expires, and no longer', async () => {
  const authorization = await signed({ exp: seconds() + 600 });
  expect(await verify(authorization)).toEqual(SIV);
  const { published } = platform.entra;
  const keys = published.splice(0);
  try {
    expect(await verify(authorization)).toEqual(SIV);
    vi.useFakeTimers({ now: Date.now() + 901_000, toFake: ['Date'] });
    expect(await verify(authorization)).not.toEqual(SIV);
  } finally {
    published.push(...keys);
  }
});

test('what was found wrong is found wrong again', async () => {
  const authorization = await signed({ aud: OTHER });
  expect(await verify(authorization)).toBe('wrong-claims');
  expect(await verify(authorization)).toBe('wrong-claims');
});

test.each<[string, Rejection, Readonly<Record<string, unknown>>]>([
  ['that has expired', 'expired', { exp: 1 }],
  ['that does not expire', 'wrong-claims', { exp: undefined }],
  ['for later', 'wrong-claims', { nbf: 9_999_999_999 }],
  ['for another app', 'wrong-claims', { aud: OTHER }],
  ['for two apps', 'wrong-claims', { aud: [APP_ID, OTHER] }],
  [
    'of a tenant that is not allowed',
    'wrong-claims',
    { tid: OTHER, iss: `https://login.microsoftonline.com/${OTHER}/v2.0` },
  ],
  [
    'of an allowed tenant, by the issuer of another',
    'wrong-claims',
    { iss: `https://login.microsoftonline.com/${OTHER}/v2.0` },
  ],
  ['of another issuer that names the tenant', 'wrong-claims', { iss: `https://login.example/${TENANT}/v2.0` }],
  ['of another tenant, by an allowed issuer', 'wrong-claims', { tid: OTHER }],
  ['without a scope', 'wrong-claims', { scp: undefined }],
  ['with another scope', 'wrong-claims', { scp: 'access_as_user.more' }],
  ['of nobody', 'wrong-claims', { oid: undefined }],
])('a token %s is rejected as %s', async (_what, rejection, claims) => {
  expect(await verify(await signed(claims))).toBe(rejection);
});

test.each<[string, Rejection, () => Promise<string | undefined>]>([
  ['nothing', 'no-token', async () => undefined],
  ['another scheme', 'malformed-token', async () => 'Basic c2l2OnNpdg=='],
  ['a token with more behind it', 'malformed-token', async () => `${await signed()} more`],
  ['a token without the name of a key', 'malformed-token', () => signed({}, { header: { kid: undefined } })],
  ['another key of that name', 'bad-signature', async () => signed({}, { key: await newKey('entra') })],
  ['a key of another name', 'bad-signature', async () => signed({}, { key: await newKey('unknown') })],
  [
    'another algorithm',
    'malformed-token',
    async () => signed({}, { key: await newKey('entra', 'PS256'), header: { alg: 'PS256' } }),
  ],
])('%s is rejected as %s', async (_what, rejection, authorization) => {
  expect(await verify(await authorization())).toBe(rejection);
});

test('nobody is let in while no keys can be had, and the failure is told', async () => {
  const onKeysFailure = vi.fn();
  const alone = aVerifier('http://127.0.0.1:1/', onKeysFailure);
  expect(await alone(await signed())).toBe('keys-unavailable');
  expect(onKeysFailure).toHaveBeenCalledOnce();
});
