import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rejection } from '../../../bot/teams/token.ts';
import { unverified, type Verify, verifier } from '../../../bot/teams/verify.ts';
import { APP_ID, TENANT_ID } from '../../support/activities.ts';
import { type Platform, startPlatform } from '../../support/platform.ts';
import { foreignKeys, type Keys } from '../../support/refusals.ts';
import { ISSUER } from '../../support/tokens.ts';

let platform: Platform;
let keys: Keys;
let verify: Verify;
beforeAll(async () => {
  platform = await startPlatform();
  keys = await foreignKeys(platform);
});
afterAll(() => platform.close());
beforeEach(() => {
  verify = aVerifier();
});
afterEach(() => {
  vi.useRealTimers();
});

function aVerifier(overrides: Partial<Parameters<typeof verifier>[0]> = {}): Verify {
  const openIdMetadataUrl = `${platform.url}/.well-known/openidconfiguration`;
  return verifier({ appId: APP_ID, issuer: ISSUER, openIdMetadataUrl, ...overrides });
}

const asks = (token: string, { channelId = 'msteams', serviceUrl = platform.url } = {}, check = verify) =>
  check({ authorization: `Bearer ${token}`, remoteAddress: '10.0.0.1' }, { channelId, serviceUrl });

const now = () => Math.floor(Date.now() / 1000);

describe('a token', () => {
  test('of Bot Framework is let in, and again', async () => {
    const token = await platform.token();
    expect(await asks(token)).toBeUndefined();
    expect(await asks(token)).toBeUndefined();
  });

  test('may be as much as five minutes off, either way', async () => {
    expect(await asks(await platform.issuer.sign({ serviceurl: platform.url, exp: now() - 240 }))).toBeUndefined();
    expect(await asks(await platform.issuer.sign({ serviceurl: platform.url, nbf: now() + 240 }))).toBeUndefined();
  });

  test('is let in under any case of its scheme, as HTTP has it', async () => {
    const authorization = `bearer ${await platform.token()}`;
    const claimed = { channelId: 'msteams', serviceUrl: platform.url };
    expect(await verify({ authorization, remoteAddress: undefined }, claimed)).toBeUndefined();
  });

  test.each<[string, Rejection, Record<string, unknown>]>([
    ['that has expired', 'expired', { exp: 1 }],
    ['that does not expire', 'wrong-claims', { exp: undefined }],
    ['for later', 'wrong-claims', { nbf: 9_999_999_999 }],
    ['for another bot', 'wrong-claims', { aud: TENANT_ID }],
    ['for two bots', 'wrong-claims', { aud: [APP_ID, TENANT_ID] }],
    ['of another issuer', 'wrong-claims', { iss: 'https://sts.windows.net/' }],
    ['with a tenant', 'wrong-claims', { tid: TENANT_ID }],
    ['of another service', 'wrong-claims', { serviceurl: 'https://teams.example/' }],
    ['of no service', 'wrong-claims', { serviceurl: undefined }],
  ])('%s is rejected as %s', async (_what, rejection, claims) => {
    expect(await asks(await platform.issuer.sign({ serviceurl: platform.url, ...claims }))).toBe(rejection);
  });

  test.each<[string, Rejection, keyof Keys, string]>([
    ['whose key is not the one of that name', 'bad-signature', 'strange', 'RS256'],
    ['whose key is for another channel', 'not-endorsed', 'webchat', 'RS256'],
    ['whose key is for nothing', 'not-endorsed', 'bare', 'RS256'],
    ['of another algorithm', 'malformed-token', 'pss', 'PS256'],
  ])('%s is rejected as %s', async (_what, rejection, name, alg) => {
    const token = await platform.issuer.sign({ serviceurl: platform.url }, { key: keys[name], header: { alg } });
    expect(await asks(token)).toBe(rejection);
  });

  test('that is genuine when no keys can be had is not let in, and the failure is told', async () => {
    const onKeysFailure = vi.fn();
    const alone = aVerifier({ openIdMetadataUrl: 'http://127.0.0.1:1/', onKeysFailure });
    expect(await asks(await platform.token(), {}, alone)).toBe('keys-unavailable');
    expect(onKeysFailure).toHaveBeenCalledOnce();
  });
});

test.each<[string, Rejection, string | undefined]>([
  ['nothing', 'no-token', undefined],
  ['an empty header', 'no-token', ''],
  ['a password', 'malformed-token', 'Basic dXRhbGc6YmN0'],
  ['two parts', 'malformed-token', 'Bearer e30.e30'],
])('%s is rejected as %s', async (_what, rejection, authorization) => {
  const claimed = { channelId: 'msteams', serviceUrl: platform.url };
  expect(await verify({ authorization, remoteAddress: '127.0.0.1' }, claimed)).toBe(rejection);
});

test('a token that names no key is not tried with the only one there is', async () => {
  const single = await startPlatform();
  try {
    const token = await single.issuer.sign({ serviceurl: single.url }, { header: { kid: undefined } });
    const alone = aVerifier({ openIdMetadataUrl: `${single.url}/.well-known/openidconfiguration` });
    expect(await asks(token, { serviceUrl: single.url }, alone)).toBe('malformed-token');
  } finally {
    single.close();
  }
});

describe('what is remembered of a genuine token', () => {
  test('ends when the token does', async () => {
    const token = await platform.token();
    expect(await asks(token)).toBeUndefined();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 66 * 60 * 1000 });
    expect(await asks(token)).toBe('expired');
  });

  test('holds for its own service and channel alone', async () => {
    const token = await platform.issuer.sign({ serviceurl: platform.url }, { key: keys.both });
    expect(await asks(token)).toBeUndefined();
    expect(await asks(token, { serviceUrl: 'https://teams.example/' })).toBe('wrong-claims');
    expect(await asks(token, { channelId: 'directline' })).toBe('not-endorsed');
    expect(await asks(token, { channelId: 'webchat' })).toBeUndefined();
  });

  test('is not lent to a token that only begins alike', async () => {
    const token = await platform.token();
    expect(await asks(token)).toBeUndefined();
    expect(await asks(`${token}x`)).toBe('bad-signature');
  });

  test('counts for all of its time without asking for the keys again', async () => {
    const token = await platform.token();
    await asks(token);
    const before = platform.asked.keys;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60 * 1000 });
    expect(await asks(token)).toBeUndefined();
    expect(platform.asked.keys).toBe(before);
  });
});

describe('without verification', () => {
  test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    '%s may speak for anybody',
    async (remoteAddress) => {
      const claimed = { channelId: 'msteams', serviceUrl: 'http://127.0.0.1:1' };
      expect(await unverified({ authorization: undefined, remoteAddress }, claimed)).toBeUndefined();
    },
  );

  test.each(['10.0.0.1', '::ffff:10.0.0.1', '127.0.0.1.example', '2001:db8::1', undefined])(
    '%s may not',
    async (remoteAddress) => {
      const claimed = { channelId: 'msteams', serviceUrl: 'http://127.0.0.1:1' };
      expect(await unverified({ authorization: undefined, remoteAddress }, claimed)).toBe('not-loopback');
    },
  );
});
