import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../../../bot/log.ts';
import { createMetrics, type Metrics } from '../../../bot/metrics.ts';
import { VerifiedAdapter } from '../../../bot/teams/adapter.ts';
import { Connectors } from '../../../bot/teams/connectors.ts';
import { JoinedCredentials } from '../../../bot/teams/credentials.ts';
import { type Endpoint, teamsEndpoint } from '../../../bot/teams/endpoint.ts';
import { limitGate } from '../../../bot/teams/limit-gate.ts';
import type { Inbound, InvokeAnswer } from '../../../bot/turn.ts';
import { notRegisteredText } from '../../../cards/text/teams.ts';
import { APP_ID, aMessage, anActivity, aPress, type Fields, KARI, TENANT_ID } from '../../support/activities.ts';
import { type Platform, startPlatform } from '../../support/platform.ts';

const channel = {
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: '',
  loginUrl: '',
  validateAuthority: true,
  scope: 'https://api.botframework.com',
  callerId: 'urn:botframework:azure',
};

let platform: Platform;
let lines: { readonly level: string; readonly event: string; readonly fields: Fields }[];
let metrics: Metrics;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(() => {
  lines = [];
  metrics = createMetrics();
});
afterEach(() => platform.reset());

type Options = {
  readonly mode?: 'local' | 'service';
  readonly answerMs?: number;
  readonly verify?: () => Promise<undefined>;
};

/** The endpoint with the real adapter and connector behind it; who sends is somebody else's question. */
function endpointFor(
  receive: (inbound: Inbound) => Promise<InvokeAnswer | undefined>,
  options: Options = {},
): Endpoint {
  const { mode = 'service', verify = async () => undefined, ...rest } = options;
  const connectors = new Connectors(new JoinedCredentials({ getToken: async () => 'token' }), ['127.0.0.1']);
  const adapter = new VerifiedAdapter(connectors, { appId: APP_ID, channel });
  const log: Log = (level, event, fields = {}) => void lines.push({ level, event, fields });
  const config = { allowedTenants: [TENANT_ID.toUpperCase()], allowedServiceHosts: ['127.0.0.1'], mode };
  const gate = limitGate(metrics);
  return teamsEndpoint(config, { verify, adapter, receive, gate, log, metrics, ...rest });
}

const deliver = (endpoint: Endpoint, activity: Fields) =>
  endpoint({ authorization: undefined, remoteAddress: undefined }, Buffer.from(JSON.stringify(activity)));
const message = () => aMessage(platform.url, KARI, 'hjelp');
const press = () => aPress(platform.url, KARI, { verb: 'help.show' });
const failing = () => Promise.reject(new Error('broken'));
const events = () => lines.map(({ event }) => event);
const told = () => platform.calls.map(({ body }) => JSON.parse(body).text);
const counted = async (counter: { get(): Promise<{ values: readonly { value: number; labels: object }[] }> }) =>
  (await counter.get()).values.map(({ value, labels }) => ({ value, ...labels }));

describe('a turn', () => {
  test('of a message is answered when it is handled, with nothing', async () => {
    const seen: Inbound[] = [];
    const endpoint = endpointFor(async (inbound) => void seen.push(inbound));
    expect(await deliver(endpoint, message())).toEqual({ status: 200 });
    expect(seen).toMatchObject([{ kind: 'message', text: 'hjelp' }]);
    expect(await counted(metrics.turns)).toEqual([{ value: 1, kind: 'message', outcome: 'handled' }]);
  });

  test('of a message is not acknowledged before what it promises is stored', async () => {
    let store = () => {};
    const endpoint = endpointFor(() => new Promise((resolve) => (store = () => resolve(undefined))));
    const answered = vi.fn();
    const delivering = deliver(endpoint, message()).then(answered);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).not.toHaveBeenCalled();
    store();
    await delivering;
    expect(answered).toHaveBeenCalledWith({ status: 200 });
  });

  test('of a press is answered with HTTP 200, whatever it says', async () => {
    const endpoint = endpointFor(async () => ({ kind: 'message', text: 'Nei.' }));
    expect(await deliver(endpoint, press())).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Nei.' },
    });
  });

  test("of the try-out room's clock is one in local mode alone", async () => {
    const seen: Inbound[] = [];
    const clock = () =>
      anActivity(platform.url, KARI, { type: 'event', name: 'utvalgsbot/clock', value: { offsetMs: 5 } });
    await deliver(
      endpointFor(async (inbound) => void seen.push(inbound)),
      clock(),
    );
    expect(seen).toEqual([]);
    await deliver(
      endpointFor(async (inbound) => void seen.push(inbound), { mode: 'local' }),
      clock(),
    );
    expect(seen).toEqual([{ kind: 'clock', offsetMs: 5 }]);
  });
});

