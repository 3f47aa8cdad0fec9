import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NumberedEvent, RoomEvent, Snapshot } from '../../../bot/local/wire.ts';
import { startListener } from '../../support/listener.ts';
import { until } from '../../support/process.ts';
import {
  aCardMessage,
  channelPath,
  chatPath,
  GROUP,
  KARI,
  OLA,
  openRoom,
  SSU,
  type TestRoom,
} from '../../support/room.ts';

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom();
});
afterEach(() => open.close());

const post = async (text: string, person = KARI) => {
  const { body } = await open.connector('POST', `${chatPath(person)}/activities`, aCardMessage(text));
  return (body as { readonly id: string }).id;
};

/** Reads the stream as the browser does: a snapshot, then what happens. */
async function follow(persons: string, { room } = open) {
  const leave = new AbortController();
  const response = await fetch(`${room.url}/api/stream?persons=${persons}`, { signal: leave.signal });
  const events: NumberedEvent[] = [];
  let snapshot: Snapshot | undefined;
  const reading = (async () => {
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += Buffer.from(chunk).toString('utf8');
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = JSON.parse(block.slice(block.indexOf('data: ') + 6));
        if (block.startsWith('event: snapshot')) snapshot = data;
        else events.push(data);
      }
    }
  })().catch(() => undefined);
  const see = <T extends RoomEvent['type']>(type: T) =>
    until(async () => {
      const found = events.findLast((event) => event.type === type);
      if (found === undefined) throw new Error(`no ${type} yet`);
      return found as NumberedEvent & { readonly type: T };
    });
  const start = await until(async () => {
    if (snapshot === undefined) throw new Error('no snapshot yet');
    return snapshot;
  });
  const stop = () => {
    leave.abort();
    return reading;
  };
  return { snapshot: start, events, see, leave: stop };
}

test('the stream begins with everybody, the chats that are shown, the clock and the log', async () => {
  await post('til Kari');
  const { snapshot, leave } = await follow('kari');
  expect(snapshot.persons).toMatchObject([
    { id: 'kari', unread: 1, roles: 'SSU: medlem' },
    { id: 'ola', unread: 0 },
  ]);
  expect(Object.keys(snapshot.chats)).toEqual(['kari']);
  expect(snapshot.chats.kari).toEqual({ [`a:${KARI.objectId}`]: open.room.world.chatOf(KARI) });
  expect(snapshot.clock.offsetMs).toBe(open.room.clock.read().offsetMs);
  expect(snapshot.log.length).toBeGreaterThan(0);
  await leave();
});

test('the stream tells, numbered without a gap, what happens in the chats that are shown and in no other', async () => {
  const { events, see, leave } = await follow('kari');
  await post('til Ola', OLA);
  const id = await post('til Kari');
  expect((await see('message')).message).toMatchObject({ id });
  expect(await see('unread')).toMatchObject({ person: 'kari', unread: 1 });
  await open.page('read', { person: 'kari', message: id });
  await until(async () => {
    if ((await see('unread')).unread !== 0) throw new Error('still unread');
  });
  await open.page('clock', { advance: 'hour' });
  expect((await see('clock')).clock.offsetMs).toBe(open.room.clock.read().offsetMs);
  await leave();
  expect(events.map(({ n }) => n)).toEqual(events.map((_, i) => i + 1));
  expect(JSON.stringify(events.filter(({ type }) => type === 'message'))).not.toContain('til Ola');
});

test('the stream tells of each chat by itself: what is in it for whom, and how much is unread', async () => {
  const room = await openRoom({ chats: [SSU] });
  const { body } = await room.connector('POST', `${channelPath(SSU)}/activities`, aCardMessage('til alle'));
  const { snapshot, events, see, leave } = await follow('kari', room);
  const [own, channel] = [`a:${KARI.objectId}`, SSU.id];
  expect(snapshot.persons[0]).toMatchObject({
    unread: 1,
    addresses: [KARI.teamsId, KARI.objectId],
    chats: [
      { id: own, unread: 0 },
      { id: channel, name: 'SSU', unread: 1 },
    ],
  });
  expect(Object.keys(snapshot.chats.kari ?? {})).toEqual([own, channel]);
  await room.page('say', { person: 'ola', text: 'hjelp', chat: channel });
  expect(await see('unread')).toMatchObject({ person: 'kari', chat: channel, unread: 2 });
  const message = events.find((event) => event.type === 'message');
  expect(message).toMatchObject({ person: 'kari', chat: channel, message: { from: 'other', name: 'ola' } });
  await room.page('read', { person: 'kari', message: (body as { readonly id: string }).id });
  await until(async () => {
    if ((await see('unread')).unread !== 1) throw new Error('still two');
  });
  await leave();
  await room.close();
});

