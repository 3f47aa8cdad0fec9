import { describe, expect, test } from 'vitest';
import type { Mended, PlanImport } from '../../store/plan/import-record.ts';
import { readParts, readRow } from '../../store/plan/rules-form.ts';
import {
  choosePlan,
  dropImport,
  endUse,
  mendRow,
  openAgain,
  readAnew,
  useImport,
  waitAgain,
  wantedRows,
} from '../../store/plan/rules-import.ts';
import { anImport, DIFFERENCE } from '../support/plan-cards.ts';
import { aRow } from '../support/plans.ts';
import { accepted } from '../support/records.ts';

const made = { planId: 'plan-1', difference: DIFFERENCE };
const mended: Mended = { text: 'Lage en plan', owner: 'SEKR', due: '2027', dueOn: '2027-12-31', status: '' };
const inState = (state: PlanImport['state']) => anImport({ state });

describe('what is previewed', () => {
  test('can be mended by whoever dropped it, and counts each change', () => {
    const once = accepted(mendRow(anImport(), 0, [mended], 'siv'));
    expect(once).toMatchObject({ revision: 2, edits: [{ at: 0, rows: [mended] }] });
    const twice = accepted(mendRow(once, 0, [{ ...mended, owner: '' }], 'siv'));
    expect(twice).toMatchObject({ revision: 3, edits: [{ at: 0, rows: [{ owner: '' }] }] });
    expect(accepted(choosePlan(twice, { committeeId: 'bu', planName: 'Plan' }, 'siv'))).toMatchObject({
      revision: 4,
      committeeId: 'bu',
      planName: 'Plan',
    });
  });

  test('is read anew when its columns are set by hand, without what was mended', () => {
    const before = accepted(mendRow(anImport(), 0, [mended], 'siv'));
    const anew = { columns: [], rows: [aRow('Noe annet')], byHand: { Hvem: 'text' as const } };
    expect(accepted(readAnew(before, anew, 'siv'))).toMatchObject({ revision: 3, edits: [], byHand: { Hvem: 'text' } });
  });

  test('is nobody else’s, and has no other rows', () => {
    expect(mendRow(anImport(), 0, [mended], 'lise')).toMatchObject({ refusal: 'not-your-import' });
    expect(mendRow(anImport(), 9, [mended], 'siv')).toMatchObject({ refusal: 'row-gone' });
    expect(dropImport(anImport(), 'lise')).toMatchObject({ refusal: 'not-your-import' });
    expect(openAgain(anImport(), 'lise')).toMatchObject({ refusal: 'not-your-import' });
  });

  test.each([
    ['used', 'plan-used'],
    ['storing', 'plan-half'],
    ['dropped', 'plan-dropped'],
  ] as const)('is not changed once it is %s', (state, refusal) => {
    expect(mendRow(inState(state), 0, [mended], 'siv')).toMatchObject({ refusal });
  });

  test('is given up once, and opened again by the same file', () => {
    const dropped = accepted(dropImport(anImport(), 'siv'));
    expect(accepted(dropImport(dropped, 'siv'))).toBe(dropped);
    expect(accepted(openAgain(dropped, 'siv'))).toMatchObject({ state: 'preview', revision: 3 });
    expect(dropImport(inState('used'), 'siv')).toMatchObject({ refusal: 'plan-used' });
    const used = inState('used');
    expect(accepted(openAgain(used, 'siv'))).toBe(used);
  });
});

describe('«Les inn»', () => {
  test('takes what was shown, and nothing newer', () => {
    expect(useImport(anImport({ revision: 2 }), 1, made, 'siv')).toMatchObject({ refusal: 'import-changed' });
    expect(useImport(anImport(), 1, made, 'lise')).toMatchObject({ refusal: 'not-your-import' });
    expect(useImport(inState('used'), 1, made, 'siv')).toMatchObject({ refusal: 'plan-used' });
    expect(accepted(useImport(anImport(), 1, made, 'siv'))).toMatchObject({ state: 'storing', ...made });
  });

  test('goes on where it stopped, with the difference that was counted then', () => {
    const begun = accepted(useImport(anImport(), 1, made, 'siv'));
    const again = accepted(useImport(begun, 1, { planId: 'plan-1', difference: { ...DIFFERENCE, added: 0 } }, 'siv'));
    expect(again.difference).toEqual(DIFFERENCE);
    expect(accepted(endUse(again)).state).toBe('used');
    expect(accepted(endUse(anImport())).state).toBe('preview');
  });

  test('waits as it was while a colleague reads into the plan', () => {
    const begun = accepted(useImport(anImport(), 1, made, 'siv'));
    expect(accepted(waitAgain(begun))).toEqual(anImport());
    expect(accepted(waitAgain(inState('used'))).state).toBe('used');
  });
});

