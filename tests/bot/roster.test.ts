import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memberOf, rosterAddress, rosterOf } from '../../bot/roster.ts';
import { HeldBackError, type Teams, UndeliveredError } from '../../bot/turn.ts';
import type { RosterMember } from '../../store/setup/rules-people.ts';

const at = { serviceUrl: 'https://teams.example/', conversationId: '19:x', tenantId: 'tenant' };
const page = (from: number, count: number): RosterMember[] =>
  Array.from({ length: count }, (_, n) => ({ teamsId: `29:${from + n}`, name: 'Navn' }));
type Members = Teams['members'];
const reading = (members: Members) => rosterOf({ roster: { members, member: vi.fn() } }, at);
const asking = (member: Teams['member']) => memberOf({ roster: { members: vi.fn(), member } }, at, '29:1');
const refusal = (why: 'for-now' | 'unknown-address' | 'not-installed') => async () => {
  throw new UndeliveredError(why, 'refused');
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a roster', () => {
  test('is read to its end', async () => {
    const read = await reading(async (_to, after) =>
      after ? { members: page(2, 1) } : { members: page(0, 2), next: 'b' },
    );
    expect(read).toEqual({ members: page(0, 3), isWhole: true });
  });

  test.each([
    ['500 members', 250, 500],
    ['pages that are too large', 400, 500],
    ['a page without members, which would go on for ever', 0, 0],
  ])('is read no further than %s', async (_what, size, count) => {
    const members = vi.fn<Members>(async (_to, after) => ({
      members: page(Number(after ?? 0), size),
      next: String(Number(after ?? 0) + size),
    }));
    const read = await reading(members);
    expect(read).toMatchObject({ members: { length: count }, isWhole: false });
    expect(members.mock.calls.length).toBeLessThan(3);
  });

  test('of exactly 500 is whole', async () => {
    expect(await reading(async () => ({ members: page(0, 500) }))).toMatchObject({ isWhole: true });
  });

  test('is not waited for longer than two seconds', async () => {
    const read = reading(() => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(1999);
    expect(await Promise.race([read, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await read).toBeUndefined();
  });

  test('that Teams refuses is not known; a fault of ours is one', async () => {
    expect(await reading(refusal('not-installed'))).toBeUndefined();
    await expect(
      reading(async () => {
        throw new TypeError('x');
      }),
    ).rejects.toThrow(TypeError);
  });

  test('that fails when nobody waits any more does no harm', async () => {
    let fail: (error: Error) => void = () => {};
    const read = reading(() => new Promise((_resolve, reject) => (fail = reject)));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await read).toBeUndefined();
    fail(new UndeliveredError('for-now', 'late'));
    await vi.advanceTimersByTimeAsync(0);
  });
});

describe('one member', () => {
  test('is somebody, nobody, or not known', async () => {
    const [kari] = page(1, 1);
    expect(await asking(async () => kari as RosterMember)).toBe(kari);
    expect(await asking(refusal('unknown-address'))).toBe('nobody');
    expect(await asking(refusal('for-now'))).toBeUndefined();
    expect(await asking(refusal('not-installed'))).toBeUndefined();
  });

  test('is not known when Teams’ limits leave no room to ask', async () => {
    const heldBack = asking(async () => {
      throw new HeldBackError(new Date());
    });
    expect(await heldBack).toBeUndefined();
  });
});

test('the members of a thread are the channel’s, or its team’s', () => {
  const place = { conversationId: '19:c;messageid=1', serviceUrl: at.serviceUrl, kind: 'channel' } as const;
  expect(rosterAddress(place, 'tenant')).toEqual({ ...at, conversationId: '19:c' });
  expect(rosterAddress({ ...place, rosterId: '19:team' }, 'tenant').conversationId).toBe('19:team');
});
