import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOpen, isProposed, type Tiltak } from '../../store/tiltak/record.ts';
import { addDays, dayOf, isWorkingDay, timeOf } from '../../store/time.ts';
import { type Arrived, aYear, mannerOf, type Year } from '../support/year.ts';

let year: Year;
let all: readonly Tiltak[];
beforeAll(async () => {
  year = await aYear();
  await year.play();
  const pages = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((c) => year.chase.deps.tiltak.of(`committee-${c}`)));
  all = pages.flat();
}, 240_000);
afterAll(() => year.chase.end());

const daysBetween = (from: Date, to: Date) =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
const byPerson = () => grouped(year.arrived, ({ personId }) => personId);
/** Each digest with the one before it. */
const pairs = () =>
  [...byPerson().values()].flatMap((digests) =>
    digests.slice(1).map((digest, n) => ({ digest, before: digests[n] as Arrived })),
  );
const asked = () =>
  year.arrived.flatMap(({ personId, at, items }) =>
    items.filter(({ want }) => want === 'ask').map(({ tiltakId }) => ({ personId, at, tiltakId })),
  );

describe('a year of 160 people, 7 committees and 560 tiltak', () => {
  test('is a year in which something happens', () => {
    expect(all).toHaveLength(560);
    expect(byPerson().size).toBeGreaterThan(120);
    expect(year.said.length).toBeGreaterThan(1000);
    expect(new Set(year.arrived.flatMap(({ items }) => items.map(({ want }) => want)))).toEqual(
      new Set(['ask', 'silent', 'unreached', 'owner']),
    );
    expect(year.away.size).toBeGreaterThan(5);
  });

  test('gives nobody two digests in one period', () => {
    for (const { digest, before } of pairs()) {
      const least = mannerOf(digest.personId) === 'daily' ? 1 : 7;
      expect(daysBetween(before.at, digest.at), `${digest.personId} ${dayOf(digest.at)}`).toBeGreaterThanOrEqual(least);
    }
  });

  test('sends none on a day off, outside working hours, or in the common holiday', () => {
    for (const { at } of year.arrived) {
      const day = dayOf(at);
      expect(isWorkingDay(day), day).toBe(true);
      expect(timeOf(at) >= '08:00' && timeOf(at) < '16:00', `${day} ${timeOf(at)}`).toBe(true);
      const isHoliday =
        (day >= '2026-07-01' && day <= '2026-07-31') ||
        (day >= '2026-03-29' && day <= '2026-04-06') ||
        day >= '2026-12-22' ||
        day <= '2026-01-02';
      expect(isHoliday, day).toBe(false);
    }
  });

  test('asks nobody again within a week of an answer to the same tiltak', () => {
    const answers = grouped(year.said, ({ tiltakId, by }) => `${by} ${tiltakId}`);
    for (const { personId, tiltakId, at } of asked())
      for (const said of answers.get(`${personId} ${tiltakId}`) ?? []) {
        const days = daysBetween(said.at, at);
        expect(said.at < at && days < 7, `${personId} ${tiltakId} ${dayOf(said.at)} ${dayOf(at)}`).toBe(false);
      }
  });

  test('asks nobody while they are away', () => {
    for (const { personId, at } of year.arrived) {
      const pause = year.away.get(personId);
      expect(pause && dayOf(at) > pause.from && dayOf(at) < pause.until, `${personId} ${dayOf(at)}`).not.toBe(true);
    }
  });

  test('chases every tiltak that is overdue, whose owner can be reached, and that is not the committee’s to decide of', () => {
    const lastAsked = new Map(asked().map(({ tiltakId, at }) => [tiltakId, dayOf(at)]));
    const overdue = all.filter(
      (tiltak) =>
        isOpen(tiltak) &&
        !isProposed(tiltak) &&
        tiltak.dueOn !== undefined &&
        tiltak.dueOn < '2026-11-25' &&
        tiltak.ownerKeys.length > 0 &&
        tiltak.unreached === undefined,
    );
    expect(overdue.length).toBeGreaterThan(50);
    for (const { id, dueOn = '', snoozedUntil = '', statuses } of overdue) {
      const asked = lastAsked.get(id) ?? '';
      // it was answered after its last day, without a new one, or wants to be asked later
      const isAnswered = statuses.some(({ at }) => dayOf(at) > dueOn) || snoozedUntil > '2026-12-01';
      expect(asked > dueOn || isAnswered, `${id} ${dueOn} ${asked}`).toBe(true);
    }
  });

  test('asks within two weeks after a last day, save in holidays', () => {
    const first = all.filter(({ dueOn, statuses, handedOver, contactIds = [], history }) => {
      const isSilent = contactIds.length === 1 && mannerOf(contactIds[0] ?? '') === 'silent';
      const isMoved = history.some(({ what }) => what === 'due');
      return (
        isSilent &&
        !handedOver &&
        !isMoved &&
        statuses.length === 0 &&
        dueOn !== undefined &&
        dueOn > '2026-01-10' &&
        dueOn < '2026-06-10'
      );
    });
    expect(first.length).toBeGreaterThan(10);
    for (const { id, dueOn = '' } of first) {
      const after = asked().filter(({ tiltakId, at }) => tiltakId === id && dayOf(at) > dueOn);
      expect(
        dayOf(after[0]?.at ?? new Date(0)) <=
          addDays(dueOn, 15 + (dueOn > '2026-03-15' && dueOn < '2026-04-06' ? 10 : 0)),
        id,
      ).toBe(true);
    }
  });

  test('tells each of the secretariat once of a silence, and once of whoever cannot be reached', () => {
    for (const want of ['silent', 'unreached'] as const) {
      const told = year.arrived.flatMap(({ personId, items }) =>
        items.filter((item) => item.want === want).map(({ tiltakId }) => `${personId} ${tiltakId}`),
      );
      const heard = new Set(year.said.map(({ tiltakId }) => tiltakId));
      const once = told.filter((one) => !heard.has(one.split(' ')[1] ?? ''));
      expect(once.length, want).toBeGreaterThan(5);
      expect(once.length).toBe(new Set(once).size);
    }
    for (const { id, silentToldAt, asks } of all)
      if (silentToldAt !== undefined) expect(asks.filter(({ at }) => at <= silentToldAt).length, id).toBe(3);
  });

  test('asks a silent owner three times before the secretariat hears of it, and then no more often than the meetings', () => {
    const silent = all.filter(({ silentToldAt }) => silentToldAt !== undefined);
    expect(silent.length).toBeGreaterThan(10);
    for (const { id, asks, silentToldAt = new Date(0) } of silent) {
      const after = asks.filter(({ at }) => at > silentToldAt);
      expect(after.length, id).toBeLessThan(12);
    }
  });
});
