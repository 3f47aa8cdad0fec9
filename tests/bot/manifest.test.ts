import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandsIn } from '../../bot/commands.ts';
import { readPackaging } from '../../bot/config.ts';
import { type DemoCommittee, demoCommittees } from '../../bot/local/demo-committees.ts';
import { manifestOf } from '../../bot/manifest.ts';
import { manifestTemplate, programVersion } from '../../bot/manifest-source.ts';
import { helpText } from '../../cards/text/help.ts';
import { notice } from '../../cards/text/notices.ts';
import { APP_ID } from '../support/activities.ts';
import { packaging, readManifest, titlesIn } from '../support/manifest.ts';
import { startVillage, type Village } from '../support/village.ts';

const made = (env: NodeJS.ProcessEnv = packaging) =>
  readManifest(manifestOf(manifestTemplate(), { ...readPackaging(env, []), version: programVersion() }));

describe('the manifest', () => {
  test('names this bot, its version and who stands for it', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(made()).toMatchObject({
      manifestVersion: '1.25',
      id: APP_ID,
      version,
      developer: {
        name: packaging.PUBLISHER_NAME,
        websiteUrl: packaging.PUBLISHER_URL,
        privacyUrl: packaging.PRIVACY_URL,
        termsOfUseUrl: packaging.TERMS_URL,
      },
      bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true }],
    });
  });

  test('writes an address as every reader can take it', () => {
    const { developer } = made({ ...packaging, TERMS_URL: 'https://blåbær.internal/vilkår' });
    expect(developer.termsOfUseUrl).toBe('https://xn--blbr-roah.internal/vilk%C3%A5r');
  });

  test('offers «Meld som sak» on a message, and beside the field that one writes in', () => {
    expect(made().composeExtensions).toEqual([
      {
        botId: APP_ID,
        commands: [
          {
            id: 'meldSomSak',
            type: 'action',
            title: 'Meld som sak',
            description: 'Meld en sak til et utvalg, med meldingen som saksframstilling',
            context: ['message', 'compose'],
            fetchTask: true,
          },
        ],
      },
    ]);
  });

  test('asks for nothing but what the bot uses', () => {
    const resourceSpecific = [{ name: 'ChannelMember.Read.Group', type: 'Application' }];
    expect(made()).toMatchObject({
      permissions: ['identity', 'messageTeamMembers'],
      authorization: { permissions: { resourceSpecific } },
    });
    expect(made()).not.toHaveProperty('devicePermissions');
  });

  test('is for shared and private channels too, and is installed for a person first', () => {
    expect(made()).toMatchObject({ supportsChannelFeatures: 'tier1', defaultInstallScope: 'personal' });
  });

  test('has nothing in its template that is for the code or the operator to say', () => {
    const template = manifestTemplate();
    for (const field of ['id', 'version', 'developer', 'composeExtensions', 'staticTabs', 'validDomains'])
      expect(template).not.toHaveProperty(field);
    for (const field of ['botId', 'commandLists']) expect(template).not.toHaveProperty(['bots', 0, field]);
  });

  test('is not made from a template without a bot, or with one in a place that there is not', () => {
    const facts = { ...readPackaging(packaging, []), version: '1.0.0' };
    for (const bots of [undefined, [], [{ scopes: [] }], [{ scopes: ['groupchat'] }]])
      expect(() => manifestOf({ bots }, facts)).toThrow('bots');
  });
});

describe('a command in the manifest', { timeout: 30_000 }, () => {
  let village: Village;
  beforeAll(async () => {
    village = await startVillage();
  });
  afterAll(() => village.close());

  const everywhere = () => [...commandsIn('personal'), ...commandsIn('channel'), ...commandsIn('groupChat')];

  test('is one that the bot knows, and every one it knows is there', () => {
    const manifest = made();
    expect(titlesIn(manifest, 'personal')).toEqual(commandsIn('personal').map(({ title }) => title));
    expect(titlesIn(manifest, 'team')).toEqual(commandsIn('channel').map(({ title }) => title));
    expect(titlesIn(manifest, 'groupChat')).toEqual(commandsIn('groupChat').map(({ title }) => title));
    const titles = new Set(everywhere().map(({ title }) => title));
    expect(titlesIn(manifest, 'personal')).toEqual([...titles]);
    expect(titles.size).toBeGreaterThan(1);
  });

  test('is named by the help that one gets in the 1:1 chat, which names no other', async () => {
    const said = JSON.stringify((await village.say('aud', 'hjelp')).card);
    const titles = titlesIn(made(), 'personal');
    for (const title of titles) expect(said).toContain(`«${title}»`);
    const [named = ''] = /Du kan også skrive [^.]*/.exec(said) ?? [];
    expect([...named.matchAll(/«([^»]+)»/g)].map(([, word]) => word).sort()).toEqual([...titles].sort());
  });

  test('is understood in the 1:1 chat', async () => {
    for (const title of titlesIn(made(), 'personal')) {
      const { card } = await village.say('aud', title);
      expect(JSON.stringify(card), title).not.toContain(helpText.unknown);
      expect(JSON.stringify(card), title).not.toContain(notice('personal-only'));
    }
    // what is not a command is not understood, so this test can fail
    expect(JSON.stringify((await village.say('aud', 'referatet')).card)).toContain(helpText.unknown);
  });

  test('is suggested in a team and in a group chat exactly where it does something there', async () => {
    for (const committee of demoCommittees) {
      const suggested = titlesIn(made(), committee.chatKind === 'channel' ? 'team' : 'groupChat');
      for (const title of titlesIn(made(), 'personal')) {
        const said = await answerIn(village, committee, title);
        expect(said, title).not.toContain(helpText.unknown);
        expect(!said.includes(notice('personal-only')), title).toBe(suggested.includes(title));
      }
      expect(suggested).toContain('hjelp');
    }
  });
});

/** What the bot answers to something its secretary writes where a committee talks: there, or to the writer alone. */
async function answerIn(village: Village, committee: DemoCommittee, text: string): Promise<string> {
  const [secretary = ''] = committee.secretariat;
  const here = () => village.channel(committee.key).filter(({ from }) => from === 'bot');
  const fromBot = () => [...village.chat(secretary).filter(({ from }) => from === 'bot'), ...here()];
  const before = new Set(fromBot().map(({ id }) => id));
  await village.room.api.say(secretary, text, committee.chatId);
  const [answer] = await vi.waitFor(() => {
    const answers = fromBot().filter(({ id }) => !before.has(id));
    // what goes on in the 1:1 chat is said here as well: it must not be taken for the answer to what is written next
    expect(here().some(({ id }) => !before.has(id))).toBe(true);
    return answers;
  }, 8000);
  return JSON.stringify(answer?.card);
}
