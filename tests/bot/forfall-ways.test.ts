import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import { entraKey } from '../../store/person/record.ts';
import { done } from '../../store/result.ts';
import type { AgendaRoom } from '../support/agenda-room.ts';
import { inChat } from '../support/circulation.ts';
import { aForfallRoom } from '../support/forfall-room.ts';
import { KARIS as forfallId, forfallTalk, titles, words } from '../support/forfall-talk.ts';
import { TENANT } from '../support/records.ts';

const meetingId = 'meeting-1';

let room: AgendaRoom;
beforeEach(async () => {
  room = await aForfallRoom();
});
afterEach(() => room.end());

const { report, answer, status, calls, states } = forfallTalk(() => room);
const times = (chat: string, what: string) => room.wordsTo(chat).split(what).length - 1;

describe('the secretariat', () => {
  test('reports for a member, who is told, and it shows who did it', async () => {
    await report('siv', { onBehalf: true, seatId: 'seat-per' });
    room.wait(61_000);
    await room.deliver();
    expect(await status()).toContain('Meldt av siv.');
    expect(await status()).toContain('Plassen har ingen vara.');
    expect(room.wordsTo('chat-per')).toContain('Meldt for deg av siv.');
  });

  test('is told when nobody is left, registers somebody who said yes by telephone, and gives the seat back', async () => {
    await report('per');
    room.wait(61_000);
    await room.deliver();
    expect(room.wordsTo('chat-siv')).toContain('Plassen har ingen vara.');
    const assign = { verb: 'forfall.assign', meetingId, forfallId: 'seat-per:whole' };
    expect(await words(room.card('siv', assign))).toContain('Velg hvem som møter, i Teams eller med navn og e-post.');
    expect(await words(room.card('siv', { ...assign, name: 'Nora Vik' }))).toContain('Skriv e-postadressen');
    const done = await words(room.card('siv', { ...assign, name: 'Nora Vik', email: 'nora@eksempel.no' }));
    expect(done).toContain('Nora Vik møter som vara (registrert av sekretariatet).');
    expect(done).toContain('Har ikke chat med Utvalgsbot');
    const released = await words(room.card('siv', { ...assign, verb: 'forfall.release' }));
    expect(released).toContain('Ingen har meldt forfall til dette møtet.');
  });

  test('sees that the vara of the whole meeting acts also in the sak that the member is inhabil in', async () => {
    await report('kari');
    await answer('vera', true);
    await report('kari', { what: 'sak', saker: 'b' });
    const shown = await status();
    expect(shown).toContain('2 forfall er meldt. Alle er dekket av vara.');
    expect(shown.split('vera møter som vara.')).toHaveLength(3);
  });

  test('registers somebody who is nobody’s vara, and what they are told leads to the card they got', async () => {
    const eva = '0b2b1f0e-6a3c-4d2e-9b1a-1c2d3e4f5a6b';
    await room.deps.persons.collection.insert({
      ...inChat('eva'),
      keys: [entraKey(TENANT, 'eva'), entraKey(TENANT, eva)],
    });
    await report('per');
    await room.card('siv', { verb: 'forfall.assign', meetingId, forfallId: 'seat-per:whole', picked: eva });
    expect(await states()).toEqual(['eva accepted']);
    await room.deliver();
    expect(room.wordsTo('chat-eva')).toContain('Du møter for per');
    for (const verb of ['forfall.show', 'agenda.show'])
      expect(await words(room.card('eva', { verb }))).toContain('kortet du fikk om det');
    expect(await words(room.card('eva', { verb: 'agenda.card', meetingId }))).toContain('Du møter som vara for per');
  });

  test('cannot give two seats at one meeting to the same person', async () => {
    await report('per');
    await report('ola');
    const nora = { verb: 'forfall.assign', meetingId, name: 'Nora Vik', email: 'nora@eksempel.no' };
    await room.card('siv', { ...nora, forfallId: 'seat-per:whole' });
    const again = await words(room.card('siv', { ...nora, forfallId: 'seat-ola:whole' }));
    expect(again).toContain('Ingen kan ha to plasser i ett møte.');
    expect((await calls()).map(({ state }) => state)).toEqual(['accepted', 'asked']);
  });
});

describe('the way back', () => {
  test('is not offered once a vara is registered as the one who sat there', async () => {
    await report('kari');
    await answer('vera', true);
    expect(await titles(room.card('kari', { verb: 'forfall.own', meetingId }))).toContain('Jeg kan likevel');
    const vara = { name: 'vera', personId: 'vera' };
    await change(room.deps.meetings.collection, meetingId, (meeting) =>
      done({ ...meeting, attendance: [{ seatId: 'seat-kari', present: true, vara }] }),
    );
    for (const verb of ['forfall.own', 'agenda.card'])
      expect(await titles(room.card('kari', { verb, meetingId }))).not.toContain('Jeg kan likevel');
    expect(await words(room.card('kari', { verb: 'forfall.back', meetingId, forfallId }))).toContain(
      'Det er registrert at en vara satt i plassen i møtet.',
    );
  });
});

describe('the way to it', () => {
  test('is on the meeting: to report for whoever has a seat, and to see it all for those who run the committee', async () => {
    const ways = (person: string) => titles(room.card(person, { verb: 'meeting.show', meetingId }));
    expect(await ways('kari')).toContain('Meld forfall');
    expect(await ways('kari')).not.toContain('Forfall og vara');
    expect(await ways('siv')).toContain('Forfall og vara');
    expect(await ways('siv')).not.toContain('Meld forfall');
  });

  test('is on the agenda, with the way back once a vara acts', async () => {
    const ways = (person: string) => titles(room.card(person, { verb: 'agenda.card', meetingId }));
    expect(await ways('kari')).toContain('Del av møtet eller inhabil');
    expect(await ways('lise')).toContain('Forfall og vara');
    expect(await ways('nina')).not.toContain('Forfall og vara');
    await report('kari');
    await answer('vera', true);
    expect(await ways('kari')).toEqual(expect.arrayContaining(['Jeg kan likevel', 'Se hvem som møter']));
  });
});

describe('«forfall»', () => {
  test('shows a member their coming meetings, and a vara what they are asked about', async () => {
    expect(await words(room.card('kari', { verb: 'forfall.show' }))).toContain('Du har ikke svart på om du kommer.');
    await report('kari');
    expect(await words(room.card('kari', { verb: 'forfall.show' }))).toContain('Forfall til hele møtet.');
    expect(await titles(room.card('kari', { verb: 'forfall.show' }))).toEqual(['Meld forfall', 'Se forfallet']);
    await room.deliver();
    expect(await titles(room.card('vera', { verb: 'forfall.show' }))).toEqual(['Åpne']);
    expect(await words(room.card('fremmed', { verb: 'forfall.show' }))).toContain('Du er ikke med i noe utvalg her');
    expect(times('chat-vera', 'Kan du møte som vara?')).toBe(1);
  });
});
