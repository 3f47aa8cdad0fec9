import { describe, expect, test } from 'vitest';
import { readConfig, readPackaging } from '../../bot/config.ts';
import { manifestOf } from '../../bot/manifest.ts';
import { MANIFEST } from '../../bot/manifest-check.ts';
import { manifestTemplate } from '../../bot/manifest-source.ts';
import { packageFiles } from '../../bot/package.ts';
import { APP_ID } from '../support/activities.ts';
import { service } from '../support/config.ts';
import { goodManifest, packaging, problemsAfter, readManifest } from '../support/manifest.ts';

const { publicUrl: _, ...facts } = { ...readPackaging(packaging, []), version: '1.0.0' };
const TAB_APP_ID = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1dabcd';
const withOwn = { ...packaging, TAB_APP_ID: TAB_APP_ID.toUpperCase() };
const at = (publicUrl: string) =>
  readManifest(
    manifestOf(manifestTemplate(), { ...readPackaging({ ...packaging, PUBLIC_URL: publicUrl }, []), version: '1.0.0' }),
  );

describe('the tab', () => {
  test('is each person’s own, beside the chat with the bot', () => {
    expect(goodManifest().staticTabs.filter(({ scopes }) => `${scopes}` === 'personal')).toEqual([
      {
        entityId: 'utvalg',
        name: 'Oversikt',
        contentUrl: 'https://bot.utvalg.internal/tab/',
        scopes: ['personal'],
        context: ['personalTab'],
      },
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
    ]);
  });

  test('is one and the same in a group chat, in a meeting’s chat and details, and beside the meeting', () => {
    expect(goodManifest().staticTabs.filter(({ scopes }) => `${scopes}` !== 'personal')).toEqual([
      {
        entityId: 'utvalg-chat',
        name: 'Utvalget',
        contentUrl: 'https://bot.utvalg.internal/tab/?in=chat',
        scopes: ['groupChat'],
        context: ['privateChatTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'],
      },
    ]);
  });

  test('is set up in a channel, and there beside its meetings', () => {
    expect(goodManifest()).toMatchObject({
      configurableTabs: [
        {
          configurationUrl: 'https://bot.utvalg.internal/tab/configure.html',
          canUpdateConfiguration: true,
          scopes: ['team'],
          context: ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'],
        },
      ],
    });
  });

  test('is what a meeting gets; a team and a chat get the bot', () => {
    expect(goodManifest()).toMatchObject({
      defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'tab' },
    });
  });

  test('lies below the address of the bot, whatever that is', () => {
    const page = (publicUrl: string) => at(publicUrl).staticTabs[0]?.contentUrl;
    for (const end of ['', '/', '/?a=b#c'])
      expect(page(`https://Bot.utvalg.internal${end}`), end).toBe('https://bot.utvalg.internal/tab/');
    for (const end of ['', '/', '//'])
      expect(page(`https://bot.utvalg.internal:8443/utvalg${end}`), end).toBe(
        'https://bot.utvalg.internal:8443/utvalg/tab/',
      );
  });

  test('is signed in to as the bot, on the host that it is shown from', () => {
    expect(at('https://Bot.utvalg.internal:8443/utvalg')).toMatchObject({
      validDomains: ['bot.utvalg.internal:8443'],
      webApplicationInfo: { id: APP_ID, resource: `api://bot.utvalg.internal:8443/botid-${APP_ID}` },
    });
  });

  test('is signed in to with a registration of its own where there is one, and the app stays the bot’s', () => {
    const manifest = readManifest(manifestOf(manifestTemplate(), { ...readPackaging(withOwn, []), version: '1.0.0' }));
    expect(manifest).toMatchObject({
      id: APP_ID,
      bots: [{ botId: APP_ID }],
      webApplicationInfo: { id: TAB_APP_ID, resource: `api://bot.utvalg.internal/${TAB_APP_ID}` },
    });
    const files = packageFiles(readPackaging(withOwn, []));
    expect(problemsAfter((all) => all.set(MANIFEST, files.get(MANIFEST) ?? Buffer.of()))).toEqual([]);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['the bot’s registration', packaging],
    ['its own', withOwn],
  ])('is signed in to with %s by tokens that the bot takes, of either version, and by no others', (_whose, env) => {
    const { id, resource } = readManifest(
      manifestOf(manifestTemplate(), { ...readPackaging(env, []), version: '1.0.0' }),
    ).webApplicationInfo;
    expect(readConfig({ ...service, ...env }, []).signIn.audiences).toEqual([id, resource]);
  });

  test('is not there without an address, and nothing that it needs', () => {
    const manifest = manifestOf(manifestTemplate(), facts);
    expect(manifest).toHaveProperty('validDomains', []);
    for (const field of [
      'staticTabs',
      'configurableTabs',
      'webApplicationInfo',
      'authorization',
      'defaultGroupCapability',
    ])
      expect(manifest).not.toHaveProperty(field);
  });
});
