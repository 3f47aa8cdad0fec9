import { describe, expect, test } from 'vitest';
import { MAX_GUEST_TEXT, readAround } from '../../store/meeting/rules-guests.ts';

const saker = [
  { sakId: 'a', number: '02/24' },
  { sakId: 'b', number: '12/24' },
  { sakId: 'c', number: undefined },
];
const guestsIn = (guests: string) => readAround({ guests }, saker);

describe('participants as people write them', () => {
  test.each([
    ['EPJ-rådgiver HelseNord IKT, sak 02/24', 'EPJ-rådgiver HelseNord IKT', 'a'],
    ['Eva Dal, sak 2/24', 'Eva Dal', 'a'],
    ['Eva Dal (sak 12/24)', 'Eva Dal', 'b'],
    ['Eva Dal – Sak 12/24.', 'Eva Dal', 'b'],
    ['Eva Dal; saken 12/24', 'Eva Dal', 'b'],
    ['  Eva\u0007   Dal ,\tsak 12/24 ', 'Eva Dal', 'b'],
  ])('«%s» took part in the sak it names', (line, name, sakId) => {
    expect(guestsIn(line)).toEqual({ around: { guests: [{ name, sakId }] } });
  });

  test.each(['Eva Dal', 'sak 12/24', 'Eva Dal, sakkyndig 12/24', 'Eva Dal, årsak 12/24', 'Sak 12/24 Eva Dal'])(
    '«%s» is a name',
    (name) => {
      expect(guestsIn(name)).toEqual({ around: { guests: [{ name }] } });
    },
  );

  test('others have no sak, and empty lines are nobody', () => {
    expect(readAround({ guests: '\n Odd\r\n\r\n', others: 'Aud, sak 12/24\n' }, saker)).toEqual({
      around: { guests: [{ name: 'Odd' }, { name: 'Aud, sak 12/24' }] },
    });
  });

  test('nothing typed is nothing registered', () => {
    expect(readAround({}, saker)).toEqual({ around: { guests: [] } });
    expect(readAround({ ledBy: ' ', minuteTaker: '', nextMeetingOn: ' ' }, saker)).toEqual({ around: { guests: [] } });
  });

  test('all that was typed is read', () => {
    const typed = { ledBy: ' Lise\nLie ', minuteTaker: 'Siv', nextMeetingOn: ' 2026-04-14 ' };
    expect(readAround(typed, saker)).toEqual({
      around: { guests: [], ledBy: 'Lise Lie', minuteTaker: 'Siv', nextMeetingOn: '2026-04-14' },
    });
  });
});

describe('what cannot be used', () => {
  const long = 'x'.repeat(200);
  test.each([
    ['a name of the chair too long', { ledBy: `${long}x` }, ['name-too-long']],
    ['a name of the minute taker too long', { minuteTaker: `${long}x` }, ['name-too-long']],
    ['an unknown sak', { guests: 'Eva, sak 99/24' }, ['guest-sak']],
    ['a number that only looks alike', { guests: 'Eva, sak 20/24' }, ['guest-sak']],
    ['a line too long', { others: 'x'.repeat(301) }, ['guest-too-long']],
    ['a guest too long', { guests: `${'x'.repeat(301)}, sak 12/24` }, ['guest-too-long']],
    ['too many', { others: 'a\n'.repeat(101) }, ['guests-too-many']],
    ['too much', { guests: ' '.repeat(MAX_GUEST_TEXT + 1) }, ['guests-too-many']],
    ['too much of others', { others: ' '.repeat(MAX_GUEST_TEXT + 1) }, ['guests-too-many']],
    ['no such day', { nextMeetingOn: '2026-02-31' }, ['next-meeting-day']],
    [
      'all of it at once',
      { ledBy: `${long}x`, guests: 'Eva, sak 1/1', nextMeetingOn: 'x' },
      ['name-too-long', 'next-meeting-day'],
    ],
  ])('%s', (_what, typed, problems) => {
    expect(readAround(typed, saker)).toEqual({ problems });
  });

  test.each([
    ['a name as long as may be', { ledBy: long, minuteTaker: long }],
    ['a line as long as may be', { others: 'x'.repeat(300) }],
    ['as many as may be', { others: 'a\n'.repeat(100) }],
    ['as much as may be', { guests: ' '.repeat(MAX_GUEST_TEXT), others: ' '.repeat(MAX_GUEST_TEXT) }],
  ])('%s can', (_what, typed) => {
    expect(readAround(typed, saker)).toHaveProperty('around');
  });
});
