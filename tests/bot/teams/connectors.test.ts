import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Connectors, harden, isAllowedService, type Pipeline } from '../../../bot/teams/connectors.ts';
import { JoinedCredentials } from '../../../bot/teams/credentials.ts';
import { UndeliveredError } from '../../../bot/turn.ts';
import { type Answering, type Platform, startPlatform } from '../../support/platform.ts';

describe('a service', () => {
  const allowed = ['smba.trafficmanager.net', '*.botframework.com', '127.0.0.1'];

  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://SMBA.trafficmanager.net',
    'https://europe.botframework.com/',
    'https://a.b.botframework.com:8443/x',
    'http://127.0.0.1:3979',
    'https://127.0.0.1',
  ])('that is on the list may be spoken to: %s', (url) => {
    expect(isAllowedService(url, allowed)).toBe(true);
  });

  test.each([
    'http://smba.trafficmanager.net/',
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.smba.trafficmanager.net/',
    'https://botframework.com/',
    'https://evilbotframework.com/',
    'https://evil.example/.botframework.com',
    'https://evil.example#.botframework.com',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user@smba.trafficmanager.net/',
    'https://:word@smba.trafficmanager.net/',
    'http://localhost:3979',
    'http://127.0.0.2/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    '//smba.trafficmanager.net/',
    'https://',
    'x',
    '',
  ])('that is not, or not safely, may not: %s', (url) => {
    expect(isAllowedService(url, allowed)).toBe(false);
  });

  test('is never one when the list is empty', () => {
    expect(isAllowedService('https://smba.trafficmanager.net/', [])).toBe(false);
  });
});

describe('a connector', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());
  afterEach(() => platform.reset());

  const connectors = (deadlineMs?: number) =>
    new Connectors(new JoinedCredentials({ getToken: async () => 'token' }), ['127.0.0.1'], deadlineMs);
  const post = async (to = connectors()) => {
    const client = await to.create(platform.url);
    return client.conversations.sendToConversation('a:1', { type: 'message', text: 'Hei' });
  };

  test('is kept for each service', async () => {
    const kept = connectors();
    expect(await kept.create(platform.url)).toBe(await kept.create(platform.url));
    expect(await kept.create(platform.url)).not.toBe(await kept.create(`${platform.url}/emea`));
  });

  test('is forgotten, the oldest first, when there are more than any deployment has', async () => {
    const kept = connectors();
    const first = await kept.create(`${platform.url}/0`);
    for (let i = 1; i < 50; i++) await kept.create(`${platform.url}/${i}`);
    expect(await kept.create(`${platform.url}/0`)).toBe(first);
    await kept.create(`${platform.url}/50`);
    expect(await kept.create(`${platform.url}/0`)).not.toBe(first);
  });

  test('for a service that is not allowed is not made, so the token cannot go there', async () => {
    await expect(connectors().create('https://evil.example/')).rejects.toThrow(UndeliveredError);
  });

  test.each<[string, Answering]>([
    ['500', () => ({ status: 500 })],
    ['502', () => ({ status: 502 })],
    ['503 with a time to wait', () => ({ status: 503, headers: { 'retry-after': '0' } })],
    ['429 with a time to wait', () => ({ status: 429, headers: { 'retry-after': '0' } })],
    ['408', () => ({ status: 408 })],
  ])('that answers %s is asked once: a repeated post would be a second card', async (_status, answer) => {
    platform.answer(answer);
    await expect(post()).rejects.toThrow();
    expect(platform.calls).toHaveLength(1);
  });

  test('that points elsewhere is not followed: the card would go to a host that nobody allowed', async () => {
    platform.answer(() => ({ status: 307, headers: { location: `${platform.url}/elsewhere` } }));
    await post().catch(() => undefined);
    expect(platform.calls).toHaveLength(1);
  });

  test('that does not answer is given up at the deadline', async () => {
    platform.answer(() => undefined);
    await expect(post(connectors(50))).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe("the SDK's pipeline", () => {
  const pipeline = (...names: string[]) => {
    const policies = names.map((name) => ({ name }));
    const added: Parameters<Pipeline['addPolicy']>[0][] = [];
    const left: Pipeline = {
      getOrderedPolicies: () => policies,
      removePolicy: ({ name }) =>
        policies.splice(
          policies.findIndex((policy) => policy.name === name),
          1,
        ),
      addPolicy: (policy) => void added.push(policy),
    };
    return { left, policies, added };
  };

  test('loses what repeats and redirects, and gets a deadline', () => {
    const { left, policies, added } = pipeline('userAgent', 'defaultRetryPolicy', 'redirectPolicy');
    harden(left, 10_000);
    expect(policies).toEqual([{ name: 'userAgent' }]);
    const next = vi.fn();
    added[0]?.sendRequest({}, next);
    expect(next).toHaveBeenCalledExactlyOnceWith({ timeout: 10_000 });
  });

  test.each([
    ['defaultRetryPolicy', pipeline('redirectPolicy', 'retryPolicy')],
    ['redirectPolicy', pipeline('defaultRetryPolicy', 'followPolicy')],
  ])('whose %s has got another name is not used at all', (name, { left }) => {
    expect(() => harden(left, 10_000)).toThrow(`the connector has no ${name} to switch off`);
  });
});
