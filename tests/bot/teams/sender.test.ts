import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMetrics } from '../../../bot/metrics.ts';
import { Connectors } from '../../../bot/teams/connectors.ts';
import { JoinedCredentials } from '../../../bot/teams/credentials.ts';
import { FileTransfer } from '../../../bot/teams/files.ts';
import { limitGate } from '../../../bot/teams/limit-gate.ts';
import { teamsSender, undelivered } from '../../../bot/teams/sender.ts';
import { type Teams, UndeliveredError } from '../../../bot/turn.ts';
import type { Card } from '../../../cards/elements.ts';
import { type Answering, type Platform, startPlatform } from '../../support/platform.ts';

const card: Card = { type: 'AdaptiveCard', version: '1.5', lang: 'nb', body: [] } as unknown as Card;
const NOW = Date.parse('2026-03-02T09:00:00Z');

let platform: Platform;
let teams: Teams;
beforeAll(async () => {
  platform = await startPlatform();
});
beforeEach(() => {
  // what one test sends counts for no other
  teams = sender();
});
afterAll(() => platform.close());
afterEach(() => platform.reset());

function sender(deadlineMs = 10_000): Teams {
  return senderOf(new JoinedCredentials({ getToken: async () => 'token' }), deadlineMs);
}
function senderOf(credentials: JoinedCredentials, deadlineMs?: number): Teams {
  const connectors = new Connectors(credentials, ['127.0.0.1'], deadlineMs);
  return teamsSender(connectors, new FileTransfer([]), '28:bot', limitGate(createMetrics()));
}
const address = () => ({
  serviceUrl: platform.url,
  conversationId: '19:a b/c@thread.tacv2;messageid=1',
  tenantId: 'tenant',
});
const post = (through: Teams = teams) => through.post(address(), { card, summary: 'Kort' });
const failure = (why: Promise<unknown>): Promise<UndeliveredError> =>
  why.then(
    () => Promise.reject(new Error('it went through')),
    (error) => error,
  );

describe('a card', () => {
  test('is posted with its summary and the token of the bot, and its id is kept', async () => {
    expect(await post()).toEqual({ activityId: 'activity-1' });
    const [call] = platform.calls;
    expect(call).toMatchObject({ method: 'POST', authorization: 'Bearer token' });
    expect(decodeURIComponent(call?.path ?? '')).toBe(`/v3/conversations/${address().conversationId}/activities`);
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      type: 'message',
      summary: 'Kort',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    });
  });

  test.each<[string, Answering]>([
    ['no body', () => ({ status: 202 })],
    ['an empty id', () => ({ status: 201, body: { id: '' } })],
  ])('that is accepted with %s has no id to update it by', async (_what, answer) => {
    platform.answer(answer);
    expect(await post()).toEqual({});
  });

  test('is updated in place', async () => {
    await teams.update(address(), 'old', { card, summary: 'Nytt' });
    expect(platform.calls[0]).toMatchObject({ method: 'PUT' });
    expect(platform.calls[0]?.path).toMatch(/\/activities\/old$/);
    expect(JSON.parse(platform.calls[0]?.body ?? '')).toMatchObject({ id: 'old', summary: 'Nytt' });
  });
});

describe('a 1:1 chat', () => {
  const who = () => ({ serviceUrl: platform.url, tenantId: 'tenant', memberId: 'member' });

  test('is opened for one member, in its tenant', async () => {
    platform.answer(() => ({ status: 201, body: { id: 'a:new' } }));
    expect(await teams.openPersonal(who())).toBe('a:new');
    expect(platform.calls[0]).toMatchObject({ method: 'POST', path: '/v3/conversations' });
    expect(JSON.parse(platform.calls[0]?.body ?? '')).toEqual({
      isGroup: false,
      bot: { id: '28:bot' },
      members: [{ id: 'member' }],
      tenantId: 'tenant',
      channelData: { tenant: { id: 'tenant' } },
    });
  });

  test('without an id is none', async () => {
    platform.answer(() => ({ status: 201, body: {} }));
    expect(await failure(teams.openPersonal(who()))).toMatchObject({ name: 'UndeliveredError', why: 'failed' });
  });
});

