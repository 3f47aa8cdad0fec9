import { expect } from 'vitest';
import { type Digest, type DigestItem, newDigest } from '../../store/digest/record.ts';
import { addWant, isAway, noteSent, noteUnsent, putBack, sendDigest, takeOut } from '../../store/digest/rules.ts';
import { isCommonHoliday } from '../../store/digest/rules-quiet.ts';
import { isWanted } from '../../store/digest/rules-wanted.ts';
import type { Effect, Stored } from '../../store/effect.ts';
import { settleEffect } from '../../store/outbox.ts';
import { isOpen, type Tiltak } from '../../store/tiltak/record.ts';
import { askDue, type Contacts, noteAsked, noteUnreached } from '../../store/tiltak/rules-ask.ts';
import type { snooze } from '../../store/tiltak/rules-status.ts';
import { dayOf, isWorkingDay, timeOf } from '../../store/time.ts';
import { ofKari } from './chase.ts';
import { accepted, NOW, REAL_NOW, TENANT } from './records.ts';

export const PEOPLE = ['kari', 'ola', 'siv'] as const;
export type Person = (typeof PEOPLE)[number];
export const HOUR = 3_600_000;

type Card = { readonly at: Date; readonly items: readonly DigestItem[] };
export type World = {
  now: Date;
  tiltak: Map<string, Tiltak>;
  digests: Map<Person, Digest>;
  cards: Map<Person, Card[]>;
  blocked: Set<Person>;
  /** When somebody last answered for a tiltak. */
  said: Map<string, Date>;
  told: string[];
};

export type Step = (world: World) => void;

export const clocks = ({ now }: World) => ({ now, realNow: REAL_NOW });
export const contactsOf = ({ contactIds = [] }: Tiltak): Contacts => ({ askIds: contactIds, secretariatIds: ['siv'] });

/** Carries the effects of a record out, each twice where `isTwice`: a delivery may come again. */
function carryOut<T extends Stored>(record: T, isTwice: boolean, deliver: (effect: Effect) => void): T {
  for (const effect of record.outbox) for (let n = isTwice ? 2 : 1; n > 0; n--) deliver(effect);
  return record.outbox.reduce((rest, { key }) => settleEffect(rest, key), record);
}

/** One pass of the timers and deliveries. `isTwice`: each effect comes twice. */
export function pass(world: World, isTwice: boolean): void {
  for (const [id, tiltak] of world.tiltak) {
    const due = askDue(tiltak, contactsOf(tiltak), clocks(world));
    if (due.ok) world.tiltak.set(id, due.value);
  }
  for (const [id, tiltak] of world.tiltak)
    world.tiltak.set(
      id,
      carryOut(tiltak, isTwice, (effect) => {
        if (effect.kind !== 'digest-wants') return;
        const person = effect.personId as Person;
        const digest = world.digests.get(person) as Digest;
        world.digests.set(
          person,
          accepted(addWant(digest, { tiltakId: id, want: effect.want, at: effect.at }, world.now)),
        );
      }),
    );
  for (const person of PEOPLE) {
    const sent = sendDigest(world.digests.get(person) as Digest, clocks(world));
    if (sent.ok) world.digests.set(person, sent.value);
    const digest = world.digests.get(person) as Digest;
    carryOut(digest, isTwice, (effect) => effect.kind === 'digest-card' && send(world, person, effect.number));
    world.digests.set(
      person,
      carryOut(
        world.digests.get(person) as Digest,
        isTwice,
        (effect) => effect.kind === 'digest-told' && tell(world, person, effect),
      ),
    );
  }
}

function send(world: World, person: Person, number: number): void {
  const taken = takeOut(world.digests.get(person) as Digest, number);
  if (!taken.ok) return;
  const digest = taken.value;
  if (isAway(digest, world.now)) return void world.digests.set(person, putBack(digest, number, world.now));
  if (world.blocked.has(person))
    return void world.digests.set(person, noteUnsent(digest, number, 'blocked', clocks(world)));
  const items = (digest.outgoing ?? []).filter((item) => {
    const tiltak = world.tiltak.get(item.tiltakId) as Tiltak;
    return isWanted({ item, tiltak }, contactsOf(tiltak).askIds.includes(person), world.now);
  });
  if (items.length > 0) world.cards.get(person)?.push({ at: world.now, items });
  for (const { tiltakId, want } of items)
    if (want === 'silent' || want === 'unreached')
      world.told.push(`${want} ${tiltakId} ${sinceOf(world.tiltak.get(tiltakId))}`);
  world.digests.set(person, noteSent(digest, number, { items, earlier: [] }, clocks(world)));
}

