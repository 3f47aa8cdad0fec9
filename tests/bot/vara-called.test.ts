import { afterEach, describe, expect, test } from 'vitest';
import { mailKey } from '../../store/person/record.ts';
import type { AgendaRoom } from '../support/agenda-room.ts';
import { wordsOf } from '../support/cards.ts';
import { inChat } from '../support/circulation.ts';
import { aForfallRoom, withVaras } from '../support/forfall-room.ts';
import { aNomination, candidateOf, confirmed, proposedBy, replied } from '../support/nominations.ts';
import { aSeat, NOW } from '../support/records.ts';

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

test('whoever gets a seat is asked for its vara, in place of the one who had it', async () => {
  room = await aForfallRoom();
  await room.deps.persons.collection.insert({ ...inChat('eva'), keys: [mailKey('eva@eksempel.no')] });
  await room.deps.nominations.collection.insert(aNomination());
  const { version: against } = (await room.deps.committees.collection.get(committeeId)) ?? {};
  const eva = { name: 'Eva', email: 'eva@eksempel.no' };
  await room.press('siv', { verb: 'setup.seat', committeeId, against, seatId: 'seat-kari', ...eva });
  await room.deliver();
  expect(room.wordsTo('chat-eva')).toContain('Meld inn din vararepresentant');
  expect(room.wordsTo('chat-kari')).not.toContain('Meld inn din vararepresentant');
});

test('a contact outside Teams cannot be asked: the secretariat is told to do so', async () => {
  const { memberId: _nobody, ...vacant } = aSeat('kari', { appointing: { contactId: 'tor' } });
  const committee = withVaras({ seats: [vacant, aSeat('ola')] });
  room = await aForfallRoom({}, committee);
  const { reference: _none, ...outside } = inChat('tor');
  await room.deps.persons.collection.insert({ ...outside, keys: [mailKey('tor@eksempel.no')] });
  const form = { kind: 'seat', committeeId, seatId: 'seat-kari', deadlineOn: '2026-03-20', deadlineTime: '15:00' };
  await room.press('siv', { verb: 'nomination.open', ...form });
  await room.deliver();
  expect(room.wordsTo('chat-siv')).toContain('Ikke nådd');
});

test('a committee that was closed asks no candidate, and takes no yes that would give a place', async () => {
  const closed = { life: { closed: { at: NOW, by: 'siv' } } };
  room = await aForfallRoom({}, withVaras(closed));
  const asked = confirmed(proposedBy(aNomination(), 'kari', 'valborg'), 'valborg');
  await room.deps.nominations.collection.insert(asked);
  await room.deliver();
  expect(room.wordsTo('chat-valborg')).toBe('');
  const { id: candidateId } = candidateOf(asked, 'seat-kari', 'valborg');
  const yes = { verb: 'nomination.reply', nominationId: asked.id, candidateId, accepts: true };
  expect(wordsOf(await room.card('valborg', yes))).toContain('Utvalget er avsluttet');
  const stored = await room.deps.nominations.collection.get(asked.id);
  expect(stored && candidateOf(stored, 'seat-kari', 'valborg').state).toBe('asked');
});
