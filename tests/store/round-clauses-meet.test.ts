import { describe, expect, test } from 'vitest';
import { all, committee, everyone, majority, type Row, SECOND, silent } from '../support/clauses.ts';
import {
  approves,
  beforeDeadline,
  closes,
  corrects,
  extendsBy,
  moves,
  notReached,
  objects,
  openedText,
  play,
  reached,
  registers,
  reminded,
  replaces,
  takesToMeeting,
  undoes,
  withdraws,
} from '../support/play.ts';

describe('where two clauses meet', () => {
  const rows: readonly Row[] = [
    [
      'an objection that its author takes back one second before the deadline is gone',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), objects('jens'), beforeDeadline(SECOND), approves('jens')],
      'approved',
    ],
    [
      'an objection made one second before the deadline counts',
      majority,
      [approves('kari'), approves('ola'), approves('ida'), beforeDeadline(SECOND), objects('jens'), closes],
      'undecided',
    ],
    [
      'an answer received before the deadline counts though the bot was down until two days after it',
      majority,
      [
        approves('kari'),
        approves('ola'),
        beforeDeadline(SECOND),
        approves('ida'),
        beforeDeadline(-48 * 3600 * SECOND),
        closes,
      ],
      'approved',
    ],
    [
      'corrected typos do not take an objection away',
      majority,
      [approves('kari'), approves('ola'), approves('ida'), objects('jens'), corrects('rettet'), closes],
      'undecided',
    ],
    [
      'corrected typos leave the answers as they are',
      everyone,
      [approves('kari'), approves('ola'), corrects('rettet'), approves('ida'), approves('jens')],
      'approved',
    ],
    [
      'an answer from a card with the uncorrected text counts',
      everyone,
      [corrects('rettet'), ...all.map((id) => approves(id, openedText()))],
      'approved',
    ],
    [
      'all have answered, one of them unreached: they have answered',
      everyone,
      [notReached('jens'), ...all.map((id) => approves(id))],
      'approved',
    ],
    [
      'a seat that moves after its holder said yes: the yes stands',
      everyone,
      [approves('kari'), moves('seat-kari', 'vera', 'KARI'), approves('ola'), approves('ida'), approves('jens')],
      'approved',
    ],
    [
      'a seat that moves after its holder said yes: the new holder may change it',
      majority,
      [
        approves('kari'),
        moves('seat-kari', 'vera', 'KARI'),
        objects('vera'),
        approves('ola'),
        approves('ida'),
        approves('jens'),
        closes,
      ],
      'undecided',
    ],
    [
      'silence of a new holder is proven by their own card and reminder, not by the former holder’s',
      silent,
      [reached(...all), approves('ola'), reminded('kari', 'ida', 'jens'), moves('seat-kari', 'vera', 'KARI'), closes],
      'undecided',
    ],
    [
      'an answer by telephone is an answer',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), registers('seat-jens', 'approve')],
      'approved',
    ],
    [
      'a registered answer that is taken back before the deadline opens the round again',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), registers('seat-jens', 'approve'), undoes('seat-jens')],
      'open',
    ],
    [
      'what a new holder says by telephone takes the place of what the former one answered',
      majority,
      [
        approves('kari'),
        moves('seat-kari', 'vera', 'KARI'),
        registers('seat-kari', 'lift-to-meeting'),
        approves('ola'),
        approves('ida'),
        approves('jens'),
        closes,
      ],
      'undecided',
    ],
    [
      'taken back, what the former holder answered counts again',
      everyone,
      [
        approves('kari'),
        moves('seat-kari', 'vera', 'KARI'),
        registers('seat-kari', 'lift-to-meeting'),
        approves('ola'),
        approves('ida'),
        approves('jens'),
        undoes('seat-kari'),
      ],
      'approved',
    ],
    [
      'a seat that moves after its holder objected: the objection stands until the new holder takes it back',
      majority,
      [objects('kari'), moves('seat-kari', 'vera', 'KARI'), approves('ola'), approves('ida'), approves('jens'), closes],
      'undecided',
    ],
    [
      'an objection, corrected typos and then a yes from its author: nobody objects any more',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), objects('jens'), corrects('rettet'), approves('jens')],
      'approved',
    ],
    [
      'silent consent after an extension: a reminder that arrived in the first week proves silence in the second',
      silent,
      [reached(...all), approves('kari'), reminded('ola', 'ida'), closes, extendsBy(2), reminded('jens'), closes],
      'approved',
    ],
    [
      'after an extension the answers stand, and the one that was missing decides',
      everyone,
      [approves('kari'), approves('ola'), approves('ida'), closes, extendsBy(2), approves('jens')],
      'approved',
    ],
    [
      'after an extension that nobody uses it is undecided again',
      everyone,
      [approves('kari'), closes, extendsBy(2), closes],
      'undecided',
    ],
    ['a withdrawn round is not closed by its deadline', everyone, [approves('kari'), withdraws, closes], 'withdrawn'],
    [
      'a changed content ends the round whatever was answered',
      everyone,
      [approves('kari'), objects('ola'), replaces('nytt innhold')],
      'replaced',
    ],
    ['«tas opp i neste møte» leaves it undecided', everyone, [closes, takesToMeeting], 'undecided'],
  ];
  test.each(rows)('%s', (_clause, rule, steps, status) => {
    expect(play({ committee: committee(rule) }, ...steps).round.status).toBe(status);
  });
});
