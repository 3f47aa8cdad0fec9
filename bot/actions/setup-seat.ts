import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isChangedSince } from '../../store/committee/rules.ts';
import { withMeetingsTold } from '../../store/committee/rules-life.ts';
import { addSeat, readSeat, removeSeat, reviseSeat } from '../../store/committee/rules-seat.ts';
import { nameVara, varaProblem } from '../../store/committee/rules-varas.ts';
import { isConnected } from '../../store/person/record.ts';
import type { Result } from '../../store/result.ts';
import { candidateFrom } from '../candidate.ts';
import { idFrom } from '../ids.ts';
import { peopleOf } from '../setup-people.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { ownCommittee } from '../views/view.ts';
import { news, notice, show, typedFrom } from './answers.ts';

/** One seat of a committee, opened from its set-up. */
export const setupSeatHandlers = {
  'setup.seat-open': async (_deps, _turn, { committeeId, seatId, page }) =>
    show({ view: 'seat', committeeId, ...(seatId && { seatId }), ...(page !== undefined && { page }) }),

  'setup.seat-new': async (_deps, _turn, { committeeId }) => show({ view: 'seat-new', committeeId }),

  'setup.seat-save': async (deps, turn, { verb: _verb, committeeId, seatId, against, ...fields }) => {
    const committee = await ownCommittee(deps, turn.person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (...problems: readonly string[]) => {
      const filled = { typed: typedFrom(fields), problems: [...problems] };
      return show(
        seatId ? { view: 'seat', committeeId, seatId, ...filled } : { view: 'seat-new', committeeId, ...filled },
      );
    };
    const said = readSeat(fields);
    if ('problem' in said)
      // the form that comes back is of the newest version, and says so while it can
      return again(...(isChangedSince(committee, against) ? ['changed-by-another'] : []), said.problem);
    const [by, known] = [byIn(turn), await connectedIn(deps, committee)];
    // pressed twice is one seat
    const id = seatId ?? idFrom('seat', turn.turnId);
    const result = await change(
      deps.committees.collection,
      committeeId,
      (current): Result<Committee, string> =>
        seatId ? reviseSeat(current, { seatId, said, against }, known, by) : addSeat(current, { id, said }, by),
    );
    if (!result.ok) return refused(result.refusal, again);
    return show({ view: 'seat', committeeId, seatId: id, notice: seatId ? 'seat-saved' : 'seat-added' });
  },

  'setup.seat-vara-form': async (_deps, _turn, { committeeId, seatId }) =>
    show({ view: 'seat-vara', committeeId, seatId }),

  'setup.seat-vara': async (deps, turn, { verb: _verb, committeeId, seatId, ...fields }) => {
    const committee = await ownCommittee(deps, turn.person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problem: string) =>
      show({ view: 'seat-vara', committeeId, seatId, typed: typedFrom(fields), problems: [problem] });
    const candidate = await candidateFrom(deps, committee, fields);
    if (typeof candidate === 'string') return again(candidate);
    const { personId, name } = candidate;
    const vara = { personId, name, acceptedAt: turn.receivedAt };
    const problem = varaProblem(committee, seatId, personId);
    if (problem === 'vara-has-seat') return again(problem);
    const result = await change(deps.committees.collection, committeeId, (current) =>
      withMeetingsTold(current, nameVara(current, { seatId, vara }, byIn(turn)), clocksIn(deps, turn)),
    );
    if (!result.ok) return refused(result.refusal, again);
    return news({ view: 'seat', committeeId, seatId, notice: 'seat-vara-named' });
  },

  'setup.seat-remove-form': async (_deps, _turn, { committeeId, seatId }) =>
    show({ view: 'seat-remove', committeeId, seatId }),

  'setup.seat-remove': async (deps, turn, { committeeId, seatId, against }) => {
    const committee = await ownCommittee(deps, turn.person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const known = await connectedIn(deps, committee);
    const result = await change(deps.committees.collection, committeeId, (current) =>
      withMeetingsTold(current, removeSeat(current, { seatId, against }, known, byIn(turn)), clocksIn(deps, turn)),
    );
    if (!result.ok)
      return refused(result.refusal, (problem) => show({ view: 'seat-remove', committeeId, seatId, problem }));
    return news({ view: 'setup', committeeId, notice: 'seat-removed' });
  },
} satisfies Partial<Handlers>;

/** Somebody who lost the right meanwhile gets no form. */
function refused(refusal: string, again: (problem: string) => Shown): Shown {
  return refusal === 'not-secretariat' ? notice('not-for-you') : again(refusal);
}

const byIn = ({ person, receivedAt }: Turn) => ({ personId: person.id, now: receivedAt });
const clocksIn = (deps: Deps, { receivedAt }: Turn) => ({ now: receivedAt, realNow: deps.realNow() });

/** Who of a committee is known in Teams. */
async function connectedIn(deps: Deps, committee: Committee) {
  const people = await peopleOf(deps, committee);
  return (id: string) => isConnected(people.get(id) ?? { keys: [] });
}
