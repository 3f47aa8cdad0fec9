import { describe, expect, test } from 'vitest';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { changedSince, historyOf } from '../../store/tiltak/rules-changes.ts';
import {
  areasOf,
  byUrgency,
  countPlan,
  inOrder,
  isShown,
  namesOf,
  standingOf,
} from '../../store/tiltak/rules-report.ts';
import type { Filter } from '../../store/tiltak/view.ts';
import { aPlanned, IMPORTED, said } from '../support/plans.ts';
import { aCommittee, NOW } from '../support/records.ts';

const today = '2026-03-02';
const asked = { today, hasContact: ({ contactIds = [] }: Tiltak) => contactIds.length > 0 };
const prose = said({ class: undefined, text: 'Se over.' });
const { class: _none, ...withoutClass } = prose;

describe('a plan in numbers', () => {
  test('counts each tiltak where it stands, and what was taken out by itself', () => {
    const tiltak = [
      aPlanned(0),
      aPlanned(1, { statuses: [withoutClass] }),
      aPlanned(2, { statuses: [said({ class: 'delayed' })] }),
      aPlanned(3, { statuses: [said({ class: 'delayed' })], state: 'closed' }),
    ];
    expect(countPlan(tiltak, asked)).toMatchObject({ total: 3, none: 1, prose: 1, delayed: 1, done: 0, closed: 1 });
    const shownBy = (filter: Filter) => tiltak.filter((one) => isShown(one, filter, asked)).map(({ id }) => id);
    expect(shownBy('all')).toEqual(['tiltak-0', 'tiltak-1', 'tiltak-2']);
    expect(shownBy('delayed')).toEqual(['tiltak-2']);
    expect(shownBy('closed')).toEqual(['tiltak-3']);
  });

  test.each<[string, Partial<Tiltak>, number]>([
    ['the day after its last one', { dueOn: '2026-03-01' }, 1],
    ['not on its last day', { dueOn: today }, 0],
    ['not without a day', { due: '2025' }, 0],
    ['not when it is done', { dueOn: '2026-03-01', statuses: [said({ class: 'done' })] }, 0],
    ['not when it was taken out', { dueOn: '2026-03-01', state: 'closed' }, 0],
  ])('counts a tiltak as overdue: %s', (_what, changes, overdue) => {
    expect(countPlan([aPlanned(0, changes)], asked).overdue).toBe(overdue);
  });

  test('counts what nobody is named for, and what nobody can be asked about', () => {
    const ref = { kind: 'person', personId: 'kari' } as const;
    const tiltak = [
      aPlanned(0),
      aPlanned(1, { owner: 'Felles' }),
      aPlanned(2, { ownerRef: ref }),
      aPlanned(3, { contactIds: ['kari'] }),
    ];
    expect(countPlan(tiltak, asked)).toMatchObject({ 'no-owner': 1, 'no-contact': 3 });
  });

  test('counts what has no last day, neither in words nor as a day', () => {
    const tiltak = [aPlanned(0), aPlanned(1, { due: 'innen xxxx' }), aPlanned(2, { dueOn: today })];
    expect(countPlan(tiltak, asked)['no-due']).toBe(1);
  });

  test('goes by what was said last', () => {
    expect(standingOf({ statuses: [] })).toBe('none');
    expect(standingOf({ statuses: [withoutClass] })).toBe('prose');
    expect(standingOf({ statuses: [withoutClass, said({ class: 'delayed' })] })).toBe('delayed');
    expect(standingOf({ statuses: [said({ class: 'delayed' }), withoutClass] })).toBe('prose');
  });
});

describe('the tiltak of a plan', () => {
  test('have their focus areas in order, each once', () => {
    expect(areasOf([0, 1, 4, 2].map((n) => aPlanned(n)))).toEqual(['Pasientforløp', 'Rekruttering']);
    expect(areasOf([{ place: {} }])).toEqual([]);
  });

  const added = (id: string, place: Tiltak['place']): Tiltak => {
    const { cells: _cells, ...tiltak } = aPlanned(9);
    return { ...tiltak, id, place };
  };
  test.each<[string, Tiltak['place'], number]>([
    ['after the last one of its goal', { focusArea: 'Pasientforløp', goal: 'Mål 0' }, 3],
    ['after the last one of its focus area', { focusArea: 'Pasientforløp', goal: 'Nytt mål' }, 3],
    ['after the last one of its goal, before other goals', { focusArea: 'Pasientforløp', goal: 'Mål 1' }, 2],
    ['after all', { focusArea: 'Nytt område' }, 5],
    ['after all, without a place', {}, 5],
  ])('have what was added %s', (_what, place, at) => {
    const plan = [0, 1, 2, 3, 4].map((n) => aPlanned(n));
    expect(inOrder([added('new', place), ...plan]).findIndex(({ id }) => id === 'new')).toBe(at);
  });

  test('stay in the order of the file, and those added in theirs', () => {
    const plan = [3, 0, 4].map((n) => aPlanned(n));
    const place = { focusArea: 'Rekruttering' };
    const ids = inOrder([...plan, added('x', place), added('y', place)]).map(({ id }) => id);
    expect(ids).toEqual(['tiltak-3', 'tiltak-0', 'tiltak-4', 'x', 'y']);
  });
});

