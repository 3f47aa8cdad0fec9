import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../../bot/config.ts';
import { credentialsFor, JoinedCredentials } from '../../../bot/teams/credentials.ts';
import { APP_ID, TENANT_ID } from '../../support/activities.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** The `Authorization` header of a request that these credentials have signed. */
async function signedBy(credentials: JoinedCredentials): Promise<string | undefined> {
  const headers = new Map<string, string>();
  await credentials.signRequest({ headers: { set: (name: string, value: string) => void headers.set(name, value) } });
  return headers.get('authorization');
}

describe("the bot's token", () => {
  test('is asked for once by twenty who send at the same time, and each gets it', async () => {
    const getToken = vi.fn(async () => 'token');
    const credentials = new JoinedCredentials({ getToken });
    const signed = await Promise.all(Array.from({ length: 20 }, () => signedBy(credentials)));
    expect(new Set(signed)).toEqual(new Set(['Bearer token']));
    expect(getToken).toHaveBeenCalledOnce();
  });

  test('is asked for again by the next one: the source knows how long it is good', async () => {
    let serial = 0;
    const credentials = new JoinedCredentials({ getToken: async () => `token-${++serial}` });
    expect([await signedBy(credentials), await signedBy(credentials)]).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('that cannot be had holds the message back for now, and is asked for again', async () => {
    const getToken = vi.fn().mockRejectedValueOnce(new Error('no identity')).mockResolvedValueOnce('token');
    const credentials = new JoinedCredentials({ getToken });
    await expect(signedBy(credentials)).rejects.toMatchObject({ name: 'UndeliveredError', why: 'for-now' });
    expect(await signedBy(credentials)).toBe('Bearer token');
  });

  test('that takes longer than ten seconds is not waited for, whatever the library would do', async () => {
    vi.useFakeTimers();
    const getToken = vi
      .fn()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValueOnce('token');
    const credentials = new JoinedCredentials({ getToken });
    const waiting = expect(signedBy(credentials)).rejects.toMatchObject({ why: 'for-now' });
    await vi.advanceTimersByTimeAsync(10_000);
    await waiting;
    expect(await signedBy(credentials)).toBe('Bearer token');
  });
});

describe("the try-out room's identity", () => {
  let server: Server;
  let answers: { status: number; body: unknown };
  let asked: URL[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://room'));
      response.writeHead(answers.status).end(JSON.stringify(answers.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const credentials = () =>
    credentialsFor(readConfig({ ROOM_PORT: String((server.address() as AddressInfo).port) }, []));
  const token = (seconds: number) => ({ access_token: 'own', expires_on: String(Date.now() / 1000 + seconds) });

  test('is asked the way a managed identity is, and its token kept until shortly before it expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    answers = { status: 200, body: token(3600) };
    const kept = await credentials();
    expect(await signedBy(kept)).toBe('Bearer own');
    vi.setSystemTime(Date.now() + 54 * 60 * 1000);
    await signedBy(kept);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
      resource: 'https://api.botframework.com',
      'api-version': '2019-08-01',
    });
    vi.setSystemTime(Date.now() + 2 * 60 * 1000);
    await signedBy(kept);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['an error', 500, { access_token: 'own', expires_on: '9999999999' }],
    ['no token', 200, { expires_on: '9999999999' }],
    ['an empty token', 200, { access_token: '', expires_on: '9999999999' }],
    ['a token without an end', 200, { access_token: 'own' }],
  ])('that answers with %s gives no token', async (_what, status, body) => {
    answers = { status, body };
    await expect(signedBy(await credentials())).rejects.toMatchObject({ why: 'for-now' });
  });
});

describe('a deployment', () => {
  const common = { MicrosoftAppId: APP_ID, MicrosoftAppTenantId: TENANT_ID, STORE: 'sqlite' };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['a password', { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'secret' }],
    [
      'a certificate',
      {
        MicrosoftAppType: 'SingleTenant',
        CertificateThumbprint: 'ab'.repeat(20),
        CertificatePrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
    ],
    ['a managed identity', { MicrosoftAppType: 'UserAssignedMsi' }],
  ])('with %s is one the SDK can use, and nothing is asked of the network yet', async (_what, env) => {
    const made = await credentialsFor(readConfig({ ...common, ...env }, []));
    expect(made).toBeInstanceOf(JoinedCredentials);
  });
});
