import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';
import { filledIn } from '../support/setup.ts';

const SAK = anAcceptedSak('plan', { meetingId: 'meeting-1', number: '12/26', status: 'scheduled' });
const THREE = ['Send påminnelse til dem som ikke har svart', 'Flytt møtet', 'Behandle sakene på e-postrunde'];

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([inChannel()], [aSentMeeting([SAK])], [SAK]);
});
afterEach(() => room.end());

const answer = (person: string, comes: boolean) =>
  room.card(person, { verb: 'agenda.answer', meetingId: 'meeting-1', comes });
const meetingCard = (person: string) => room.card(person, { verb: 'meeting.show', meetingId: 'meeting-1' });
const warnings = (person: string) =>
  room.teams.requests.flatMap(({ chat, post }) =>
    chat === `chat-${person}` && post?.summary.startsWith('Møtet st') ? [post.card] : [],
  );
const warned = async () => {
  await answer('kari', false);
  await answer('ola', false);
  await room.deliver();
  const [card] = warnings('siv');
  if (card === undefined) throw new Error('nobody was warned');
  return card;
};

describe('a meeting that too few can come to', () => {
  test('is told its chair and secretariat, in numbers, with three things to do and the way to its forfall, and to nobody else', async () => {
    const card = await warned();
    expect(linesOf(card)).toEqual([
      'Møtet står i fare for å bli avlyst',
      'Møte i SSU tirsdag 14. april 2026',
      'Tirsdag 14. april 2026 kl. 12.00–14.00, digitalt',
      'Etter forfall kan ingen av 2 stemmeberettigede plasser bli dekket. Det trengs minst 1.',
      'Kommune: 3 plasser. 1 har ikke svart, 2 har forfall uten vara',
      'Utvalget har ikke satt noe eget krav til oppmøte. Jeg regner derfor med halvparten av plassene som har et medlem. Utvalget kan sette et eget krav i oppsettet.',
    ]);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([...THREE, 'Forfall og vara']);
    expect(wordsOf(await room.click('siv', card, 'Forfall og vara'))).toContain('2 forfall er meldt.');
    expect(warnings('lise')).toHaveLength(1);
    for (const other of ['kari', 'ola', 'per', 'nina']) expect(warnings(other)).toEqual([]);
    expect(wordsOf(card)).not.toContain('Kari');
  });

  test('those who have not answered are reminded from it, and a second time it says so', async () => {
    const [remind = ''] = THREE;
    const after = await room.click('siv', await warned(), remind);
    expect(wordsOf(after)).toContain('Påminnelsen går til dem som ikke har svart.');
    expect(buttonsOf(after).map(({ title }) => title)).toEqual([...THREE, 'Forfall og vara']);
    await room.deliver();
    expect(room.wordsTo('chat-per')).toContain('Kommer');
    expect(wordsOf(await room.click('siv', after, remind))).toContain('har fått eller får påminnelsen i dag');
  });

  test('it is moved from it, and starts anew', async () => {
    const form = await room.click('siv', await warned(), 'Flytt møtet');
    await room.click('siv', form, 'Lagre', { on: '2026-04-21', from: '12:00', to: '14:00' });
    const meeting = await room.meeting('meeting-1');
    expect(meeting.startsAt).toEqual(new Date('2026-04-21T10:00:00Z'));
    expect(meeting).not.toHaveProperty('riskToldAt');
    expect(wordsOf(await meetingCard('siv'))).not.toContain('fare');
  });

  test('its saker go on rounds from it', async () => {
    const form = await room.click('siv', await warned(), 'Behandle sakene på e-postrunde');
    expect(wordsOf(form)).toContain('Sak 12/26');
  });

  test('whoever opens the card after somebody has said «Kommer» sees that it can be held', async () => {
    const card = await warned();
    await answer('kari', true);
    const [remind = ''] = THREE;
    const now = await room.click('siv', card, remind);
    expect(linesOf(now)[0]).toBe('Møtet ser ut til å kunne holdes');
    expect(wordsOf(now)).toContain('1 av 2 stemmeberettigede plasser er dekket så langt. Det trengs minst 1.');
  });

  test('an old card of a meeting that was cancelled meanwhile says so, and its saker can still go on rounds', async () => {
    const card = await warned();
    await room.click(
      'siv',
      await room.card('siv', { verb: 'meeting.cancel-form', meetingId: 'meeting-1' }),
      'Avlys møtet',
    );
    const [remind = ''] = THREE;
    const now = await room.click('siv', card, remind);
    expect(linesOf(now)[0]).toBe('Møtet er avlyst');
    expect(wordsOf(now)).toContain('Møtet er holdt, avlyst eller forbi');
    expect(buttonsOf(now).map(({ title }) => title)).toEqual(['Behandle sakene på e-postrunde']);
  });

  test('an old card of a meeting that is over says so', async () => {
    const card = await warned();
    room.clock.now = new Date('2026-04-14T12:00:00Z');
    const [remind = ''] = THREE;
    expect(wordsOf(await room.click('siv', card, remind))).toContain('Møtet er holdt, avlyst eller forbi');
  });

  test('before its agenda is sent it can be moved, and nothing is offered that would be refused', async () => {
    await room.end();
    room = await anAgendaRoom([inChannel()], [aMeeting()], [SAK]);
    for (const seatId of ['seat-kari', 'seat-ola'])
      await room.card('siv', { verb: 'forfall.report', meetingId: 'meeting-1', onBehalf: true, seatId, what: 'whole' });
    await room.deliver();
    const [card] = warnings('siv');
    expect(card && buttonsOf(card).map(({ title }) => title)).toEqual(['Flytt møtet', 'Forfall og vara']);
    const titles = buttonsOf(await meetingCard('siv')).map(({ title }) => title);
    for (const refused of [THREE[0], THREE[2]]) expect(titles).not.toContain(refused);
  });

  test('a member who presses what was forwarded to them learns nothing', async () => {
    await warned();
    const shown = await room.card('kari', { verb: 'forecast.remind', meetingId: 'meeting-1' });
    expect(wordsOf(shown)).toContain('Dette er bare for sekretariatet');
  });
});