test('what somebody has to do is overdue first, then by date, without one, and done at last', () => {
  const due = (n: number, dueOn?: string, changes: Partial<Tiltak> = {}) =>
    aPlanned(n, { ...(dueOn && { dueOn }), ...changes });
  const done = { statuses: [said({ class: 'done' })] };
  const tiltak = [
    due(0, '2026-01-01', done),
    due(6),
    due(2, '2026-06-01'),
    due(3, '2026-04-01'),
    due(4, '2026-02-01'),
    due(5, '2025-01-01'),
    due(1),
  ];
  expect(tiltak.toSorted(byUrgency(today)).map(({ order }) => order)).toEqual([5, 4, 3, 2, 1, 6, 0]);
});

test('somebody’s tiltak are found under their name, and under what they are in their committees', () => {
  const committee = aCommittee();
  expect(namesOf('kari', [committee])).toEqual(['person:kari']);
  expect(namesOf('lise', [committee])).toEqual(['person:lise', 'committee:committee-1', 'role:committee-1:chair']);
  expect(namesOf('nina', [committee])).toEqual(['person:nina', 'committee:committee-1', 'role:committee-1:viceChair']);
  expect(namesOf('siv', [committee])).toEqual(['person:siv', 'committee:committee-1', 'role:committee-1:secretariat']);
});

describe('what is new since a time', () => {
  const since = new Date('2026-02-10T11:00:00Z');
  const line = (what: string, at = NOW, was?: string) => ({ at, by: 'siv', what, ...(was !== undefined && { was }) });
  const [imported] = aPlanned(0).history;
  const before = imported ? [imported] : [];
  const of = (changes: Partial<Tiltak>) => changedSince([aPlanned(0, changes)], since);

  test('is nothing where nothing was said or done', () => {
    expect(of({ statuses: [said({ at: IMPORTED })] })).toEqual([]);
    expect(of({ history: [...before, line('snoozed')] })).toEqual([]);
    expect(of({ statuses: [said({ at: since })], history: [...before, line('due', since, '')] })).toEqual([]);
  });

  test('is what was said, by whom, each time', () => {
    const later = said({ at: new Date('2026-02-20T11:00:00Z'), by: 'ola' });
    const [change] = of({ statuses: [said({ at: IMPORTED }), later, said()] });
    expect(change).toMatchObject({ isNew: false, isDone: false, by: ['ola', 'kari'] });
    expect(change?.statuses).toEqual([later, said()]);
  });

  test('is that it is done, when it was not before', () => {
    const done = said({ class: 'done' });
    expect(of({ statuses: [said({ at: IMPORTED }), done] })[0]?.isDone).toBe(true);
    expect(of({ statuses: [{ ...done, at: IMPORTED }, done] })[0]?.isDone).toBe(false);
    expect(of({ statuses: [done, said({ class: 'delayed' })] })[0]?.isDone).toBe(false);
    expect(of({ statuses: [{ ...done, at: IMPORTED }], history: [...before, line('text')] })[0]?.isDone).toBe(false);
  });

  test('is what the last day was before it moved the first time', () => {
    const history = [...before, line('due', NOW, '2025'), line('due', NOW, '2026')];
    expect(of({ history })[0]).toMatchObject({ dueWas: '2025', by: ['siv'] });
    expect(of({ history: [...before, line('due', NOW)] })[0]?.dueWas).toBe('');
  });

  test('is a new tiltak, and not the prose that came with it', () => {
    const history = [line('imported')];
    const plan = said({ from: 'plan' });
    expect(of({ history, statuses: [plan] })[0]).toMatchObject({ isNew: true, statuses: [] });
    expect(of({ history, statuses: [said()] })[0]).toMatchObject({ isNew: true, statuses: [said()] });
    expect(of({ history: [line('imported', since)] })).toEqual([]);
    expect(of({ history: [...history, line('due', NOW, '')] })[0]?.dueWas).toBeUndefined();
    expect(of({ statuses: [plan] })[0]).toMatchObject({ isNew: false, statuses: [plan] });
  });

  test.each([
    'text',
    'owner',
    'contacts-named',
    'date-said',
    'handed-over',
    'import-changed',
    'proposal:delete',
    'closed',
    'reopened',
  ])('is what was done with it: %s', (what) => {
    expect(of({ history: [...before, line(what)] })[0]?.edits).toEqual([line(what)]);
  });
});

test('a history tells what was said and done, the newest first, and a status once', () => {
  const later = new Date(NOW.getTime() + 1000);
  const history = [
    { at: IMPORTED, by: 'siv', what: 'imported' },
    { at: NOW, by: 'kari', what: 'status:in-progress' },
    { at: later, by: 'siv', what: 'closed' },
  ];
  const lines = historyOf(aPlanned(0, { history, statuses: [said()] }));
  expect(lines.map((line) => ('status' in line ? line.status.class : line.entry.what))).toEqual([
    'closed',
    'in-progress',
    'imported',
  ]);
});
