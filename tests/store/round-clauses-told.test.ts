import { describe, expect, test } from 'vitest';
import { all, committee, everyone, type Refusal, SECOND } from '../support/clauses.ts';
import {
  approves,
  beforeDeadline,
  closes,
  corrects,
  extendsBy,
  moves,
  objects,
  openedText,
  play,
  registers,
  replaces,
  type Step,
  takesToMeeting,
  undoes,
  withdraws,
} from '../support/play.ts';

describe('what somebody is told who comes too late, or to the wrong round', () => {
  const whole: readonly Step[] = all.map((id) => approves(id));
  const rows: readonly Refusal[] = [
    [
      'an answer at the deadline is late, though the timer has not run',
      [beforeDeadline(0), approves('kari')],
      'too-late',
      'open',
    ],
    [
      'an answer when the bot is back after the deadline is late',
      [beforeDeadline(-48 * 3600 * SECOND), approves('kari')],
      'too-late',
      'open',
    ],
    ['the round is over before its deadline', [...whole, objects('kari')], 'closed', 'approved'],
    ['the round was withdrawn', [withdraws, approves('kari')], 'withdrawn', 'withdrawn'],
    ['the content was changed', [replaces('nytt'), approves('kari')], 'replaced', 'replaced'],
    ['a text of another round', [approves('kari', 'en helt annen tekst')], 'other-text', 'open'],
    ['somebody who is not asked', [approves('per')], 'not-asked', 'open'],
    ['a holder whose seat moved', [moves('seat-kari', 'vera'), approves('kari')], 'seat-moved', 'open'],
    [
      'a registration for somebody who answered',
      [approves('kari'), registers('seat-kari', 'approve')],
      'answered-themselves',
      'open',
    ],
    ['a registration after the deadline', [beforeDeadline(0), registers('seat-kari', 'approve')], 'too-late', 'open'],
    ['a registration for a seat that is not asked', [registers('seat-per', 'approve')], 'no-such-seat', 'open'],
    ['taking back what nobody registered', [approves('kari'), undoes('seat-kari')], 'not-registered', 'open'],
    [
      'taking back after the deadline',
      [registers('seat-kari', 'approve'), closes, undoes('seat-kari')],
      'not-open',
      'undecided',
    ],
    ['an extension to an earlier time', [extendsBy(-1)], 'not-later', 'open'],
    ['an extension of an approved round', [...whole, extendsBy(1)], 'not-running', 'approved'],
    ['corrected typos after the deadline', [beforeDeadline(0), corrects('rettet')], 'not-open', 'open'],
    ['corrected typos in a round that is over', [...whole, corrects('rettet')], 'not-open', 'approved'],
    ['a new round about the same text', [replaces(openedText())], 'same-text', 'open'],
    ['a seat that moves after the deadline', [beforeDeadline(0), moves('seat-kari', 'vera')], 'not-open', 'open'],
    ['taking an approved round to the meeting', [...whole, takesToMeeting], 'not-undecided', 'approved'],
    ['withdrawing what the meeting has got', [closes, takesToMeeting, withdraws], 'not-running', 'undecided'],
  ];
  test.each(rows)('%s', (_clause, steps, refused, status) => {
    const { round, refused: said } = play({ committee: committee(everyone) }, ...steps);
    expect({ said, status: round.status }).toEqual({ said: refused, status });
  });
});