/** Something has happened to a tiltak since: what was told before is over, and may be told anew. */
const sinceOf = (tiltak: Tiltak | undefined) => `${tiltak?.history.length} ${tiltak?.asks.length}`;

function tell(
  world: World,
  personId: Person,
  { number, tiltakIds, at, why }: Extract<Effect, { kind: 'digest-told' }>,
): void {
  for (const id of tiltakIds) {
    const tiltak = world.tiltak.get(id) as Tiltak;
    const noted = why
      ? noteUnreached(tiltak, { personId, why, contacts: contactsOf(tiltak) }, clocks(world))
      : noteAsked(tiltak, personId, number, at);
    world.tiltak.set(id, accepted(noted));
  }
}

/** The newest or an older card of somebody, and a tiltak that it asks about. */
function pressed(world: World, person: Person, back: number): string | undefined {
  const cards = world.cards.get(person) ?? [];
  const asked = cards.at(-1 - (back % Math.max(1, cards.length)))?.items.filter(({ want }) => want === 'ask') ?? [];
  const id = asked[back % Math.max(1, asked.length)]?.tiltakId;
  return id !== undefined && world.tiltak.get(id)?.contactIds?.includes(person) ? id : undefined;
}

export function onCard(
  person: Person,
  back: number,
  isTwice: boolean,
  rule: (world: World, tiltak: Tiltak) => ReturnType<typeof snooze>,
): Step {
  return (world) => {
    const id = pressed(world, person, back);
    for (let n = isTwice ? 2 : 1; n > 0 && id !== undefined; n--) {
      const result = rule(world, world.tiltak.get(id) as Tiltak);
      if (!result.ok) continue;
      world.tiltak.set(id, result.value);
      world.said.set(id, world.now);
    }
  };
}

export function aWorld(): World {
  const dues = ['2026-02-01', '2026-03-05', '2026-06-28', undefined];
  const tiltak = dues.map((dueOn, n) =>
    ofKari({ id: `t${n}`, contactIds: [PEOPLE[n % 2] ?? 'kari'], ...(dueOn && { dueOn, due: dueOn }) }),
  );
  return {
    now: NOW,
    tiltak: new Map(tiltak.map((one) => [one.id, one])),
    digests: new Map(PEOPLE.map((who) => [who, newDigest(who, TENANT)])),
    cards: new Map(PEOPLE.map((who) => [who, []])),
    blocked: new Set(),
    said: new Map(),
    told: [],
  };
}

const days = (from: Date, to: Date) => Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / (24 * HOUR));

export function check(world: World): void {
  for (const who of PEOPLE) {
    const cards = world.cards.get(who) ?? [];
    for (const { at } of cards) {
      expect(isWorkingDay(dayOf(at)) && !isCommonHoliday(dayOf(at))).toBe(true);
      expect(timeOf(at) >= '08:00' && timeOf(at) < '16:00').toBe(true);
    }
    const isDaily = world.digests.get(who)?.rhythm === 'daily';
    for (const [n, { at }] of cards.slice(1).entries())
      expect(days(cards[n]?.at ?? at, at)).toBeGreaterThanOrEqual(isDaily ? 1 : 7);
    const newest = cards.at(-1);
    for (const { tiltakId, want } of newest?.items ?? []) {
      const said = world.said.get(tiltakId);
      // whoever gets it from another has not answered
      const isGiven = world.tiltak.get(tiltakId)?.handedOver !== undefined;
      if (want === 'ask' && said !== undefined && newest && said < newest.at && !isGiven)
        expect(days(said, newest.at)).toBeGreaterThanOrEqual(7);
    }
  }
  for (const tiltak of world.tiltak.values()) {
    const perPerson = PEOPLE.map((who) => tiltak.asks.filter(({ personId }) => personId === who).length);
    if (tiltak.silentToldAt === undefined) expect(Math.max(...perPerson)).toBeLessThanOrEqual(3);
    expect(tiltak.askDueAt !== undefined).toBe(isOpen(tiltak) && tiltak.ownerKeys.length > 0);
    expect(new Set(tiltak.asks.map(({ personId, digest }) => `${personId} ${digest}`)).size).toBe(tiltak.asks.length);
  }
  expect(new Set(world.told).size, world.told.join()).toBe(world.told.length);
}
