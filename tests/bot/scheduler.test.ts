import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RecordsSending, SENDING } from '../../bot/records.ts';
import { tick } from '../../bot/scheduler.ts';
import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { newConversation } from '../../store/conversation/rules.ts';
import { newDigest } from '../../store/digest/record.ts';
import { emit, type Stored } from '../../store/effect.ts';
import type { Collection } from '../../store/engine/engine.ts';
import type { Round } from '../../store/round/record.ts';
import { aLedger } from '../support/agendas.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { aMeeting } from '../support/meetings.ts';
import { aBallot, aTiltak } from '../support/minutes-room.ts';
import { aNomination } from '../support/nominations.ts';
import { aCommittee, answer, answered, aPerson, aRound, DEADLINE, NOW, REAL_NOW, TENANT } from '../support/records.ts';
import { aSak } from '../support/saker.ts';

const CLOSING = new Date(DEADLINE.getTime() + 5000);
const MORNING = new Date('2026-03-03T07:00:00Z');

let store: BotStore;
let deps: Deps;
let failures: string[];
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  failures = [];
});
afterEach(() => store.close());

const ticks = (on = deps) => tick(on, (recordId) => failures.push(recordId));
const roundNow = async (id = aRound().id) => (await deps.rounds.collection.get(id)) as Round;
const plus = (time: Date, ms: number) => new Date(time.getTime() + ms);
/** Rounds that are due, by number. */
const someRounds = (count: number, overrides: Partial<Round> = {}) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => deps.rounds.collection.insert(aRound({ id: `round-${i}`, ...overrides }))),
  );

describe('a round', () => {
  test('is closed five seconds after its deadline, and not before', async () => {
    await deps.rounds.collection.insert(answered(aRound(), ['kari']));
    store.clock.now = plus(CLOSING, -1);
    expect(await ticks()).toBe(0);
    expect((await roundNow()).status).toBe('open');
    store.clock.now = CLOSING;
    expect(await ticks()).toBe(1);
    expect(await roundNow()).toMatchObject({ status: 'undecided', closedAt: DEADLINE });
    expect(await ticks()).toBe(0);
  });

  test('counts an answer that was received in time, though it is decided after the deadline', async () => {
    await deps.rounds.collection.insert(answered(aRound(), ['kari']));
    store.clock.now = plus(CLOSING, -1);
    await ticks();
    const inTime = plus(DEADLINE, -1);
    const result = await change(deps.rounds.collection, aRound().id, (round) =>
      answer(round, 'ola', undefined, inTime),
    );
    expect(result).toMatchObject({ ok: true, value: { status: 'approved' } });
  });

  test('is closed once by two schedulers at once: one outcome, one message about it', async () => {
    await deps.rounds.collection.insert(aRound());
    const other = await store.connect();
    store.clock.now = CLOSING;
    const closed = await Promise.all([ticks(deps), ticks(other)]);
    expect(closed.toSorted()).toEqual([0, 1]);
    const round = await roundNow();
    expect(round.history.map(({ what }) => what)).toEqual(['opened', 'undecided']);
    expect(round.outbox.map(({ kind }) => kind)).toEqual(['round-told', 'personal-card']);
  });

  test('is closed by its deadline though nobody looked for weeks', async () => {
    await deps.rounds.collection.insert(answered(aRound(), ['kari']));
    store.clock.now = new Date('2026-04-08T09:00:00Z');
    expect(await ticks()).toBe(1);
    expect((await roundNow()).status).toBe('undecided');
  });

  test('is closed by the committee’s clock, while what follows is planned in real time', async () => {
    await deps.rounds.collection.insert(aRound());
    store.clock.now = CLOSING;
    await ticks();
    expect(await roundNow()).toMatchObject({ closedAt: DEADLINE, outboxDueAt: REAL_NOW });
  });

  test('waits its turn when very many are due: pass by pass all are closed', async () => {
    await someRounds(120);
    store.clock.now = CLOSING;
    let closed = 0;
    for (let now = await ticks(); now > 0; now = await ticks()) closed += now;
    expect(closed).toBe(120);
  });
});

