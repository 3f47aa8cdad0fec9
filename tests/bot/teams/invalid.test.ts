import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMessage, anActivity, aPress, type Fields, KARI, TENANT_ID } from '../../support/activities.ts';
import { send } from '../../support/load.ts';
import { type Platform, startPlatform } from '../../support/platform.ts';
import { claims, foreignKeys, type Keys, type Refusal, signed, signedActivity } from '../../support/refusals.ts';
import { type Service, startService } from '../../support/service.ts';

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

const OTHER_TENANT = '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0009';
const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

const body = (name: string, content: string | Buffer): Refusal => [name, 400, (at) => signed(at, content)];
/** A message that is right but for these fields. */
const odd = (name: string, fields: Fields, status = 400): Refusal => [
  name,
  status,
  (at) => signedActivity(at, aMessage(at.url, KARI, 'referat', fields)),
];
const oddPress = (name: string, fields: Fields): Refusal => [
  name,
  400,
  (at) => signedActivity(at, aPress(at.url, KARI, { verb: 'help.show' }, fields)),
];
const chat = (fields: Fields) => ({
  conversation: { id: `a:${KARI}`, conversationType: 'personal', tenantId: TENANT_ID, ...fields },
});
const sender = (fields: Fields) => ({ from: { id: `29:${KARI}`, name: 'Kari', ...fields } });

const bodies: readonly Refusal[] = [
  body('is empty', ''),
  body('is half an object', '{'),
  body('is a list', '[]'),
  body('is a text', '"message"'),
  body('is a number', '1'),
  body('is null', 'null'),
  body('is not JSON', 'type=message'),
  body('is compressed', Buffer.from('1f8b0800000000000003', 'hex')),
  body('is an empty object', '{}'),
  body('is nested 20,000 levels deep', nested(20_000)),
  body('is nested one level deeper than any activity', nested(65)),
  ['is larger than any activity', 413, (at) => signed(at, `{"a":"${'x'.repeat(1024 * 1024)}"}`)],
  [
    'is larger than any activity without saying so',
    413,
    (at) => signed(at, `{"a":"${'x'.repeat(1024 * 1024)}"}`, { 'transfer-encoding': 'chunked' }),
  ],
];

const envelopes: readonly Refusal[] = [
  odd('has no type', { type: undefined }),
  odd('has a type that is no text', { type: { a: 1 } }),
  odd('has a type longer than any', { type: 'm'.repeat(101) }),
  odd('has no id', { id: undefined }),
  odd('has an empty id', { id: '' }),
  odd('has a huge id', { id: 'i'.repeat(100_000) }),
  odd('has no channel', { channelId: undefined }),
  odd('has no service', { serviceUrl: undefined }),
  odd('has a service that is no address', { serviceUrl: 'x' }),
  odd('has a file for a service', { serviceUrl: 'file:///etc/hosts' }),
  odd('has a service longer than is stored', { serviceUrl: `http://127.0.0.1/${'x'.repeat(500)}` }),
  odd('has no sender', { from: undefined }),
  odd('has a sender that is a list', { from: [] }),
  odd('has a sender without an id', sender({ id: undefined })),
  odd('has a sender with a huge id', sender({ id: '2'.repeat(513) })),
  odd('has a sender with a name that is no text', sender({ name: 7 })),
  odd('has a sender with a huge name', sender({ name: 'n'.repeat(1025) })),
  odd('has a sender whose Entra id is none', sender({ aadObjectId: '../../etc' })),
  odd('has no conversation', { conversation: undefined }),
  odd('has a conversation without an id', chat({ id: null })),
  odd('has a conversation with a tenant that is no text', chat({ tenantId: 7 })),
  odd('has a tenant that is no text', { channelData: { tenant: { id: {} } } }),
];

const contents: readonly Refusal[] = [
  odd('is a message with a text that is none', { text: { a: 1 } }),
  odd('is a message with a text longer than any', { text: 'x'.repeat(100_001) }),
  oddPress('is a press without a value', { value: undefined }),
  oddPress('is a press with a value that is a list', { value: [] }),
  oddPress('is a press without an action', { value: {} }),
  oddPress('is a press with an action that is a text', { value: { action: 'approve' } }),
  oddPress('is an invoke of another kind', { name: 'task/fetch' }),
  oddPress('is an invoke without a kind', { name: undefined }),
];

const notAllowed: readonly Refusal[] = [
  odd(
    'comes from another tenant',
    { ...chat({ tenantId: OTHER_TENANT }), channelData: { tenant: { id: OTHER_TENANT } } },
    403,
  ),
  odd("comes from another tenant into an allowed one's chat", { channelData: { tenant: { id: OTHER_TENANT } } }, 403),
  odd("comes from an allowed tenant into another one's chat", chat({ tenantId: OTHER_TENANT }), 403),
  odd('comes from no tenant', { ...chat({ tenantId: undefined }), channelData: {} }, 403),
  odd('comes from a service that is not allowed', { serviceUrl: 'https://teams.example/' }, 403),
  odd('comes from a service that only begins like an allowed one', { serviceUrl: 'https://127.0.0.1.example/' }, 403),
  odd(
    'comes from a service that hides behind an allowed one',
    { serviceUrl: 'https://127.0.0.1:1@teams.example/' },
    403,
  ),
  [
    'comes from another channel, under a key that is for both',
    403,
    (at, { both }) => claims(at, {}, { key: both }, { channelId: 'webchat' }),
  ],
];

const transport: readonly Refusal[] = [
  ['is fetched', 405, async (at) => ({ ...(await signed(at, '')), method: 'GET' })],
  ['is put', 405, async (at) => ({ ...(await signed(at, '{}')), method: 'PUT' })],
  ['is deleted', 405, async (at) => ({ ...(await signed(at, '')), method: 'DELETE' })],
  ['has no content type', 415, (at) => signed(at, '{}', { 'content-type': '' })],
  ['is a form', 415, (at) => signed(at, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['is plain text, as a page elsewhere may send it', 415, (at) => signed(at, '{}', { 'content-type': 'text/plain' })],
  ['goes to another path', 404, async (at) => ({ ...(await signed(at, '{}')), path: '/api/messages/' })],
];

const all = [...bodies, ...envelopes, ...contents, ...notAllowed, ...transport];

describe('a genuinely signed request that cannot be used', () => {
  test.each(all)(
    'because it %s is answered %i, with an empty body, and does nothing',
    async (_name, status, request) => {
      const answer = await send(service.port, await request(platform, keys));
      expect(answer).toMatchObject({ status, text: '' });
      expect(platform.calls).toEqual([]);
      expect(platform.asked.identity).toBe(0);
    },
  );
});

test('none of them leaves anything in the store', async () => {
  const bot = await startService(platform);
  try {
    for (const [, , request] of all) await send(bot.port, await request(platform, keys));
    expect(await bot.records()).toMatchObject({ persons: 0, conversations: 0 });
  } finally {
    await bot.close();
  }
});

describe('an activity that says nothing to this bot', () => {
  test.each(['typing', 'messageReaction', 'messageUpdate', 'messageDelete', 'endOfConversation', 'event', 'Message'])(
    'such as %s is taken in silence',
    async (type) => {
      const answer = await service.post(
        anActivity(platform.url, KARI, { type, name: 'utvalgsbot/clock', value: { offsetMs: 1 } }),
      );
      expect(answer).toMatchObject({ status: 200, text: '' });
      expect(platform.calls).toEqual([]);
    },
  );
});