describe('silence', () => {
  const NEAR = new Date('2026-04-09T06:00:00Z');

  test('is told on the third working day before the meeting, by the clock, and once', async () => {
    await answer('per', true);
    room.clock.now = new Date(NEAR.getTime() - 1);
    await room.tick();
    await room.deliver();
    expect(warnings('siv')).toEqual([]);
    room.clock.now = NEAR;
    await room.tick();
    await room.tick();
    await room.deliver();
    expect(warnings('siv').map((card) => linesOf(card)[3])).toEqual([
      'Ingen av 2 stemmeberettigede plasser er dekket så langt, og møtet er nær. Det trengs minst 1.',
    ]);
  });

  test('is waited for from when the agenda is sent', async () => {
    await room.end();
    room = await anAgendaRoom([inChannel()], [aMeeting()], [anAcceptedSak('plan')]);
    const built = await room.card('siv', { verb: 'agenda.build', meetingId: 'meeting-1' });
    await room.click('siv', await room.click('siv', built, 'Forhåndsvis'), 'Send sakslisten');
    await room.deliver();
    expect((await room.meeting('meeting-1')).riskDueAt).toEqual(NEAR);
  });
});

describe('the meeting in the plan', () => {
  test('says who comes to those who run it, also when nothing is in danger', async () => {
    await answer('kari', true);
    const lines = linesOf(await meetingCard('lise'));
    expect(lines).toContain('Oppmøte');
    expect(lines).toContain(
      '1 av 2 stemmeberettigede plasser er dekket så langt, og inntil 2 kan bli det. Det trengs minst 1.',
    );
    expect(lines).toContain('Kommune: 3 plasser. 1 kommer, 2 har ikke svart');
  });

  test('says that it is in danger, with what can be done', async () => {
    await warned();
    const card = await meetingCard('siv');
    expect(linesOf(card)).toContain('Møtet står i fare for å bli avlyst');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(
      expect.arrayContaining([THREE[0], 'Flytt eller endre', THREE[2]]),
    );
  });

  test('is weighed anew when the committee sets another quorum', async () => {
    await answer('kari', false);
    await room.deliver();
    expect(warnings('siv')).toEqual([]);
    const form = await room.card('siv', { verb: 'setup.settings-form', committeeId: 'committee-1' });
    await room.click('siv', form, 'Lagre endringene', { ...filledIn(form), quorum: '2' });
    await room.deliver();
    expect(warnings('siv').map((card) => linesOf(card)[3])).toEqual([
      'Etter forfall kan høyst 1 av 2 stemmeberettigede plasser bli dekket. Det trengs minst 2.',
    ]);
  });

  test.each(['kari', 'nina'])('says nothing of it to %s, who does not run it', async (person) => {
    await answer('kari', true);
    expect(wordsOf(await meetingCard(person))).not.toContain('Oppmøte');
  });

  test('uses the committee’s own quorum where it has set one', async () => {
    await room.end();
    const { settings } = inChannel();
    room = await anAgendaRoom([inChannel({ settings: { ...settings, quorum: 2 } })], [aSentMeeting([SAK])], [SAK]);
    await answer('kari', false);
    const words = wordsOf(await meetingCard('siv'));
    expect(words).toContain('Etter forfall kan høyst 1 av 2');
    expect(words).toContain('Det trengs minst 2.');
    expect(words).toContain('Kravet er satt av utvalget.');
  });
});
