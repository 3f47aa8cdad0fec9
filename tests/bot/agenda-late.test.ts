import { afterEach, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { buttonOf, inputsOf, linesOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';

const MAY = { startsAt: new Date('2026-05-12T10:00:00Z'), endsAt: new Date('2026-05-12T12:00:00Z') };
const { settings } = inChannel();

let room: AgendaRoom;
afterEach(() => room.end());

const filled = (card: Card) => Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));

/** Kari proposes a sak on 2 March without a wish, and the secretary accepts it. Gives what she was told, and its id. */
async function propose(): Promise<{ readonly said: string; readonly sakId: string }> {
  const form = await room.card('kari', { verb: 'sak.new', isNew: true });
  const typed = { ...filled(form), title: 'Ernæring', from: 'UiT', wished: '' };
  const preview = await room.click('kari', form, 'Forhåndsvis', typed);
  const { data } = buttonOf(preview, 'Send inn');
  if (data.verb !== 'sak.send') throw new Error('the preview sends something else');
  const sent = await room.click('kari', preview, 'Send inn');
  const card = await room.card('siv', { verb: 'sak.show', sakId: data.sakId });
  await room.click('siv', card, 'Sett på saksliste', filled(card));
  return { said: linesOf(sent).join(' '), sakId: data.sakId };
}

test.each([
  ['on the last day', 43, 'meeting-1'],
  ['the day after', 44, 'meeting-2'],
] as const)(
  'a sak that comes %s for proposing is on the agenda of the meeting that it is in time for',
  async (_when, proposeDays, on) => {
    const committee = inChannel({ settings: { ...settings, agenda: { fixed: [], proposeDays } } });
    room = await anAgendaRoom([committee], [aMeeting(), aMeeting({ id: 'meeting-2', ...MAY })]);
    const { said, sakId } = await propose();
    expect(said.includes('fristen for å melde saker til det første møtet er ute')).toBe(on === 'meeting-2');
    await room.card('siv', { verb: 'agenda.build', meetingId: 'meeting-1' });
    const first = (await room.meeting('meeting-1')).items.map((item) => item.sakId);
    expect(first).toEqual(on === 'meeting-1' ? [sakId] : []);
    await room.card('siv', { verb: 'agenda.build', meetingId: on });
    expect((await room.meeting(on)).items.map((item) => item.sakId)).toEqual([sakId]);
  },
);