describe('the rows that are stored', () => {
  test('are those of the file where nobody has mended them', () => {
    expect(wantedRows(anImport()).map(({ at, text, read }) => [at, text, read])).toEqual([
      [0, 'Lage plan', undefined],
      [1, 'Holde kurs | Holde fagdag', undefined],
    ]);
  });

  test('are as they were mended, beside what the file says', () => {
    const row = aRow('Lage plan', { due: '12. april', focusArea: 'Behov', doubts: ['due-no-year'] });
    const given = accepted(mendRow(anImport({ rows: [row] }), 0, [mended], 'siv'));
    const [wanted] = wantedRows(given);
    expect(wanted).toMatchObject({
      ...mended,
      doubts: [],
      read: { text: 'Lage plan', due: '12. april', focusArea: 'Behov' },
    });
    expect(wanted).not.toHaveProperty('focusArea');
    expect(wanted).not.toHaveProperty('part');
  });

  test('are several where one was divided, in its place', () => {
    const parts = ['Holde kurs', 'Holde fagdag'].map((text) => ({ ...mended, text }));
    const given = accepted(mendRow(anImport(), 1, parts, 'siv'));
    expect(wantedRows(given).map(({ at, part, text, line }) => [at, part, text, line])).toEqual([
      [0, undefined, 'Lage plan', 2],
      [1, 1, 'Holde kurs', 3],
      [1, 2, 'Holde fagdag', 3],
    ]);
  });
});

describe('a row that somebody mends', () => {
  test('has its lines as the parts of one cell, and its date understood', () => {
    expect(
      readRow({
        text: ' Lage plan \n\n Holde kurs',
        owner: ' SEKR ',
        due: 'Innen utgangen av 2026',
        status: 'I\nrute',
      }),
    ).toEqual({
      row: {
        text: 'Lage plan | Holde kurs',
        owner: 'SEKR',
        due: 'Innen utgangen av 2026',
        dueOn: '2026-12-31',
        status: 'I | rute',
      },
    });
    expect(readRow({ text: 'x', due: '12. april', dueOn: '2026-04-12', focusArea: 'Behov' })).toEqual({
      row: { text: 'x', owner: '', due: '12. april', dueOn: '2026-04-12', status: '', focusArea: 'Behov' },
    });
  });

  test.each([
    [{ text: ' ' }, ['row-text']],
    [{}, ['row-text']],
    [{ text: 'x'.repeat(4001) }, ['row-too-long']],
    [{ text: 'x', status: 'x'.repeat(4001) }, ['row-too-long']],
    [{ text: 'x', owner: 'x'.repeat(1001) }, ['row-too-long']],
    [{ text: 'x', due: 'x'.repeat(201) }, ['row-too-long']],
    [{ text: 'x', focusArea: 'x'.repeat(2001) }, ['row-too-long']],
    [{ text: 'x', dueOn: '2026-02-31' }, ['row-day']],
  ])('cannot be %o', (typed, problems) => {
    expect(readRow(typed)).toEqual({ problems });
  });

  test('is divided into two at least and twenty at most, each with what stands beside it', () => {
    const row = aRow('En | To', {
      owner: 'SEKR',
      due: '2026',
      dueOn: '2026-12-31',
      status: 'I rute',
      focusArea: 'Behov',
    });
    const shared = { owner: 'SEKR', due: '2026', dueOn: '2026-12-31', status: 'I rute', focusArea: 'Behov' };
    expect(readParts(row, ' En \n\nTo\n')).toEqual({
      rows: [
        { text: 'En', ...shared },
        { text: 'To', ...shared },
      ],
    });
    expect(readParts(row, 'En')).toEqual({ problems: ['parts-few'] });
    expect(readParts(row, undefined)).toEqual({ problems: ['parts-few'] });
    expect(readParts(row, 'x\n'.repeat(21))).toEqual({ problems: ['parts-many'] });
    expect(readParts(row, `En\n${'x'.repeat(4001)}`)).toEqual({ problems: ['row-too-long'] });
  });
});
