import { describe, expect, test } from 'vitest';
import { doubtsWith } from '../../store/plan/rules-doubts.ts';
import { beginImport, endImport } from '../../store/plan/rules-import-under-way.ts';
import { nameContacts, questionsIn, sayDate, withContacts, withDate } from '../../store/plan/rules-questions.ts';
import { understoodIn } from '../../store/plan/rules-understood.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { aTiltak } from '../support/minutes-room.ts';
import { aPlan, aRow, DIRECTORY } from '../support/plans.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const by = { by: 'siv', now: NOW };
const aPart = (id: string, changes: Partial<Tiltak>) => aTiltak({ id, planId: 'plan-1', ...changes });
const asked = (tiltak: readonly Tiltak[], plan = aPlan()) =>
  questionsIn(plan, tiltak, DIRECTORY).map((one) => [
    one.what,
    one.what === 'area' ? one.focusArea : one.written,
    one.tiltak.map(({ id }) => id).join(),
  ]);

describe('what a plan leaves open', () => {
  const both = aPart('a', { owner: 'UNN og kommunene', order: 0 });
  const again = aPart('b', { owner: 'unn  og kommunene', order: 1 });
  const nobody = aPart('c', { place: { focusArea: 'Rekruttering' } });
  const strange = aPart('d', { owner: 'Utvalgsrepresentanter' });
  const undated = aPart('e', { owner: 'SEKR', ownerKeys: ['x'], due: '12. april' });

  test('is asked once for each owner as written, for each focus area without one, and for each date', () => {
    expect(asked([both, again, nobody, strange, undated])).toEqual([
      ['owner', 'UNN og kommunene', 'a,b'],
      ['owner', 'Utvalgsrepresentanter', 'd'],
      ['area', 'Rekruttering', 'c'],
      ['date', '12. april', 'e'],
    ]);
  });

  test('is not asked of what somebody answers for, is done, or was said before', () => {
    const { openIn: _open, ...done } = both;
    expect(asked([done, { ...again, ownerKeys: ['person:kari'] }, { ...undated, dueOn: '2026-04-12' }])).toEqual([]);
    expect(asked([undated], sayDate(aPlan(), '12. APRIL', undefined, by))).toEqual([]);
    expect(asked([aPart('f', { owner: 'FSU BU', due: '2026' })])).toEqual([]);
  });

  test('comes last, and says so, where nobody is to be asked for now', () => {
    const plan = nameContacts(aPlan(), 'UNN og kommunene', [], by);
    const [first, second] = questionsIn(plan, [both, strange], DIRECTORY);
    expect(first).toMatchObject({ written: 'Utvalgsrepresentanter', isPutOff: false });
    expect(second).toMatchObject({ written: 'UNN og kommunene', isPutOff: true });
    // named, and not yet at the tiltak: it stopped half-way, and is asked again
    const named = nameContacts(plan, 'unn og kommunene', ['lise'], by);
    expect(named.contacts).toEqual([{ written: 'unn og kommunene', personIds: ['lise'] }]);
    expect(questionsIn(named, [both], DIRECTORY)).toMatchObject([{ isPutOff: false }]);
  });
});

describe('an answer', () => {
  test('names whom to ask, and plans when', () => {
    const tiltak = withContacts(aPart('a', { dueOn: '2026-04-12' }), ['lise', 'siv'], by);
    expect(tiltak).toMatchObject({ contactIds: ['lise', 'siv'], ownerKeys: ['person:lise', 'person:siv'] });
    expect(tiltak.askDueAt).toEqual(new Date('2026-04-13T06:00:00Z'));
    expect(withContacts(tiltak, ['lise', 'siv'], by)).toBe(tiltak);
    const none = withContacts(tiltak, [], by);
    expect(none).not.toHaveProperty('contactIds');
    expect(none).not.toHaveProperty('askDueAt');
  });

  test('says what a date means, and plans by it', () => {
    const tiltak = withContacts(aPart('a', { due: '12. april' }), ['lise'], by);
    const dated = withDate(tiltak, '2026-04-12', by);
    expect(dated).toMatchObject({ due: '12. april', dueOn: '2026-04-12', askDueAt: new Date('2026-04-13T06:00:00Z') });
    expect(withDate(dated, '2026-04-12', by)).toBe(dated);
    expect(withDate(dated, undefined, by)).not.toHaveProperty('dueOn');
    expect(sayDate(sayDate(aPlan(), 'x', '2026-04-12', by), 'X', undefined, by).dates).toEqual([{ written: 'X' }]);
  });
});

