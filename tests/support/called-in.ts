import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { forfallId, type Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { answerCall } from '../../store/meeting/rules-call-answer.ts';
import { reportForfall, takeBackForfall } from '../../store/meeting/rules-forfall.ts';
import type { Result } from '../../store/result.ts';
import { aCommittee, accepted, NOW } from './records.ts';

/** `committee-1` with Vera as vara for Kari's seat, and Vidar after her. */
export function withVaras(committee: Committee = aCommittee()): Committee {
  const varas = [
    { personId: 'vera', name: 'Vera Lund', acceptedAt: NOW },
    { personId: 'vidar', name: 'Vidar Moe', acceptedAt: NOW },
  ];
  const seats = committee.seats.map((seat) => (seat.id === 'seat-kari' ? { ...seat, varas } : seat));
  return { ...committee, seats, varaIds: ['vera', 'vidar'] };
}

/** What people say of forfall from a stored meeting: the rules that are behind the cards. */
export function sayings(deps: Deps, meetingId = 'meeting-1') {
  const say = async (rule: (meeting: Meeting, committee: Committee) => Result<Meeting, string>) => {
    const meeting = await deps.meetings.collection.get(meetingId);
    const committee = await deps.committees.collection.get(meeting?.committeeId ?? '');
    if (committee === undefined) throw new Error('no committee');
    return change(deps.meetings.collection, meetingId, (current) => rule(current, committee));
  };
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });
  const forfall = async (scope: Scope = { what: 'whole' }, personId = 'kari') =>
    accepted(
      await say((meeting, committee) =>
        reportForfall(meeting, committee, { seatId: 'seat-kari', personId, scope }, clocks()),
      ),
    );
  const answer = (scope: Scope, personId: string, yes: boolean) =>
    say((meeting, committee) =>
      answerCall(meeting, committee, { forfallId: forfallId('seat-kari', scope, []), personId, yes }, clocks()),
    );
  return {
    /** Kari cannot come, or to this part of it. */
    forfall,
    answer,
    /** Vera says yes to it. */
    yes: async (scope: Scope = { what: 'whole' }) => accepted(await answer(scope, 'vera', true)),
    /** Kari cannot come, and Vera acts for her. */
    veraComes: async (scope: Scope = { what: 'whole' }) => {
      await forfall(scope);
      return accepted(await answer(scope, 'vera', true));
    },
    /** Kari comes after all; of the secretariat on her behalf. */
    back: (personId = 'kari', forfallIds?: readonly string[]) =>
      say((meeting, committee) =>
        takeBackForfall(meeting, committee, { seatId: 'seat-kari', personId, forfallIds }, clocks()),
      ),
  };
}
