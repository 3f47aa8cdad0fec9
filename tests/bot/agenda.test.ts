import { afterEach, beforeEach, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import { done } from '../../store/result.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { wordsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';

const meetingId = 'meeting-1';

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([inChannel()], [aMeeting()], [anAcceptedSak('a'), anAcceptedSak('b', { closed: true })]);
});
afterEach(() => room.end());

const send = async () => {
  await room.card('siv', { verb: 'agenda.build', meetingId });
  const preview = await room.card('siv', { verb: 'agenda.preview', meetingId });
  await room.click('siv', preview, 'Send sakslisten');
  await room.deliver();
};

test('«Kommer» twice counts once, and who has no seat is told kindly', async () => {
  await send();
  const answer = { verb: 'agenda.answer', meetingId, comes: true };
  await room.card('kari', answer);
  await room.card('kari', answer);
  expect((await room.meeting(meetingId)).answers).toMatchObject([{ seatId: 'seat-kari', comes: true }]);
  expect(wordsOf(await room.card('siv', answer))).toContain('Du har ingen plass i utvalget');
});

test('a closed sak is read by those who vote, and not by those who do not', async () => {
  await send();
  const read = { verb: 'agenda.read', meetingId, sakId: 'b', page: 0 };
  expect(wordsOf(await room.card('kari', read))).toContain('Bakgrunn for b.');
  expect(JSON.stringify(await room.press('per', read))).not.toContain('Bakgrunn for b.');
});

test('a closed sak is read by a vara who acts for a seat with a vote, unless the seat is inhabil in it', async () => {
  await send();
  const read = async () => JSON.stringify(await room.press('fremmed', { verb: 'agenda.read', meetingId, sakId: 'b' }));
  const actFor = (seatId: string) =>
    change(room.deps.meetings.collection, meetingId, (meeting) =>
      done({ ...meeting, attendance: [{ seatId, present: true, vara: { name: 'Vara', personId: 'fremmed' } }] }),
    );
  expect(await read()).not.toContain('Bakgrunn for b.');
  await actFor('seat-per');
  expect(await read()).not.toContain('Bakgrunn for b.');
  await actFor('seat-ola');
  expect(await read()).toContain('Bakgrunn for b.');
  await change(room.deps.saker.collection, 'b', (sak) => done({ ...sak, recusedSeatIds: ['seat-ola'] }));
  expect(await read()).not.toContain('Bakgrunn for b.');
});

test('a sak that is closed twice, by one press that comes twice or by two people, stays closed until it is opened', async () => {
  const card = await room.card('siv', { verb: 'agenda.build', meetingId });
  const closed = () => room.deps.saker.collection.get('a').then((sak) => sak?.closed);
  await room.click('siv', card, 'Lukk saken', { sakId: 'a' });
  await room.click('siv', card, 'Lukk saken', { sakId: 'a' });
  expect(await closed()).toBe(true);
  await room.click('siv', card, 'Åpne saken', { sakId: 'a' });
  expect(await closed()).toBeUndefined();
});

test('whoever comes late to the agenda gets the next number, and those before keep theirs', async () => {
  await send();
  await room.deps.saker.collection.insert(anAcceptedSak('late'));
  const card = await room.card('siv', { verb: 'agenda.build', meetingId });
  await room.click('siv', card, 'Legg til', { addId: 'late' });
  const before = await room.deps.saker.collection.get('a');
  const preview = await room.card('siv', { verb: 'agenda.preview', meetingId });
  await room.click('siv', preview, 'Send på nytt');
  await room.deliver();
  const numberOf = async (id: string) => (await room.deps.saker.collection.get(id))?.number;
  expect(await numberOf('a')).toBe(before?.number);
  const items = (await room.meeting(meetingId)).items.map(({ sakId }) => sakId);
  const numbers = (await Promise.all(items.map(numberOf))).map((number) => Number(number?.slice(0, 2)));
  expect(Number((await numberOf('late'))?.slice(0, 2))).toBe(Math.max(...numbers));
  expect([...numbers].sort((one, other) => one - other)).toEqual(numbers.map((_number, n) => n + 1));
});

test('«Forfall» in the channel shows on the card there, and only those who have not answered are reminded, once a day', async () => {
  await send();
  await room.card('kari', { verb: 'agenda.answer', meetingId, comes: false }, 'channel');
  expect((await room.meeting(meetingId)).answers).toMatchObject([{ seatId: 'seat-kari', comes: false }]);
  const before = room.wordsTo('chat-kari');
  await room.press('siv', { verb: 'agenda.remind', meetingId });
  await room.press('siv', { verb: 'agenda.remind', meetingId });
  await room.deliver();
  expect(room.wordsTo('chat-kari')).toBe(before);
  expect(room.wordsTo('chat-ola').split('Du har ikke svart').length - 1).toBe(1);
});
