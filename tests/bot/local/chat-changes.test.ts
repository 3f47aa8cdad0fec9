import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT, LOCAL_APP_ID } from '../../../bot/local/demo.ts';
import {
  aCardMessage,
  channelPath,
  GROUP,
  GUEST,
  KARI,
  NOW,
  OLA,
  openRoom,
  PER,
  SSU,
  type TestRoom,
  wholeChat,
} from '../../support/room.ts';

const BOT = { id: `28:${LOCAL_APP_ID}`, name: 'Utvalgsbot' };
const who = { persons: [KARI, OLA, PER, GUEST], chats: [GROUP, SSU] };

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom(who);
});
afterEach(() => open.close());

const heard = (...types: readonly string[]) =>
  open.bot.heard.map(({ activity }) => activity).filter(({ type }) => types.includes(String(type)));
const changes = () => heard('installationUpdate', 'conversationUpdate');
const lines = (chat = GROUP.id, person = KARI) =>
  wholeChat(open.room, person, chat).map(({ from, text }) => [from, text]);
const ask = async (path: string, body: object) => {
  const { status } = await open.page(path, { person: 'kari', chat: GROUP.id, ...body });
  return status;
};
const chatsOf = (person = KARI) => open.room.world.chatsOf(person);

describe('in a group chat', () => {
  const from = { id: KARI.teamsId, aadObjectId: KARI.objectId, name: 'kari' };
  const conversation = { id: GROUP.id, conversationType: 'groupChat', isGroup: true, tenantId: DEMO_TENANT };

  test('whoever takes the bot out, or adds it, is told to the bot and in the chat', async () => {
    expect(await ask('chat-bot', { installed: false })).toBe(200);
    expect(await ask('chat-bot', { installed: true })).toBe(200);
    expect(changes()).toMatchObject([
      { type: 'installationUpdate', action: 'remove', from, conversation, recipient: BOT },
      { type: 'conversationUpdate', membersRemoved: [BOT], from, conversation },
      { type: 'installationUpdate', action: 'add', from, conversation, channelData: { tenant: { id: DEMO_TENANT } } },
      { type: 'conversationUpdate', membersAdded: [BOT], from, conversation },
    ]);
    expect(new Set(changes().map(({ id }) => id)).size).toBe(4);
    expect(lines()).toEqual([
      ['system', 'kari fjernet Utvalgsbot fra chatten.'],
      ['system', 'kari la til Utvalgsbot i chatten.'],
    ]);
    expect(chatsOf(OLA)).toMatchObject([{}, { id: GROUP.id, botInstalled: true }, {}]);
  });

  test('whoever adds and takes out a member is told to the bot and in the chat', async () => {
    await ask('chat-member', { member: 'per', present: true });
    expect(chatsOf(PER)).toMatchObject([{ kind: 'personal' }, { id: GROUP.id, name: 'Opplæring', unread: 0 }]);
    await ask('chat-member', { member: 'per', present: false });
    expect(chatsOf(PER)).toHaveLength(1);
    const per = { id: PER.teamsId, aadObjectId: PER.objectId };
    expect(changes()).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [per], from, conversation },
      { type: 'conversationUpdate', membersRemoved: [per], from, conversation },
    ]);
    expect(changes().map(({ channelData }) => Object.keys(channelData as object))).toEqual([['tenant'], ['tenant']]);
    expect(lines()).toEqual([
      ['system', 'kari la til per i chatten.'],
      ['system', 'kari fjernet per fra chatten.'],
    ]);
  });

  test('whoever goes out is said to have left, and sees the chat no more', async () => {
    await ask('chat-member', { person: 'ola', member: 'ola', present: false });
    expect(lines()).toEqual([['system', 'ola forlot chatten.']]);
    expect(await ask('say', { person: 'ola', text: 'hei' })).toBe(404);
  });

  test('a new name is told to the bot and in the chat', async () => {
    await ask('chat-name', { name: ' Felles opplæring ' });
    expect(changes()).toMatchObject([
      { type: 'conversationUpdate', topicName: 'Felles opplæring', from, conversation: { name: 'Felles opplæring' } },
    ]);
    expect(lines()).toEqual([['system', 'kari endret navnet på chatten til «Felles opplæring».']]);
    expect(chatsOf()).toMatchObject([{}, { name: 'Felles opplæring' }, {}]);
  });

  test('a message has the chat’s own address, and is answered without a thread', async () => {
    await ask('say', { text: 'hjelp' });
    expect(heard('message')).toMatchObject([
      { text: '<at>Utvalgsbot</at> hjelp', conversation: { ...conversation, name: 'Opplæring' } },
    ]);
    const id = String(heard('message')[0]?.id);
    const path = (chat: string) => `conversations/${encodeURIComponent(chat)}/activities`;
    expect((await open.connector('POST', path(GROUP.id), aCardMessage('svar'))).status).toBe(201);
    expect((await open.connector('POST', path(`${GROUP.id};messageid=${id}`), aCardMessage('svar'))).status).toBe(404);
  });

  test('what does not mention the bot, or is said while it is not there, stays among the people', async () => {
    await ask('say', { text: 'bare oss', mention: false });
    await ask('chat-bot', { installed: false });
    await ask('say', { text: 'er den borte?' });
    expect(heard('message')).toEqual([]);
    const [first, , second] = wholeChat(open.room, OLA, GROUP.id);
    expect([first, second]).toMatchObject([
      { text: 'bare oss', withoutBot: true, from: 'other' },
      { text: 'er den borte?', withoutBot: true },
    ]);
    expect(first).not.toHaveProperty('state');
  });
});

