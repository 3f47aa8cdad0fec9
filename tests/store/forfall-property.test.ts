import fc from 'fast-check';
import { expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Collection, Engine } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { meetingDefinition } from '../../store/meeting/repository.ts';
import { done } from '../../store/result.ts';
import { aWorld, type Deed, type Happening, happenings, type World } from '../support/forfall-play.ts';
import { expectActedKept, expectEnd, expectWhole, type Seen } from '../support/forfall-whole.ts';
import { aFolder } from '../support/store-sqlite.ts';

/** Does one deed, and does it again as if the click came twice. */
function doTwice(world: World, { by, yes, rule }: Deed, seen: Seen): World {
  const once = rule(world.meeting);
  if (!once.ok) {
    seen.add(once.refusal);
    return world;
  }
  const twice = rule(once.value);
  // the record as it was, or told that there is nothing more to do
  if (twice.ok) expect(twice.value).toEqual(once.value);
  if (by !== 'siv' && by !== 'bot') expectActedKept(world.meeting, once.value);
  const said = yes && once.value !== world.meeting ? [`${yes.forfallId} ${yes.varaId}`] : [];
  return { ...world, meeting: once.value, yeses: [...world.yeses, ...said], informed: [...world.informed, ...said] };
}

test('a seat has one holder, or nobody where nobody may hold it, whatever happens, and the cascade always ends', () => {
  const seen: Seen = new Set();
  fc.assert(
    fc.property(happenings, (all) => {
      let world = aWorld();
      for (const happens of all) {
        const what = happens(world);
        world = 'rule' in what ? doTwice(world, what, seen) : { ...world, ...what };
        expectWhole(world, seen);
      }
      expectEnd(world, seen);
    }),
    { numRuns: 500 },
  );
  // the plays met every state, every holder and every refusal that matters
  const states = ['asked', 'accepted', 'declined', 'timed-out', 'unreached', 'withdrawn', 'elsewhere', 'dry'];
  const holders = ['vara', 'member', 'nobody'];
  const refusals = ['seat-covered', 'vara-elsewhere', 'has-own-seat', 'vara-has-acted', 'call-withdrawn', 'not-called'];
  for (const one of [...states, ...holders, ...refusals, 'seat-moved', 'meeting-over', 'no-forfall'])
    expect([...seen]).toContain(one);
}, 60_000);

/** A meeting in a file on disk, used by two bots at once: each has its own connection, and nothing in memory in common. */
class Table {
  #bots: readonly { readonly engine: Engine; readonly meetings: Collection<Meeting> }[] = [];
  readonly #folder = aFolder();
  world = aWorld();

  async start(): Promise<void> {
    const open = () => sqliteEngine(`${this.#folder.path}/store.db`, { onUnreadable: () => {} });
    const engines = [await open(), await open()];
    this.#bots = await Promise.all(
      engines.map(async (engine) => ({ engine, meetings: await engine.collection(meetingDefinition) })),
    );
    await this.#meetings(0).insert(this.world.meeting);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#bots.map(({ engine }) => engine.close()));
  }

  async remove(): Promise<void> {
    await this.stop();
    this.#folder.remove();
  }

  /** What these people do at one moment, having seen the same; every other of them at the other bot. */
  async play(all: readonly Happening[]): Promise<void> {
    const seen = all.map((happens) => happens(this.world));
    const deeds = seen.filter((one) => 'rule' in one);
    const said = await Promise.all(deeds.map((deed, n) => this.#write(n, deed.rule)));
    // whoever was told that it is registered said it
    const yeses = deeds.flatMap(({ yes }, n) => (yes && said[n]?.ok ? [`${yes.forfallId} ${yes.varaId}`] : []));
    this.world = {
      ...this.world,
      yeses: [...this.world.yeses, ...yeses],
      informed: [...this.world.informed, ...yeses],
    };
    await this.#read();
    for (const one of all) {
      const around = one(this.world);
      if ('rule' in around) continue;
      const { meeting, ...changed } = around;
      this.world = { ...this.world, ...changed };
      if (meeting !== undefined) await this.#write(1, (stored) => done({ ...meeting, version: stored.version }));
      await this.#read();
    }
  }

  #write(n: number, rule: Deed['rule']) {
    return change(this.#meetings(n % 2), this.world.meeting.id, rule);
  }

  async #read(): Promise<void> {
    const stored = await this.#meetings(1).get(this.world.meeting.id);
    if (stored === undefined) throw new Error('the meeting is gone');
    this.world = { ...this.world, meeting: stored };
  }

  #meetings(n: number): Collection<Meeting> {
    const bot = this.#bots[n];
    if (bot === undefined) throw new Error('not started');
    return bot.meetings;
  }
}

test('the same holds of what is stored, when two bots write it at the same moments, and are started again', async () => {
  const moments = happenings.chain((all) =>
    fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: all.length, maxLength: all.length })
      .map((sizes) => ({ all, sizes })),
  );
  await fc.assert(
    fc.asyncProperty(moments, async ({ all, sizes }) => {
      const table = new Table();
      try {
        await table.start();
        for (let at = 0, n = 0; at < all.length; at += sizes[n] ?? 1, n++) {
          if (n % 10 === 9) {
            await table.stop();
            await table.start();
          }
          await table.play(all.slice(at, at + (sizes[n] ?? 1)));
          expectWhole(table.world, new Set());
        }
        expectEnd(table.world, new Set());
      } finally {
        await table.remove();
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
