import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { personIdFor } from '../../bot/identity.ts';
import { notice } from '../../cards/text/notices.ts';
import { entraKey, type Person, teamsKey } from '../../store/person/record.ts';
import { personDefinition } from '../../store/person/repository.ts';
import { aMessage, anInstall, aPress, chatOf, type Fields, KARI, OLA, TENANT_ID } from '../support/activities.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { type Service, startService } from '../support/service.ts';

let platform: Platform;
let service: Service;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  service = await startService(platform);
});
afterEach(async () => {
  await service.close();
  platform.reset();
});

const deliver = async (activity: Fields) => expect((await service.post(activity)).status).toBe(200);
const write = (who: string, text: string, fields: Fields = {}) => deliver(aMessage(platform.url, who, text, fields));
const postsTo = (conversation: string, at = platform) =>
  at.calls.filter(({ path }) => decodeURIComponent(path).startsWith(`/v3/conversations/${conversation}/activities`));
const arrived = (conversation: string, count: number) =>
  vi.waitFor(() => expect(postsTo(conversation)).toHaveLength(count), 5000);
const person = (who: string, key = entraKey(TENANT_ID, who)): Promise<Person | undefined> =>
  service.stored(async (engine) => (await engine.collection(personDefinition)).get(personIdFor(key)));

describe('a message', () => {
  test('is answered in the chat it came from', async () => {
    await write(KARI, 'hjelp');
    await arrived(chatOf(KARI), 1);
  });

  test('that is delivered again, at once or later, is answered once', async () => {
    const again = aMessage(platform.url, KARI, 'hjelp');
    await Promise.all([deliver(again), deliver(again), deliver(again)]);
    await arrived(chatOf(KARI), 1);
    await deliver(again);
    // the outbox is one line: had there been another answer, it would come before this one
    await write(KARI, 'hjelp');
    await arrived(chatOf(KARI), 2);
    expect((await person(KARI))?.recentTurns).toHaveLength(2);
  });

  test('with the same id in another chat is another message', async () => {
    await write(KARI, 'hjelp', { id: '1' });
    await write(KARI, 'hjelp', { id: '1', conversation: { id: '19:group', conversationType: 'groupChat' } });
    await arrived(chatOf(KARI), 1);
    await arrived('19:group', 1);
  });

  test('is acknowledged, and stored, though Teams is too slow to take the answer', async () => {
    platform.answer(() => undefined);
    await write(KARI, 'hjelp');
    platform.answer(() => ({ status: 503 }));
    expect((await person(KARI))?.outbox).toMatchObject([{ kind: 'reply', view: { view: 'help' } }]);
  });

  test('from somebody without an Entra id is answered as well', async () => {
    await write('guest', 'hjelp', { from: { id: '29:guest', name: 'Gjest' } });
    await arrived(chatOf('guest'), 1);
    expect(await person('guest', teamsKey(TENANT_ID, '29:guest'))).toMatchObject({ name: 'Gjest' });
  });

  test('whose value is no action of this bot is told so', async () => {
    await write(KARI, '', { value: { verb: 'round.delete' } });
    await arrived(chatOf(KARI), 1);
    expect(postsTo(chatOf(KARI))[0]?.body).toContain(notice('unreadable'));
  });
});

describe('a press', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a verb that no card has', { verb: 'round.delete' }],
    ['a verb that every object has', { verb: 'constructor' }],
    ['an action without what it is about', { verb: 'round.approve' }],
    ['ids of the wrong kind', { verb: 'round.approve', roundId: { $ne: 1 }, textHash: [] }],
    ['an id longer than any', { verb: 'round.show', roundId: 'r'.repeat(5000) }],
    ['a list', [1]],
  ])('that carries %s is told so beside the card, and nothing is stored', async (_what, data) => {
    const activity = aPress(platform.url, KARI, {}, { value: { action: { type: 'Action.Execute', data } } });
    const { status, text } = await service.post(activity);
    expect({ status, ...JSON.parse(text) }).toMatchObject({
      status: 200,
      statusCode: 200,
      value: notice('unreadable'),
    });
    expect(await service.records()).toMatchObject({ persons: 0 });
  });

  test('is answered within three seconds though Teams takes nothing that is sent', async () => {
    platform.answer(() => undefined);
    await write(KARI, 'hjelp');
    await vi.waitFor(() => expect(platform.calls.length).toBeGreaterThan(0), 5000);
    const started = performance.now();
    const { text } = await service.post(aPress(platform.url, KARI, { verb: 'help.show' }));
    expect(performance.now() - started).toBeLessThan(3000);
    expect(JSON.parse(text)).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    platform.answer(() => ({ status: 503 }));
  });
});

