import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { notice } from '../../cards/text/notices.ts';
import type { Committee } from '../../store/committee/record.ts';
import { conversationKey } from '../../store/committee/record.ts';
import { committeeDefinition } from '../../store/committee/repository.ts';
import { chatOf, TENANT_ID } from '../support/activities.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { type Service, startService } from '../support/service.ts';
import {
  aMember,
  answersFor,
  filledIn,
  type Group,
  setUp,
  shown,
  someone,
  type TheTeams,
  theTeams,
  titlesOf,
} from '../support/setup.ts';

const siv = someone(1, 'Siv Dahl');
const kari = someone(2, 'Kari Nes');
const ola = someone(3, 'Ola Vik');
const eva = someone(4, 'Eva Lie');
const group: Group = { id: '19:ssu@thread.v2' };
const other: Group = { id: '19:fsu@thread.v2' };
const LINES = [
  'Kari Nes; kari.nes@eksempel.no; leder; Storvik kommune',
  'Ola Vik; ola.vik@eksempel.no; medlem; Nordlys sykehus',
  'Ledig; ; medlem; Brukerutvalget',
  'Siv Dahl; siv.dahl@eksempel.no; sekretariat',
];
const CHANGES = ['Endre medlemmer', 'Bytt medlem', 'Endre innstillinger', 'Nytt referat'];

let platform: Platform;
let service: Service;
let teams: TheTeams;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  service = await startService(platform);
  teams = theTeams(platform, () => service.port);
  answersFor(platform);
  const everybody = [siv, kari, ola, eva].map((who) => aMember(who));
  for (const { id } of [group, other]) platform.rosters.set(id, everybody);
  for (const who of [siv, kari, ola, eva]) platform.rosters.set(chatOf(who.objectId), [aMember(who)]);
});
afterEach(async () => {
  await service.close();
  platform.reset();
});

const committeeIn = (conversation = group.id): Promise<Committee | undefined> =>
  service.stored(async (engine) =>
    (await engine.collection(committeeDefinition)).getByKey(conversationKey(TENANT_ID, conversation)),
  );
const changeMembers = async (card: Card, lines: readonly string[], who = siv) => {
  const form = shown(await teams.press(who, card, 'Endre medlemmer'));
  return shown(await teams.press(who, form, 'Forhåndsvis', { members: lines.join('\n') }));
};

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
    const committee = await committeeIn();
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
    expect((await committeeIn())?.seats.map(({ name }) => name)).toEqual(['Nordlys sykehus', 'Brukerutvalget']);
  });

  test('are not changed by a member, whatever card they have', async () => {
    const card = await setUp(teams, siv, group, LINES);
    for (const title of CHANGES.slice(0, 3))
      expect(wordsOf(shown(await teams.press(ola, card, title)))).toContain(notice('not-for-you'));
    const settings = shown(await teams.press(siv, card, 'Endre innstillinger'));
    const seat = shown(await teams.press(siv, card, 'Bytt medlem'));
    for (const form of [settings, seat])
      expect(wordsOf(shown(await teams.press(ola, form, 'Lagre endringene')))).toContain(notice('not-for-you'));
    expect((await committeeIn())?.history).toHaveLength(1);
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
    expect(wordsOf(await teams.ask(eva, 'referat'))).toContain('Ingen referater venter');
  });
});

describe('one seat', () => {
  const moved = async (typed: Record<string, string>, seat = 'Nordlys sykehus') => {
    const card = await setUp(teams, siv, group, LINES);
    const form = shown(await teams.press(siv, card, 'Bytt medlem'));
    const { choices } = form.body.find((one) => 'id' in one && one.id === 'seatId') as never as {
      choices: { title: string; value: string }[];
    };
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

  test('goes to somebody by name and address, or to nobody', async () => {
    const card = await moved({ name: 'Per Li', email: 'per.li@eksempel.no' });
    expect(wordsOf(card)).toContain('Per Li (ikke koblet til Teams ennå)');
    const form = shown(await teams.press(siv, card, 'Bytt medlem'));
    const seatId = (await committeeIn())?.seats[1]?.id;
    expect(seatId).toBeDefined();
    expect(wordsOf(form)).toContain('Per Li');
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

describe('a committee without a chat', () => {
  const alone = async () => {
    const form = shown(await teams.press(siv, await teams.ask(siv, 'oppsett'), 'Sett opp utvalg'));
    const typed = { name: 'Arbeidsgruppe', shortName: 'AG', members: 'Siv Dahl;;sekretariat' };
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', typed));
    await teams.press(siv, preview, 'Opprett utvalget');
    return teams.ask(siv, 'oppsett', group);
  };

  test('gets the one where oppsett is written', async () => {
    expect(wordsOf(shown(await teams.press(siv, await alone(), 'AG')))).toContain('Chatten er knyttet til utvalget.');
    expect(await committeeIn()).toMatchObject({ shortName: 'AG', conversation: { conversationId: group.id } });
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
