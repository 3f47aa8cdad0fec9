import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PlanDeps, type Storing, storePlan } from '../../bot/plan-store.ts';
import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import type { Stored } from '../../store/effect.ts';
import type { Collection } from '../../store/engine/engine.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { inChat } from '../support/circulation.ts';
import { aRow } from '../support/plans.ts';
import { aCommittee, NOW, REAL_NOW } from '../support/records.ts';

const committee = aCommittee();
const file = { name: 'Plan.docx', sha256: 'a'.repeat(64) };
const rows = ['Lage plan', 'Holde fagdag', 'Evaluere'].map((text, n) => aRow(text, { line: n + 2, owner: 'SEKR' }));
const storing = (changes: Partial<Storing> = {}): Storing => ({
  committee,
  name: 'Handlingsplan',
  columns: [{ heading: 'Tiltak', field: 'text' }],
  rows,
  by: 'siv',
  file,
  key: 'import-1',
  now: NOW,
  realNow: REAL_NOW,
  ...changes,
});

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  await deps.committees.collection.insert(committee);
  for (const id of committee.people) await deps.persons.collection.insert(inChat(id));
});
afterEach(() => store.close());

const tiltak = async () => {
  const [plan] = await deps.plans.of(committee.id);
  return plan ? deps.tiltak.ofPlan(plan.id) : [];
};
const plan = async () => (await deps.plans.of(committee.id))[0];
const texts = async () => (await tiltak()).map(({ text }) => text);

/** A collection with one of its questions answered otherwise. */
function but<T extends Stored>(collection: Collection<T>, other: Partial<Collection<T>>): Collection<T> {
  return {
    get: (id) => collection.get(id),
    getByKey: (key) => collection.getByKey(key),
    find: (...asked) => collection.find(...asked),
    count: (...asked) => collection.count(...asked),
    insert: (record) => collection.insert(record),
    replace: (...given) => collection.replace(...given),
    ...other,
  };
}

/** The same records, where nothing more can be inserted after so many tiltak: as if the program had been stopped. */
const stopping = (after: number): PlanDeps => {
  let left = after;
  const { collection } = deps.tiltak;
  const insert: typeof collection.insert = (made) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('stopped')) : collection.insert(made);
  };
  return { ...deps, tiltak: { ...deps.tiltak, collection: but(collection, { insert }) } };
};

describe('a file that is read into a plan', () => {
  test('makes the plan, its tiltak in order, and says where they came from', async () => {
    const stored = await storePlan(deps, storing());
    expect(await texts()).toEqual(['Lage plan', 'Holde fagdag', 'Evaluere']);
    expect(stored).toMatchObject({
      plan: { name: 'Handlingsplan', imports: [{ rows: 3, added: 3, changed: 0, gone: 0 }] },
    });
    expect((await plan())?.importing).toBeUndefined();
    // whoever answers for the secretariat is asked a quarter from now
    expect((await tiltak())[0]).toMatchObject({
      ownerKeys: ['role:committee-1:secretariat'],
      askDueAt: expect.any(Date),
    });
  });

  test('is found by the plan’s name in any case, and changes nothing the second time', async () => {
    await storePlan(deps, storing());
    const before = await tiltak();
    await storePlan(deps, storing({ name: ' handlingsPLAN ', key: 'import-2' }));
    expect(await tiltak()).toEqual(before);
    expect((await deps.plans.of(committee.id)).map(({ imports }) => imports.length)).toEqual([2]);
    await storePlan(deps, storing({ name: 'Tiltaksplan', key: 'import-3' }));
    expect(await deps.plans.of(committee.id)).toHaveLength(2);
  });

  test('that stopped half-way goes on, and is counted once and whole', async () => {
    await expect(storePlan(stopping(2), storing())).rejects.toThrow('stopped');
    expect((await plan())?.importing).toMatchObject({ key: 'import-1', added: 3 });
    await storePlan(deps, storing());
    expect(await texts()).toEqual(['Lage plan', 'Holde fagdag', 'Evaluere']);
    expect((await plan())?.imports).toMatchObject([{ rows: 3, added: 3 }]);
  });

  test('keeps others out of the plan while it is read, and not for good when it stopped', async () => {
    await expect(storePlan(stopping(1), storing())).rejects.toThrow('stopped');
    const other = storing({ key: 'import-2', by: 'lise', rows: [...rows.slice(0, 2), aRow('Noe nytt å gjøre')] });
    expect(await storePlan(deps, other)).toBe('import-under-way');
    const later = new Date(REAL_NOW.getTime() + 10 * 60_000);
    expect(await storePlan(deps, { ...other, realNow: later })).toMatchObject({ plan: { imports: [{ by: 'lise' }] } });
    expect(await texts()).toEqual(['Lage plan', 'Holde fagdag', 'Noe nytt å gjøre']);
  });

  test('at the same time as the same file by a colleague is there once', async () => {
    const colleague = await store.connect();
    const outcomes = await Promise.all([
      storePlan(deps, storing()),
      storePlan(deps, storing()),
      storePlan(colleague, storing({ key: 'import-2', by: 'lise' })),
    ]);
    expect(await texts()).toEqual(['Lage plan', 'Holde fagdag', 'Evaluere']);
    expect(outcomes.filter((one) => one !== 'import-under-way').length).toBeGreaterThan(0);
  });

  test('leaves an answer that came while it was read, and adds what is new beside it', async () => {
    await storePlan(deps, storing());
    const [first] = await tiltak();
    const id = first?.id ?? '';
    const { collection } = deps.plans;
    // what is in the plan was read by now
    let isAnswered = false;
    const get: typeof collection.get = async (planId) => {
      if (isAnswered) return collection.get(planId);
      isAnswered = true;
      const said = { class: 'in-progress' as const, text: 'Vi er i gang' };
      await change(deps.tiltak.collection, id, (one) =>
        answerStatus(one, said, { personId: 'siv', from: 'answer' }, NOW),
      );
      return collection.get(planId);
    };
    const hooked = { ...deps, plans: { ...deps.plans, collection: but(collection, { get }) } };
    const news = rows.map((row, n) => (n === 0 ? { ...row, status: 'Planen er laget' } : row));
    await storePlan(hooked, storing({ key: 'import-2', rows: news }));
    expect((await deps.tiltak.collection.get(id))?.statuses.map(({ text }) => text)).toEqual([
      'Vi er i gang',
      'Planen er laget',
    ]);
  });
});