describe('in a channel', () => {
  const channelData = {
    team: { id: SSU.team?.id, name: 'Helsefellesskapet', aadGroupId: SSU.team?.groupId },
    channel: { id: SSU.id },
  };

  test('the same is told with the names of the events that teams have', async () => {
    const chat = SSU.id;
    await ask('chat-bot', { chat, installed: false });
    await ask('chat-bot', { chat, installed: true });
    await ask('chat-member', { chat, member: 'per', present: true });
    await ask('chat-member', { chat, member: 'per', present: false });
    await ask('chat-name', { chat, name: 'Strategi' });
    const event = (eventType: string) => ({ channelData: { ...channelData, eventType } });
    expect(changes()).toMatchObject([
      { action: 'remove', channelData },
      { membersRemoved: [BOT], ...event('teamMemberRemoved') },
      { action: 'add', channelData: { ...channelData, settings: { selectedChannel: { id: SSU.id } } } },
      { membersAdded: [BOT], ...event('teamMemberAdded') },
      { membersAdded: [{ id: PER.teamsId }], ...event('teamMemberAdded') },
      { membersRemoved: [{ id: PER.teamsId }], ...event('teamMemberRemoved') },
      { channelData: { channel: { id: SSU.id, name: 'Strategi' }, eventType: 'channelRenamed' } },
    ]);
    expect(changes().at(-1)).not.toHaveProperty('topicName');
    expect(lines(SSU.id).at(0)).toEqual(['system', 'kari fjernet Utvalgsbot fra kanalen.']);
  });

  test('the team’s own address leads to the same members', async () => {
    const asked = await open.connector('GET', `${channelPath({ ...SSU, id: SSU.team?.id ?? '' })}/pagedmembers`);
    expect(asked.body).toMatchObject({ members: [{ id: KARI.teamsId }, { id: OLA.teamsId }] });
  });
});

test('a bot that is not in a chat can neither write, change nor ask there', async () => {
  const { body } = await open.connector('POST', `${channelPath(GROUP)}/activities`, aCardMessage('før'));
  await ask('chat-bot', { installed: false });
  const activity = `${channelPath(GROUP)}/activities/${(body as { readonly id: string }).id}`;
  for (const [method, path, sent] of [
    ['POST', `${channelPath(GROUP)}/activities`, aCardMessage('etter')],
    ['PUT', activity, aCardMessage('etter')],
    ['DELETE', activity, undefined],
    ['GET', `${channelPath(GROUP)}/members`, undefined],
    ['GET', `${channelPath(GROUP)}/pagedmembers`, undefined],
    ['GET', `${channelPath(GROUP)}/members/${KARI.teamsId}`, undefined],
  ] as const) {
    const refused = await open.connector(method, path, sent);
    expect([method, path, refused.status]).toEqual([method, path, 403]);
    expect(refused.body).toMatchObject({ error: { code: 'BotNotInConversationRoster' } });
  }
  expect(JSON.stringify(wholeChat(open.room, KARI, GROUP.id))).not.toContain('etter');
});

