import { afterEach, describe, expect, test } from 'vitest';
import type { AgendaRoom } from '../support/agenda-room.ts';
import { aForfallRoom, withVaras } from '../support/forfall-room.ts';
import { aNomination, confirmed, proposedBy, replied } from '../support/nominations.ts';
import { aSeat } from '../support/records.ts';

let room: AgendaRoom;
afterEach(() => room.end());

const committeeId = 'committee-1';
/** Who was called in for Kari's seat, and how each call stands. */
const calls = async () => {
  const { forfall = [] } = await room.meeting('meeting-1');
  return forfall.flatMap((one) => one.calls.map(({ varaId, state }) => `${varaId} ${state}`));
};
const kariIsAway = async () => {
  await room.press('kari', { verb: 'forfall.report', meetingId: 'meeting-1', what: 'whole' });
  await room.deliver();
};

describe('forfall of a coming meeting that waits', () => {
  test('is answered by the next vara at once when the one who is asked is taken out', async () => {
    room = await aForfallRoom();
    await kariIsAway();
    expect(await calls()).toEqual(['vera asked']);
    await room.press('siv', { verb: 'vara.remove', committeeId, vara: 'seat-kari vera' });
    await room.deliver();
    expect(await calls()).toEqual(['vera withdrawn', 'vidar asked']);
    expect(room.wordsTo('chat-vidar')).toContain('kari');
  });

  test('calls in a vara who is nominated meanwhile, as soon as they have said yes to be one', async () => {
    const committee = withVaras({ seats: [aSeat('kari'), aSeat('ola')] });
    room = await aForfallRoom({}, committee);
    await kariIsAway();
    expect(await calls()).toEqual([]);
    const nomination = aNomination({}, { kind: 'vara', wanted: 1 }, committee);
    await room.deps.nominations.collection.insert(
      replied(confirmed(proposedBy(nomination, 'kari', 'valborg'), 'valborg'), 'valborg'),
    );
    await room.deliver();
    expect(await calls()).toEqual(['valborg asked']);
  });
});

test('a vacant seat that is filled by a nomination has the agenda of the meeting to come', async () => {
  const { memberId: _nobody, ...vacant } = aSeat('kari');
  const { conversation: _none, ...committee } = withVaras({ seats: [vacant, aSeat('ola')] });
  room = await aForfallRoom({}, committee);
  const nomination = aNomination({}, { kind: 'seat', wanted: 1, seatId: 'seat-kari' }, committee);
  const requests = nomination.requests.map((one) => ({ ...one, holderId: 'kari' }));
  const asked = confirmed(proposedBy({ ...nomination, requests }, 'kari', 'valborg'), 'valborg');
  await room.deps.nominations.collection.insert(replied(asked, 'valborg'));
  await room.deliver();
  expect(room.wordsTo('chat-valborg')).toContain('Tirsdag 14. april 2026');
});
