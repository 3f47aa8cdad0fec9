import { describe, expect, test, vi } from 'vitest';
import { conversationIdFor } from '../../bot/ids.ts';
import { notice } from '../../cards/text/notices.ts';
import { conversationDefinition } from '../../store/conversation/repository.ts';
import { aMessage, anActivity, chatOf, inGroup, TENANT_ID } from '../support/activities.ts';
import { buttonOf, linesOf, wordsOf } from '../support/cards.ts';
import type { Platform } from '../support/platform.ts';
import type { Service } from '../support/service.ts';
import { aMember, answersFor, filledIn, setUp, shown, someone, type TheTeams } from '../support/setup.ts';
import { group, kari, onStage, siv } from '../support/setup-cast.ts';

let platform: Platform;
let service: Service;
let teams: TheTeams;
onStage((stage) => {
  ({ platform, service, teams } = stage);
});

const greetingsIn = (conversationId: string) =>
  teams.cardsIn(conversationId).filter((card) => wordsOf(card).includes('Jeg er Utvalgsbot'));
/** The form for the group's committee, in somebody's 1:1 chat. */
const formOf = (who: typeof siv) => teams.ask(who, 'oppsett', group);
const names = { name: 'Strategisk utvalg', shortName: 'SU' };
const members = (...lines: string[]) => ({ ...names, members: lines.join('\n') });

describe('whoever adds the bot to a chat', () => {
  test('is greeted once, in the 1:1 chat, in however many ways Teams tells of it', async () => {
    await Promise.all([teams.install(siv, group), teams.addBot(siv, group)]);
    await teams.install(siv, group, { action: 'add-upgrade' });
    await teams.sees(siv, 'Du la meg til i «Strategisk utvalg».');
    await teams.write(siv, 'hjelp');
    await teams.sees(siv, 'Utvalgsbot');
    expect(greetingsIn(chatOf(siv.objectId))).toHaveLength(1);
    expect(greetingsIn(group.id)).toHaveLength(0);
  });

  test('is greeted in the chat itself, by name, when there is no 1:1 chat with them', async () => {
    answersFor(platform, [siv]);
    await teams.install(siv, group);
    const greeting = await teams.seesIn(group.id, 'du la meg til her');
    expect(greeting.msteams.entities).toMatchObject([{ mentioned: { id: siv.objectId, name: siv.name } }]);
    expect(greetingsIn(chatOf(siv.objectId))).toHaveLength(0);
  });

  test('is not greeted where a committee is set up', async () => {
    await setUp(teams, siv, group, ['Siv Dahl;;sekretariat']);
    await teams.install(siv, group, { action: 'remove' });
    await teams.install(siv, group);
    // the outbox is one line: had there been a greeting, it would have come before this one
    await teams.install(siv, { id: '19:other@thread.v2', name: 'Annet' });
    await teams.sees(siv, 'Du la meg til i «Annet».');
    expect(greetingsIn(chatOf(siv.objectId))).toHaveLength(1);
  });

  test('is greeted again when it was taken out meanwhile', async () => {
    await teams.install(siv, group);
    await teams.sees(siv, 'Jeg er Utvalgsbot');
    await teams.install(siv, group, { action: 'remove' });
    await teams.install(siv, group);
    await vi.waitFor(() => expect(greetingsIn(chatOf(siv.objectId))).toHaveLength(2), 5000);
  });

  test('with an upgrade of the app alone is not greeted', async () => {
    await teams.install(siv, group, { action: 'add-upgrade' });
    await teams.write(siv, 'hjelp');
    await teams.sees(siv, 'Utvalgsbot');
    expect(greetingsIn(chatOf(siv.objectId))).toHaveLength(0);
  });
});

test('an upgrade of the app says nothing in a 1:1 chat', async () => {
  await teams.install(siv, undefined, { action: 'add-upgrade' });
  await teams.ask(siv, 'oppsett');
  const [first] = teams.cardsIn(chatOf(siv.objectId));
  expect(first && linesOf(first)[0]).toBe('Oppsett');
});

describe('«Sett opp utvalg» where others read along', () => {
  test('sends the form to whoever presses, and says so', async () => {
    answersFor(platform, [siv]);
    await teams.install(siv, group);
    const greeting = await teams.seesIn(group.id, 'du la meg til her');
    const pressed = await teams.press(kari, greeting, 'Sett opp utvalg', {}, group);
    expect(pressed.said).toBe(notice('set-up-sent'));
    const form = await teams.sees(kari, 'Sett opp utvalg');
    expect(filledIn(form).members).toContain('Kari Nes; kari.nes@eksempel.no; sekretariat\nSiv Dahl');
  });

  test('tells whoever cannot be reached what to do, and they go on when they have done it', async () => {
    answersFor(platform, [siv]);
    await teams.install(siv, group);
    const greeting = await teams.seesIn(group.id, 'du la meg til her');
    await teams.press(siv, greeting, 'Sett opp utvalg', {}, group);
    const told = await teams.seesIn(group.id, 'Legg til Utvalgsbot for deg selv');
    expect(told.msteams.entities).toMatchObject([{ mentioned: { name: siv.name } }]);
    answersFor(platform);
    await teams.install(siv);
    const form = await teams.sees(siv, 'Sett opp utvalg');
    expect(filledIn(form)).toMatchObject({ name: 'Strategisk utvalg' });
  });

  test('from an old client, which sends a message, sends the form, or says why not', async () => {
    const value = { verb: 'setup.start' };
    await teams.send(
      aMessage(platform.url, siv.objectId, '', { value, text: undefined, ...inGroup(group.id, 'groupChat') }),
    );
    await teams.sees(siv, 'Sett opp utvalg');
    await setUp(teams, siv, group, ['Siv Dahl;;sekretariat']);
    await teams.send(
      aMessage(platform.url, kari.objectId, '', { value, text: undefined, ...inGroup(group.id, 'groupChat') }),
    );
    await teams.seesIn(group.id, 'Det er allerede satt opp et utvalg');
  });

  test('by a word is answered there as well', async () => {
    await teams.write(siv, 'oppsett', group);
    await teams.seesIn(group.id, 'Jeg har sendt deg et kort');
    await teams.sees(siv, 'Sett opp utvalg');
  });

  test('keeps what was typed: asked for again it is the same form', async () => {
    const form = await formOf(siv);
    await teams.press(siv, form, 'Forhåndsvis', { ...members('Siv Dahl; ; sekretariat', 'Per; ikke-en-adresse') });
    expect(filledIn(await formOf(siv)).members).toContain('ikke-en-adresse');
  });
});

