import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notice } from '../../cards/text/notices.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { aLedger, anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { NOW } from '../support/records.ts';
import { tabPage } from '../support/tab-page.ts';

const SAK = anAcceptedSak('plan', { meetingId: 'meeting-1', number: '12/26', status: 'scheduled' });
const meetingId = 'meeting-1';

let room: AgendaRoom;
beforeEach(async () => {
  const startsAt = new Date(NOW.getTime() - 2 * 60 * 60 * 1000);
  room = await anAgendaRoom([inChannel()], [aSentMeeting([SAK], { startsAt, endsAt: NOW })], [SAK]);
  await room.deps.numbers.collection.insert(aLedger({ first: 12, sakIds: [SAK.id] }));
});
afterEach(() => room.end());

const titles = async (person: string, verb: 'meeting.show' | 'agenda.card') =>
  buttonsOf(await room.card(person, { verb, meetingId })).map(({ title }) => title);

describe('a meeting whose time has passed, and that nobody has ended', () => {
  test('says so, and has its protocol and a cancellation, but neither another time nor a forfall', async () => {
    expect(linesOf(await room.card('siv', { verb: 'meeting.show', meetingId }))).toContain(
      'Tidspunktet er passert, men møtet er ikke avsluttet.',
    );
    expect(await titles('siv', 'meeting.show')).toEqual(['Avlys møtet', 'Forfall og vara', 'Møtet', 'Til møteplanen']);
    expect(await titles('kari', 'meeting.show')).toEqual(['Til møteplanen']);
  });

  test('asks and reminds nobody on the card of its agenda, which can still be read and mended', async () => {
    expect(await titles('siv', 'agenda.card')).toEqual([
      'Send meg sakspapirene',
      'Les sak 12/26',
      'Forfall og vara',
      'Endre sakslisten',
      'Registrer som publisert',
      'Møtet',
    ]);
    expect(await titles('kari', 'agenda.card')).toEqual(['Send meg sakspapirene', 'Les sak 12/26']);
  });

  test('has the same ways in the tab', async () => {
    const { actions } = await tabPage(room.deps, 'siv', `meetings/${meetingId}`, 'meeting');
    expect(actions.map(({ action }) => action.verb)).toEqual([
      'agenda.papers',
      'meeting.cancel-form',
      'forfall.status',
      'minutes.show',
      'agenda.build',
      'agenda.publish-form',
    ]);
  });

  test('reminds nobody from a card that was sent before', async () => {
    for (const verb of ['agenda.remind', 'forecast.remind'])
      expect(wordsOf(await room.card('siv', { verb, meetingId }))).toContain(notice('meeting-over'));
    await room.deliver();
    expect(room.wordsTo('chat-kari')).toBe('');
  });

  test('is not moved from a form that was opened before, or opened now', async () => {
    const form = { committeeId: 'committee-1', meetingId };
    expect(wordsOf(await room.card('siv', { verb: 'meeting.form', ...form }))).toContain(notice('plan-past'));
    const typed = { on: '2026-04-21', from: '12:00', to: '14:00' };
    expect(wordsOf(await room.card('siv', { verb: 'meeting.save', ...form, ...typed }))).toContain(notice('plan-past'));
    expect((await room.meeting(meetingId)).endsAt).toEqual(NOW);
  });
});
