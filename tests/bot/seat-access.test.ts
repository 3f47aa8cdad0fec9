import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from '../../bot/render.ts';
import type { Card } from '../../cards/elements.ts';
import { change } from '../../store/change.ts';
import { markActed } from '../../store/meeting/rules-call-answer.ts';
import type { View } from '../../store/view.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { sayings, withVaras } from '../support/called-in.ts';
import { buttonOf, buttonsOf, wordsOf } from '../support/cards.ts';
import { inChat } from '../support/circulation.ts';
import { strictText } from '../support/docx.ts';
import { aMeeting } from '../support/meetings.ts';
import { NOW } from '../support/records.ts';

const meetingId = 'meeting-1';
const whole = { what: 'whole' } as const;
const open = anAcceptedSak('åpen', { title: 'Åpen sak' });
const closed = anAcceptedSak('lukket', { title: 'Personalsaken', closed: true });
const inClosed = { what: 'sak', sakId: closed.id } as const;

let room: AgendaRoom;
beforeEach(async () => {
  const { settings } = inChannel();
  const committee = withVaras(inChannel({ settings: { ...settings, agenda: { fixed: [] } } }));
  room = await anAgendaRoom([committee], [aMeeting()], [open, closed]);
  for (const id of ['vera', 'vidar']) await room.deps.persons.collection.insert(inChat(id));
});
afterEach(() => room.end());

const say = () => sayings(room.deps);
const send = async () => {
  await room.card('siv', { verb: 'agenda.build', meetingId });
  await room.click('siv', await room.card('siv', { verb: 'agenda.preview', meetingId }), 'Send sakslisten');
  await room.deliver();
};
const titles = (card: Card) => buttonsOf(card).map(({ title }) => title);
const agenda = (person: string) => room.card(person, { verb: 'agenda.card', meetingId });
const read = async (person: string, sakId: string) =>
  wordsOf(await room.card(person, { verb: 'agenda.read', meetingId, sakId }));
const isShown = async (person: string, sakId: string) => (await read(person, sakId)).includes(`Bakgrunn for ${sakId}.`);

test('a vara of the whole meeting reads its agenda, every sak and the papers, and nobody else of the varas does', async () => {
  await send();
  await say().veraComes();
  expect(wordsOf(await agenda('vera'))).toContain('Personalsaken');
  expect(await isShown('vera', open.id)).toBe(true);
  expect(await isShown('vera', closed.id)).toBe(true);
  await room.press('vera', { verb: 'agenda.papers', meetingId });
  await room.deliver();
  const [offer] = room.offers('vera');
  if (offer === undefined) throw new Error('no papers were offered');
  expect(await strictText(await room.take('vera', offer))).toContain('Bakgrunn for lukket.');
  expect(wordsOf(await agenda('vidar'))).not.toContain('Åpen sak');
});

test('a vara gets this meeting for their calendar, and not the committee’s plan', async () => {
  await send();
  await say().veraComes();
  await room.press('vera', buttonOf(await agenda('vera'), 'Legg i kalenderen').data);
  await room.press('vera', { verb: 'meeting.calendar', committeeId: 'committee-1' });
  await room.press('vidar', { verb: 'meeting.calendar', committeeId: 'committee-1', meetingId });
  await room.deliver();
  expect(room.offers('vera')).toHaveLength(1);
  expect(room.offers('vidar')).toEqual([]);
});

test('a vara who is asked reads what they are asked to, and no closed sak; one who said no reads nothing', async () => {
  await send();
  await say().forfall();
  expect(await isShown('vera', open.id)).toBe(true);
  expect(await isShown('vera', closed.id)).toBe(false);
  expect(wordsOf(await agenda('vidar'))).not.toContain('Åpen sak');
  await say().answer(whole, 'vera', false);
  expect(wordsOf(await agenda('vera'))).not.toContain('Åpen sak');
  await say().answer(whole, 'vidar', true);
  expect(await isShown('vidar', closed.id)).toBe(true);
});

test('a vara of another part reads of a closed sak only that it is there', async () => {
  await send();
  await say().veraComes({ what: 'part', sakIds: [open.id] });
  expect(wordsOf(await agenda('vera'))).not.toContain('Personalsaken');
  expect(await isShown('vera', open.id)).toBe(true);
  expect(await isShown('vera', closed.id)).toBe(false);
});

