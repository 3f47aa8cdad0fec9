import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commandsIn } from '../../bot/commands.ts';
import { readPackaging } from '../../bot/config.ts';
import { manifestOf } from '../../bot/manifest.ts';
import { manifestTemplate, programVersion } from '../../bot/manifest-source.ts';
import { render } from '../../bot/render.ts';
import type { Card } from '../../cards/elements.ts';
import { capitalized } from '../../cards/text/format.ts';
import { firstSteps, type HelpRole, helpFor, helpText, helpWays } from '../../cards/text/help.ts';
import { newCommittee } from '../../store/committee/record.ts';
import { type AgendaRoom, anAgendaRoom } from '../support/agenda-room.ts';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { packaging, readManifest, titlesIn } from '../support/manifest.ts';
import { aMeeting } from '../support/meetings.ts';
import { aPlanned } from '../support/plans.ts';
import { aCommittee, aReferat, aSeat } from '../support/records.ts';
import { startVillage, type Village } from '../support/village.ts';

/** Who of the demo's people is what; an owner without a seat is not among them. */
const WHO = { secretariat: 'aud', 'vice-chair': 'bente', member: 'marit', vara: 'amund', nowhere: 'sigrun' } as const;
type Played = keyof typeof WHO;
const ROLES = Object.keys(helpWays) as HelpRole[];

/** The commands that a help card names, as they are typed. */
const quoted = (card: Card) =>
  linesOf(card)
    .filter((line) => line.startsWith('Du kan også skrive'))
    .flatMap((line) => [...line.matchAll(/«([^»]+)»/g)].map(([, word]) => word));

describe('help', { timeout: 60_000 }, () => {
  let village: Village;
  beforeAll(async () => {
    village = await startVillage();
    await village.room.api.install('sigrun', true);
    await village.sees('sigrun', helpText.title);
  }, 30_000);
  afterAll(() => village.close());

  const helpOf = async (role: Played) => village.say(WHO[role], 'hjelp');

  test('says who one is here, and what each command is for', async () => {
    for (const role of Object.keys(WHO) as Played[]) {
      const lines = linesOf((await helpOf(role)).card);
      expect(lines, role).toContain(helpFor[role]);
      for (const [word, use] of Object.entries(helpWays[role])) expect(lines).toContain(`${capitalized(word)}: ${use}`);
    }
    expect(wordsOf((await village.say('ingrid', 'hjelp')).card)).toContain(helpFor.secretariat);
  });

  test('has a button for every command it names, which shows what the command shows', async () => {
    for (const role of Object.keys(WHO) as Played[]) {
      const help = await helpOf(role);
      const { card } = help;
      const named = quoted(card);
      expect(named).toEqual([...Object.keys(helpWays[role]), 'hjelp']);
      for (const word of named) {
        const title = buttonsOf(card).find((button) => button.title === capitalized(word ?? ''))?.title;
        // whoever is in no committee begins a new one at once
        if (title === undefined) {
          expect([role, word]).toEqual(['nowhere', 'oppsett']);
          continue;
        }
        const typed = await village.say(WHO[role], word ?? '');
        const pressed = await village.press(help, title);
        expect(linesOf(pressed.card)[0], `${role}: ${word}`).toBe(linesOf(typed.card)[0]);
        expect(pressed.said).toBeUndefined();
      }
    }
  });

  test('says where others read along what can be done there', async () => {
    const shared = wordsOf((await village.sayIn('ssu', 'marit', 'hjelp')).card);
    expect(shared).toContain(helpText.shared);
    expect(shared).not.toContain(helpText.setUpHere);
  });
});