test('the stream tells everybody of new members, names and whom the bot can write to', async () => {
  const room = await openRoom({ chats: [{ ...GROUP, memberIds: ['kari'] }] });
  const { snapshot, see, leave } = await follow('kari', room);
  expect(snapshot.persons).toMatchObject([
    {
      email: KARI.email,
      reach: 'installed',
      organisation: 'own',
      chats: [{}, { kind: 'groupChat', members: ['kari'] }],
    },
    { chats: [{ kind: 'personal' }] },
  ]);
  await room.page('chat-member', { person: 'kari', chat: GROUP.id, member: 'ola', present: true });
  expect(await see('chats')).toMatchObject({ persons: [{}, { chats: [{}, { id: GROUP.id, unread: 0 }] }] });
  expect((await see('message')).message).toMatchObject({ from: 'system', text: 'kari la til ola i chatten.' });
  await room.page('reach', { person: 'kari', blocked: true });
  await until(async () => expect((await see('chats')).persons[0]).toMatchObject({ reach: 'blocked' }));
  await leave();
  await room.close();
});

test('the stream tells when the bot is typing, to those who are in the chat, and nothing of it stays', async () => {
  const room = await openRoom({ chats: [{ ...GROUP, memberIds: ['kari'] }] });
  const [kari, ola] = [await follow('kari', room), await follow('ola', room)];
  await room.connector('POST', `${channelPath(GROUP)}/activities`, { type: 'typing' });
  expect(await kari.see('typing')).toMatchObject({ person: 'kari', chat: GROUP.id });
  await room.page('clock', { advance: 'hour' });
  await ola.see('clock');
  expect(ola.events.map(({ type }) => type)).not.toContain('typing');
  expect(room.room.world.chatOf(KARI, GROUP.id).messages).toEqual([]);
  await kari.leave();
  await ola.leave();
  await room.close();
});

test('the stream tells which faults wait, and when they have struck', async () => {
  await open.page('faults', { on: 'connector', what: '429', status: 429, retryAfter: 2, times: 2 });
  await open.page('faults', { on: 'bot', what: 'tapt', lost: true });
  const { snapshot, events, see, leave } = await follow('kari');
  const lost = { id: '2', on: 'bot', what: 'tapt', times: 1, lost: true };
  expect(snapshot.faults).toEqual([
    { id: '1', on: 'connector', what: '429', times: 2, status: 429, retryAfter: 2 },
    lost,
  ]);
  await post('x');
  expect((await see('faults')).faults).toMatchObject([{ id: '1', times: 1 }, lost]);
  await open.page('say', { person: 'kari', text: 'hei' });
  await until(async () => expect((await see('faults')).faults).toHaveLength(1));
  await open.page('faults-clear', {});
  await until(async () => expect((await see('faults')).faults).toEqual([]));
  await leave();
  expect(events.filter(({ type }) => type === 'faults')).toHaveLength(3);
});

test('the stream tells when the bot is away, and when it is back', async () => {
  await open.page('say', { person: 'kari', text: 'hei' });
  const { snapshot, see, leave } = await follow('kari');
  expect(snapshot.botAnswers).toBe(true);
  await open.bot.close();
  await open.page('say', { person: 'kari', text: 'hallo' });
  expect((await see('bot')).answers).toBe(false);
  const back = await startListener(Number(new URL(open.bot.url).port));
  await until(async () => {
    if (!(await see('bot')).answers) throw new Error('still away');
  });
  await leave();
  await back.close();
});
