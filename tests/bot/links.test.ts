import { describe, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { linksOf } from '../../bot/links.ts';
import { APP_ID, TENANT_ID } from '../support/activities.ts';
import { service } from '../support/config.ts';
import { goodManifest, packaging } from '../support/manifest.ts';

const CATALOGUE_ID = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1dabcd';
const linksIn = (env: NodeJS.ProcessEnv) => linksOf(readConfig({ ...service, ...env }, []));
const withTab = { PUBLIC_URL: packaging.PUBLIC_URL };

describe('in Teams', () => {
  test.each([
    'waiting',
    'saker/sak_2026:3',
    'rounds/round_referat-1_1',
    'committees/19:ssu@thread.tacv2/tiltak?plan=plan%3Assu%3A%C3%A5r+1',
  ])('the tab is told the page that the link names: %s', (path) => {
    const url = new URL(linksIn(withTab).tab(path) ?? '');
    expect(url.origin + url.pathname).toBe(`https://teams.microsoft.com/l/entity/${APP_ID}/utvalg`);
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: path });
    expect(url.href).not.toMatch(/[\s"{}<>]/);
  });

  test('a link names a tab that the manifest has', () => {
    const entity = new URL(linksIn(withTab).tab('waiting') ?? '').pathname.split('/').at(-1);
    expect(goodManifest().staticTabs.map(({ entityId }) => entityId)).toContain(entity);
  });

  test('there is no link to a tab that has no address', () => {
    expect(linksIn({}).tab('waiting')).toBeUndefined();
  });

  test('the app is called what the catalogue calls it, and the bot stays the bot', () => {
    const { app, tab, chat } = linksIn({ ...withTab, TEAMS_APP_ID: CATALOGUE_ID });
    expect(app).toBe(`https://teams.microsoft.com/l/app/${CATALOGUE_ID}?tenantId=${TENANT_ID}`);
    expect(tab('waiting')).toContain(`/l/entity/${CATALOGUE_ID}/utvalg?`);
    expect(chat).toBe(`https://teams.microsoft.com/l/chat/0/0?users=28:${APP_ID}`);
  });
});

test('in local mode links stay on this machine', () => {
  const { app, tab, chat } = linksOf(readConfig({ PORT: '4321', ROOM_PORT: '4322' }, []));
  expect(tab('saker/sak_1')).toBe('http://127.0.0.1:4321/tab/#/saker/sak_1');
  expect(chat).toBe('http://127.0.0.1:4322/');
  expect(app).toBe('http://127.0.0.1:4322');
});
