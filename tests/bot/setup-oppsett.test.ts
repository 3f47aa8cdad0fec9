import { describe, expect, test } from 'vitest';
import { notice } from '../../cards/text/notices.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
import type { Platform } from '../support/platform.ts';
import type { Service } from '../support/service.ts';
import { aMember, filledIn, setUp, shown, type TheTeams, titlesOf } from '../support/setup.ts';
import { CHANGES, eva, group, kari, LINES, ola, onStage, other, siv, storedCommittee } from '../support/setup-cast.ts';

let platform: Platform;
let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ platform, service, teams } = stage);
});

describe('oppsett', () => {
  test('shows a committee to its members, and the buttons to those who run it', async () => {
    await setUp(teams, siv, group, LINES);
    const shownTo = await teams.ask(ola, 'oppsett');
    expect(linesOf(shownTo)).toEqual(
      expect.arrayContaining([
        'Leder: Kari Nes',
        'Sekretariat: Siv Dahl',
        'Plasser: 3 plasser, 3 stemmeberettigede, 1 ledig',
        'Nordlys sykehus (helseforetak): Ola Vik. Stemmeberettiget.',
        'Brukerutvalget (bruker): Ledig. Stemmeberettiget.',
      ]),
    );
    expect(titlesOf(shownTo)).toEqual(['Sett opp et nytt utvalg']);
    for (const who of [siv, kari])
      expect(titlesOf(await teams.ask(who, 'oppsett'))).toEqual([...CHANGES, 'Sett opp et nytt utvalg']);
  });

  test('leads whoever is in no committee to setting one up, and so does referat', async () => {
    const overview = await teams.ask(eva, 'referat');
    const none = shown(await teams.press(eva, overview, 'Oppsett'));
    const form = shown(await teams.press(eva, none, 'Sett opp utvalg'));
    expect(filledIn(form).members).toBe('Eva Lie; eva.lie@eksempel.no; sekretariat');
    const typed = { name: 'Arbeidsgruppe', shortName: 'AG', members: 'Eva Lie;;leder\nPer Li;per@eksempel.no' };
    const preview = shown(await teams.press(eva, form, 'Forhåndsvis', typed));
    expect(wordsOf(preview)).toContain('Per Li (per@eksempel.no)');
    expect(wordsOf(shown(await teams.press(eva, preview, 'Opprett utvalget')))).toContain('Utvalget er opprettet');
  });

  test('lets whoever is in several committees choose', async () => {
    await setUp(teams, siv, group, LINES);
    await setUp(teams, siv, other, ['Siv Dahl;;sekretariat'], { name: 'FSU', shortName: 'FSU' });
    const choice = await teams.ask(siv, 'oppsett');
    expect(wordsOf(shown(await teams.press(siv, choice, 'FSU')))).toContain('Oppsett: FSU');
  });

  test('in the committee’s chat is answered with a sentence there, and the card 1:1', async () => {
    await setUp(teams, siv, group, LINES);
    await teams.write(ola, 'oppsett', group);
    await teams.seesIn(group.id, 'Jeg har sendt deg et kort');
    await teams.sees(ola, 'Oppsett: SU');
    expect(teams.cardsIn(group.id).filter((card) => wordsOf(card).includes('Oppsett'))).toEqual([]);
  });

  test('in the committee’s chat tells somebody who is not in it that there is one', async () => {
    await setUp(teams, siv, group, LINES);
    await teams.write(eva, 'oppsett', group);
    await teams.seesIn(group.id, 'Det er allerede satt opp et utvalg');
  });
});

describe('a committee without a chat', () => {
  const alone = async () => {
    const form = shown(await teams.press(siv, await teams.ask(siv, 'oppsett'), 'Sett opp utvalg'));
    const typed = { name: 'Arbeidsgruppe', shortName: 'AG', members: 'Siv Dahl;;sekretariat' };
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', typed));
    await teams.press(siv, preview, 'Opprett utvalget');
    return teams.ask(siv, 'oppsett', group);
  };

  test('gets the one where oppsett is written', async () => {
    expect(wordsOf(shown(await teams.press(siv, await alone(), 'AG')))).toContain(
      'Chatten eller kanalen er knyttet til utvalget.',
    );
    expect(await storedCommittee(service)).toMatchObject({
      shortName: 'AG',
      conversation: { conversationId: group.id },
    });
  });

  test('gets it once, and that is said again when the press is delivered again', async () => {
    const choice = await alone();
    for (const _delivery of [1, 2])
      expect(wordsOf(shown(await teams.press(siv, choice, 'AG')))).toContain(notice('set-up-attached'));
  });

  test('leaves the chat to a new one when that is chosen', async () => {
    const form = shown(await teams.press(siv, await alone(), 'Sett opp et nytt utvalg'));
    expect(wordsOf(form)).toContain('Utvalget knyttes til chatten');
  });

  test('does not get one that its secretary is not in, nor one that Teams is silent about', async () => {
    const choice = await alone();
    platform.rosters.set(group.id, [aMember(kari)]);
    expect(wordsOf(shown(await teams.press(siv, choice, 'AG')))).toContain(notice('not-in-conversation'));
    platform.rosters.set(group.id, 'silent');
    expect(wordsOf(shown(await teams.press(siv, choice, 'AG')))).toContain(notice('conversation-silent'));
  });

  test('does not get one that another committee has', async () => {
    const choice = await alone();
    await setUp(teams, kari, group, ['Kari Nes;;leder']);
    expect(wordsOf(shown(await teams.press(siv, choice, 'AG')))).toContain(notice('set-up-before'));
  });
});