describe('a person', () => {
  test('who writes for the first time, ten times at once, is one person', async () => {
    await Promise.all(Array.from({ length: 10 }, () => write(KARI, 'hjelp')));
    expect(await service.records()).toMatchObject({ persons: 1 });
  });

  test('who has got another name has it here from the next message on', async () => {
    await write(KARI, 'hjelp', { from: { id: `29:${KARI}`, aadObjectId: KARI, name: 'Kari Lund' } });
    await write(KARI, 'hjelp', { from: { id: `29:${KARI}`, aadObjectId: KARI.toUpperCase(), name: 'Kari Berg' } });
    await write(KARI, 'hjelp', { from: { id: `29:${KARI}`, aadObjectId: KARI } });
    expect(await person(KARI)).toMatchObject({ name: 'Kari Berg', recentTurns: { length: 3 } });
  });

  test('with a name longer than the store takes can still write the next day', async () => {
    const from = { id: `29:${KARI}`, aadObjectId: KARI, name: 'K'.repeat(256) };
    await write(KARI, 'hjelp', { from });
    await write(KARI, 'hjelp', { from });
    await arrived(chatOf(KARI), 2);
    expect((await person(KARI))?.name).toBe('K'.repeat(200));
  });

  test('whose chat has moved to another service is answered there', async () => {
    const moved = await startPlatform();
    try {
      await write(KARI, 'hjelp');
      await arrived(chatOf(KARI), 1);
      const token = await platform.issuer.sign({ serviceurl: moved.url });
      expect((await service.post(aMessage(moved.url, KARI, 'hjelp'), token)).status).toBe(200);
      await vi.waitFor(() => expect(postsTo(chatOf(KARI), moved)).toHaveLength(1), 5000);
      const { url } = moved;
      expect(await person(KARI)).toMatchObject({ serviceUrl: url, reference: { serviceUrl: url } });
    } finally {
      moved.close();
    }
  });

  test('is reached in the 1:1 chat, wherever else they write', async () => {
    await write(KARI, 'hjelp');
    await write(KARI, 'hjelp', { conversation: { id: '19:group', conversationType: 'groupChat' } });
    expect((await person(KARI))?.reference).toEqual({
      serviceUrl: platform.url,
      conversationId: chatOf(KARI),
      teamsId: `29:${KARI}`,
    });
  });

  test('who writes in a group alone has no 1:1 chat yet, but a service where one can be asked for', async () => {
    await write(KARI, 'hjelp', { conversation: { id: '19:group', conversationType: 'groupChat' } });
    const stored = await person(KARI);
    expect(stored).toMatchObject({ serviceUrl: platform.url });
    expect(stored).not.toHaveProperty('reference');
  });
});

describe('the app', () => {
  test('that somebody installs greets them once, however often that is told', async () => {
    const installed = anInstall(platform.url, KARI, 'add');
    await deliver(installed);
    await deliver(installed);
    await write(KARI, 'hjelp');
    await arrived(chatOf(KARI), 2);
  });

  test('that somebody removes forgets their chat, and finds it again when they write', async () => {
    await write(KARI, 'hjelp');
    await deliver(anInstall(platform.url, KARI, 'remove'));
    await deliver(anInstall(platform.url, OLA, 'remove'));
    await write(OLA, 'hjelp');
    const gone = await person(KARI);
    expect(gone).not.toHaveProperty('reference');
    expect(gone?.history).toMatchObject([{ what: 'removed-app', by: gone?.id }]);
    expect(await person(OLA)).toMatchObject({ reference: { conversationId: chatOf(OLA) } });
  });

  test('that somebody removes whom the bot has never heard of leaves nothing', async () => {
    await deliver(anInstall(platform.url, KARI, 'remove'));
    expect(await service.records()).toMatchObject({ persons: 0 });
  });

  test('that is upgraded keeps the chat', async () => {
    await write(KARI, 'hjelp');
    await deliver(anInstall(platform.url, KARI, 'remove-upgrade'));
    expect(await person(KARI)).toMatchObject({ reference: { conversationId: chatOf(KARI) } });
  });
});
