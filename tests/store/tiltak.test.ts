import { describe, expect, test } from 'vitest';
import { readTiltak } from '../../store/tiltak/rules.ts';

describe('a tiltak as it was typed', () => {
  test('keeps owner and due time as written, and the day that is meant', () => {
    expect(readTiltak({ text: ' Hent tall.\r\nSnart.\u0007 ', owner: ' SEKR\n', due: 'innen  12.04.24' })).toEqual({
      input: { text: 'Hent tall.\nSnart.', owner: 'SEKR', due: 'innen 12.04.24', dueOn: '2024-04-12' },
    });
  });

  test('needs neither', () => {
    expect(readTiltak({ text: 'Hent tall', owner: ' ', due: '' })).toEqual({ input: { text: 'Hent tall' } });
    expect(readTiltak({ text: 'Hent tall', due: 'i løpet av våren 2024' })).toEqual({
      input: { text: 'Hent tall', due: 'i løpet av våren 2024', dueOn: '2024-05-31' },
    });
    expect(readTiltak({ text: 'Hent tall', due: 'innen xxxx' })).toEqual({
      input: { text: 'Hent tall', due: 'innen xxxx' },
    });
  });

  test.each([
    ['nothing', {}, ['tiltak-text']],
    ['too much', { text: 'x'.repeat(4001) }, ['tiltak-too-long']],
    ['too long an owner', { text: 'a', owner: 'x'.repeat(301) }, ['owner-too-long']],
    ['too long a due time', { text: 'a', due: 'x'.repeat(201) }, ['due-too-long']],
    ['a day that is none', { text: 'a', due: '31.02.24' }, ['due-no-day']],
    ['all of it at once', { owner: 'x'.repeat(301), due: '31.02.24' }, ['tiltak-text', 'owner-too-long', 'due-no-day']],
  ])('is refused with %s', (_what, typed, problems) => {
    expect(readTiltak(typed)).toEqual({ problems });
  });

  test('may be as long as may be', () => {
    const typed = { text: 'x'.repeat(4000), owner: 'x'.repeat(300), due: 'x'.repeat(200) };
    expect(readTiltak(typed)).toEqual({ input: typed });
  });
});