describe('what is known of a row', () => {
  const doubts = (row: Parameters<typeof aRow>[1], plan = aPlan(), next?: string) =>
    doubtsWith(plan, DIRECTORY, next)(aRow('x', row));

  test.each([
    [{ owner: 'SEKR', due: '2026', dueOn: '2026-12-31' }, []],
    [{ owner: 'UNN og kommunene' }, ['owner-collective']],
    [{ owner: 'Avdeling for rehabilitering' }, ['owner-unknown']],
    [{ due: '12. april' }, ['due-no-year']],
    [{ due: '31.02.26' }, ['due-no-day']],
    [{ due: 'innen xxxx' }, ['due-unknown']],
    [{ due: 'neste møte' }, ['due-no-meeting']],
    [{ due: '12. april', dueOn: '2026-04-12' }, []],
    [{ doubts: ['marked' as const, 'due-no-year' as const, 'owner-unknown' as const] }, ['marked']],
  ])('%o leaves %j', (row, expected) => {
    expect(doubts(row)).toEqual(expected);
  });

  test('is less unclear by what the secretariat has said, and when the next meeting is planned', () => {
    const plan = sayDate(nameContacts(aPlan(), 'Felles', ['lise'], by), '12. april', '2026-04-12', by);
    expect(doubts({ owner: 'Felles', due: '12. april' }, plan)).toEqual([]);
    expect(doubts({ due: '12. april' }, sayDate(aPlan(), '12. april', undefined, by))).toEqual([]);
    expect(doubts({ due: 'neste møte' }, aPlan(), '2026-04-14')).toEqual([]);
    const understood = understoodIn(plan, DIRECTORY, '2026-04-14');
    expect(understood.dueOn({ due: 'Neste møte' })).toBe('2026-04-14');
    expect(understood.dueOn({ due: 'innen xxxx' })).toBeUndefined();
    expect(understood.dueOn({ due: '12. APRIL', dueOn: '2020-01-01' })).toBe('2026-04-12');
    expect(understood.contactIds('felles')).toEqual(['lise']);
    expect(understood.contactIds('andre')).toEqual([]);
    expect(understood.ownerRef('FSU BU')).toEqual({ kind: 'committee', committeeId: 'bu' });
    expect(understood.ownerRef('Felles')).toBeUndefined();
  });
});

describe('a plan that a file is read into', () => {
  const counts = { rows: 3, added: 2, changed: 1, gone: 0 };
  const begin = (plan = aPlan(), key = 'one', realNow = REAL_NOW) =>
    beginImport(plan, { key, by: 'siv', columns: [], ...counts }, realNow);
  const file = { fileName: 'a.csv', sha256: 'a'.repeat(64) };

  test('is kept from others for two minutes, and counted as it was begun', () => {
    const begun = accepted(begin());
    expect(begin(begun, 'two', new Date(REAL_NOW.getTime() + 119_000))).toMatchObject({ refusal: 'import-under-way' });
    expect(begin(begun, 'two', new Date(REAL_NOW.getTime() + 120_000)).ok).toBe(true);
    const again = accepted(beginImport(begun, { key: 'one', by: 'siv', columns: [], ...counts, added: 0 }, REAL_NOW));
    expect(again.importing).toMatchObject({ added: 2 });
  });

  test('remembers each file once', () => {
    const ended = accepted(endImport(accepted(begin()), { key: 'one', ...file }, NOW));
    expect(ended.imports).toEqual([{ at: NOW, by: 'siv', ...file, ...counts }]);
    expect(ended).not.toHaveProperty('importing');
    expect(accepted(endImport(ended, { key: 'one', ...file }, NOW))).toBe(ended);
    const other = accepted(begin());
    expect(accepted(endImport(other, { key: 'two', ...file }, NOW))).toBe(other);
  });
});
