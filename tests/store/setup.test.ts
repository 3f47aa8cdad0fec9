import { describe, expect, test } from 'vitest';
import { newSetup, setupSchema } from '../../store/setup/record.ts';
import { finishSetup, keepPlan, keepTyped, openAgain } from '../../store/setup/rules.ts';
import { accepted, aSetup } from '../support/records.ts';

const setup = aSetup({ typed: { name: 'Utvalg', members: 'Siv;;sekretariat' } });
const plan = {
  lines: [{ line: 1, name: 'Siv', roles: ['secretariat' as const], keys: ['k'], found: 'connected' as const }],
};
const done = () => finishSetup(accepted(keepPlan(setup, plan)), 'committee-1');

test('a form that was opened is found by whoever opened it', () => {
  expect(setup).toMatchObject({ by: 'siv', openFor: 'siv', revision: 0 });
  expect(setupSchema.parse(setup)).toEqual(setup);
});

test('a form for members stands in the way of no new committee', () => {
  const { id, tenantId, by, typed } = setup;
  expect(newSetup({ id, tenantId, by, typed, committeeId: 'committee-1' })).not.toHaveProperty('openFor');
});

test('a form opened again is the same one, and no earlier button carries it out', () => {
  const again = openAgain(done(), { typed: { members: 'Kari' } });
  expect(again).toMatchObject({ id: setup.id, typed: { members: 'Kari' }, revision: 2 });
  for (const field of ['plan', 'doneId', 'conversation']) expect(again).not.toHaveProperty(field);
  expect(openAgain(setup, setup).conversation).toEqual(setup.conversation);
});

describe('what is typed', () => {
  test('is kept as it was typed, the rest as it was', () => {
    expect(accepted(keepTyped(setup, { shortName: 'U', members: 'Kari' }, 'siv')).typed).toEqual({
      name: 'Utvalg',
      shortName: 'U',
      members: 'Kari',
    });
  });

  test.each([undefined, '', ' \n'])('leaves a list that had no room in the form (%j)', (members) => {
    const typed = members === undefined ? {} : { members };
    expect(accepted(keepTyped(setup, typed, 'siv')).typed.members).toBe('Siv;;sekretariat');
  });

  test('in a form that never had a list has none', () => {
    expect(accepted(keepTyped(aSetup({ typed: {} }), { name: 'U' }, 'siv')).typed).toEqual({ name: 'U' });
  });

  test('by somebody else, or after it was carried out, is refused', () => {
    expect(keepTyped(setup, {}, 'kari')).toEqual({ ok: false, refusal: 'not-your-form' });
    expect(keepTyped(done(), {}, 'siv')).toEqual({ ok: false, refusal: 'set-up-done' });
  });
});

describe('a preview', () => {
  test('has a number of its own, so that only what was seen is carried out', () => {
    const planned = accepted(keepPlan(setup, plan));
    expect(planned).toMatchObject({ plan, revision: 1 });
    expect(accepted(keepPlan(planned, plan)).revision).toBe(2);
    expect(setupSchema.parse(planned)).toEqual(planned);
  });

  test('is not made of what was carried out', () => {
    expect(keepPlan(done(), plan)).toEqual({ ok: false, refusal: 'set-up-done' });
  });
});

test('what was carried out holds nobody’s name or address any more, and waits for nobody', () => {
  expect(done()).toEqual({
    ...aSetup({ typed: {}, revision: 1, doneId: 'committee-1', conversation: setup.conversation }),
    openFor: undefined,
  });
  expect(done()).not.toHaveProperty('openFor');
  expect(done()).not.toHaveProperty('plan');
});
