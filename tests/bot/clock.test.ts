import { expect, test } from 'vitest';
import { createClock, roomOffset } from '../../bot/clock.ts';
import { openRoom } from '../support/room.ts';

test('a clock that is ahead goes on from there, and moves again', () => {
  const clock = createClock(3_600_000);
  const ahead = () => Math.round((clock.now().getTime() - Date.now()) / 60_000);
  expect(ahead()).toBe(60);
  clock.move(-3_600_000);
  expect(ahead()).toBe(-60);
});

test('the offset is the room’s own; where there is no room, and where something else answers, it is none', async () => {
  const { room, bot, close } = await openRoom();
  expect(await roomOffset(room.url)).toBe(room.clock.read().offsetMs);
  expect(await roomOffset(bot.url)).toBe(0);
  await close();
  expect(await roomOffset(room.url)).toBe(0);
});
