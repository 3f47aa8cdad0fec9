import { expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { notice } from '../../cards/text/notices.ts';
import { inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import type { Service } from '../support/service.ts';
import { filledIn, setUp, shown, type TheTeams, titlesOf } from '../support/setup.ts';
import { group, LINES, onStage, siv, storedCommittee } from '../support/setup-cast.ts';

let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ service, teams } = stage);
});

const WHY =
  'Utvalget er vedtaksført når minst 3 stemmeberettigede plasser er dekket, og kan ikke ha færre enn det. Ingenting er lagret. Sett tallet ned under «Endre innstillinger» i oppsettet først.';

/** The committee, with a quorum of each seat that it has, or another. */
const withQuorum = async (quorum = '3', card?: Card): Promise<Card> => {
  const form = shown(await teams.press(siv, card ?? (await setUp(teams, siv, group, LINES)), 'Endre innstillinger'));
  return shown(await teams.press(siv, form, 'Lagre endringene', { quorum }));
};
const openSeat = async (committee: Card): Promise<Card> => {
  const choice = shown(await teams.press(siv, committee, 'Åpne én plass'));
  const [seats] = inputsOf(choice).flatMap((input) => (input.type === 'Input.ChoiceSet' ? [input.choices] : []));
  return shown(await teams.press(siv, choice, 'Åpne plassen', { seatId: seats?.[0]?.value }));
};

test('a seat that the quorum needs is not taken away: it is said why, with the number and where to change it', async () => {
  const question = shown(await teams.press(siv, await openSeat(await withQuorum()), 'Ta bort plassen'));
  const refused = shown(await teams.press(siv, question, 'Ta bort'));
  expect(linesOf(refused)).toContain(`Rett dette først: ${WHY}`);
  const changed = await withQuorum('2', await teams.ask(siv, 'oppsett'));
  const again = shown(await teams.press(siv, await openSeat(changed), 'Ta bort plassen'));
  expect(linesOf(shown(await teams.press(siv, again, 'Ta bort')))).toContain(notice('seat-removed'));
});

test('a seat that the quorum needs keeps its vote, and the form keeps what was typed', async () => {
  const typed = { seatName: 'Storvik', voting: 'tale', roles: 'chair' };
  const seat = await openSeat(await withQuorum());
  const refused = shown(await teams.press(siv, seat, 'Lagre plassen', typed));
  expect(linesOf(refused)).toContain(`Rett dette først: ${WHY}`);
  expect(filledIn(refused)).toMatchObject(typed);
  expect((await storedCommittee(service))?.seats[0]).toMatchObject({ name: 'Storvik kommune', voting: true });
});

test('a list with fewer votes than the quorum cannot be saved, and is still in the form', async () => {
  const form = shown(await teams.press(siv, await withQuorum(), 'Endre medlemmer'));
  const members = LINES.toSpliced(1, 1).join('\n');
  const preview = shown(await teams.press(siv, form, 'Forhåndsvis', { members }));
  expect(linesOf(preview)).toContain(WHY);
  expect(titlesOf(preview)).toEqual(['Endre', 'Avbryt']);
  const again = shown(await teams.press(siv, preview, 'Endre'));
  expect(filledIn(again).members).toBe(members);
  const whole = shown(
    await teams.press(siv, again, 'Forhåndsvis', { members: LINES.join('\n').replace('; medlem;', '; nestleder;') }),
  );
  expect(wordsOf(whole)).not.toContain('vedtaksført');
  expect(titlesOf(whole)).toContain('Lagre endringene');
});
