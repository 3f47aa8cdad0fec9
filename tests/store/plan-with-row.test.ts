import { describe, expect, test } from 'vitest';
import { changesIn, type Understood, withRow } from '../../store/plan/rules-merge-row.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import { aPlanned, aRow, said } from '../support/plans.ts';
import { NOW, TENANT } from '../support/records.ts';

/** Whoever is asked about, «Alle» are Kari and Lise, and «SEKR» is the secretariat. */
const UNDERSTOOD: Understood = {
  ownerRef: (written) =>
    written === 'Alle' ? undefined : { kind: 'role', committeeId: 'committee-1', role: 'secretariat' },
  contactIds: (written) => (written === 'SEKR' ? [] : ['kari', 'lise']),
  dueOn: ({ dueOn }) => dueOn,
  statusWritten: ({ text }) => `Forsinket ${text}`,
};
const within = (tiltak: Tiltak, row: WantedRow, understood = UNDERSTOOD) =>
  withRow(tiltak, { row, order: 3 }, understood, { by: 'siv', now: NOW });
const bare = () =>
  newTiltak({
    ...{ id: 't', tenantId: TENANT, committeeId: 'committee-1', planId: 'plan-1', order: 0, text: 'Lage plan' },
  });
const ROW = aRow('Lage plan', { owner: 'SEKR', due: '2026', dueOn: '2026-12-31', status: 'I rute' });
const stored = (row = ROW) => within(bare(), row);

describe('a tiltak that a row is read into', () => {
  test('stands where the row does, with its cells and what it said', () => {
    const row = { ...ROW, cells: ['Lage plan', 'x'] };
    expect(within(stored(), row)).toMatchObject({
      ...{ order: 3, cells: ['Lage plan', 'x'] },
      imported: { text: 'Lage plan', owner: 'SEKR', due: '2026', status: 'I rute' },
    });
  });

  test('is a part where the row is, and none where it is not', () => {
    const parted = stored({ ...ROW, part: 2 });
    expect(parted.part).toBe(2);
    expect(within(parted, ROW)).not.toHaveProperty('part');
  });

  test('is called by how it is to be done when nothing else names it', () => {
    const row = aRow('', { how: 'Møtes' });
    expect(within(stored(row), aRow('', { how: 'Ringe' })).text).toBe('Ringe');
    expect(within({ ...stored(row), text: 'Eget navn' }, row).text).toBe('Eget navn');
  });

  test('is planned anew only when whom or when to ask is other', () => {
    const { askDueAt: _asked, ...unasked } = stored();
    expect(within(unasked, ROW)).toEqual({ ...unasked, order: 3 });
    expect(within(unasked, { ...ROW, due: '2027', dueOn: '2027-12-31' })).toHaveProperty('askDueAt');
  });
});

describe('the owner of a tiltak', () => {
  const named = { ...stored(), contactIds: ['berit'] };

  test('is asked through those named for it, also when the file only writes it otherwise', () => {
    expect(within(named, { ...ROW, owner: 'Sekr' })).toMatchObject({ owner: 'Sekr', contactIds: ['berit'] });
    expect(within(named, { ...ROW, owner: 'Alle' })).toMatchObject({ owner: 'Alle', contactIds: ['kari', 'lise'] });
    expect(within(named, { ...ROW, owner: 'Alle' })).not.toHaveProperty('ownerRef');
    expect(within({ ...bare(), contactIds: ['berit'] }, aRow('Lage plan')).contactIds).toEqual(['berit']);
  });

  test('is nobody where the row names none', () => {
    const nobody = within(named, { ...ROW, owner: '' });
    for (const field of ['owner', 'ownerRef', 'contactIds']) expect(nobody).not.toHaveProperty(field);
    expect(nobody.ownerKeys).toEqual([]);
  });
});

describe('the last day of a tiltak', () => {
  test('is the one that was set, where neither it nor the file says when', () => {
    const row = aRow('Lage plan');
    expect(within({ ...stored(row), dueOn: '2027-05-31' }, row)).toMatchObject({ dueOn: '2027-05-31' });
    expect(within({ ...bare(), dueOn: '2027-05-31' }, row)).toMatchObject({ dueOn: '2027-05-31' });
  });

  test('is none where somebody has said a time without one', () => {
    const { dueOn: _day, ...undated } = { ...stored(), due: 'når det passer' };
    expect(within(undated, ROW)).not.toHaveProperty('dueOn');
  });
});

describe('a status that the file says', () => {
  const answered = () => ({ ...stored(), statuses: [said({ text: 'til mai' }), said({ text: 'nei' })] });
  const texts = (row: WantedRow, tiltak: Tiltak = answered(), understood = UNDERSTOOD) =>
    within(tiltak, row, understood).statuses.map(({ text }) => text);

  test('is no news when it is an answer as the table writes it', () => {
    expect(texts({ ...ROW, status: 'FORSINKET til mai' })).toEqual(['til mai', 'nei']);
    expect(texts({ ...ROW, status: 'Forsinket | til mai' })).toEqual(['til mai', 'nei']);
    expect(texts({ ...ROW, status: 'Forsinket til juni' })).toEqual(['til mai', 'nei', 'Forsinket til juni']);
  });

  test('is news when it only looks like one that a file said before', () => {
    const planned = { ...stored(), statuses: [said({ text: 'til mai', from: 'plan' })] };
    expect(texts({ ...ROW, status: 'Forsinket til mai' }, planned)).toEqual(['til mai', 'Forsinket til mai']);
  });

  test('is news when nothing tells how the table writes answers', () => {
    const { statusWritten: _written, ...understood } = UNDERSTOOD;
    expect(texts({ ...ROW, status: 'Forsinket til mai' }, answered(), understood)).toHaveLength(3);
  });

  test('opens again what was finished, and not what the committee has deleted', () => {
    const { openIn: _open, ...finished } = stored();
    const news = { ...ROW, status: 'Forsinket' };
    expect(within(finished, news).openIn).toBe('committee-1');
    expect(within(finished, ROW)).not.toHaveProperty('openIn');
    const decided = { what: 'delete' as const, at: NOW, by: 'siv' };
    const deleted: Tiltak = { ...finished, state: 'closed', proposal: { kind: 'delete', at: NOW, by: 'siv', decided } };
    expect(within(deleted, news)).toMatchObject({ state: 'closed' });
    expect(within(deleted, news)).not.toHaveProperty('openIn');
  });
});

test('a tiltak that was taken out is opened by whoever reads the file', () => {
  const { openIn: _open, ...rest } = stored();
  const opened = within({ ...rest, state: 'closed' }, ROW);
  expect(opened).toMatchObject({ state: 'open', openIn: 'committee-1' });
  expect(opened.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'reopened' });
});

test('what was not said before is a change from nothing', () => {
  const full = { ...stored(), place: { focusArea: 'A', goal: 'G', how: 'H', point: 'a)' } };
  const from = changesIn(bare(), full).map(({ field, before }) => [field, before]);
  expect(from).toEqual([
    ['focusArea', ''],
    ['goal', ''],
    ['how', ''],
    ['point', ''],
    ['owner', ''],
    ['due', ''],
    ['status', ''],
  ]);
  expect(changesIn(aPlanned(1), { ...aPlanned(1), text: 'TILTAK  nummer 1' })).toEqual([]);
});
