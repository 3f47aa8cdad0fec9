import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { idFrom } from '../../bot/ids.ts';
import { notice } from '../../cards/text/notices.ts';
import { change } from '../../store/change.ts';
import { conversationDefinition } from '../../store/conversation/repository.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import {
  APP_ID,
  aMessage,
  anActivity,
  anInstall,
  aPress,
  type Fields,
  inGroup,
  KARI,
  TENANT_ID,
} from '../support/activities.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { countAnswers, type Seeded, seedRounds } from '../support/rounds.ts';
import { type Service, startService } from '../support/service.ts';

const TEAM = '19:team@thread.tacv2';
const THREAD = `${TEAM};messageid=1700000000000`;
const OWN = '19:own@thread.tacv2';
const bot = { id: `28:${APP_ID}` };

let platform: Platform;
let service: Service;
let seeded: Seeded;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  service = await startService(platform, async (engine) => {
    const place = { tenantId: TENANT_ID, serviceUrl: platform.url };
    seeded = await seedRounds(engine, { ...place, seats: 3, rounds: 1, prefix: 'receive' });
    const shared = { conversationId: OWN, serviceUrl: platform.url, kind: 'channel' } as const;
    await change(await engine.collection(roundDefinition), `${seeded.roundIds[0]}`, (round) => ({
      ok: true,
      value: { ...round, shared },
    }));
  });
});
afterEach(async () => {
  await service.close();
  platform.reset();
});

const deliver = async (activity: Fields) => expect((await service.post(activity)).status).toBe(200);
const write = (text: string, group: Fields) => deliver(aMessage(platform.url, KARI, text, group));
const members = (change: Fields, group: Fields) =>
  deliver(anActivity(platform.url, KARI, { type: 'conversationUpdate', ...group, ...change }));
const conversation = (id = TEAM) =>
  service.stored(async (engine) =>
    (await engine.collection(conversationDefinition)).get(idFrom('conversation', TENANT_ID, id)),
  );
const answer = () =>
  vi.waitFor(() => {
    const [call] = platform.calls;
    if (call === undefined) throw new Error('no answer yet');
    return { path: decodeURIComponent(call.path), body: call.body };
  }, 5000);

describe('a channel or group chat', () => {
  test('that the bot is added to is kept with its name and service, once', async () => {
    const added = inGroup(TEAM, 'channel', { name: 'Generelt' });
    await members({ membersAdded: [bot] }, added);
    await members({ membersAdded: [bot] }, added);
    expect(await conversation()).toMatchObject({
      conversationId: TEAM,
      kind: 'channel',
      name: 'Generelt',
      serviceUrl: platform.url,
      installed: true,
    });
    expect(await service.records()).toMatchObject({ conversations: 1 });
  });

  test('that the app is installed in is kept as well, whichever way Teams tells of it', async () => {
    await deliver(anInstall(platform.url, KARI, 'add', inGroup('19:group', 'groupChat')));
    expect(await conversation('19:group')).toMatchObject({ kind: 'groupChat', installed: true });
  });

  test('that the bot is taken out of is closed to it, and stays known by its name', async () => {
    await members({ membersAdded: [bot] }, inGroup(TEAM, 'channel', { name: 'Generelt' }));
    await members({ membersRemoved: [bot] }, inGroup(TEAM, 'channel'));
    expect(await conversation()).toMatchObject({ installed: false, name: 'Generelt' });
  });

  test('that the bot is added to again is open to it again', async () => {
    await members({ membersRemoved: [bot] }, inGroup(TEAM, 'channel'));
    await members({ membersAdded: [bot] }, inGroup(TEAM, 'channel'));
    expect(await conversation()).toMatchObject({ installed: true });
  });

  test('that has got another name has it here when Teams next says it', async () => {
    await members({ membersAdded: [bot] }, inGroup(TEAM, 'channel', { name: 'Generelt' }));
    await deliver(anInstall(platform.url, KARI, 'add-upgrade', inGroup(TEAM, 'channel', { name: 'SSU' })));
    expect(await conversation()).toMatchObject({ name: 'SSU' });
  });

  test('that has moved to another service is kept up to date by any message from it, thread or not', async () => {
    const moved = await startPlatform();
    try {
      await members({ membersAdded: [bot] }, inGroup(TEAM, 'channel', { name: 'Generelt' }));
      const token = await platform.issuer.sign({ serviceurl: moved.url });
      const message = aMessage(moved.url, KARI, 'hjelp', inGroup(THREAD, 'channel'));
      expect((await service.post(message, token)).status).toBe(200);
      expect(await conversation()).toMatchObject({ serviceUrl: moved.url, name: 'Generelt', installed: true });
      expect(await service.records()).toMatchObject({ conversations: 1 });
    } finally {
      moved.close();
    }
  });
});

