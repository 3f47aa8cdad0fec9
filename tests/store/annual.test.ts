import { describe, expect, test } from 'vitest';
import { leadChanges } from '../../store/committee/rules-lead.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { tiltakOfYear } from '../../store/tiltak/rules-year.ts';
import { aTiltak } from '../support/minutes-room.ts';
import { aCommittee } from '../support/records.ts';

const at = (time: string) => new Date(time);
const line = (time: string, what: string, onBehalfOf?: string) => ({
  at: at(time),
  by: 'siv',
  what,
  ...(onBehalfOf && { onBehalfOf }),
});

describe('the lead of a committee in a year', () => {
  test('changed as its history says, and who led it from the first is no change', () => {
    const history = [
      line('2025-01-02T10:00:00Z', 'created'),
      line('2025-09-01T10:00:00Z', 'role-taken:chair', 'lise'),
      line('2025-09-01T10:00:00Z', 'role-given:vice-chair', 'kari'),
      line('2025-09-01T10:00:00Z', 'role-given:secretariat', 'nina'),
      line('2025-09-01T10:00:00Z', 'role-given:chair'),
      line('2025-09-02T10:00:00Z', 'xrole-given:chairs', 'ola'),
    ];
    expect(leadChanges(aCommittee({ history }), 2025)).toEqual([
      { on: '2025-09-01', role: 'chair', isGiven: false, personId: 'lise' },
      { on: '2025-09-01', role: 'vice-chair', isGiven: true, personId: 'kari' },
    ]);
  });

  test('is that of the year in Oslo', () => {
    const history = [
      line('2024-12-31T23:30:00Z', 'role-given:chair', 'a'),
      line('2025-12-31T22:59:00Z', 'role-given:chair', 'b'),
      line('2025-12-31T23:00:00Z', 'role-given:chair', 'c'),
    ];
    expect(leadChanges(aCommittee({ history }), 2025).map(({ personId }) => personId)).toEqual(['a', 'b']);
  });
});

describe('the tiltak of a year', () => {
  const made = (id: string, time: string, changes: Partial<Tiltak> = {}) =>
    aTiltak({ id, history: [line(time, 'decided')], ...changes });
  const done = (time: string) => ({
    statuses: [{ class: 'done' as const, at: at(time), by: 'ola', from: 'answer' as const }],
  });
  const said = (time: string) => ({
    statuses: [{ class: 'in-progress' as const, at: at(time), by: 'ola', from: 'answer' as const }],
  });
  const ids = (...all: readonly Tiltak[]) => tiltakOfYear(all, 2025).map(({ id }) => id);

  test('are those that there were, and not those that came later', () => {
    expect(
      ids(
        made('before', '2023-05-01T10:00:00Z'),
        made('within', '2025-12-31T22:00:00Z'),
        made('after', '2025-12-31T23:30:00Z'),
        { ...aTiltak({ id: 'unknown' }), history: [] },
      ),
    ).toEqual(expect.arrayContaining(['before', 'within', 'unknown']));
    expect(ids(made('after', '2025-12-31T23:30:00Z'))).toEqual([]);
  });

  test('are not those that were done or taken away before', () => {
    const begun = '2023-05-01T10:00:00Z';
    const closed = (time: string) => ({
      state: 'closed' as const,
      history: [line(begun, 'decided'), line(time, 'proposal:delete')],
    });
    expect(ids(made('a', begun, done('2024-12-31T22:00:00Z')))).toEqual([]);
    expect(ids(made('b', begun, done('2024-12-31T23:00:00Z')))).toEqual(['b']);
    expect(ids(made('c', begun, closed('2024-11-01T10:00:00Z')))).toEqual([]);
    expect(ids(made('d', begun, closed('2025-01-01T10:00:00Z')))).toEqual(['d']);
    expect(ids(made('f', begun, said('2024-05-01T10:00:00Z')))).toEqual(['f']);
    const since = [...closed('2024-06-01T10:00:00Z').history, line('2025-02-01T10:00:00Z', 'text')];
    expect(ids(made('g', begun, { state: 'closed', history: since }))).toEqual(['g']);
    // done first, and taken out of its plan since
    expect(ids(made('e', begun, { ...done('2024-05-01T10:00:00Z'), ...closed('2025-03-01T10:00:00Z') }))).toEqual([
      'e',
    ]);
  });

  test('are told in the order of the saker they come from', () => {
    const of = (id: string, number: string) => made(id, '2025-01-01T10:00:00Z', { source: { sakId: id, number } });
    expect(ids(of('b', '12/25'), of('a', '03/25'))).toEqual(['a', 'b']);
  });
});