test('what happened to a chat is no news to anybody, and nothing that the bot could change', async () => {
  await ask('chat-name', { name: 'Felles opplæring' });
  expect([KARI, OLA].map((person) => open.room.world.unread(person))).toEqual([0, 0]);
  const [line] = open.room.world.chatOf(KARI, GROUP.id).messages;
  const changed = await open.connector('PUT', `${channelPath(GROUP)}/activities/${line?.id}`, aCardMessage('x'));
  expect(changed.status).toBe(403);
});

test('whoever comes back to a chat has nothing unread from before', async () => {
  await ask('say', { text: 'ulest' });
  expect(open.room.world.unread(OLA)).toBe(1);
  await ask('chat-member', { member: 'ola', present: false });
  await ask('chat-member', { member: 'ola', present: true });
  expect(open.room.world.unread(OLA)).toBe(0);
});

test('members come and go untold while the bot is not there', async () => {
  await ask('chat-bot', { installed: false });
  const before = changes().length;
  await ask('chat-member', { member: 'per', present: true });
  await ask('chat-name', { name: 'Nytt navn' });
  expect(changes()).toHaveLength(before);
  expect(lines()).toHaveLength(3);
});

test('a change that changes nothing is said to nobody', async () => {
  await ask('chat-bot', { installed: true });
  await ask('chat-member', { member: 'ola', present: true });
  await ask('chat-member', { member: 'per', present: false });
  await ask('chat-name', { name: 'Opplæring' });
  expect(changes()).toEqual([]);
  expect(lines()).toEqual([]);
});

test.each([
  ['chat-bot', { person: 'per', installed: false }, 404],
  ['chat-member', { person: 'per', member: 'per', present: true }, 404],
  ['chat-member', { member: 'nobody', present: true }, 404],
  ['chat-name', { name: '  ' }, 400],
  ['chat-name', { name: 'x'.repeat(251) }, 400],
  ['chat-name', { chat: `a:${KARI.objectId}`, name: 'Mitt' }, 409],
  ['chat-bot', { chat: `a:${KARI.objectId}`, installed: false }, 409],
  ['install', { person: 'gjest', installed: true }, 404],
  ['reach', { person: 'gjest', blocked: true }, 404],
  ['reach', { person: 'kari' }, 400],
] as const)('%s %j is refused', async (path, body, status) => {
  expect(await ask(path, body)).toBe(status);
  expect(changes()).toEqual([]);
});

test('all of it is as it was when the room is opened again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-chats-'));
  const first = await openRoom({ ...who, dataDir });
  const change = (path: string, body: object) => first.page(path, { person: 'kari', chat: GROUP.id, ...body });
  await change('chat-member', { member: 'per', present: true });
  await change('chat-member', { member: 'ola', present: false });
  await change('chat-name', { name: 'Nytt navn' });
  await change('chat-bot', { chat: SSU.id, installed: false });
  await change('reach', { person: 'per', blocked: true });
  await change('install', { person: 'ola', installed: false });
  const state = ({ room }: TestRoom) =>
    [KARI, OLA, PER, GUEST].map((person) => [
      room.world.chatsOf(person),
      room.world.roster.reachOf(person.id),
      room.world.chatOf(person, GROUP.id),
    ]);
  const before = state(first);
  expect(before.map(([, reach]) => reach)).toEqual(['installed', 'not-installed', 'blocked', 'installed']);
  await first.close();
  const second = await openRoom({ ...who, dataDir, now: NOW });
  expect(state(second)).toEqual(before);
  await second.close();
  await rm(dataDir, { recursive: true, force: true });
});
