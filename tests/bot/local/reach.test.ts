import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT, LOCAL_APP_ID } from '../../../bot/local/demo.ts';
import {
  aCardMessage,
  channelPath,
  chatPath,
  GROUP,
  GUEST,
  KARI,
  OLA,
  openRoom,
  type TestRoom,
} from '../../support/room.ts';

const BOT = { id: `28:${LOCAL_APP_ID}`, name: 'Utvalgsbot' };
const OWN = `a:${KARI.objectId}`;

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom({ persons: [KARI, OLA, GUEST], chats: [GROUP] });
});
afterEach(() => open.close());

const changes = () => open.bot.heard.map(({ activity }) => activity).filter(({ type }) => /Update$/.test(String(type)));
const ask = async (path: string, body: object) => (await open.page(path, { person: 'kari', ...body })).status;

describe('somebody', () => {
  test('who has blocked the bot is not written to, until they take it back; the bot is told neither', async () => {
    const post = () => open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('x'));
    await ask('reach', { blocked: true });
    expect((await post()).body).toMatchObject({ error: { code: 'ConversationBlockedByUser' } });
    expect(await ask('say', { chat: OWN, text: 'hei' })).toBe(409);
    await ask('reach', { blocked: false });
    expect((await post()).status).toBe(201);
    expect(changes()).toEqual([]);
  });

  test('who adds the app alone is told to the bot, as an installation and as a member', async () => {
    await ask('install', { installed: false });
    expect(await ask('say', { chat: OWN, text: 'hei' })).toBe(409);
    await ask('install', { installed: true });
    const conversation = { id: OWN, conversationType: 'personal' };
    expect(changes()).toMatchObject([
      { action: 'remove', conversation },
      { membersRemoved: [BOT], conversation },
      { action: 'add', conversation },
      { membersAdded: [BOT], conversation },
    ]);
  });

  test('from another organisation has no 1:1 chat, and is told with their own tenant', async () => {
    const create = (more: object) =>
      open.connector('POST', 'conversations', { isGroup: false, members: [{ id: GUEST.objectId }], ...more });
    for (const more of [{}, { tenantId: DEMO_TENANT }, { tenantId: GUEST.tenantId }]) {
      const refused = await create(more);
      expect(refused).toMatchObject({ status: 403, body: { error: { code: 'InvalidBotApiHost' } } });
    }
    expect(open.room.world.chatsOf(GUEST)).toMatchObject([{ id: GROUP.id }]);
    expect((await open.page('chats/gjest')).status).toBe(404);
    const { body } = await open.connector('GET', `${channelPath(GROUP)}/members/${GUEST.teamsId}`);
    expect(body).toMatchObject({ id: GUEST.teamsId, tenantId: GUEST.tenantId, userRole: 'guest' });
  });
});
