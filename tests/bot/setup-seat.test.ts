import { describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { notice } from '../../cards/text/notices.ts';
import { inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import type { Service } from '../support/service.ts';
import { filledIn, setUp, shown, type TheTeams } from '../support/setup.ts';
import { eva, group, LINES, onStage, siv, storedCommittee } from '../support/setup-cast.ts';

let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ service, teams } = stage);
});

/** One seat, opened from the card of the committee. */
const opened = async (beginning: string, card?: Card): Promise<Card> => {
  const choice = shown(await teams.press(siv, card ?? (await setUp(teams, siv, group, LINES)), 'Åpne én plass'));
  const seats = inputsOf(choice).flatMap((input) => (input.type === 'Input.ChoiceSet' ? input.choices : []));
  const seatId = seats.find(({ title }) => title.startsWith(beginning))?.value ?? '';
  return shown(await teams.press(siv, choice, 'Åpne plassen', { seatId }));
};

describe('one seat of a committee', () => {
  test('shows who has it and what it is, and is changed there', async () => {
    const seat = await opened('Storvik');
    expect(linesOf(seat)).toEqual(
      expect.arrayContaining(['Plass: Storvik kommune (kommune)', 'Medlem: Kari Nes (har ikke åpnet chatten ennå)']),
    );
    expect(filledIn(seat)).toEqual({
      seatName: 'Storvik kommune',
      represents: 'kommune',
      voting: 'stemme',
      roles: 'chair',
    });
    const typed = { seatName: 'Storvik', voting: 'tale', roles: 'vice-chair,secretariat' };
    const saved = shown(await teams.press(siv, seat, 'Lagre plassen', typed));
    expect(linesOf(saved)).toContain(notice('seat-saved'));
    expect(filledIn(saved)).toMatchObject(typed);
    const committee = await storedCommittee(service);
    expect(committee?.seats[0]).toMatchObject({ name: 'Storvik', represents: 'kommune', voting: false });
    expect(committee?.roles).not.toHaveProperty('chairId');
    expect(committee?.roles.secretariatIds).toHaveLength(2);
  });

  test('keeps what was typed where something is wrong', async () => {
    const again = shown(await teams.press(siv, await opened('Storvik'), 'Lagre plassen', { seatName: ' ' }));
    expect(wordsOf(again)).toContain('Skriv hva plassen heter, med høyst 200 tegn.');
    expect(filledIn(again)).toMatchObject({ represents: 'kommune', roles: 'chair' });
  });

  test('pressed twice is saved once', async () => {
    const seat = await opened('Storvik');
    const typed = { seatName: 'Storvik', voting: 'tale', roles: 'vice-chair' };
    await teams.press(siv, seat, 'Lagre plassen', typed);
    expect(linesOf(shown(await teams.press(siv, seat, 'Lagre plassen', typed)))).toContain(notice('seat-saved'));
  });

  test('that somebody else has changed says so as well where something is wrong', async () => {
    const seat = await opened('Storvik');
    await teams.press(siv, seat, 'Lagre plassen', { seatName: 'Storvik' });
    const again = shown(await teams.press(siv, seat, 'Lagre plassen', { seatName: ' ' }));
    expect(wordsOf(again)).toContain('Utvalget er endret av en annen i mellomtiden');
    expect(wordsOf(again)).toContain('Skriv hva plassen heter, med høyst 200 tegn.');
  });

  test('gets a vara who has said yes, after those who are there', async () => {
    let seat = await opened('Storvik');
    for (const name of ['Vera Lund', 'Vidar Moe']) {
      const form = shown(await teams.press(siv, seat, 'Legg til vara'));
      const email = `${name.split(' ')[0]?.toLowerCase()}@storvik.eksempel.no`;
      seat = shown(await teams.press(siv, form, 'Legg til vara', { name, email }));
    }
    expect(linesOf(seat)).toEqual(expect.arrayContaining(['Vara: 1. Vera Lund, 2. Vidar Moe']));
    const form = shown(await teams.press(siv, seat, 'Legg til vara'));
    const own = shown(
      await teams.press(siv, form, 'Legg til vara', { picked: '', name: 'Ola Vik', email: 'ola.vik@eksempel.no' }),
    );
    expect(wordsOf(own)).toContain('har en egen plass, og kan ikke være vara');
  });

  test('goes to somebody else from there, and a name that was written wrongly is mended', async () => {
    const card = await setUp(teams, siv, group, [...LINES, 'Per Ly; per.li@eksempel.no; medlem; Havnes kommune']);
    const form = shown(await teams.press(siv, await opened('Havnes', card), 'Bytt medlem, eller rett navn og adresse'));
    const mended = shown(
      await teams.press(siv, form, 'Lagre endringene', { name: 'Per Li', email: 'per.li@eksempel.no' }),
    );
    expect(wordsOf(mended)).toContain('Per Li (ikke koblet til Teams ennå)');
    const again = shown(
      await teams.press(siv, await opened('Havnes', mended), 'Bytt medlem, eller rett navn og adresse'),
    );
    expect(linesOf(shown(await teams.press(siv, again, 'Lagre endringene', { picked: eva.objectId })))).toContain(
      'Havnes kommune (kommune): Eva Lie (har ikke åpnet chatten ennå). Stemmeberettiget.',
    );
  });

  test('is added, and taken away after a question', async () => {
    const choice = shown(await teams.press(siv, await setUp(teams, siv, group, LINES), 'Åpne én plass'));
    const form = shown(await teams.press(siv, choice, 'Ny plass'));
    const added = shown(
      await teams.press(siv, form, 'Legg til plassen', { seatName: 'Ungdomsrådet', represents: 'bruker' }),
    );
    expect(linesOf(added)).toEqual(expect.arrayContaining([notice('seat-added'), 'Plass: Ungdomsrådet (bruker)']));
    const question = shown(await teams.press(siv, added, 'Ta bort plassen'));
    expect(linesOf(question)[0]).toBe('Ta bort plassen Ungdomsrådet (bruker)?');
    const removed = shown(await teams.press(siv, question, 'Ta bort'));
    expect(linesOf(removed)).toContain(notice('seat-removed'));
    expect((await storedCommittee(service))?.history.map(({ what }) => what)).toEqual([
      'created',
      'seat-added',
      'seat-removed',
    ]);
  });

  test('is not for members, and one that is gone is chosen anew', async () => {
    const seat = await opened('Brukerutvalget');
    expect(wordsOf(shown(await teams.press(eva, seat, 'Lagre plassen')))).toContain(notice('not-for-you'));
    const question = shown(await teams.press(siv, seat, 'Ta bort plassen'));
    await teams.press(siv, question, 'Ta bort');
    expect(wordsOf(shown(await teams.press(siv, seat, 'Lagre plassen')))).toContain(
      'Plassen finnes ikke lenger. Velg en annen.',
    );
  });
});
