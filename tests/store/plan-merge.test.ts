import { describe, expect, test } from 'vitest';
import { withContacts } from '../../store/plan/rules-questions.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { aPlan, aRow, merged, planAfter } from '../support/plans.ts';
import { NOW } from '../support/records.ts';

const LATER = new Date(NOW.getTime() + 3_600_000);
const imported = (rows: readonly WantedRow[], plan = aPlan()) => planAfter([], merged([], rows, plan));
const counts = (existing: readonly Tiltak[], rows: readonly WantedRow[], plan = aPlan()) => {
  const { added, changed, unchanged, gone } = merged(existing, rows, plan, LATER);
  return { added: added.length, changed: changed.length, unchanged: unchanged.length, gone: gone.length };
};
const changesOf = (existing: readonly Tiltak[], rows: readonly WantedRow[]) =>
  merged(existing, rows, aPlan(), LATER).changed.flatMap(({ changes }) =>
    changes.map(({ field, before, after: now }) => `${field}: ${before} → ${now}`),
  );
const said = (tiltak: Tiltak | undefined, input: Parameters<typeof answerStatus>[1]): Tiltak => {
  const answered = tiltak && answerStatus(tiltak, input, { personId: 'berit', from: 'answer' }, LATER);
  if (!answered?.ok) throw new Error('not answered');
  return answered.value;
};
const A = aRow('Utarbeide plan for bedre overganger', {
  focusArea: 'Sammensatte behov',
  point: 'a)',
  owner: 'FSU BU',
  due: '2026',
  dueOn: '2026-12-31',
});
const B = aRow('Felles fagdager innen psykisk helse', {
  line: 3,
  focusArea: 'Sammensatte behov',
  point: 'b)',
  status: 'I rute',
});
const C = aRow('Starte opp FSU DIG', { line: 4, focusArea: 'Rekruttering', point: 'a)' });

describe('a file that is read again', () => {
  const stored = () => imported([A, B, C]);

  test('adds what is new, lists what is gone, and leaves both as they are until somebody says so', () => {
    const D = aRow('Etablere nettverk for ernæring', { line: 5, focusArea: 'Rekruttering', point: 'b)' });
    expect(counts(stored(), [A, C, D])).toEqual({ added: 1, changed: 0, unchanged: 2, gone: 1 });
    expect(merged(stored(), [A, C, D]).gone.map(({ text, state }) => [text, state])).toEqual([[B.text, 'open']]);
  });

  test('changes exactly what it says otherwise', () => {
    const rows = [
      { ...A, owner: 'SEKR', due: '2027', dueOn: '2027-12-31' },
      { ...B, status: 'Forsinket til høsten' },
      C,
    ];
    expect(changesOf(stored(), rows)).toEqual([
      'owner: FSU BU → SEKR',
      'due: 2026 → 2027',
      'status: I rute → Forsinket til høsten',
    ]);
    const [a, b] = planAfter(stored(), merged(stored(), rows));
    expect(a).toMatchObject({
      dueOn: '2027-12-31',
      ownerRef: { kind: 'role', role: 'secretariat' },
      ownerKeys: ['role:committee-1:secretariat'],
    });
    expect(b?.statuses.map(({ text, from, class: said }) => [text, from, said])).toEqual([
      ['I rute', 'plan', undefined],
      ['Forsinket til høsten', 'plan', undefined],
    ]);
  });

  test('finds a tiltak whose text is edited, that has moved, or whose letter is another', () => {
    expect(changesOf(stored(), [{ ...A, text: 'Utarbeide plan for gode overganger' }, B, C])).toHaveLength(1);
    expect(changesOf(stored(), [A, { ...B, focusArea: 'Rekruttering', point: 'c)' }, C])).toEqual([
      'focusArea: Sammensatte behov → Rekruttering',
      'point: b) → c)',
    ]);
    expect(counts(stored(), [{ ...A, text: 'Noe helt annet enn før' }, B, C])).toMatchObject({ added: 1, gone: 1 });
  });

  test('leaves alone what was answered since, where it says the same as before', () => {
    const [a, b, c] = stored();
    const answered = said(a, { class: 'delayed', text: 'Venter på midler', due: '01.06.27', dueOn: '2027-06-01' });
    const existing = [answered, ...[b, c].flatMap((one) => one ?? [])];
    const again = merged(existing, [A, B, C], aPlan(), LATER);
    expect([again.changed, again.added, again.gone]).toEqual([[], [], []]);
    expect(planAfter(existing, again)[0]).toEqual(answered);
    // and takes what is new in it, beside the history
    const [now] = planAfter(
      existing,
      merged(existing, [{ ...A, due: '2028', dueOn: '2028-12-31', status: 'Midler er gitt' }, B, C]),
    );
    expect(now).toMatchObject({ due: '2028', dueOn: '2028-12-31' });
    expect(now?.statuses.map(({ text }) => text)).toEqual(['Venter på midler', 'Midler er gitt']);
    expect(now?.history.map(({ what }) => what)).toEqual(['imported', 'due', 'status:delayed', 'import-changed']);
  });

  test('leaves a tiltak with whoever it was handed over to, until its owner is another', () => {
    const [a, b, c] = stored();
    const handed = a && withContacts(a, ['kari'], { by: 'berit', now: LATER });
    const existing = [handed, b, c].flatMap((one) => one ?? []);
    expect(planAfter(existing, merged(existing, [A, B, C]))[0]).toEqual(handed);
    const plan = aPlan({ contacts: [{ written: 'UNN og kommunene', personIds: ['lise'] }] });
    const [given] = planAfter(existing, merged(existing, [{ ...A, owner: 'UNN og kommunene' }, B, C], plan));
    expect(given).toMatchObject({ contactIds: ['lise'], ownerKeys: ['person:lise'] });
    expect(given).not.toHaveProperty('ownerRef');
    const [nobody] = planAfter(existing, merged(existing, [{ ...A, owner: '' }, B, C]));
    expect(nobody?.ownerKeys).toEqual([]);
    expect(nobody).not.toHaveProperty('askDueAt');
  });

  test('adds no status for a cell that is emptied, or that says what was answered last', () => {
    const [a, b, c] = stored();
    const answered = said(b, { text: 'Dagene er holdt' });
    const existing = [a, answered, c].flatMap((one) => one ?? []);
    expect(changesOf(existing, [A, { ...B, status: '' }, C])).toEqual([]);
    expect(changesOf(existing, [A, { ...B, status: 'Dagene er holdt' }, C])).toEqual([]);
  });

  test('tells equal rows apart by their order', () => {
    const twice = [A, { ...A, line: 3, owner: 'SEKR' }, C];
    const both = imported(twice);
    expect(new Set(both.map(({ id }) => id)).size).toBe(3);
    expect(counts(both, twice)).toEqual({ added: 0, changed: 0, unchanged: 3, gone: 0 });
    expect(counts(both, [A, C])).toMatchObject({ unchanged: 2, gone: 1 });
  });

  test('opens again what was taken out, and not what the committee has deleted', () => {
    const [a, b, c] = stored();
    const close = (one: Tiltak): Tiltak => {
      const { openIn: _open, ...rest } = one;
      return { ...rest, state: 'closed' };
    };
    const decided = { what: 'delete' as const, at: NOW, by: 'siv' };
    const existing = [a, b, c].flatMap((one, n) => {
      if (one === undefined || n === 2) return one ?? [];
      return n === 0 ? close(one) : close({ ...one, proposal: { kind: 'delete', at: NOW, by: 'siv', decided } });
    });
    const now = planAfter(existing, merged(existing, [A, B, C]));
    expect(now.map(({ state, openIn }) => [state, openIn])).toEqual([
      ['open', 'committee-1'],
      ['closed', undefined],
      ['open', 'committee-1'],
    ]);
    expect(counts(existing, [C])).toMatchObject({ gone: 0 });
  });
});

