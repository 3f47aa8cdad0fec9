import { describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { notice } from '../../cards/text/notices.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
import type { Platform } from '../support/platform.ts';
import type { Service } from '../support/service.ts';
import { filledIn, setUp, shown, type TheTeams, titlesOf } from '../support/setup.ts';
import { CHANGES, eva, group, kari, LINES, ola, onStage, siv, storedCommittee } from '../support/setup-cast.ts';

let platform: Platform;
let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ platform, service, teams } = stage);
});

const changeMembers = async (card: Card, lines: readonly string[], who = siv) => {
  const form = shown(await teams.press(who, card, 'Endre medlemmer'));
  return shown(await teams.press(who, form, 'Forhåndsvis', { members: lines.join('\n') }));
};

describe('the members of a committee', () => {
  test('are changed by the same lines, after a preview of the difference, and seats keep their places', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const form = shown(await teams.press(siv, card, 'Endre medlemmer'));
    expect(filledIn(form).members?.split('\n')).toEqual([
      'Kari Nes; kari.nes@eksempel.no; leder; Storvik kommune',
      'Ola Vik; ola.vik@eksempel.no; medlem; Nordlys sykehus',
      'Ledig; ; medlem; Brukerutvalget',
      'Siv Dahl; siv.dahl@eksempel.no; sekretariat',
    ]);
    const lines = [
      'Kari Nes; kari.nes@eksempel.no; leder, møte- og talerett; Storvik kommune',
      'Eva Lie; eva.lie@eksempel.no; nestleder; Nordlys sykehus',
      'Per Li; per.li@eksempel.no; medlem; Fastlegene',
      'Siv Dahl; siv.dahl@eksempel.no; sekretariat',
    ];
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', { members: lines.join('\n') }));
    expect(linesOf(preview)).toEqual([
      'Kontroller endringene',
      'Mister stemmerett: Storvik kommune (kommune)',
      'Bytte: Nordlys sykehus (helseforetak), Ola Vik → Eva Lie',
      'Ny plass: Fastlegene (fastlege), Per Li',
      'Plass ut: Brukerutvalget (bruker), ledig',
      'Blir nestleder: Eva Lie',
      'Er ikke med i chatten eller kanalen, og får kort når de har lagt til appen: Per Li (per.li@eksempel.no).',
    ]);
    expect(wordsOf(shown(await teams.press(siv, preview, 'Lagre endringene')))).toContain('Endringene er lagret.');
    const committee = await storedCommittee(service);
    expect(committee?.seats.map(({ name, voting }) => [name, voting])).toEqual([
      ['Storvik kommune', false],
      ['Nordlys sykehus', true],
      ['Fastlegene', true],
    ]);
    expect(committee?.history.map(({ what }) => what)).toEqual([
      'created',
      'vote-taken',
      'holder-changed',
      'seat-added',
      'seat-removed',
      'role-given:vice-chair',
    ]);
  });

  test('that stay as they are leave nothing to save', async () => {
    const card = await setUp(teams, siv, group, LINES);
    expect(titlesOf(await changeMembers(card, LINES))).toEqual(['Endre', 'Avbryt']);
  });

  test('may be changed so that one’s own rights are lost, which is said, but not so that nobody has any', async () => {
    const card = await setUp(teams, siv, group, LINES);
    expect(wordsOf(await changeMembers(card, LINES.slice(0, 3)))).toContain('kan ikke endre oppsettet');
    const form = shown(await teams.press(siv, card, 'Endre medlemmer'));
    const nobody = { members: LINES[1] ?? '' };
    expect(wordsOf(shown(await teams.press(siv, form, 'Forhåndsvis', nobody)))).toContain('ellers kan ingen endre');
  });

  test('are left by whoever saves them without themselves, who is told, however often it is pressed', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const preview = await changeMembers(card, LINES.slice(0, 3));
    for (const _press of [1, 2])
      expect(wordsOf(shown(await teams.press(siv, preview, 'Lagre endringene')))).toContain(
        notice('set-up-changed-without-you'),
      );
  });

  test('with an address that the rules of mail do not know are saved unchanged', async () => {
    const odd = 'Kåre Li; kåre@bodø.no; medlem; Fastlegene';
    const card = await setUp(teams, siv, group, [...LINES, odd]);
    const form = shown(await teams.press(siv, card, 'Endre medlemmer'));
    expect(filledIn(form).members).toContain(odd);
    expect(wordsOf(shown(await teams.press(siv, form, 'Forhåndsvis')))).toContain('Listen er den samme som før.');
  });

  test('who become fewer than the rule wants are saved with a warning', async () => {
    const rule = { rule: 'consensus', atLeast: '2', askedGroup: 'voting' };
    const card = await setUp(teams, siv, group, LINES, rule);
    expect(wordsOf(await changeMembers(card, LINES.toSpliced(1, 1)))).toContain('krever da flere enn det er å spørre');
    expect(wordsOf(await changeMembers(card, LINES.toSpliced(2, 1)))).not.toContain('krever da flere');
  });

  test('have one form for each who changes them, however often it is opened', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const old = await changeMembers(card, LINES.slice(1));
    await teams.press(siv, old, 'Lagre endringene');
    const form = shown(await teams.press(siv, card, 'Endre medlemmer'));
    expect(filledIn(form).members?.split('\n')).toHaveLength(3);
    await teams.press(siv, old, 'Lagre endringene');
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', { members: LINES.join('\n') }));
    await teams.press(siv, preview, 'Lagre endringene');
    expect((await storedCommittee(service))?.seats).toHaveLength(3);
    expect(await service.records()).toMatchObject({ setups: 2 });
  });

  test('of a committee whose chat the bot was taken out of are changed all the same', async () => {
    const card = await setUp(teams, siv, group, LINES);
    platform.rosters.set(group.id, 'silent');
    const lines = [...LINES, 'Per Li; per.li@eksempel.no; medlem; Fastlegene'];
    expect(wordsOf(await changeMembers(card, lines))).toContain(notice('conversation-silent'));
    await teams.install(siv, group, { action: 'remove' });
    expect(wordsOf(await changeMembers(card, lines))).toContain('Er ikke koblet til Teams ennå');
  });

  test('that a colleague changed meanwhile are shown anew before anything is saved', async () => {
    const card = await setUp(teams, siv, group, LINES);
    const mine = await changeMembers(card, LINES.slice(1));
    const theirs = await changeMembers(await teams.ask(kari, 'oppsett'), LINES.toSpliced(1, 1), kari);
    await teams.press(kari, theirs, 'Lagre endringene');
    const again = shown(await teams.press(siv, mine, 'Lagre endringene'));
    expect(linesOf(again)).toEqual(
      expect.arrayContaining([notice('changed-meanwhile'), 'Ny plass: Nordlys sykehus (helseforetak), Ola Vik']),
    );
    await teams.press(siv, again, 'Lagre endringene');
    expect((await storedCommittee(service))?.seats.map(({ name }) => name)).toEqual([
      'Nordlys sykehus',
      'Brukerutvalget',
    ]);
  });

  test('are not changed by a member, whatever card they have', async () => {
    const card = await setUp(teams, siv, group, LINES);
    for (const title of CHANGES.slice(0, 3))
      expect(wordsOf(shown(await teams.press(ola, card, title)))).toContain(notice('not-for-you'));
    const settings = shown(await teams.press(siv, card, 'Endre innstillinger'));
    const seat = shown(await teams.press(siv, card, 'Bytt medlem'));
    for (const form of [settings, seat])
      expect(wordsOf(shown(await teams.press(ola, form, 'Lagre endringene')))).toContain(notice('not-for-you'));
    expect((await storedCommittee(service))?.history).toHaveLength(1);
  });

  test('who are asked in a round are still asked there, and that is said', async () => {
    const card = await setUp(teams, siv, group, LINES, { rule: 'everyone', askedGroup: 'voting' });
    const form = shown(await teams.press(siv, card, 'Nytt referat'));
    const draft = { meetingOn: '2026-01-14', title: 'Referat', text: 'Sak 1/26.' };
    const ready = shown(await teams.press(siv, form, 'Forhåndsvis', draft));
    await teams.press(siv, ready, 'Send på e-postrunde');
    const lines = LINES.toSpliced(1, 1, 'Eva Lie; eva.lie@eksempel.no; medlem; Nordlys sykehus');
    const preview = await changeMembers(await teams.ask(siv, 'oppsett'), lines);
    expect(wordsOf(preview)).toContain('E-postrunder som pågår, endres ikke');
    await teams.press(siv, preview, 'Lagre endringene');
    expect(wordsOf(await teams.ask(ola, 'referat'))).toContain('Les og svar');
    expect(wordsOf(await teams.ask(eva, 'referat'))).toContain('Ingenting venter');
  });
});
