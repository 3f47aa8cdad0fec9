import { describe, expect, test } from 'vitest';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { noteCallUnreached } from '../../store/meeting/rules-call-answer.ts';
import { reachVara } from '../../store/meeting/rules-call-reach.ts';
import {
  aCommitteeWithVaras,
  aSeatWithVaras,
  away,
  back,
  callsOf,
  cardsTo,
  clocksAt,
  delivered,
  forfallIn,
  kariAway,
  says,
} from '../support/forfall.ts';
import { accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const FORFALL = 'seat-kari:whole';
/** Monday evening. */
const EVENING = new Date('2026-03-02T20:00:00Z');
const missed = (meeting: Meeting, varaId: string, committee = aCommitteeWithVaras()) =>
  delivered(noteCallUnreached(meeting, committee, { forfallId: FORFALL, varaId }, clocksAt()));
const reach = (meeting: Meeting, varaId: string, committee: Committee = aCommitteeWithVaras(), now = EVENING) =>
  reachVara(meeting, committee, varaId, clocksAt(now));
const oneVara = () => aCommitteeWithVaras({ seats: [aSeatWithVaras('kari', ['vera']), aSeat('ola')] });
const NOTHING = { ok: false, refusal: 'nothing-to-ask' };

describe('a vara who was not reached and has come', () => {
  test('is asked anew at once, with time to answer, where nobody else is asked', () => {
    const dry = missed(kariAway(), 'vera', oneVara());
    expect(forfallIn(dry).dryAt).toEqual(NOW);
    const reached = accepted(reach(dry, 'vera', oneVara()));
    expect(callsOf(reached)).toEqual([['vera', 'asked']]);
    const [call] = forfallIn(reached).calls;
    expect(call).toMatchObject({ askedAt: EVENING, answerBy: new Date('2026-03-04T07:00:00Z') });
    expect(forfallIn(reached)).not.toHaveProperty('dryAt');
    expect(reached.callDueAt).toEqual(call?.answerBy);
    const [card] = cardsTo(reached, 'vera');
    expect(card).toMatchObject({ dueAt: REAL_NOW, view: { view: 'call-in', forfallId: FORFALL } });
    expect(card).not.toHaveProperty('contactAt');
    expect(reached.history.at(-1)).toEqual({
      at: EVENING,
      by: 'bot',
      what: 'vara-called',
      seatId: 'seat-kari',
      onBehalfOf: 'vera',
    });
    expect(callsOf(accepted(says(delivered(reached), 'vera', true, FORFALL, { of: oneVara(), now: EVENING })))).toEqual(
      [['vera', 'accepted']],
    );
  });

  test('may say yes while the next one is asked, who is still the one that is waited for', () => {
    const next = missed(kariAway(), 'vera');
    const { callDueAt } = next;
    const reached = accepted(reach(next, 'vera'));
    expect(callsOf(reached)).toEqual([
      ['vera', 'timed-out'],
      ['viggo', 'asked'],
    ]);
    expect(reached.callDueAt).toEqual(callDueAt);
    expect(cardsTo(reached, 'vera')).toHaveLength(1);
    expect(cardsTo(reached, 'viggo')).toEqual([]);
    expect(callsOf(accepted(says(delivered(reached), 'vera', true, FORFALL, { now: EVENING })))[0]).toEqual([
      'vera',
      'accepted',
    ]);
  });

  test('is asked once, however often they come', () => {
    const reached = accepted(reach(missed(kariAway(), 'vera'), 'vera'));
    expect(reach(reached, 'vera')).toEqual(NOTHING);
    expect(reach(kariAway(), 'vera')).toEqual(NOTHING);
    expect(reach(missed(kariAway(), 'vera'), 'viggo')).toEqual(NOTHING);
  });

  test('is not asked for what is covered, taken back or over, or is not theirs any more', () => {
    const lost = missed(kariAway(), 'vera');
    expect(reach(accepted(says(lost, 'viggo', true)), 'vera')).toEqual(NOTHING);
    expect(reach(accepted(back(lost, 'kari')), 'vera')).toEqual(NOTHING);
    expect(reach({ ...lost, state: 'cancelled' }, 'vera')).toEqual(NOTHING);
    expect(reach(lost, 'vera', aCommitteeWithVaras(), lost.endsAt)).toEqual(NOTHING);
    const others = aCommitteeWithVaras({ seats: [aSeatWithVaras('kari', ['viggo']), aSeat('ola')] });
    expect(reach(lost, 'vera', others)).toEqual(NOTHING);
    const seated = aCommitteeWithVaras({ seats: [aSeatWithVaras('kari', ['vera', 'viggo']), aSeat('vera')] });
    expect(reach(lost, 'vera', seated)).toEqual(NOTHING);
  });

  test('is not asked for a seat while they act for another one', () => {
    const both = delivered(accepted(away(missed(kariAway(), 'vera'), 'ola')));
    const acting = accepted(says(both, 'vera', true, 'seat-ola:whole'));
    expect(reach(acting, 'vera')).toEqual(NOTHING);
  });
});
