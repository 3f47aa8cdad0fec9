import { afterEach, expect, test } from 'vitest';
import { sha256Of } from '../../bot/ids.ts';
import { meetingKey } from '../../store/meeting/rules-plan.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { buttonsOf, inputsOf, linesOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';
import { NOW } from '../support/records.ts';

const committeeId = 'committee-1';
const keys = [meetingKey(committeeId, '2026-04-14')];
const sending = { at: NOW, by: 'siv', revision: 1 };

let room: AgendaRoom;
afterEach(() => room.end());

test.each([
  [
    'whose agenda is being sent',
    aMeeting({ keys, agendaRevision: 1, sending }),
    'Linje 2: Sakslisten blir sendt akkurat nå, så ingenting er endret. Prøv igjen om litt.',
  ],
  [
    'that was held',
    (({ comingIn: _over, ...held }) => held)(aMeeting({ keys, state: 'held' })),
    'Linje 2: Møtet er holdt, og kan ikke endres.',
  ],
] as const)(
  'a pasted line that would move a meeting %s is named with the reason, and nothing of the plan is saved',
  async (_name, meeting, said) => {
    room = await anAgendaRoom([inChannel()], [meeting]);
    const lines = '12.05.26 kl. 9-11\n14.04.26 kl. 15-16';
    const preview = await room.card('siv', { verb: 'meeting.preview', committeeId, lines });
    expect(linesOf(preview)).toContain(said);
    expect(buttonsOf(preview).map(({ title }) => title)).toEqual(['Forhåndsvis', 'Avbryt']);
    const saved = await room.card('siv', { verb: 'meeting.save-lines', committeeId, seen: sha256Of(lines), lines });
    expect(linesOf(saved)).toContain(said);
    expect(inputsOf(saved)).toMatchObject([{ id: 'lines', value: lines }]);
    expect(await room.deps.meetings.collection.getByKey(meetingKey(committeeId, '2026-05-12'))).toBeUndefined();
    expect((await room.meeting('meeting-1')).startsAt).toEqual(meeting.startsAt);
  },
);

test('a pasted line that says what already stands is no problem while the agenda is being sent', async () => {
  room = await anAgendaRoom([inChannel()], [aMeeting({ keys, agendaRevision: 1, sending })]);
  const lines = '14.04.26 kl. 12-14';
  const preview = await room.card('siv', { verb: 'meeting.preview', committeeId, lines });
  expect(linesOf(preview)).toContain('Tirsdag 14. april 2026 kl. 12.00–14.00 (som før)');
  const saved = await room.card('siv', { verb: 'meeting.save-lines', committeeId, seen: sha256Of(lines), lines });
  expect(linesOf(saved)).toContain('Møtene sto i planen fra før. Ingenting er endret.');
});
