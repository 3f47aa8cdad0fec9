import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT, LOCAL_APP_ID } from '../../../bot/local/demo.ts';
import { aCardMessage, chatPath, KARI, OLA, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom();
});
afterEach(() => open.close());

const chat = (person = 'kari') => wholeChat(open.room, open.room.api.person(person));
const newest = () => chat().at(-1);
const textsIn = (person = 'kari') => JSON.stringify(chat(person));
const post = async (text: string): Promise<string> => {
  const { status, body } = await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage(text));
  expect(status).toBe(201);
  return (body as { readonly id: string }).id;
};
const code = (body: unknown) => (body as { readonly error: { readonly code: string } }).error.code;

describe('a 1:1 chat', () => {
  test.each([KARI.teamsId, KARI.objectId, KARI.objectId.toUpperCase()])('is found by %s', async (id) => {
    const created = await open.connector('POST', 'conversations', { isGroup: false, members: [{ id }] });
    expect(created).toMatchObject({ status: 201, body: { id: `a:${KARI.objectId}` } });
  });

  test('can be opened with its first message', async () => {
    const members = [{ id: OLA.objectId }];
    const activity = aCardMessage('Velkommen');
    const { body } = await open.connector('POST', 'conversations', { members, tenantId: DEMO_TENANT, activity });
    expect(chat('ola').at(-1)).toMatchObject({ id: (body as { activityId: string }).activityId, from: 'bot' });
    expect(textsIn('ola')).toContain('Velkommen');
  });

  test.each([
    ['somebody unknown', { members: [{ id: 'nobody' }] }, 404, 'MemberNotFound'],
    ['another tenant', { members: [{ id: KARI.objectId }], tenantId: LOCAL_APP_ID }, 403, 'InvalidBotApiHost'],
    ['a group', { isGroup: true, members: [{ id: KARI.objectId }] }, 400, 'BadSyntax'],
    ['two at once', { members: [{ id: KARI.objectId }, { id: OLA.objectId }] }, 400, 'BadSyntax'],
    ['nobody', {}, 400, 'BadSyntax'],
  ])('is not opened for %s', async (_whom, asked, status, expected) => {
    const answer = await open.connector('POST', 'conversations', asked);
    expect(answer.status).toBe(status);
    expect(code(answer.body)).toBe(expected);
  });

  test('tells who its member is, with tenant and Entra id', async () => {
    const [all, paged, one] = await Promise.all([
      open.connector('GET', `${chatPath(KARI)}/members`),
      open.connector('GET', `${chatPath(KARI)}/pagedmembers?pageSize=50`),
      open.connector('GET', `${chatPath(KARI)}/members/${encodeURIComponent(KARI.teamsId)}`),
    ]);
    const account = { id: KARI.teamsId, name: 'kari', aadObjectId: KARI.objectId, tenantId: DEMO_TENANT };
    expect(all.body).toMatchObject([account]);
    expect(paged.body).toMatchObject({ members: [account] });
    expect(one.body).toMatchObject(account);
    const other = await open.connector('GET', `${chatPath(KARI)}/members/${encodeURIComponent(OLA.teamsId)}`);
    expect(code(other.body)).toBe('MemberNotFoundInConversation');
  });
});