describe('a row that was divided into several tiltak', () => {
  const several = aRow('Lage plan | Holde fagdag | Evaluere', { owner: 'FSU BU', due: '2026', dueOn: '2026-12-31' });
  const { cells: _cells, doubts: _doubts, line: _line, ...read } = several;
  const parts = several.text.split(' | ').map((text, n) => ({ ...several, text, part: n + 1, read }));
  const texts = (tiltak: readonly Tiltak[]) => tiltak.map(({ text }) => text);

  test('has an owner and a date in each of them', () => {
    expect(imported([...parts, C]).slice(0, 3)).toMatchObject([
      { text: 'Lage plan', owner: 'FSU BU', dueOn: '2026-12-31', part: 1 },
      { text: 'Holde fagdag', owner: 'FSU BU', dueOn: '2026-12-31', part: 2 },
      { text: 'Evaluere', owner: 'FSU BU', dueOn: '2026-12-31', part: 3 },
    ]);
  });

  test('stays divided when the same file is read again, divided anew or not', () => {
    const stored = imported([...parts, C]);
    expect(counts(stored, [several, C])).toEqual({ added: 0, changed: 0, unchanged: 4, gone: 0 });
    expect(counts(stored, [...parts, C])).toEqual({ added: 0, changed: 0, unchanged: 4, gone: 0 });
    const renewed = { ...several, text: 'Lage plan | Holde fagdager | Evaluere', due: '2027', dueOn: '2027-12-31' };
    expect(texts(planAfter(stored, merged(stored, [renewed, C])))).toEqual([
      'Lage plan',
      'Holde fagdager',
      'Evaluere',
      C.text,
    ]);
    expect(counts(stored, [renewed, C])).toEqual({ added: 0, changed: 3, unchanged: 1, gone: 0 });
  });

  test('that was one tiltak before goes on as the first of them', () => {
    const stored = imported([several, C]);
    expect(counts(stored, [...parts, C])).toEqual({ added: 2, changed: 1, unchanged: 1, gone: 0 });
    expect(texts(planAfter(stored, merged(stored, [...parts, C])))).toEqual([
      'Lage plan',
      'Holde fagdag',
      'Evaluere',
      C.text,
    ]);
  });
});
