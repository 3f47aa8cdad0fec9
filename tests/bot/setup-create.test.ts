import { describe, expect, test } from 'vitest';
import { notice } from '../../cards/text/notices.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
import type { Platform } from '../support/platform.ts';
import type { Service } from '../support/service.ts';
import { aMember, filledIn, shown, someone, type TheTeams } from '../support/setup.ts';
import { group, kari, onStage, siv } from '../support/setup-cast.ts';

let platform: Platform;
let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ platform, service, teams } = stage);
});

const names = { name: 'Strategisk utvalg', shortName: 'SU' };
const members = (...lines: string[]) => ({ ...names, members: lines.join('\n') });

describe('«Opprett utvalget»', () => {
  const previewOf = async (who: typeof siv) => {
    const form = await teams.ask(who, 'oppsett', group);
    return shown(await teams.press(who, form, 'Forhåndsvis', members(`${who.name};;sekretariat`)));
  };

  test('pressed twice at once makes one committee, and both are shown it', async () => {
    const preview = await previewOf(siv);
    const both = await Promise.all([1, 2].map(() => teams.press(siv, preview, 'Opprett utvalget')));
    for (const pressed of both) expect(wordsOf(shown(pressed))).toContain('Oppsett: SU');
    expect(await service.records()).toMatchObject({ committees: 1 });
  });

  test('by two people at once makes one committee, and the second one is told', async () => {
    const [first, second] = [await previewOf(siv), await previewOf(kari)];
    const said = (
      await Promise.all([teams.press(siv, first, 'Opprett utvalget'), teams.press(kari, second, 'Opprett utvalget')])
    ).map((pressed) => wordsOf(shown(pressed)));
    expect(said.filter((words) => words.includes('Utvalget er opprettet'))).toHaveLength(1);
    expect(said.filter((words) => words.includes(notice('set-up-before')))).toHaveLength(1);
    expect(await service.records()).toMatchObject({ committees: 1 });
  });

  test('is not for somebody who has left the chat', async () => {
    const preview = await previewOf(siv);
    platform.rosters.set(group.id, [aMember(kari)]);
    expect(wordsOf(shown(await teams.press(siv, preview, 'Opprett utvalget')))).toContain(
      notice('not-in-conversation'),
    );
    expect(await service.records()).toMatchObject({ committees: 0 });
  });

  test('waits when Teams does not say who is in the chat, and nothing is lost', async () => {
    const preview = await previewOf(siv);
    platform.rosters.set(group.id, 'silent');
    const again = shown(await teams.press(siv, preview, 'Opprett utvalget'));
    expect(wordsOf(again)).toContain(notice('conversation-silent'));
    platform.rosters.set(group.id, [aMember(siv)]);
    expect(wordsOf(shown(await teams.press(siv, again, 'Opprett utvalget')))).toContain('Utvalget er opprettet');
  });

  test('by somebody who is not in it says so beforehand and afterwards, however often it is pressed', async () => {
    const form = await teams.ask(siv, 'oppsett', group);
    const typed = members('Kari Nes; kari.nes@eksempel.no; leder');
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', typed));
    expect(linesOf(preview)).toContain('Du står ikke på listen, og kan da ikke endre oppsettet.');
    for (const _press of [1, 2])
      expect(wordsOf(shown(await teams.press(siv, preview, 'Opprett utvalget')))).toContain(
        notice('set-up-created-without-you'),
      );
    expect(await service.records()).toMatchObject({ committees: 1 });
  });

  test('by somebody who is in it has no warning in its preview', async () => {
    expect(wordsOf(await previewOf(siv))).not.toContain('Du står ikke på listen');
  });

  test('is not offered while Teams does not say who is in the chat, and what was typed is kept', async () => {
    const form = await teams.ask(siv, 'oppsett', group);
    const typed = members('Siv Dahl;;sekretariat', 'Kari Nes; kari.nes@eksempel.no; leder');
    platform.rosters.set(group.id, 'silent');
    const again = shown(await teams.press(siv, form, 'Forhåndsvis', typed));
    expect(wordsOf(again)).toContain(notice('conversation-silent'));
    expect(filledIn(again)).toMatchObject(typed);
    platform.rosters.set(group.id, [aMember(siv), aMember(kari)]);
    expect(linesOf(shown(await teams.press(siv, again, 'Forhåndsvis'))).join()).not.toContain('Er ikke med i chatten');
  });

  test('of a chat with more people than are read does not say that somebody is not there', async () => {
    const many = Array.from({ length: 520 }, (_, n) => aMember(someone(1000 + n, `Deltaker ${n}`)));
    platform.rosters.set(group.id, [aMember(siv), ...many]);
    const form = await teams.ask(siv, 'oppsett', group);
    const typed = members('Siv Dahl;;sekretariat', 'Deltaker 515; deltaker.515@eksempel.no; leder');
    const words = wordsOf(shown(await teams.press(siv, form, 'Forhåndsvis', typed)));
    expect(words).not.toContain('Er ikke med i chatten');
    expect(words).toContain('Er ikke koblet til Teams ennå');
  });

  test('on an older preview shows the newest one instead', async () => {
    const old = await previewOf(siv);
    const form = shown(await teams.press(siv, old, 'Endre'));
    await teams.press(siv, form, 'Forhåndsvis', members('Siv Dahl;;leder'));
    expect(wordsOf(shown(await teams.press(siv, old, 'Opprett utvalget')))).toContain('Siv Dahl, leder');
    expect(await service.records()).toMatchObject({ committees: 0 });
  });
});