describe('a message', () => {
  test('appears in its own chat and no other, is updated in place and can be deleted', async () => {
    const id = await post('Første');
    expect(textsIn('ola')).not.toContain('Første');
    const count = chat().length;
    const path = `${chatPath(KARI)}/activities/${id}`;
    expect((await open.connector('PUT', path, aCardMessage('Andre'))).status).toBe(200);
    expect(newest()).toMatchObject({ id, edited: true });
    expect(textsIn()).not.toContain('Første');
    expect(chat()).toHaveLength(count);
    expect((await open.connector('DELETE', path)).status).toBe(200);
    expect(newest()).toMatchObject({ id, deleted: true });
    expect(newest()).not.toHaveProperty('card');
  });

  test('may be plain text, or a reply as the SDK sends it', async () => {
    const path = `${chatPath(KARI)}/activities/0`;
    const { status } = await open.connector('POST', path, { type: 'message', text: 'Noe gikk galt.' });
    expect(status).toBe(201);
    expect(newest()).toMatchObject({ from: 'bot', text: 'Noe gikk galt.' });
  });

  test('that is only «typing» leaves nothing in the chat', async () => {
    const before = chat().length;
    const { status } = await open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'typing' });
    expect(status).toBe(201);
    expect(chat()).toHaveLength(before);
  });

  const long = 'x'.repeat(60_000);
  test.each([
    [
      'to an unknown chat',
      'POST',
      'conversations/a%3Anobody/activities',
      aCardMessage('x'),
      404,
      'ConversationNotFound',
    ],
    ['without text or card', 'POST', 'chat/activities', { type: 'message' }, 400, 'BadSyntax'],
    ['of another kind', 'POST', 'chat/activities', { type: 'invoke' }, 400, 'BadSyntax'],
    ['larger than Teams takes', 'POST', 'chat/activities', aCardMessage(long), 413, 'MessageSizeTooBig'],
    ['larger than anything', 'POST', 'chat/activities', aCardMessage(long.repeat(20)), 413, 'MessageSizeTooBig'],
    [
      'that is not there to update',
      'PUT',
      'chat/activities/1',
      aCardMessage('x'),
      404,
      'ActivityNotFoundInConversation',
    ],
    ['that is not there to delete', 'DELETE', 'chat/activities/1', undefined, 404, 'ActivityNotFoundInConversation'],
    ['by another way', 'PATCH', 'chat/activities/1', undefined, 405, 'MethodNotAllowed'],
    ['anywhere else', 'POST', 'attachments', {}, 404, 'NotFound'],
  ])('%s is refused', async (_what, method, path, body, status, expected) => {
    const before = chat().length;
    const answer = await open.connector(method, path.replace(/^chat/, chatPath(KARI)), body);
    expect(answer.status).toBe(status);
    expect(code(answer.body)).toBe(expected);
    expect(chat()).toHaveLength(before);
  });

  test('of a person, or of another chat, is not the bot’s to change', async () => {
    const { id } = await open.room.api.say('kari', 'mitt');
    const own = await open.connector('PUT', `${chatPath(KARI)}/activities/${id}`, aCardMessage('x'));
    expect(own.status).toBe(403);
    const elsewhere = await open.connector('DELETE', `${chatPath(OLA)}/activities/${await post('Kari sin')}`);
    expect(elsewhere.status).toBe(404);
    expect(textsIn()).toContain('Kari sin');
  });

  test.each([
    ['has not installed the app', { installed: false }, 'ForbiddenOperationException'],
    ['has blocked it', { blocked: true }, 'ConversationBlockedByUser'],
  ] as const)('does not reach somebody who %s', async (_why, reach, expected) => {
    open.room.world.record({ t: 'reach', personId: 'kari', ...reach });
    const answer = await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('x'));
    expect([answer.status, code(answer.body)]).toEqual([403, expected]);
    expect((await open.connector('POST', `${chatPath(OLA)}/activities`, aCardMessage('x'))).status).toBe(201);
  });
});

describe('Teams’ limits', () => {
  const retryAfter = ({ headers }: { readonly headers: Headers }) => Number(headers.get('retry-after'));
  const send = (person = KARI) => open.connector('POST', `${chatPath(person)}/activities`, aCardMessage('x'));

  test('refuse the eighth message in a second and say when there is room; other chats go on', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send()));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(7);
    expect(refused.map((answer) => [code(answer.body), retryAfter(answer)])).toEqual([['Throttled', 1]]);
    expect(chat()).toHaveLength(7);
    expect((await send(OLA)).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await send()).status).toBe(201);
  });

  test('count updates, deletes and the opening of a chat as messages', async () => {
    const id = await post('x');
    const activity = `${chatPath(KARI)}/activities/${id}`;
    for (let i = 0; i < 3; i++) {
      await open.connector('PUT', activity, aCardMessage('y'));
      await open.connector('POST', 'conversations', { members: [{ id: KARI.teamsId }] });
    }
    expect((await open.connector('DELETE', activity)).status).toBe(429);
    expect(chat()).toMatchObject([{ id, edited: true }]);
  });

  test.each([
    ['members', 5],
    ['pagedmembers', 14],
    [`members/${KARI.teamsId}`, 14],
  ])('let %s be asked for %i times at once', async (what, calls) => {
    const asked = Array.from({ length: calls + 1 }, () => open.connector('GET', `${chatPath(KARI)}/${what}`));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(calls);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  test('refuse the fifty-first call in a second, whatever it is about', async () => {
    const asked = Array.from({ length: 60 }, (_, i) =>
      open.connector('POST', `conversations/${encodeURIComponent(`a:nobody${i}`)}/activities`, aCardMessage('x')),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(50);
  });
});
