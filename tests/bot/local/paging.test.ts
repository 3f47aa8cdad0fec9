import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../bot/local/model.ts';
import type { WirePage } from '../../../bot/local/wire.ts';
import { aCardMessage, chatPath, GROUP, KARI, OLA, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';

const MANY = 2000;
const chat = { ...GROUP, memberIds: ['kari', 'ola'] };

let dir: string;
let open: TestRoom;
/** A chat of many messages, on disk as the room itself writes them. */
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'utvalgsbot-paging-'));
  const lines = Array.from({ length: MANY }, (_, i) => JSON.stringify({ t: 'message', message: aMessage(i) }));
  await writeFile(join(dir, 'journal.jsonl'), `${lines.join('\n')}\n`);
  open = await openRoom({ dataDir: dir, chats: [chat] });
});
afterEach(async () => {
  await open.close();
  await rm(dir, { recursive: true, force: true });
});

const idOf = (i: number) => String(1_700_000_000_000 + i);
function aMessage(i: number): Message {
  const from = i % 2 === 1 && { personId: 'ola' };
  return {
    id: idOf(i),
    conversationId: GROUP.id,
    ...from,
    at: '2026-03-02T08:00:00Z',
    text: `nr. ${i}`,
    state: 'sent',
    views: {},
  };
}
const page = async (before?: string) => {
  const query = before === undefined ? '' : `?before=${before}`;
  const { body } = await open.page(`chats/kari/${encodeURIComponent(GROUP.id)}${query}`);
  return body as WirePage;
};
const texts = ({ messages }: WirePage) => messages.map(({ text }) => text);
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `nr. ${from + i}`);

describe('a chat of 2,000 messages', () => {
  test('is shown from its newest fifty on, and back to its beginning page by page', async () => {
    const newest = await page();
    expect(texts(newest)).toEqual(numbers(MANY - 50, MANY));
    expect(newest.earlier).toBe(true);
    const earlier = await page(newest.messages[0]?.id);
    expect(texts(earlier)).toEqual(numbers(MANY - 100, MANY - 50));
    const first = await page(idOf(50));
    expect([texts(first), first.earlier]).toEqual([numbers(0, 50), false]);
    expect((await page(idOf(0))).messages).toEqual([]);
    expect(wholeChat(open.room, KARI, GROUP.id)).toHaveLength(MANY);
  });

  test('counts what is unread for each, through reading, deleting and what is new', async () => {
    const unread = (person = KARI) => open.room.world.unreadIn(person, GROUP.id);
    expect([unread(KARI), unread(OLA)]).toEqual([MANY, MANY / 2]);
    open.room.api.read('kari', idOf(MANY - 11));
    expect(unread()).toBe(10);
    open.room.world.record({ t: 'delete', id: idOf(MANY - 2) });
    open.room.world.record({ t: 'delete', id: idOf(0) });
    expect([unread(KARI), unread(OLA)]).toEqual([9, MANY / 2 - 2]);
    open.room.world.record({ t: 'message', message: aMessage(MANY + 1) });
    expect([unread(KARI), unread(OLA)]).toEqual([10, MANY / 2 - 2]);
    open.room.api.read('kari', idOf(MANY + 1));
    expect(unread()).toBe(0);
  });

  test('counts the same when the room is opened again', async () => {
    open.room.api.read('kari', idOf(MANY - 11));
    open.room.world.record({ t: 'delete', id: idOf(MANY - 2) });
    const before = [KARI, OLA].map((person) => open.room.world.chatsOf(person));
    await open.close();
    open = await openRoom({ dataDir: dir, chats: [chat] });
    expect([KARI, OLA].map((person) => open.room.world.chatsOf(person))).toEqual(before);
  });

  test('is by itself: other chats have their own pages', async () => {
    await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('x'));
    expect(open.room.world.chatOf(KARI)).toMatchObject({ messages: [{ from: 'bot' }], earlier: false });
  });
});

test('a journal of tens of thousands of lines is opened in a moment', { timeout: 30_000 }, async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => JSON.stringify({ t: 'message', message: aMessage(i) }));
  await open.close();
  await writeFile(join(dir, 'journal.jsonl'), `${lines.join('\n')}\n`);
  const started = performance.now();
  open = await openRoom({ dataDir: dir, chats: [chat] });
  // a few hundred milliseconds on a quiet machine
  expect(performance.now() - started).toBeLessThan(5000);
  expect(open.room.world.unreadIn(KARI, GROUP.id)).toBe(40_000);
});
