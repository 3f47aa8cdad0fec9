import { describe, expect, test } from 'vitest';
import { numberOf, takeNumbers } from '../../store/numbers/rules.ts';
import { aLedger } from '../support/agendas.ts';
import { accepted, NOW } from '../support/records.ts';

const take = (ledger = aLedger(), sakIds = ['a', 'b'], first = 1) =>
  accepted(takeNumbers(ledger, { meetingId: 'meeting-1', sakIds, first, by: 'siv' }, NOW));

describe('the ledger of numbers', () => {
  test('gives numbers in order, from the first one of the settings', () => {
    const ledger = take(aLedger(), ['a', 'b', 'c'], 12);
    expect(['a', 'b', 'c'].map((id) => numberOf(ledger, id))).toEqual(['12/26', '13/26', '14/26']);
    expect(ledger.history).toEqual([{ at: NOW, by: 'siv', what: 'numbers-given:meeting-1' }]);
  });

  test('writes two digits at least, of the number and of the year', () => {
    expect(numberOf(take(aLedger({ year: 2005 })), 'b')).toBe('02/05');
    expect(numberOf(aLedger({ first: 99, sakIds: ['a', 'b'] }), 'b')).toBe('100/26');
  });

  test('a sak that has a number keeps it, and a late one gets the next', () => {
    const ledger = take(take(), ['c', 'b', 'd']);
    expect(ledger.sakIds).toEqual(['a', 'b', 'c', 'd']);
    expect(numberOf(ledger, 'd')).toBe('04/26');
  });

  test('the same taking again changes nothing', () => {
    const ledger = take();
    expect(take(ledger)).toBe(ledger);
  });

  test('a sak that is named twice gets one number', () => {
    expect(take(aLedger(), ['a', 'a', 'b']).sakIds).toEqual(['a', 'b']);
  });

  test('the first number follows the settings until one was given, and never afterwards', () => {
    const moved = take(aLedger({ first: 5 }), ['a'], 18);
    expect(numberOf(moved, 'a')).toBe('18/26');
    expect(numberOf(take(moved, ['b'], 30), 'b')).toBe('19/26');
  });

  test('a sak that is not in it has no number', () => {
    expect(numberOf(take(), 'x')).toBeUndefined();
  });
});
