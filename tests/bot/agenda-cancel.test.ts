import { afterEach, expect, test } from 'vitest';
import { emit } from '../../store/effect.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { aMeeting } from '../support/meetings.ts';
import { aNumberedSak } from '../support/minutes-room.ts';
import { REAL_NOW } from '../support/records.ts';

let room: AgendaRoom;
afterEach(() => room.end());

const news = { what: 'numbered', number: '05/26', meetingId: 'meeting-1' } as const;

test.each([
  ['cancelled', 'accepted'],
  ['called', 'scheduled'],
] as const)('a sak that is told its number by a meeting that is %s is %s', async (state, status) => {
  const { meetingId: _meeting, number: _number, ...sak } = aNumberedSak('a', { status: 'accepted' });
  const meeting = emit(
    aMeeting({ state, items: [{ sakId: 'a', attachments: [] }] }),
    { realNow: REAL_NOW },
    { kind: 'sak-told', key: 'told:1:a', sakId: 'a', news },
  );
  room = await anAgendaRoom([inChannel()], [meeting], [sak]);
  await room.deliver();
  expect(await room.deps.saker.collection.get('a')).toMatchObject({ status });
  expect((await room.meeting('meeting-1')).outbox).toEqual([]);
});
