import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { APP_ID, chatOf } from '../support/activities.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
import { type Deployed, deploy, whenReady } from '../support/deployed.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { aMember, answersFor, filledIn, shown, someone, type TheTeams, theTeams, titlesOf } from '../support/setup.ts';

// each test starts a process, and the machine may be busy
vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const siv = someone(1, 'Siv Dahl');
const kari = someone(2, 'Kari Nes');
const ola = someone(3, 'Ola Vik');
const group = { id: '19:ssu@thread.v2', name: 'Strategisk utvalg (SSU)' };

let platform: Platform;
let dataDir: string;
let bot: Deployed;
let teams: TheTeams;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-setup-'));
  bot = await deploy((port) => platform.env(dataDir, port));
  await whenReady(bot);
  teams = theTeams(platform, () => bot.port);
  answersFor(platform);
});
afterEach(async () => {
  await bot.stop('SIGKILL');
  platform.reset();
  await rm(dataDir, { recursive: true, force: true });
});

test('a committee is set up in a deployed bot from the roster, and its first referat is approved', async () => {
  platform.rosters.set(
    group.id,
    [siv, kari, ola].map((who) => aMember(who)),
  );
  await teams.install(siv, group);
  await teams.addBot(siv, group);
  const greeting = await teams.sees(siv, 'Jeg er Utvalgsbot');

  const form = shown(await teams.press(siv, greeting, 'Sett opp utvalg'));
  const proposed = filledIn(form);
  expect(proposed).toMatchObject({ name: group.name, shortName: 'SSU', roundDays: '7' });
  expect(proposed.members?.split('\n')).toEqual([
    'Siv Dahl; siv.dahl@eksempel.no; sekretariat',
    'Kari Nes; kari.nes@eksempel.no; medlem',
    'Ola Vik; ola.vik@eksempel.no; medlem',
  ]);

  const members = [
    'Siv Dahl; siv.dahl@eksempel.no; sekretariat',
    'Kari Nes; kari.nes@eksempel.no; leder; Storvik kommune',
    'Ola Vik; ola.vik@eksempel.no; medlem; Nordlys sykehus',
  ].join('\n');
  const preview = shown(
    await teams.press(siv, form, 'Forhåndsvis', { members, rule: 'everyone', askedGroup: 'voting' }),
  );
  expect(linesOf(preview)).toEqual(
    expect.arrayContaining([
      'Plasser: 2 plasser, 2 stemmeberettigede',
      'Storvik kommune (kommune): Kari Nes, leder. Stemmeberettiget.',
      'Nordlys sykehus (helseforetak): Ola Vik. Stemmeberettiget.',
      'Siv Dahl, sekretariat',
    ]),
  );
  const made = shown(await teams.press(siv, preview, 'Opprett utvalget'));
  expect(wordsOf(made)).toContain('Utvalget er opprettet');

  const referat = shown(await teams.press(siv, made, 'Nytt referat'));
  expect(wordsOf(referat)).not.toContain('Når er et referat godkjent?');
  const draft = { meetingOn: '2026-01-14', title: 'Referat fra SSU', text: 'Sak 1/26. SSU støtter planen.' };
  const ready = shown(await teams.press(siv, referat, 'Forhåndsvis', draft));
  const status = shown(await teams.press(siv, ready, 'Send på e-postrunde'));
  expect(wordsOf(status)).toContain('0 av 2');

  // their cards wait for working hours; whoever asks is answered at once
  for (const member of [kari, ola]) {
    await teams.write(member, 'referat');
    const overview = await teams.sees(member, 'Referat fra SSU');
    const asked = shown(await teams.press(member, overview, 'Les og svar'));
    expect(wordsOf(asked)).toContain('SSU støtter planen.');
    expect(wordsOf(shown(await teams.press(member, asked, 'Godkjenn')))).toContain('Du godkjente');
  }
  await vi.waitFor(async () => {
    const outcome = shown(await teams.press(siv, status, 'Oppdater'));
    expect(wordsOf(outcome)).toContain('Referatet er godkjent.');
  }, 10_000);
});

test('a committee is set up from a pasted list, and a member who installs the app later is known by the address', async () => {
  platform.rosters.set(group.id, [aMember(siv)]);
  answersFor(platform, [siv]);
  await teams.install(siv, group);
  // there is no 1:1 chat with whoever added the bot: it is said in the chat, and they go on when they have the app
  const greeting = await teams.seesIn(group.id, 'du la meg til her');
  expect((await teams.press(siv, greeting, 'Sett opp utvalg', {}, group)).said).toContain('Jeg har sendt deg et kort');
  await teams.seesIn(group.id, 'Jeg når deg ikke i en en-til-en-chat.');
  answersFor(platform);
  await teams.install(siv);
  const form = await teams.sees(siv, 'Sett opp utvalg');
  const members = [
    'Navn\tE-post\tRolle\tRepresenterer',
    `Siv Dahl\t${siv.email}\tsekretariat\t`,
    `Kari Nes\t${kari.email}\tleder\tStorvik kommune`,
    'Ledig\t\tmedlem\tBrukerutvalget',
  ].join('\r\n');
  const preview = shown(await teams.press(siv, form, 'Forhåndsvis', { members }));
  expect(wordsOf(preview)).toContain(`Kari Nes (${kari.email})`);
  const both = await Promise.all([1, 2].map(() => teams.press(siv, preview, 'Opprett utvalget')));
  for (const made of both) expect(wordsOf(shown(made))).toContain('Kari Nes, leder (ikke koblet til Teams ennå)');

  const stranger = someone(4, 'Kari Nes', kari.email);
  platform.rosters.set(chatOf(stranger.objectId), [aMember(stranger, { tenantId: APP_ID })]);
  await teams.install(stranger);
  await teams.sees(stranger, 'Utvalgsbot');
  expect(wordsOf(await teams.ask(stranger, 'oppsett'))).toContain('Du er ikke med i noe utvalg');
  platform.rosters.set(chatOf(kari.objectId), [aMember(kari)]);
  await teams.install(kari);
  await teams.sees(kari, 'Utvalgsbot');
  expect(titlesOf(await teams.ask(kari, 'oppsett'))).toContain('Endre medlemmer');
  expect(wordsOf(await teams.ask(siv, 'oppsett'))).not.toContain('ikke koblet');
});