describe('the form', () => {
  test('has everybody of a chat of 160 in it, and is previewed with all of them', async () => {
    const many = Array.from({ length: 159 }, (_, n) =>
      someone(100 + n, `Fornavn${n} Etternavnesen`, `fornavn${n}.etternavnesen@storvik.kommune.no`),
    );
    platform.rosters.set(
      group.id,
      [siv, ...many].map((who) => aMember(who)),
    );
    const form = await formOf(siv);
    expect(filledIn(form).members?.split('\n')).toHaveLength(160);
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', names));
    expect(wordsOf(preview)).toContain('159 plasser, 159 stemmeberettigede');
    const made = shown(await teams.press(siv, preview, 'Opprett utvalget'));
    expect(wordsOf(made)).toContain('Utvalget er opprettet');
    expect(platform.rosterCalls.every((path) => !/\/members$/.test(path))).toBe(true);
  });

  test('leaves out bots, and says when Teams does not tell who is there', async () => {
    platform.rosters.set(group.id, [aMember(siv), { id: '28:another-bot', name: 'Robot' }]);
    expect(filledIn(await formOf(siv)).members).toBe('Siv Dahl; siv.dahl@eksempel.no; sekretariat');
    platform.rosters.set(group.id, 'silent');
    await teams.write(kari, 'oppsett', group);
    const form = await teams.sees(kari, 'Deltakerlisten kunne ikke hentes');
    expect(filledIn(form).members).toBe('Kari Nes; ; sekretariat');
  });

  test('names every problem with its line, and keeps what was typed', async () => {
    const form = await formOf(siv);
    const typed = members('Siv Dahl; ; sekretariat', 'Per Li; per@; medlem', 'Ola Vik;;leder', 'Kari Nes;;leder, sjef');
    const again = shown(await teams.press(siv, form, 'Forhåndsvis', { ...typed, shortName: '' }));
    expect(linesOf(again)).toEqual(
      expect.arrayContaining([
        'Skriv et kortnavn på høyst 40 tegn.',
        'Linje 2: E-postadressen er ikke gyldig.',
        'Linje 4: Utvalget har allerede en leder. Se linje 3.',
      ]),
    );
    expect(filledIn(again).members).toBe(typed.members);
  });

  test('with a list that has no room in a card keeps it on the screen, and says what is wrong', async () => {
    const form = await formOf(siv);
    const lines = Array.from(
      { length: 190 },
      (_, n) => `Fornavn${n} Etternavn; fornavn${n}.etternavn@storvik.kommune.no; medlem; Storvik kommune, plass ${n}`,
    );
    const pressed = await teams.press(siv, form, 'Forhåndsvis', members('Siv Dahl;;sjef', ...lines));
    expect(pressed.said).toContain('Linje 1: Rollen er ukjent.');
    const value = { ...buttonOf(form, 'Forhåndsvis').data, ...members('Siv Dahl;;sjef', ...lines) };
    await teams.send(aMessage(platform.url, siv.objectId, '', { value, text: undefined }));
    await teams.sees(siv, 'Linje 1: Rollen er ukjent.');
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', members('Siv Dahl;;sekretariat', ...lines)));
    const again = shown(await teams.press(siv, preview, 'Endre'));
    expect(linesOf(again).join()).toContain('Listen er for lang til å redigeres i kortet');
    const same = shown(await teams.press(siv, again, 'Forhåndsvis'));
    expect(wordsOf(same)).toContain('190 plasser');
  });

  test('of somebody else does nothing', async () => {
    const form = await formOf(siv);
    const preview = shown(await teams.press(siv, form, 'Forhåndsvis', members('Siv Dahl;;sekretariat')));
    for (const [card, title] of [
      [form, 'Forhåndsvis'],
      [preview, 'Opprett utvalget'],
      [preview, 'Endre'],
    ] as const)
      expect(wordsOf(shown(await teams.press(kari, card, title)))).toContain(notice('not-your-form'));
    expect(await service.records()).toMatchObject({ committees: 0 });
  });

  test('pressed where others see it does nothing there', async () => {
    const form = await formOf(siv);
    const pressed = await teams.press(siv, form, 'Forhåndsvis', members('Siv Dahl;;sekretariat'), group);
    expect(wordsOf(shown(pressed))).toContain(notice('personal-only'));
  });
});

test('a chat that gets another name has it from then on', async () => {
  await teams.install(siv, group);
  const renamed = { type: 'conversationUpdate', topicName: 'SSU 2027', ...inGroup(group.id, 'groupChat') };
  await teams.send(anActivity(platform.url, siv.objectId, renamed));
  const conversation = await service.stored(async (engine) =>
    (await engine.collection(conversationDefinition)).get(conversationIdFor(TENANT_ID, group.id)),
  );
  expect(conversation?.name).toBe('SSU 2027');
});
