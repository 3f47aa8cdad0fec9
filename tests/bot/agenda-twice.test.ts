import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { wordsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';
import { aNumberedSak } from '../support/minutes-room.ts';

let room: AgendaRoom;
beforeEach(async () => {
  const { meetingId: _meeting, number: _number, ...sak } = aNumberedSak('a', { status: 'accepted' });
  const { meetingId: _other, number: _none, ...own } = aNumberedSak('b', { status: 'accepted' });
  const agenda = { agendaRevision: 1, items: [{ sakId: 'a' }] };
  const later = { startsAt: new Date('2026-05-12T10:00:00Z'), endsAt: new Date('2026-05-12T12:00:00Z') };
  room = await anAgendaRoom(
    [inChannel()],
    [
      aMeeting({ ...agenda }),
      aMeeting({ id: 'meeting-2', ...later, agendaRevision: 1, items: [{ sakId: 'a' }, { sakId: 'b' }] }),
    ],
    [sak, own],
  );
});
afterEach(() => room.end());

test('a sak on the agendas of two meetings is sent with the first of them alone', async () => {
  const first = await room.card('siv', { verb: 'agenda.preview', meetingId: 'meeting-1' });
  const second = await room.card('siv', { verb: 'agenda.preview', meetingId: 'meeting-2' });
  await room.click('siv', first, 'Send sakslisten');
  await room.deliver();
  const refused = await room.click('siv', second, 'Send sakslisten');
  expect(wordsOf(refused)).toContain('Sakslisten er endret i mellomtiden');
  expect(await room.meeting('meeting-2')).toMatchObject({ state: 'planned', items: [{ sakId: 'b' }] });
  await room.click('siv', refused, 'Send sakslisten');
  await room.deliver();
  expect(await room.meeting('meeting-2')).toMatchObject({ state: 'called', items: [{ sakId: 'b' }] });
  expect(await room.deps.saker.collection.get('a')).toMatchObject({ status: 'scheduled', meetingId: 'meeting-1' });
});
