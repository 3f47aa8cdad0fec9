import { describe, expect, test } from 'vitest';
import { note } from '../../store/effect.ts';
import { type Importing, newOfRow } from '../../store/plan/rules-merge-new.ts';
import { type Understood, withRow } from '../../store/plan/rules-merge-row.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import { newTiltak } from '../../store/tiltak/record.ts';
import { aRow } from '../support/plans.ts';
import { NOW, TENANT } from '../support/records.ts';

/** «Alle» are Kari and Lise, «SEKR» is the secretariat, and nobody knows any other. */
const UNDERSTOOD: Understood = {
  ownerRef: (written) =>
    written === 'SEKR' ? { kind: 'role', committeeId: 'committee-1', role: 'secretariat' } : undefined,
  contactIds: (written) => (written === 'Alle' ? ['kari', 'lise'] : []),
  dueOn: ({ dueOn }) => dueOn,
};
const IMPORTING: Importing = {
  plan: { id: 'plan-1', tenantId: TENANT, committeeId: 'committee-1' },
  by: 'siv',
  now: NOW,
  idOf: (...parts) => parts.join('/'),
};
const newOf = (row: WantedRow, taken: ReadonlySet<string> = new Set()) =>
  newOfRow({ row, order: 3 }, UNDERSTOOD, IMPORTING, taken);

const FULL = aRow('Lage plan', {
  ...{ focusArea: 'A', goal: 'G', how: 'H', point: 'a)', owner: 'SEKR', due: '2026', dueOn: '2026-12-31' },
  ...{ status: 'I rute', cells: ['Lage plan', 'x'], part: 2 },
});

describe('a tiltak that a row brings', () => {
  const rows: readonly [what: string, row: WantedRow][] = [
    ['says everything', FULL],
    ['says nothing but what is to be done', aRow('Lage plan')],
    ['is called by how it is done', aRow('', { how: 'Møtes', focusArea: 'A' })],
    ['has named contacts', aRow('Lage plan', { owner: 'Alle' })],
    ['has an owner whom nobody knows', aRow('Lage plan', { owner: 'Felles', due: 'snarest' })],
    ['has a day that is not written', aRow('Lage plan', { owner: 'SEKR', dueOn: '2027-05-31' })],
    ['has nothing but spaces for a status', aRow('Lage plan', { status: ' ' })],
    ['was mended', { ...aRow('Mendet'), read: { text: 'Lest', owner: 'SEKR', due: '', status: '' } }],
    ['has empty headings', aRow('Lage plan', { focusArea: '', goal: '', how: '', point: '' })],
  ];

  test.each(rows)('is what the same row makes of one that nobody has said anything of: it %s', (_what, row) => {
    const made = newOf(row);
    const { id, tenantId, committeeId, planId = '', text } = made;
    const bare = newTiltak({ id, tenantId, committeeId, planId, order: 0, text });
    const imported = note(bare, { at: NOW, by: 'siv', what: 'imported' });
    const filled = withRow(imported, { row, order: 3 }, UNDERSTOOD, { by: 'siv', now: NOW });
    expect(made).toStrictEqual(filled);
  });

  test('has its own copies of what it shares with the row and the plan', () => {
    const contactIds = ['kari'];
    const understood = { ...UNDERSTOOD, contactIds: () => contactIds };
    const made = newOfRow({ row: FULL, order: 0 }, understood, IMPORTING, new Set());
    expect(made.cells).not.toBe(FULL.cells);
    expect(made.contactIds).not.toBe(contactIds);
  });

  test('has an id that follows from its plan, place, text and part as the file has them, and that no other has', () => {
    const read = { focusArea: 'A', text: 'Lest', owner: '', due: '', status: '' };
    expect(newOf(FULL).id).toBe('plan-1/A/G/a)/Lage plan/2');
    expect(newOf({ ...aRow('Mendet'), read }).id).toBe('plan-1/A///Lest/');
    const taken = new Set(['plan-1////Møtes/', 'plan-1////Møtes//2']);
    expect(newOf(aRow('Møtes'), taken).id).toBe('plan-1////Møtes//3');
  });
});
