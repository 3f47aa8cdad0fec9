import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandDue } from '../../store/tiltak/rules-due.ts';

describe('whatever is written as a due time', () => {
  const words = fc.constantFrom(
    ...['innen', 'før', 'etter', 'fra', 'til', 'og', '-', '–', '/', '|', 'utgangen av', 'primo', 'medio', 'neste møte'],
    ...[
      'våren',
      'høst',
      'vinteren',
      'jul',
      'påsken',
      'pinse',
      'mai',
      'februar',
      '31. april',
      '12. mars',
      '30.02.',
      '1.',
    ],
    ...[
      'uke',
      'uke 54',
      '12',
      '3',
      '1. kvartal',
      '4. tertial',
      'andre halvår',
      'årsskiftet',
      'i år',
      'løpende',
      'kl. 10.11',
      '\u00ad',
    ],
  );
  const years = fc.constantFrom(
    '2024',
    '2023',
    '2100',
    '1999',
    "'25",
    '-24',
    '2024/25',
    '29.02.24',
    '31.12.2024',
    '2024-02-30',
  );
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(words, years), { maxLength: 8 }).map((parts) => parts.join(' ')),
    fc.array(fc.oneof(words, years, fc.string()), { maxLength: 8 }).map((parts) => parts.join('')),
  );

  test('it is read, and a day that it gives is one of the calendar', () => {
    fc.assert(
      fc.property(written, (text) => {
        const due = understandDue(text);
        if (due.kind !== 'day') return;
        expect(due.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(new Date(`${due.on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(due.on);
      }),
      { numRuns: 2000 },
    );
  });

  test('no day is given without a year', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        expect(understandDue(parts.join(' ')).kind).not.toBe('day');
      }),
      { numRuns: 2000 },
    );
  });
});
