import { afterEach, expect, test } from 'vitest';
import { aFanOut, type FanOut } from '../support/fan-out.ts';

const SEATS = 160;
const ONE_EACH = Array.from({ length: SEATS }, () => 1);

let fanOut: FanOut;
afterEach(() => fanOut.close());

const allHaveACard = () => fanOut.cards().every((count) => count > 0);

test('160 whose chats are known get one card each without one 429, and all are noted as reached', async () => {
  fanOut = await aFanOut();
  await fanOut.open();
  await fanOut.until(() => allHaveACard() && fanOut.channelCards() === 1);
  expect(await fanOut.delivered()).toBe(SEATS);
  expect(fanOut.cards()).toEqual(ONE_EACH);
  // one card each, and the shared one
  expect(fanOut.statuses()).toEqual({ 201: SEATS + 1 });
}, 60_000);

test('160 whose chats are opened first get one card each without one 429', async () => {
  fanOut = await aFanOut({ hasChats: false });
  await fanOut.open();
  await fanOut.until(() => allHaveACard() && fanOut.channelCards() === 1);
  expect(await fanOut.delivered()).toBe(SEATS);
  expect(fanOut.cards()).toEqual(ONE_EACH);
  // the secretary's chat was known
  expect(fanOut.statuses()).toEqual({ 201: 2 * SEATS });
}, 60_000);

test('a busy channel keeps nobody’s card waiting, and gets all its answers, each once, without one 429', async () => {
  const asking = 40;
  fanOut = await aFanOut();
  const asked = fanOut.personIds.slice(0, asking).map((id) => fanOut.room.api.say(id, 'hjelp', fanOut.channelId));
  await fanOut.open();
  await fanOut.until(allHaveACard);
  // eight in two seconds: the channel is busy for longer than the cards take
  expect(fanOut.channelCards()).toBeLessThan(asking);
  await fanOut.until(() => fanOut.channelCards() === asking + 1);
  expect((await Promise.all(asked)).every(({ delivered }) => delivered)).toBe(true);
  expect(await fanOut.delivered()).toBe(SEATS);
  expect(fanOut.cards()).toEqual(ONE_EACH);
  expect(fanOut.channelCards()).toBe(asking + 1);
  expect(fanOut.statuses()).toEqual({ 201: SEATS + asking + 1 });
}, 90_000);

test('refusals in the middle of it lose no card and double none: what Teams did not take is sent again', async () => {
  fanOut = await aFanOut();
  const strikes = [
    { status: 429, retryAfter: '1' },
    { status: 429 },
    { status: 412 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    { reset: 'before' as const },
  ];
  for (const [i, fault] of strikes.entries())
    fanOut.room.faults.add({ ...fault, strikes: ({ personIds }) => personIds.includes(`p${20 * (i + 1)}`) });
  await fanOut.open();
  await fanOut.until(() => allHaveACard() && fanOut.channelCards() === 1);
  expect(await fanOut.delivered()).toBe(SEATS);
  expect(fanOut.cards()).toEqual(ONE_EACH);
  const planned = { 0: 1, 412: 1, 429: 2, 502: 1, 503: 1, 504: 1 };
  expect(fanOut.statuses()).toEqual({ 201: SEATS + 1, ...planned });
}, 60_000);
