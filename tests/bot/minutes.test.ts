import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inputsOf } from '../support/cards.ts';
import { aMinutesCase, buttons, type MinutesCase, words } from '../support/minutes-case.ts';
import { filledIn } from '../support/minutes-room.ts';

let room: MinutesCase;
beforeEach(async () => {
  room = await aMinutesCase();
});
afterEach(() => room.end());

describe('the way to the meeting', () => {
  test('is in the overview of whoever runs rounds, once it has begun', async () => {
    const overview = await room.show('siv', { verb: 'referat.overview' });
    expect(words(overview)).toContain('Før møtet til protokoll');
    expect(words(await room.click(overview, 'Åpne møtet'))).toContain('Sak 13/26 Møteplan');
    expect(words(await room.show('ola', { verb: 'referat.overview' }))).not.toContain('Før møtet til protokoll');
    // the one in April has not begun
    expect(buttons(overview).filter((title) => title === 'Åpne møtet')).toHaveLength(1);
  });

  test.each(['kari', 'nina'])(
    'is closed to %s, who neither leads the committee nor is its secretary',
    async (person) => {
      expect(words(await room.open(person))).toContain('Dette er bare for sekretariatet og lederen');
      expect(words(await room.openSak('moteplan', person))).toContain('Dette er bare for sekretariatet og lederen');
    },
  );

  test('is open to the chair', async () => {
    expect(buttons(await room.open('lise'))).toContain('Avslutt møtet');
  });

  test('leads to nothing but a kind word before the meeting has begun', async () => {
    const shown = await room.show('siv', { verb: 'minutes.show', meetingId: 'meeting-2' });
    expect(words(shown)).toContain('Når møtet har begynt, kan du registrere oppmøte og vedtak her.');
    expect(buttons(shown)).toEqual([]);
    const pressed = await room.show('siv', { verb: 'minutes.presence', meetingId: 'meeting-2', present: 'seat-kari' });
    expect(words(pressed)).toContain('Møtet har ikke begynt.');
  });
});

describe('who was there', () => {
  test('is filled in from what was said on the agenda card, and nobody else is ticked', async () => {
    const form = await room.click(await room.open(), 'Til stede');
    expect(filledIn(form)).toEqual({ present: 'seat-kari' });
    expect(inputsOf(form.card)[0]).toMatchObject({
      choices: [{ value: 'seat-kari' }, { value: 'seat-ola' }, { value: 'seat-per' }],
    });
  });

  test('is registered seat by seat; the others have forfall', async () => {
    const form = await room.click(await room.open(), 'Til stede');
    const after = await room.click(form, 'Lagre', { present: 'seat-kari,seat-per' });
    expect(words(after)).toContain('2 av 3');
    expect((await room.meeting()).attendance).toEqual([
      { seatId: 'seat-kari', present: true },
      { seatId: 'seat-ola', present: false },
      { seatId: 'seat-per', present: true },
    ]);
  });

  test('a vara sits in one seat, found in Teams or by name, and the name can be taken away again', async () => {
    await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari' });
    const form = await room.click(await room.open(), 'Vara');
    await room.click(form, 'Lagre', { seatId: 'seat-ola', name: 'Vera Vik' });
    expect((await room.meeting()).attendance).toContainEqual({
      seatId: 'seat-ola',
      present: true,
      vara: { name: 'Vera Vik' },
    });
    await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', { seatId: 'seat-ola', name: '' });
    expect((await room.meeting()).attendance).toContainEqual({ seatId: 'seat-ola', present: false });
  });

  test.each([
    ['no seat', { seatId: '', name: 'Vera' }, 'Velg hvem det gjelder.'],
    ['a name without an end', { seatId: 'seat-ola', name: 'V'.repeat(201) }, 'Et navn kan ha høyst 200 tegn.'],
    ['a seat that is gone', { seatId: 'seat-x', name: 'Vera' }, 'Plassen finnes ikke i utvalget lenger.'],
    [
      'somebody nobody knows the name of',
      { seatId: 'seat-ola', picked: '11111111-1111-4111-8111-111111111111' },
      'Skriv navnet også.',
    ],
  ])('a vara with %s is not registered, and what was typed stays', async (_what, typed, said) => {
    await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari' });
    const again = await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', typed);
    expect(words(again)).toContain(said);
    expect(filledIn(again)).toMatchObject({ name: 'name' in typed ? typed.name : '' });
  });

  test('nobody is vara before it was registered who was there', async () => {
    const again = await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', {
      seatId: 'seat-ola',
      name: 'Vera',
    });
    expect(words(again)).toContain('Registrer først hvem som var til stede.');
  });

  test('those who took part in a sak are named with it, however its number was typed', async () => {
    const form = await room.click(await room.open(), 'Møteleder og deltakere');
    expect(filledIn(form)).toMatchObject({ nextMeetingOn: '2026-04-14' });
    const typed = {
      ...filledIn(form),
      ledBy: 'Lise',
      minuteTaker: 'Siv',
      guests: 'Eva Dal, HelseNord IKT, sak 13/26\nOdd',
      others: 'Aud',
    };
    const after = await room.click(form, 'Lagre', typed);
    expect(words(after)).toContain('Lise');
    expect((await room.meeting()).guests).toEqual([
      { name: 'Eva Dal, HelseNord IKT', sakId: 'moteplan' },
      { name: 'Odd' },
      { name: 'Aud' },
    ]);
  });

  test.each([
    [
      'a sak that is not on the agenda',
      { guests: 'Eva, sak 99/26' },
      'En deltaker er ført på en sak som ikke står på sakslisten.',
    ],
    ['a day that no calendar has', { nextMeetingOn: '2026-02-31' }, 'Skriv datoen for neste møte'],
    ['a name without an end', { ledBy: 'L'.repeat(201) }, 'Et navn kan ha høyst 200 tegn.'],
    ['a line without an end', { others: 'L'.repeat(301) }, 'En linje kan ha høyst 300 tegn.'],
    ['more than a card holds', { others: 'Aud\n'.repeat(900) }, 'hvert felt kan ha høyst 3000 tegn'],
  ])('around the saker, %s is refused kindly, and what was typed stays', async (_what, typed, said) => {
    const form = await room.click(await room.open(), 'Møteleder og deltakere');
    const again = await room.click(form, 'Lagre', { ...filledIn(form), guests: 'Odd', ...typed });
    expect(words(again)).toContain(said);
    expect(filledIn(again)).toMatchObject(typed);
    expect((await room.meeting()).guests).toEqual([]);
  });
});