describe('a record that stands in the way', () => {
  test('because it cannot be read keeps none of the others waiting', async () => {
    await someRounds(3);
    store.spoil('rounds', 'round-1');
    store.clock.now = CLOSING;
    expect(await ticks()).toBe(2);
    expect([await roundNow('round-0'), await roundNow('round-2')].map(({ status }) => status)).toEqual([
      'undecided',
      'undecided',
    ]);
  });

  test('because it cannot be written is named, keeps none of the others waiting, and is tried again', async () => {
    await someRounds(3);
    await deps.persons.collection.insert(
      emit(
        aPerson('kari'),
        { realNow: REAL_NOW, contactAt: MORNING },
        { kind: 'personal-card', key: 'a', personId: 'kari', view: { view: 'help' } },
      ),
    );
    const { collection } = deps.rounds;
    const broken: Deps = {
      ...deps,
      rounds: {
        ...deps.rounds,
        collection: {
          ...collection,
          replace: async (record, expected) => {
            if (record.id === 'round-1') throw new Error('disk');
            return collection.replace(record, expected);
          },
        },
      },
    };
    store.clock.now = CLOSING;
    expect(await ticks(broken)).toBe(3);
    expect(failures).toEqual(['round-1']);
    expect((await deps.persons.collection.get('kari'))?.outboxDueAt).toEqual(REAL_NOW);
    expect(await ticks()).toBe(1);
    expect((await roundNow('round-1')).status).toBe('undecided');
  });
});

describe('what was held until people may be contacted', () => {
  const held = { realNow: NOW, inWorkingHours: true, contactAt: MORNING } as const;
  const card = { kind: 'personal-card', key: 'a', personId: 'kari', view: { view: 'help' } } as const;

  const records = (): { readonly [K in keyof RecordsSending]: RecordsSending[K] } => ({
    rounds: aRound({ id: 'x' }),
    tiltak: aTiltak({ id: 'x' }),
    digests: { ...newDigest('x', TENANT), id: 'x' },
    persons: aPerson('x'),
    conversations: newConversation(
      'x',
      TENANT,
      { conversationId: 'c', serviceUrl: 'https://a.example/', kind: 'channel', installed: true },
      { now: NOW, realNow: NOW },
    ),
    saker: aSak({ id: 'x' }),
    meetings: aMeeting({ id: 'x' }),
    numbers: aLedger({ id: 'x' }),
    ballots: aBallot({ id: 'x' }),
    committees: aCommittee({ id: 'x' }),
    nominations: aNomination({ id: 'x' }),
  });

  test.each(SENDING)('is let go in the morning, and not before: in %s', async (name) => {
    const collection = deps[name].collection as unknown as Collection<Stored>;
    await collection.insert(emit<Stored>(records()[name], held, card));
    store.clock.now = plus(MORNING, -1);
    expect(await ticks()).toBe(0);
    store.clock.now = MORNING;
    expect(await ticks()).toBe(1);
    const record = await collection.get('x');
    expect(record?.outbox).toEqual([{ ...card, attempts: 0, dueAt: REAL_NOW, inWorkingHours: true }]);
    expect(record).not.toHaveProperty('contactDueAt');
    expect(await ticks()).toBe(0);
  });

  test('is let go once by two schedulers at once', async () => {
    await deps.persons.collection.insert(emit(aPerson('x'), held, card));
    const other = await store.connect();
    store.clock.now = MORNING;
    expect((await Promise.all([ticks(deps), ticks(other)])).toSorted()).toEqual([0, 1]);
    expect(await deps.persons.collection.get('x')).toMatchObject({ version: 1, outbox: [{ key: 'a' }] });
  });

  test('does not go out any more when its round closes in the same pass', async () => {
    const seatCard = { kind: 'seat-card', key: 'seat-card:seat-kari', holderId: 'kari' } as const;
    await deps.rounds.collection.insert(emit(aRound(), held, seatCard));
    store.clock.now = CLOSING;
    await ticks();
    expect((await roundNow()).outbox.map(({ kind }) => kind)).toEqual(['round-told', 'personal-card']);
  });
});
