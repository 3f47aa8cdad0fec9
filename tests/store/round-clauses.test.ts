import { describe, expect, test } from 'vitest';
import { all, committee, consensus, everyone, majority, type Row, SECOND, silent, three } from '../support/clauses.ts';
import {
  approves,
  beforeDeadline,
  closes,
  lifts,
  notReached,
  objects,
  play,
  reached,
  remarksTypo,
  reminded,
} from '../support/play.ts';

describe('what a round ends with (design 3.4), one clause at a time', () => {
  const rows: readonly Row[] = [
    ['everyone: all four said yes', everyone, [...all.map((id) => approves(id))], 'approved'],
    [
      'everyone: three of four said yes',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), closes],
      'undecided',
    ],
    [
      'majority: three of four said yes',
      majority,
      [approves('kari'), approves('ola'), approves('ida'), closes],
      'approved',
    ],
    ['majority: half is not more than half', majority, [approves('kari'), approves('ola'), closes], 'undecided'],
    ['consensus, no number set: half said yes', consensus, [approves('kari'), approves('ola'), closes], 'approved'],
    ['consensus, no number set: less than half', consensus, [approves('kari'), closes], 'undecided'],
    [
      'consensus of three: three said yes',
      three,
      [approves('kari'), approves('ola'), approves('ida'), closes],
      'approved',
    ],
    ['consensus of three: two said yes', three, [approves('kari'), approves('ola'), closes], 'undecided'],
    [
      'silent consent: one yes, the others had the card and a reminder',
      silent,
      [reached(...all), approves('kari'), reminded('ola', 'ida', 'jens'), closes],
      'approved',
    ],
    ['silent consent: nobody said yes', silent, [reached(...all), reminded(...all), closes], 'undecided'],
    [
      'silent consent: one was never reminded',
      silent,
      [reached(...all), approves('kari'), reminded('ola', 'ida'), closes],
      'undecided',
    ],
    [
      'silent consent: one was never reached',
      silent,
      [reached('kari', 'ola', 'ida'), notReached('jens'), approves('kari'), reminded('ola', 'ida'), closes],
      'undecided',
    ],
    [
      'silent consent: a card that arrived only after the deadline proves nothing',
      silent,
      [
        reached('kari', 'ola', 'ida'),
        approves('kari'),
        reminded('ola', 'ida'),
        beforeDeadline(-SECOND),
        reached('jens'),
        reminded('jens'),
        closes,
      ],
      'undecided',
    ],
    [
      'a typo is a yes',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), remarksTypo('jens')],
      'approved',
    ],
    [
      'a remark on the content stops a majority',
      majority,
      [approves('kari'), approves('ola'), approves('ida'), objects('jens'), closes],
      'undecided',
    ],
    [
      'a wish to take it to the meeting stops it as well',
      majority,
      [approves('kari'), approves('ola'), approves('ida'), lifts('jens'), closes],
      'undecided',
    ],
    [
      'all have answered, but one objects: open until the deadline',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), objects('jens')],
      'open',
    ],
    ['all have answered and nobody objects: over at once', majority, [...all.map((id) => approves(id))], 'approved'],
    ['nobody answered', everyone, [reached(...all), closes], 'undecided'],
    ['the timer does nothing before the deadline', everyone, [approves('kari')], 'open'],
  ];
  test.each(rows)('%s', (_clause, rule, steps, status) => {
    expect(play({ committee: committee(rule) }, ...steps).round.status).toBe(status);
  });
});