describe('a message that did not arrive', () => {
  const refusing = (status: number, code?: string, subCode?: string) => () => ({
    status,
    body: { error: { code, message: 'No.', innerHttpError: { statusCode: status, body: { subCode } } } },
  });

  test.each<[number, string | undefined, UndeliveredError['why']]>([
    [400, 'BadSyntax', 'failed'],
    [401, undefined, 'failed'],
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'InvalidBotApiHost', 'other-organisation'],
    [403, 'BotDisabledByAdmin', 'other-organisation'],
    [403, 'NotEnoughPermissions', 'other-organisation'],
    [403, 'ForbiddenOperationException', 'not-installed'],
    [403, 'BotNotInConversationRoster', 'not-installed'],
    [403, undefined, 'not-installed'],
    [404, 'ConversationNotFound', 'unknown-address'],
    [408, undefined, 'failed'],
    [412, 'PreconditionFailed', 'for-now'],
    [413, 'MessageSizeTooBig', 'failed'],
    [429, 'Throttled', 'for-now'],
    [500, 'ServiceError', 'failed'],
    [502, undefined, 'for-now'],
    [503, undefined, 'for-now'],
    [504, undefined, 'for-now'],
  ])('because of %i %s counts as %s', async (status, code, why) => {
    platform.answer(refusing(status, code));
    const error = await failure(post());
    expect(error).toBeInstanceOf(UndeliveredError);
    expect(error.why).toBe(why);
    expect(error.message).toContain(String(status));
  });

  test('because the person blocked it is told apart by its subcode too', async () => {
    platform.answer(refusing(403, 'Forbidden', 'MessageWritesBlocked'));
    expect(await failure(post())).toMatchObject({ why: 'blocked' });
  });

  test('because nobody answered in time may be tried again', async () => {
    platform.answer(() => undefined);
    expect(await failure(post(sender(50)))).toMatchObject({ why: 'for-now' });
  });

  test('because nobody is there may be tried again', async () => {
    const nobody = { ...address(), serviceUrl: 'http://127.0.0.1:1' };
    expect(await failure(teams.post(nobody, { card, summary: '' }))).toMatchObject({ why: 'for-now' });
  });

  test('because the bot could not sign it waits until it can: the person has nothing to do with that', async () => {
    const credentials = new JoinedCredentials({ getToken: () => Promise.reject(new Error('no identity')) });
    const unsigned = senderOf(credentials);
    expect(await failure(post(unsigned))).toMatchObject({
      why: 'for-now',
      message: 'the bot got no token to send with',
    });
    expect(platform.calls).toEqual([]);
  });

  test('to a service that is not allowed has not been sent anywhere', async () => {
    const elsewhere = { ...address(), serviceUrl: 'https://evil.example/' };
    expect(await failure(teams.post(elsewhere, { card, summary: '' }))).toMatchObject({ why: 'failed' });
  });

  test('because of a bug of ours is not tried again', () => {
    expect(undelivered(new TypeError('x is not a function'))).toMatchObject({ why: 'failed' });
    expect(undelivered('thrown as text')).toMatchObject({ why: 'failed' });
  });
});

describe('how long to wait', () => {
  test.each<[string | undefined, string | undefined]>([
    ['7', '2026-03-02T09:00:07Z'],
    ['Mon, 02 Mar 2026 09:01:00 GMT', '2026-03-02T09:01:00Z'],
    ['Mon, 02 Mar 2026 08:00:00 GMT', '2026-03-02T09:00:00Z'],
    ['999999999', '2026-03-03T09:00:00Z'],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    [undefined, undefined],
  ])('after Retry-After %s is until %s', (said, until) => {
    const headers = { get: (name: string) => (name === 'retry-after' ? said : undefined) };
    const error = Object.assign(new Error('Throttled'), { statusCode: 429, response: { headers } });
    expect(undelivered(error, () => NOW).retryAt).toEqual(until && new Date(until));
  });

  test('is said by the connector over HTTP too', async () => {
    platform.answer(() => ({ status: 429, headers: { 'retry-after': 'Mon, 02 Mar 2099 09:00:00 GMT' } }));
    const { retryAt } = await failure(post());
    expect(retryAt).toBeInstanceOf(Date);
  });
});
