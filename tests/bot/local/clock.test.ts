import { afterEach, describe, expect, test } from 'vitest';
import { nextOpening, timeOf } from '../../../bot/local/calendar.ts';
import { startRoom } from '../../../bot/local/room.ts';
import type { ClockAnswer } from '../../../bot/local/wire.ts';
import { type Listener, startListener } from '../../support/listener.ts';
import { freePort, until } from '../../support/process.ts';
import { NOW, openRoom, type TestRoom } from '../../support/room.ts';

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});
async function room(...options: Parameters<typeof openRoom>): Promise<TestRoom> {
  const made = await openRoom(...options);
  opened.push(made);
  return made;
}

/** What the bot was last told about the clock. */
const told = ({ heard }: Pick<Listener, 'heard'>) =>
  heard.map(({ activity }) => activity).findLast(({ name }) => name === 'utvalgsbot/clock')?.value as
    | { readonly offsetMs: number }
    | undefined;
const move = async ({ page }: TestRoom, body: object) => {
  const { status, body: answer } = await page('clock', body);
  return { status, answer: answer as ClockAnswer };
};
/** To the minute, as the clock goes on while a test runs. */
const minute = (time: string | Date) => new Date(time).toISOString().slice(0, 16);

describe('the clock', () => {
  test('starts where it is told, and tells the bot', async () => {
    const made = await room();
    expect(minute(made.room.clock.now())).toBe(minute(NOW));
    await until(async () => {
      if (told(made.bot) === undefined) throw new Error('not told');
    });
    expect(told(made.bot)?.offsetMs).toBe(made.room.clock.read().offsetMs);
  });

  test('starts at 09 in Oslo on a working day when it is told nothing', async () => {
    const made = await startRoom({ port: 0, botUrl: 'http://127.0.0.1:1' });
    opened.push(made);
    const { hour, weekday } = osloParts(made.clock.now());
    expect(hour).toBe('09');
    expect(['lør.', 'søn.']).not.toContain(weekday);
    expect(made.clock.now().getTime()).toBeGreaterThanOrEqual(Date.now() - 1000);
  });

  test('moves by the hour, to the next working morning and to a time, and the bot follows', async () => {
    const made = await room();
    expect(minute((await move(made, { advance: 'hour' })).answer.now)).toBe('2026-03-02T09:00');
    expect(minute((await move(made, { advance: 'next-day' })).answer.now)).toBe('2026-03-03T08:00');
    // without a zone it is Oslo's, as the page's own field gives it
    const { answer } = await move(made, { to: '2026-07-01T15:00' });
    expect(minute(answer.now)).toBe('2026-07-01T13:00');
    expect(answer.botFollows).toBe(true);
    expect(told(made.bot)?.offsetMs).toBe(answer.offsetMs);
  });

  test.each([
    ['2026-03-06T08:00:00Z', '2026-03-09T08:00', 'a weekend'],
    ['2026-04-01T08:00:00Z', '2026-04-07T07:00', 'Easter'],
    ['2026-12-23T08:00:00Z', '2026-12-28T08:00', 'Christmas'],
  ])('next morning from %s is %s, past %s', async (now, morning) => {
    const made = await room({ now: new Date(now) });
    expect(minute((await move(made, { advance: 'next-day' })).answer.now)).toBe(morning);
  });

  test.each([
    [{ to: '2026-03-02T07:00:00Z' }, 409, 'Klokka går bare framover.'],
    [{ to: 'i morgen' }, 400, 'Det er ikke et tidspunkt.'],
    [{ advance: 'year' }, 400, ''],
    [{}, 400, ''],
  ])('is not moved by %j', async (body, status, sentence) => {
    const made = await room();
    const before = made.room.clock.read().offsetMs;
    const { status: answered, answer } = await move(made, body);
    expect(answered).toBe(status);
    expect(JSON.stringify(answer)).toContain(sentence);
    expect(made.room.clock.read().offsetMs).toBe(before);
  });

  test('stands where it was moved though the bot is away, says so, and tells the bot when it is back', async () => {
    const port = await freePort();
    const made = await room({ botUrl: `http://127.0.0.1:${port}` });
    const moving = move(made, { to: '2026-03-02T12:00:00Z' });
    await until(async () => {
      if (minute(made.room.clock.now()) !== '2026-03-02T12:00') throw new Error('not moved');
    });
    const bot = await startListener(port);
    opened.push(bot);
    expect((await moving).answer.botFollows).toBe(true);
    expect(told(bot)?.offsetMs).toBe(made.room.clock.read().offsetMs);
  });

  test('tells a bot that refused it once more', async () => {
    const made = await room();
    let refusals = 2;
    made.bot.answer = () => (refusals-- > 0 ? { status: 503 } : {});
    expect((await move(made, { advance: 'hour' })).answer.botFollows).toBe(true);
  });
});

test.each([
  ['2026-03-02T07:59:00Z', '2026-03-02T08:00', 'before opening, the same day'],
  ['2026-03-02T08:00:00Z', '2026-03-02T08:00', 'at opening, now'],
  ['2026-03-02T08:01:00Z', '2026-03-03T08:00', 'after opening, the day after'],
  ['2026-05-16T12:00:00Z', '2026-05-18T07:00', 'over 17 May, in summer time'],
])('the next opening after %s is %s: %s', (from, opening) => {
  expect(minute(nextOpening(new Date(from)))).toBe(opening);
});

test('what is no time is none', () => {
  expect(timeOf('tolv')).toBeUndefined();
  expect(timeOf('2026-03-02T09:00')?.toISOString()).toBe('2026-03-02T08:00:00.000Z');
});

function osloParts(time: Date) {
  const parts = new Intl.DateTimeFormat('nb-NO', {
    hour: '2-digit',
    weekday: 'short',
    timeZone: 'Europe/Oslo',
  }).formatToParts(time);
  const part = (type: string) => parts.find((found) => found.type === type)?.value;
  return { hour: part('hour'), weekday: part('weekday') };
}
