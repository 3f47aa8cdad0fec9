import { describe, expect, test } from 'vitest';
import { tally } from '../../store/round/rules-count.ts';
import { all, committee, everyone, majority, silent } from '../support/clauses.ts';
import { approves, closes, notReached, objects, play, reached, reminded } from '../support/play.ts';
import { aCommittee, aReferat, aSeat } from '../support/records.ts';

describe('who is asked, and who counts as what', () => {
  test.each([
    ['voting', ['seat-kari', 'seat-ola', 'seat-ida', 'seat-jens']],
    ['all', ['seat-kari', 'seat-ola', 'seat-ida', 'seat-jens', 'seat-per']],
    ['present', ['seat-kari', 'seat-ola']],
  ] as const)('%s: those seats, and never a vacant one', (group, asked) => {
    const referat = aReferat({ presentSeatIds: ['seat-kari', 'seat-ola', 'seat-per', 'seat-ledig'] });
    const { round } = play({ committee: committee(everyone, group), referat });
    expect(round.seats.map(({ seatId }) => seatId)).toEqual(asked);
  });

  const absence = {
    committee: committee(silent),
    referat: aReferat({ presentSeatIds: ['seat-kari', 'seat-ola', 'seat-ida'] }),
  };

  test('a silent member who was absent from the meeting needs no reminder, and is shown apart', () => {
    const { round } = play(absence, reached(...all), approves('kari'), reminded('ola', 'ida'), closes);
    expect(round.status).toBe('approved');
    const counted = tally(round);
    expect(counted.absent.map(({ holderId }) => holderId)).toEqual(['jens']);
    expect(counted.silent.map(({ seat }) => seat.holderId)).toEqual(['ola', 'ida']);
  });

  test('an absent member who was not reached stops nothing', () => {
    expect(
      play(absence, reached('kari', 'ola', 'ida'), notReached('jens'), approves('kari'), reminded('ola', 'ida'), closes)
        .round.status,
    ).toBe('approved');
  });

  test('the objection of an absent member counts like any other', () => {
    expect(
      play(absence, reached(...all), approves('kari'), objects('jens'), reminded('ola', 'ida'), closes).round.status,
    ).toBe('undecided');
  });

  test('absence excuses nobody where everyone must say yes', () => {
    const played = play(
      { ...absence, committee: committee(everyone) },
      approves('kari'),
      approves('ola'),
      approves('ida'),
      closes,
    );
    expect(played.round.status).toBe('undecided');
  });

  test('somebody in two seats answers for both, and counts twice', () => {
    const seats = [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')];
    const two = aCommittee({ seats, settings: { roundDays: 7, approvalRule: majority, askedGroup: 'voting' } });
    expect(play({ committee: two }, approves('kari'), closes).round.status).toBe('approved');
  });

  test('every seat is in exactly one of yes, objections, silent, absent and not reached', () => {
    const { round } = play(absence, reached('kari', 'ola'), notReached('ida'), approves('kari'), closes);
    const { yes, objections, silent: quiet, absent, notReached: away } = tally(round);
    const counted = [
      ...yes,
      ...objections,
      ...quiet.map(({ seat }) => seat),
      ...absent,
      ...away.map(({ seat }) => seat),
    ];
    expect(counted.map(({ seatId }) => seatId).sort()).toEqual(round.seats.map(({ seatId }) => seatId).sort());
  });
});
