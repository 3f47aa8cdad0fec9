import type { Committee } from '../committee/record.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks } from '../round/effects.ts';
import type { Call, Forfall } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { actsElsewhere, callOn, hasSeat, showCall, withCall, withForfall } from './rules-call.ts';
import { isVara } from './rules-call-stands.ts';
import { answerTime } from './rules-call-times.ts';
import { coverOf, standing } from './rules-holder.ts';

/**
 * A vara whom a call-in did not reach can be reached now: they get it at once, for it is they who came. Where nobody else is
 * asked they have time to answer; where the next one is, they may say yes until that one does.
 */
export function reachVara(
  meeting: Meeting,
  committee: Committee,
  varaId: string,
  clocks: Clocks,
): Result<Meeting, 'nothing-to-ask'> {
  if (isOver(meeting, clocks.now) || hasSeat(committee.seats, varaId)) return refuse('nothing-to-ask');
  const missed = standing(meeting).flatMap((forfall) => {
    const call = forfall.calls.find((one) => one.varaId === varaId && one.state === 'unreached');
    const isOpen = call && isVara(committee, forfall, call) && coverOf(meeting, forfall) === undefined;
    return isOpen && !actsElsewhere(meeting, forfall.seatId, varaId) ? [{ forfall, call }] : [];
  });
  if (missed.length === 0) return refuse('nothing-to-ask');
  const reached = missed.reduce((current, { forfall, call }) => askAnew(current, forfall, call, clocks), meeting);
  return done(callOn(reached, committee, 'bot', clocks));
}

function askAnew(meeting: Meeting, forfall: Forfall, call: Call, clocks: Clocks): Meeting {
  const { dryAt: _dry, ...rest } = forfall;
  const isAnother = forfall.calls.some(({ state }) => state === 'asked');
  const line = { at: clocks.now, by: 'bot', what: 'vara-called', seatId: forfall.seatId, onBehalfOf: call.varaId };
  const asked = isAnother
    ? withCall(meeting, forfall, call, { state: 'timed-out' })
    : withCall(withForfall(meeting, rest), forfall, call, {
        state: 'asked',
        askedAt: clocks.now,
        answerBy: answerTime(meeting, forfall.scope, clocks.now),
      });
  return showCall(note(asked, line), forfall, call, clocks, atOnce(clocks));
}
