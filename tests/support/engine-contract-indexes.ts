import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Stored } from '../../store/effect.ts';
import type { Collection, Definition } from '../../store/engine/engine.ts';
import { subjects } from './store-questions.ts';
import { aThing, at, inserted, type Thing, thingDefinition } from './store-things.ts';

/** What the database did for a question, as it says itself. */
export type Work = {
  /** Why a command was not served by an index alone; empty when all of them were. */
  readonly problems: readonly string[];
  /** How much was read or stepped over, in the database's own unit. */
  readonly effort: number;
};

/** A collection of the engine, on a connection that is listened to. */
export type Traced<T extends Stored> = {
  readonly collection: Collection<T>;
  /** Asks, and tells what the commands were that this really sent. */
  readonly work: (ask: () => Promise<unknown>) => Promise<Work>;
};
export type TracedStore = {
  readonly open: <T extends Stored>(definition: Definition<T>) => Promise<Traced<T>>;
  readonly remove: () => Promise<void>;
};

const FEW = 20;
const MANY = 200;
const PAGED = 120;

/** Every question of the bot is served by an index. Called once for each engine. */
export function describeIndexes(name: string, make: () => Promise<TracedStore>): void {
  describe(`the indexes of the ${name} engine`, { timeout: 60_000 }, () => {
    let store: TracedStore;
    beforeEach(async () => {
      store = await make();
    });
    afterEach(() => store.remove());

    const cases = subjects.map((subject) => [subject.definition.name, subject] as const);
    test.each(cases)(
      'every question to %s is served by an index, and costs the same however much else is stored',
      async (_name, { definition, record, questions }) => {
        const { collection, work } = await store.open(definition);
        const insert = (from: number, to: number, whose: 'mine' | 'other') =>
          Promise.all(Array.from({ length: to - from }, (_, i) => collection.insert(record(from + i, whose))));
        const askAll = async () => {
          const told: Record<string, Work & { readonly found: readonly string[] }> = {};
          for (const { name: question, ask } of questions) {
            let found: readonly Stored[] = [];
            const done = await work(async () => {
              found = await ask(collection);
            });
            told[question] = { ...done, found: found.map(({ id }) => id.replace(/-.*/, '')) };
          }
          return told;
        };
        await insert(0, 5, 'mine');
        await insert(0, FEW, 'other');
        const asked = await askAll();
        for (const [question, { found, problems, effort }] of Object.entries(asked)) {
          expect(new Set(found), question).toEqual(new Set(['mine']));
          expect(problems, question).toEqual([]);
          expect(effort, question).toBeGreaterThan(0);
        }
        await insert(FEW, MANY, 'other');
        expect(await askAll()).toEqual(asked);
      },
    );

    describe('pages', () => {
      const where = { dueAt: { atMost: at(1000) } };
      const questions: readonly [string, Parameters<Collection<Thing>['find']>][] = [
        ['due', [where, {}]],
        ['owned and due', [{ ownerId: { in: ['kari', 'ola'] }, ...where }, {}]],
        ['owned, sorted', [{ ownerId: 'kari' }, { sort: 'dueAt' }]],
        ['owned, the latest first', [{ ownerId: { in: ['kari', 'ola'] } }, { sort: 'dueAt', isReversed: true }]],
        ['owned', [{ ownerId: 'kari' }, {}]],
        ['tagged', [{ tags: 'x' }, {}]],
      ];
      test.each(questions)(
        'a page of what is %s costs the same far behind as at the beginning',
        async (_what, [asked, how]) => {
          const { collection, work } = await store.open(thingDefinition);
          await inserted(
            collection,
            Array.from({ length: PAGED }, (_, i) =>
              aThing(`t${String(i).padStart(3, '0')}`, { ownerId: 'kari', dueAt: at(i), tags: ['x'] }),
            ),
          );
          let after: string | undefined;
          const nextPage = () =>
            work(async () => {
              const page = await collection.find(asked, { ...how, limit: 10, ...(after !== undefined && { after }) });
              expect(page.records).toHaveLength(10);
              after = page.next;
            });
          const [, second] = [await nextPage(), await nextPage()];
          for (let page = 3; page < PAGED / 10; page++) await nextPage();
          const late = await nextPage();
          expect(late.problems).toEqual([]);
          expect(late.effort).toBeLessThanOrEqual(second.effort);
        },
      );
    });
  });
}