describe('what is asked in a channel or group chat', () => {
  test('is answered in its own thread', async () => {
    await write('<at>Utvalgsbot</at> hjelp', inGroup(THREAD, 'channel'));
    expect((await answer()).path).toContain(`/v3/conversations/${THREAD}/`);
  });

  test('about a referat is answered in the 1:1 chat alone: nobody else shall see it', async () => {
    await write('referat', inGroup(THREAD, 'channel'));
    expect((await answer()).body).toContain(notice('personal-only'));
  });

  test('by a press on a card that somebody has forwarded is not carried out there', async () => {
    const [who = ''] = seeded.objectIds;
    const approval = { verb: 'round.approve', roundId: seeded.roundIds[0], textHash: seeded.textHash };
    const { text } = await service.post(aPress(platform.url, who, approval, inGroup('19:group', 'groupChat')));
    expect(text).toContain(notice('personal-only'));
    expect(await service.stored((engine) => countAnswers(engine, seeded.roundIds))).toMatchObject({ answers: 0 });
  });
});

describe('a press on the card in the committee’s own channel', () => {
  const remark = () => ({
    verb: 'round.remark',
    roundId: seeded.roundIds[0],
    textHash: seeded.textHash,
    text: 'Sak 2.',
  });

  test('is answered there, and a remark without a kind keeps what was typed', async () => {
    const [who = ''] = seeded.objectIds;
    const own = inGroup(OWN, 'channel');
    expect((await service.post(aPress(platform.url, who, remark(), own))).text).toContain('Sak 2.');
    const approval = { verb: 'round.approve', roundId: seeded.roundIds[0], textHash: seeded.textHash };
    await service.post(aPress(platform.url, who, approval, own));
    expect(await service.stored((engine) => countAnswers(engine, seeded.roundIds))).toMatchObject({ objectIds: [who] });
  });

  test('tells nothing of the round where it was forwarded to, not even what is missing', async () => {
    const [who = ''] = seeded.objectIds;
    const { text } = await service.post(aPress(platform.url, who, remark(), inGroup('19:group', 'groupChat')));
    expect(text).toContain(notice('personal-only'));
    expect(text).not.toContain('Sak 2.');
  });

  test('by an old client is answered in the 1:1 chat, so that nobody else sees what was answered', async () => {
    const [who = ''] = seeded.objectIds;
    const value = { verb: 'round.approve', roundId: seeded.roundIds[0], textHash: seeded.textHash };
    await deliver(aMessage(platform.url, who, '', { value, text: undefined, ...inGroup(OWN, 'channel') }));
    await vi.waitFor(() => expect(platform.calls.map(({ body }) => body).join()).toContain('Du godkjente'), 5000);
    const told = platform.calls
      .filter(({ body }) => body.includes('Du godkjente'))
      .map(({ path }) => decodeURIComponent(path));
    expect(told.filter((path) => path.endsWith('/activities'))).toEqual([`/v3/conversations/a:${who}/activities`]);
    expect(told.filter((path) => path.includes(OWN))).toEqual([]);
  });
});

describe('a button of an old client, which sends a message', () => {
  test('does what the button does and answers with a card of its own, once, however often it is delivered', async () => {
    const [who = ''] = seeded.objectIds;
    const value = { verb: 'round.approve', roundId: seeded.roundIds[0], textHash: seeded.textHash };
    const submitted = aMessage(platform.url, who, '', { value, text: undefined });
    await Promise.all([deliver(submitted), deliver(submitted)]);
    await deliver(submitted);
    expect((await answer()).body).toContain('Du godkjente');
    const answers = await service.stored((engine) => countAnswers(engine, seeded.roundIds));
    expect(answers).toEqual({ answers: 1, twice: false, objectIds: [who] });
    expect(platform.calls.filter(({ body }) => body.includes('Du godkjente'))).toHaveLength(1);
  });
});