describe('the manifest, the help card and the code', () => {
  const inManifest = () => {
    const manifest = manifestOf(manifestTemplate(), { ...readPackaging(packaging, []), version: programVersion() });
    return ['personal', 'team', 'groupChat'].flatMap((scope) => titlesIn(readManifest(manifest), scope));
  };
  const known = () => commandsIn('personal').map(({ title }) => title);

  test('name the same commands: each is in the help of somebody, and nothing else is', () => {
    const helped = new Set<string>([...ROLES.flatMap((role) => Object.keys(helpWays[role])), 'hjelp']);
    expect([...helped].toSorted()).toEqual([...new Set(inManifest())].toSorted());
    expect([...helped].toSorted()).toEqual(known().toSorted());
  });

  test('give the secretariat, the vice chair and members every command', () => {
    for (const role of ['secretariat', 'vice-chair', 'member'] as const)
      expect([...Object.keys(helpWays[role]), 'hjelp'].toSorted()).toEqual(known().toSorted());
  });

  test('call nothing in quotation marks a command or button that is none', () => {
    const buttons = new Set([...known().map(capitalized), 'Kommer', 'Forfall', helpText.write]);
    const said = [...Object.values(helpFor), ...ROLES.flatMap((role) => Object.values(helpWays[role]))];
    const steps = firstSteps.lines('https://teams.eksempel.no/');
    const names = [...said, ...steps].flatMap((line) => [...line.matchAll(/«([^»]+)»/g)].map(([, name]) => `${name}`));
    expect(names.filter((name) => !buttons.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(3);
  });
});

describe('help from what is stored', () => {
  let room: AgendaRoom;
  const opened = async (...meetings: Parameters<typeof anAgendaRoom>[1]) => {
    room = await anAgendaRoom([aCommittee()], meetings);
    return async (person: string) => linesOf((await render(room.deps, person, { view: 'help' })).card);
  };
  afterEach(() => room.end());

  test('knows somebody who owns a tiltak and has no seat', async () => {
    const help = await opened();
    expect(await help('solveig')).toContain(helpFor.nowhere);
    await room.deps.tiltak.collection.insert(
      aPlanned(0, { owner: 'Solveig', ownerKeys: ['person:solveig'], contactIds: ['solveig'] }),
    );
    await room.deps.persons.collection.insert({ ...(await someone('solveig')), id: 'solveig' });
    expect(await help('solveig')).toContain(helpFor.owner);
  });

  test('shows a new secretariat its first three steps, with the link to the app, until something is begun', async () => {
    const help = await opened();
    const steps = firstSteps.lines(room.deps.links.app);
    expect(await help('siv')).toEqual(expect.arrayContaining([firstSteps.title, ...steps]));
    expect(steps.join()).toContain('https://');
    expect(await help('kari')).not.toContain(firstSteps.title);
    await room.deps.referater.collection.insert(aReferat());
    expect(await help('siv')).not.toContain(firstSteps.title);
  });

  test('names the tab to those who are in a committee, where the app has one', async () => {
    const help = await opened();
    expect(helpText.tab).toMatch(/^Fanen «Oversikt» viser/);
    for (const person of ['siv', 'nina', 'kari']) expect(await help(person)).toContain(helpText.tab);
    expect(await help('fremmed')).not.toContain(helpText.tab);
    const links = { ...room.deps.links, tab: () => undefined };
    const without = await render({ ...room.deps, links }, 'kari', { view: 'help' });
    expect(linesOf(without.card)).not.toContain(helpText.tab);
  });

  test('does not begin anew for a secretary who gets one more committee', async () => {
    const help = await opened(aMeeting());
    const { roles } = aCommittee();
    await room.deps.committees.collection.insert(
      newCommittee({
        ...aCommittee(),
        id: 'committee-2',
        shortName: 'FSU',
        roles,
        seats: [aSeat('kari')],
        settings: { roundDays: 7 },
      }),
    );
    expect(await help('siv')).not.toContain(firstSteps.title);
  });

  const someone = async (id: string) => {
    const kari = await room.deps.persons.collection.get('kari');
    if (kari === undefined) throw new Error('no Kari');
    return { ...kari, id, keys: [`entra:tenant:${id}`], name: id };
  };
});