describe('a turn that fails', () => {
  test('tells whoever wrote, once, under the reference that the log has', async () => {
    expect(await deliver(endpointFor(failing), message())).toEqual({ status: 200 });
    const { reference } = lines[0]?.fields ?? {};
    expect(lines).toMatchObject([{ level: 'error', event: 'turn-failed', fields: { error: new Error('broken') } }]);
    expect(told()).toEqual([expect.stringContaining(`(ref. ${reference})`)]);
    expect(await counted(metrics.turns)).toEqual([{ value: 1, kind: 'message', outcome: 'failed' }]);
  });

  test('tells whoever pressed, beside the card', async () => {
    const { status, body } = await deliver(endpointFor(failing), press());
    const { reference } = lines[0]?.fields ?? {};
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, value: expect.stringContaining(`(ref. ${reference})`) });
    expect(platform.calls).toEqual([]);
  });

  test.each([403, 404, 500, 502])(
    'is a 200 also when it cannot be told because the connector answers %i',
    async (status) => {
      platform.answer(() => ({ status }));
      expect(await deliver(endpointFor(failing), message())).toEqual({ status: 200 });
      expect(platform.calls).toHaveLength(1);
      expect(events()).toEqual(['turn-failed', 'fault-not-told']);
    },
  );
});

test('what went wrong is told within Teams’ limits: of nine messages at once to one chat the last is not told', async () => {
  const endpoint = endpointFor(failing);
  const answers = await Promise.all(Array.from({ length: 9 }, () => deliver(endpoint, message())));
  expect(answers).toEqual(answers.map(() => ({ status: 200 })));
  expect(platform.calls).toHaveLength(8);
  expect(events().filter((event) => event === 'fault-not-told')).toHaveLength(1);
});

test('a refusal for Teams’ limits keeps the next one from being sent into it', async () => {
  platform.answer(() => ({ status: 429, headers: { 'retry-after': '30' } }));
  const endpoint = endpointFor(failing);
  for (let i = 0; i < 2; i++) expect(await deliver(endpoint, message())).toEqual({ status: 200 });
  expect(platform.calls).toHaveLength(1);
  expect(events().filter((event) => event === 'fault-not-told')).toHaveLength(2);
});

describe('a press that takes long', () => {
  test('is told that nothing is registered yet, and what becomes of it is logged', async () => {
    let fail = (_error: Error) => {};
    const slow = () => new Promise<undefined>((_resolve, reject) => (fail = reject));
    const { status, body } = await deliver(endpointFor(slow, { answerMs: 5 }), press());
    expect({ status, body }).toMatchObject({ status: 200, body: { value: notRegisteredText } });
    expect(await counted(metrics.turns)).toEqual([{ value: 1, kind: 'card-action', outcome: 'late' }]);
    fail(new Error('broken'));
    await vi.waitFor(() => expect(events()).toEqual(['turn-failed-late']));
  });

  test('gets its answer after four and a half seconds at the latest: Teams drops it at five', async () => {
    vi.useFakeTimers();
    try {
      const delivering = deliver(
        endpointFor(() => new Promise(() => {})),
        press(),
      );
      await vi.advanceTimersByTimeAsync(4500);
      expect((await delivering).body).toMatchObject({ value: notRegisteredText });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a request that is refused', () => {
  test('is counted by its reason, and logged without what it said', async () => {
    const endpoint = endpointFor(failing);
    await deliver(endpoint, {
      ...message(),
      channelData: { tenant: { id: 'another' } },
      from: { id: 7, name: 'Kari' },
    });
    await deliver(endpoint, { ...message(), channelData: { tenant: { id: 'another' } } });
    expect(await counted(metrics.rejected)).toEqual([
      { value: 1, reason: 'odd-activity' },
      { value: 1, reason: 'other-tenant' },
    ]);
    expect(lines).toEqual([
      { level: 'debug', event: 'request-refused', fields: { reason: 'odd-activity', fields: ['from.id'] } },
      { level: 'debug', event: 'request-refused', fields: { reason: 'other-tenant' } },
    ]);
  });

  test('because of a bug of ours is answered all the same, without a word of it', async () => {
    const endpoint = endpointFor(failing, { verify: failing });
    expect(await deliver(endpoint, message())).toEqual({ status: 500 });
    expect(events()).toEqual(['request-failed']);
  });
});

test('an activity from an allowed tenant is one in any case of its letters', async () => {
  const upper = { ...message(), channelData: { tenant: { id: TENANT_ID.toUpperCase() } } };
  const seen: Inbound[] = [];
  await deliver(
    endpointFor(async (inbound) => void seen.push(inbound)),
    upper,
  );
  expect(seen).toMatchObject([{ from: { tenantId: TENANT_ID } }]);
});
