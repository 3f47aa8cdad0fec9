import { expect, test } from 'vitest';
import { differenceOf } from '../../store/plan/rules-import.ts';
import { aRow, merged, planAfter } from '../support/plans.ts';

const at = (line: number) => ({ line, focusArea: `Område ${line}` });
const stored = (...texts: readonly string[]) =>
  planAfter(
    [],
    merged(
      [],
      texts.map((text, n) => aRow(text, at(n + 2))),
    ),
  );

test('what a file makes of a plan is told in few words: new, changed, and not in it any more', () => {
  const before = stored('Lage plan', 'Holde kurs', 'Evaluere');
  const rows = [
    aRow('Lage plan', at(2)),
    aRow('Holde kurs', { ...at(3), status: 'I rute' }),
    aRow('Rekruttere', at(9)),
  ];
  const [, second, third] = before;
  expect(differenceOf(merged(before, rows))).toEqual({
    added: 1,
    changed: 1,
    unchanged: 1,
    gone: 1,
    lines: [
      { what: 'added', tiltakId: expect.stringMatching(/^tiltak_/), text: 'Rekruttere' },
      {
        what: 'changed',
        tiltakId: second?.id,
        text: 'Holde kurs',
        changes: [{ field: 'status', before: '', after: 'I rute' }],
      },
      { what: 'gone', tiltakId: third?.id, text: 'Evaluere' },
    ],
  });
});

test('a long text is told by its first two hundred signs', () => {
  const told = (length: number) => differenceOf(merged([], [aRow('x'.repeat(length))])).lines[0]?.text;
  expect(told(200)).toBe('x'.repeat(200));
  expect(told(201)).toBe(`${'x'.repeat(200)} …`);
});
