import { expect } from 'vitest';
import type { Collection, Engine } from '../../store/engine/engine.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { meetingDefinition } from '../../store/meeting/repository.ts';
import { standing } from '../../store/meeting/rules-holder.ts';
import { aCalledMeeting, aSeatWithVaras, away, hoursBefore, lapsed } from './forfall.ts';
import { aCommittee, accepted, NOW } from './records.ts';
import type { StoreProcess } from './store-process.ts';

const MEMBERS = ['kari', 'ola', 'ida', 'jens', 'siri', 'tor'];
const VARAS = ['vera', 'viggo', 'odd', 'frida'];

/** Six seats that have the same four varas. */
export const raced = aCommittee({ seats: MEMBERS.map((member) => aSeatWithVaras(member, VARAS)) });

/** Every vara says yes to every seat. */
export const allYeses = MEMBERS.flatMap((member) =>
  VARAS.map((personId) => ({ forfallId: `seat-${member}:whole`, personId })),
);

/** A meeting for which everybody has forfall, and every vara was asked for every seat and has let the time go by. */
function aRacedMeeting(id: string): Meeting {
  const of = raced;
  let meeting = MEMBERS.reduce(
    (current, member) => accepted(away(current, member, { what: 'whole' }, { of, now: NOW })),
    aCalledMeeting({ id }),
  );
  while (meeting.callDueAt !== undefined && meeting.callDueAt < hoursBefore(1))
    meeting = accepted(lapsed(meeting, meeting.callDueAt, of));
  return meeting;
}

/** Every yes that was acknowledged is there once, and each seat and each vara has one. */
export function expectRaced(meeting: Meeting | undefined, said: readonly StoreProcess[]): void {
  if (meeting === undefined) throw new Error('the meeting is gone');
  const yeses = said.flatMap(({ lines }) => lines.filter((line) => line.startsWith(`yes ${meeting.id} `)));
  const acting = standing(meeting).flatMap(({ id, seatId, calls }) =>
    calls.filter(({ state }) => state === 'accepted').map(({ varaId }) => ({ id, seatId, varaId })),
  );
  const words = acting.map(({ id, varaId }) => `yes ${meeting.id} ${id} ${varaId}`);
  expect(words).toEqual(expect.arrayContaining([...new Set(yeses)]));
  expect(new Set(acting.map(({ seatId }) => seatId)).size).toBe(acting.length);
  expect(new Set(acting.map(({ varaId }) => varaId)).size).toBe(acting.length);
  const noted = meeting.history.filter(({ what }) => what === 'vara-accepted');
  expect(noted).toHaveLength(acting.length);
}

/** Once everybody has pressed, every vara has a seat. */
export function expectAllAct(meeting: Meeting | undefined): void {
  const acting = meeting?.forfall?.flatMap(({ calls }) => calls.filter(({ state }) => state === 'accepted'));
  expect(acting).toHaveLength(VARAS.length);
}

export async function racedMeetings(engine: Engine, ids: readonly string[]): Promise<Collection<Meeting>> {
  const meetings = await engine.collection(meetingDefinition);
  for (const id of ids) await meetings.insert(aRacedMeeting(id));
  return meetings;
}
