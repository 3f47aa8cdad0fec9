import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedDemo } from '../../bot/demo.ts';
import { personIdFor } from '../../bot/identity.ts';
import { DEMO_TENANT, demoPeople } from '../../bot/local/demo.ts';
import { demoPlan } from '../../bot/local/demo-tiltak.ts';
import { directoryOf } from '../../bot/plan-directory.ts';
import { digestIdOf } from '../../store/digest/record.ts';
import { entraKey } from '../../store/person/record.ts';
import { questionsIn } from '../../store/plan/rules-questions.ts';
import { classOf, isOverdue } from '../../store/tiltak/record.ts';
import { statusClassSchema } from '../../store/tiltak/status-class.ts';
import { aChase, type Chase, DAY } from '../support/chase.ts';

const ROOM = 'http://127.0.0.1:3979';
const NOW = new Date('2026-03-02T08:00:00Z');
const idOf = (key: string) => {
  const person = demoPeople.find((one) => one.key === key);
  return personIdFor(entraKey(DEMO_TENANT, person?.objectId ?? ''));
};

let chase: Chase;
beforeEach(async () => {
  chase = await aChase({ committees: [], people: [] });
  chase.clock.now = NOW;
  await seedDemo(chase.deps, ROOM);
});
afterEach(() => chase.end());

async function seeded() {
  const [plan] = await chase.deps.plans.named('committee_ssu', demoPlan.name);
  if (plan === undefined) throw new Error('the demo has no plan');
  return { plan, tiltak: await chase.deps.tiltak.ofPlan(plan.id) };
}

test('the plan of its SSU has tiltak of every class and of none, and some that are over their last day', async () => {
  const { plan, tiltak } = await seeded();
  expect(plan.imports).toMatchObject([{ rows: tiltak.length, added: tiltak.length, by: idOf('aud') }]);
  expect(tiltak).toHaveLength(11);
  const classes = new Set(tiltak.map((one) => classOf(one)));
  for (const one of [...statusClassSchema.options, undefined]) expect(classes).toContain(one);
  expect(tiltak.filter((one) => isOverdue(one, '2026-03-02'))).toHaveLength(3);
  expect(tiltak.flatMap(({ proposal }) => proposal?.kind ?? [])).toEqual(['clarify', 'delete']);
});

test('it leaves open whom to ask for those without an owner and for a shared one, and what a day without a year means', async () => {
  const { plan, tiltak } = await seeded();
  const ssu = await chase.deps.committees.collection.get('committee_ssu');
  if (ssu === undefined) throw new Error('the demo has no SSU');
  const questions = questionsIn(plan, tiltak, await directoryOf(chase.deps, ssu));
  expect(questions).toMatchObject([
    { what: 'owner', written: 'Nordlys sykehus og kommunene', read: { kind: 'collective' } },
    { what: 'area', tiltak: [{}, {}] },
    { what: 'date', written: '12. april' },
  ]);
});

test('nobody hears of it before the next day, and then each owner hears once of all that is theirs to answer', async () => {
  await chase.run();
  expect(chase.teams.requests).toEqual([]);
  await chase.runAt(new Date(NOW.getTime() + DAY));
  const asked = async (key: string) =>
    (await chase.deps.digests.collection.get(digestIdOf(idOf(key))))?.sent?.items.length;
  expect([await asked('tone'), await asked('guro'), await asked('aud')]).toEqual([3, 1, undefined]);
  expect(chase.teams.requests.filter(({ kind }) => kind === 'post')).toHaveLength(3);
});

test('what people have done with the plan since is left as it is', async () => {
  const before = await seeded();
  const [first] = before.tiltak;
  if (first === undefined) throw new Error('the plan is empty');
  const edited = { ...first, text: 'Noe annet', version: first.version + 1 };
  await chase.deps.tiltak.collection.replace(edited, first.version);
  chase.clock.now = new Date(NOW.getTime() + 30 * DAY);
  await seedDemo(chase.deps, ROOM);
  expect(await seeded()).toEqual({ ...before, tiltak: [edited, ...before.tiltak.slice(1)] });
});

test('a demo of an earlier version, which had no plan, gets it, and keeps what was changed in it', async () => {
  const ssu = await chase.deps.committees.collection.get('committee_ssu');
  if (ssu === undefined) throw new Error('the demo has no SSU');
  const earlier = await aChase({ committees: [{ ...ssu, shortName: 'Omdøpt' }], people: [] });
  try {
    earlier.clock.now = NOW;
    await seedDemo(earlier.deps, ROOM);
    const { plan, tiltak } = await seeded();
    expect((await earlier.deps.tiltak.ofPlan(plan.id)).map(({ id }) => id)).toEqual(tiltak.map(({ id }) => id));
    expect(await earlier.deps.committees.collection.get(ssu.id)).toMatchObject({ shortName: 'Omdøpt' });
  } finally {
    await earlier.end();
  }
});
