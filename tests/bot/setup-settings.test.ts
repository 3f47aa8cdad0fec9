import { describe, expect, test } from 'vitest';
import { inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import type { Service } from '../support/service.ts';
import { filledIn, setUp, shown, type TheTeams } from '../support/setup.ts';
import { eva, group, kari, LINES, onStage, siv, storedCommittee } from '../support/setup-cast.ts';

let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ service, teams } = stage);
});

describe('one seat', () => {
  const moved = async (typed: Record<string, string>, seat = 'Nordlys sykehus') => {
    const card = await setUp(teams, siv, group, LINES);
    const form = shown(await teams.press(siv, card, 'Bytt medlem'));
    const choices = inputsOf(form).flatMap((input) => (input.type === 'Input.ChoiceSet' ? input.choices : []));
    const seatId = choices.find(({ title }) => title.startsWith(seat))?.value ?? '';
    return shown(await teams.press(siv, form, 'Lagre endringene', { seatId, ...typed }));
  };

  test('goes to somebody who is found in Teams, whose name Teams says', async () => {
    const card = await moved({ picked: eva.objectId });
    expect(linesOf(card)).toContain(
      'Nordlys sykehus (helseforetak): Eva Lie (har ikke åpnet chatten ennå). Stemmeberettiget.',
    );
    expect(linesOf(await teams.ask(eva, 'oppsett'))).toContain('Oppsett: SU');
  });

  test('goes to somebody by name and address, who gets it when they are heard from', async () => {
    const card = await moved({ name: 'Per Li', email: 'per.li@eksempel.no' });
    expect(wordsOf(card)).toContain('Per Li (ikke koblet til Teams ennå)');
    expect((await storedCommittee(service))?.history.at(-1)).toMatchObject({ what: 'holder-changed' });
  });

  test('of somebody who waits goes to the one who is found in Teams, with the roles: it is the same human', async () => {
    const lines = ['Siv Dahl;;sekretariat', 'E. Lie;e.lie@privat.no;leder;Storvik kommune'];
    const card = await setUp(teams, siv, group, lines);
    const form = shown(await teams.press(siv, card, 'Bytt medlem'));
    const [seat] = inputsOf(form).flatMap((input) => (input.type === 'Input.ChoiceSet' ? input.choices : []));
    const moved = await teams.press(siv, form, 'Lagre endringene', { seatId: seat?.value, picked: eva.objectId });
    expect(linesOf(shown(moved))).toContain('Leder: Eva Lie');
  });

  test('is left vacant when that is chosen', async () => {
    expect(linesOf(await moved({ vacant: 'ledig' }))).toContain(
      'Nordlys sykehus (helseforetak): Ledig. Stemmeberettiget.',
    );
  });

  test.each([
    ['no seat', { seatId: '' }, 'Velg plassen.'],
    ['nobody', {}, 'Velg hvem som skal ha plassen, eller kryss av'],
    ['somebody and nobody', { vacant: 'ledig', picked: eva.objectId }, 'Velg enten hvem som skal ha plassen'],
    ['two people', { picked: eva.objectId, name: 'Per Li' }, 'Velg enten personen i Teams, eller skriv navnet.'],
    ['a name alone', { name: 'Per Li' }, 'Skriv e-postadressen også, eller søk etter personen i Teams.'],
    ['an address alone', { email: 'per.li@eksempel.no' }, 'Skriv navnet også.'],
    ['an odd address', { name: 'Per Li', email: 'per' }, 'E-postadressen er ikke gyldig.'],
    ['somebody Teams does not know', { picked: '5eed0000-0000-4000-8000-00000000ffff' }, 'Skriv navnet også.'],
    ['somebody who has one', { picked: kari.objectId }, 'Personen har en plass i utvalget fra før.'],
    ['a seat that is gone', { seatId: 'seat_x', picked: eva.objectId }, 'Plassen finnes ikke lenger.'],
  ])('is not moved with %s, and it is said why', async (_what, typed, said) => {
    expect(wordsOf(await moved(typed))).toContain(said);
  });
});

describe('the settings of a committee', () => {
  test('are changed, and what was chosen cannot be left open again', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const form = shown(await teams.press(siv, card, 'Endre innstillinger'));
    expect(filledIn(form)).toMatchObject({ shortName: 'SU', rule: 'later', askedGroup: 'later', roundDays: '7' });
    const typed = { shortName: 'SSU', rule: 'consensus', atLeast: '2', roundDays: '10', publishedAt: 'nordlys.no' };
    const changed = shown(await teams.press(siv, form, 'Lagre endringene', typed));
    expect(linesOf(changed)).toEqual(
      expect.arrayContaining(['Oppsett: SSU', 'E-postrunde: 10 dager', 'Publiseres på: nordlys.no']),
    );
    const again = shown(await teams.press(siv, changed, 'Endre innstillinger'));
    expect(filledIn(again)).toMatchObject({ rule: 'consensus', atLeast: '2', askedGroup: 'later' });
    expect(wordsOf(shown(await teams.press(siv, again, 'Lagre endringene', { rule: '' })))).toContain(
      'Utvalget har valgt hvordan referater godkjennes.',
    );
  });

  test('that a colleague changed meanwhile are not lost, and what was typed stays', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const mine = shown(await teams.press(siv, card, 'Endre innstillinger'));
    const seat = shown(await teams.press(siv, card, 'Bytt medlem'));
    const theirs = shown(await teams.press(kari, await teams.ask(kari, 'oppsett'), 'Endre innstillinger'));
    await teams.press(kari, theirs, 'Lagre endringene', { roundDays: '10' });
    const again = shown(await teams.press(siv, mine, 'Lagre endringene', { shortName: 'SSU' }));
    expect(wordsOf(again)).toContain('Utvalget er endret av en annen i mellomtiden');
    expect(filledIn(again)).toMatchObject({ shortName: 'SSU', roundDays: '7' });
    const [choices] = inputsOf(seat).flatMap((input) => (input.type === 'Input.ChoiceSet' ? [input.choices] : []));
    const moved = await teams.press(siv, seat, 'Lagre endringene', { seatId: choices?.[1]?.value, vacant: 'ledig' });
    expect(wordsOf(shown(moved))).toContain('Utvalget er endret av en annen i mellomtiden');
    expect(await storedCommittee(service)).toMatchObject({ shortName: 'SU', settings: { roundDays: 10 } });
  });

  test('that cannot be used are named, and kept as typed', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const form = shown(await teams.press(siv, card, 'Endre innstillinger'));
    const typed = { shortName: 'S'.repeat(41), roundDays: 'ti', rule: 'consensus', atLeast: '9' };
    const again = shown(await teams.press(siv, form, 'Lagre endringene', typed));
    expect(filledIn(again)).toMatchObject(typed);
    expect(linesOf(again)).toEqual(
      expect.arrayContaining(['Skriv et kortnavn på høyst 40 tegn.', expect.stringContaining('fra 1 til 90')]),
    );
  });
});