test('a member who is inhabil in a closed sak does not read it, and the vara who acts there does', async () => {
  await send();
  expect(await isShown('kari', closed.id)).toBe(true);
  await say().forfall(inClosed);
  expect(await isShown('kari', closed.id)).toBe(false);
  expect(await isShown('vera', closed.id)).toBe(false);
  await say().yes(inClosed);
  expect(await isShown('kari', closed.id)).toBe(false);
  expect(await isShown('vera', closed.id)).toBe(true);
});

test('a member whose vara comes keeps reading, and their card says who acts for them', async () => {
  await send();
  await say().veraComes();
  expect(await isShown('kari', closed.id)).toBe(true);
  expect(wordsOf(await agenda('kari'))).toContain('Vera Lund møter for deg.');
  expect(titles(await agenda('ola'))).not.toContain('Jeg kan likevel');
  expect(wordsOf(await agenda('vera'))).toContain('Du møter som vara for kari (kari kommune).');
  expect(wordsOf(await agenda('ola'))).toContain('Vera Lund (vara for kari)');
});

test('«Jeg kan likevel» on the agenda card takes the seat back, and is not there once the vara has acted', async () => {
  await send();
  await say().veraComes();
  await room.click('kari', await agenda('kari'), 'Jeg kan likevel');
  expect((await room.meeting(meetingId)).forfall).toMatchObject([{ takenBack: true }]);
  expect(titles(await agenda('kari'))).not.toContain('Jeg kan likevel');
  await say().veraComes();
  await change(room.deps.meetings.collection, meetingId, (meeting) =>
    markActed(meeting, { seatId: 'seat-kari', personId: 'vera' }, NOW),
  );
  expect(titles(await agenda('kari'))).not.toContain('Jeg kan likevel');
});

test('for one sak the cards name it', async () => {
  await send();
  await say().veraComes(inClosed);
  expect(wordsOf(await agenda('kari'))).toContain('Vera Lund møter for deg i sak 01/26.');
  expect(wordsOf(await agenda('vera'))).toContain('Du møter som vara for kari (kari kommune) i sak 01/26.');
});

test('whoever said yes before the agenda was sent gets it in their own chat, and answers the call-in there', async () => {
  await say().veraComes();
  await room.deliver();
  expect(room.wordsTo('chat-vera')).not.toContain('Innkalling og saksliste');
  await send();
  expect(room.wordsTo('chat-vera')).toContain('Innkalling og saksliste');
  expect(room.wordsTo('chat-vidar')).not.toContain('Innkalling og saksliste');
  const card = await agenda('vera');
  expect(titles(card)).toContain('Kommer');
  await room.click('vera', card, 'Forfall');
  const [forfall] = (await room.meeting(meetingId)).forfall ?? [];
  expect(forfall?.calls).toMatchObject([
    { varaId: 'vera', state: 'declined' },
    { varaId: 'vidar', state: 'asked' },
  ]);
});

test('somebody who was asked for nothing cannot answer for a seat', async () => {
  await send();
  await say().veraComes();
  await room.press('vidar', { verb: 'agenda.answer', meetingId, comes: true });
  expect((await room.meeting(meetingId)).forfall?.[0]?.calls).toMatchObject([{ varaId: 'vera', state: 'accepted' }]);
});

test('«saksliste» shows a vara the meetings they act in, and no others of the committee', async () => {
  await send();
  expect(wordsOf(await room.card('vera', { verb: 'agenda.show' }))).not.toContain('SSU');
  await say().veraComes();
  expect(wordsOf(await room.card('vera', { verb: 'agenda.show' }))).toContain('SSU');
});

test('a vara is not told that they are in no committee, where there is nothing for them yet', async () => {
  const show = async (person: string, view: View) => wordsOf((await render(room.deps, person, view)).card);
  expect(await show('vera', { view: 'meeting-plan' })).toContain('Skriv «forfall» for å se møtene');
  expect(await show('vera', { view: 'referat-overview' })).not.toContain('ikke med i noe utvalg');
  for (const view of ['meeting-plan', 'referat-overview'] as const)
    expect(await show('fremmed', { view })).toContain('Du er ikke med i noe utvalg her ennå.');
});
