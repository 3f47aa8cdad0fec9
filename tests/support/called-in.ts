import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { type Call, type Forfall, forfallId, type Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { answerCall } from '../../store/meeting/rules-call-answer.ts';
import { reportForfall, takeBackForfall } from '../../store/meeting/rules-forfall.ts';
import type { Result } from '../../store/result.ts';
import { inChat } from './circulation.ts';
import { aMinutesCase, type MinutesCase } from './minutes-case.ts';
import { aCommittee, accepted, aSeat, NOW } from './records.ts';

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

/** Vera's yes, or another vara's answer. */
export const aCall = (changes: Partial<Call> = {}): Call => ({
  varaId: 'vera',
  varaName: 'Vera Lund',
  askedAt: NOW,
  answerBy: NOW,
  state: 'accepted',
  ...changes,
});

/** Kari's forfall, with Vera in her place. */
export const aForfall = (scope: Scope, changes: Partial<Forfall> = {}): Forfall => ({
  id: forfallId('seat-kari', scope, []),
  seatId: 'seat-kari',
  scope,
  at: NOW,
  by: 'kari',
  calls: [aCall()],
  ...changes,
});

/** Who has the seat of Kari in a round or a voting: Vera in her place, or Kari herself. */
export const VERA_ACTS = { holderId: 'vera', holderName: 'Vera Lund', actsFor: 'KARI' } as const;
export const KARI_ACTS = { holderId: 'kari', holderName: 'KARI' } as const;

/** A meeting that goes on for an hour still, of Kari, Ola and Per with votes; Vera and Vidar are varas for Kari. */
export async function aVaraCase(): Promise<MinutesCase> {
  const room = await aMinutesCase(withVaras(aCommittee({ seats: [aSeat('kari'), aSeat('ola'), aSeat('per')] })));
  for (const id of ['vera', 'vidar']) await room.deps.persons.collection.insert(inChat(id));
  const meeting = await room.meeting();
  const goesOn = { ...meeting, endsAt: new Date(NOW.getTime() + 60 * 60_000), version: meeting.version + 1 };
  await room.deps.meetings.collection.replace(goesOn, meeting.version);
  return room;
}
