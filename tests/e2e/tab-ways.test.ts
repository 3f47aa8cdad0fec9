import { describe, expect, test } from 'vitest';
import { demoCommittees } from '../../bot/local/demo-committees.ts';
import { complaintsOfAxe, keepScreenshot, openPage } from '../support/browser.ts';
import type { HostedTab, HostSays } from '../support/tab-host.ts';
import { committeeIn } from '../support/tab-places.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 60_000 };

const suite = tabSuite();

async function open(address: string, says: HostSays, person = 'aud'): Promise<HostedTab> {
  const tab = await suite.open(address, { token: await suite.program.token(person), ...says });
  return tab;
}
const heading = ({ frame }: HostedTab, name: string | RegExp) =>
  frame.getByRole('heading', { level: 1, name }).waitFor();

describe('the tab of a channel or a chat', PATIENCE, () => {
  const addressOf = () => `${suite.program.tabUrl}configure.html`;

  test('is about the committee that one chooses when it is added', async () => {
    const hosted = await open(addressOf(), { frameContext: 'settings' });
    await heading(hosted, 'Hvilket utvalg gjelder fanen?');
    expect(await hosted.saved()).toBeUndefined();
    await hosted.frame.getByRole('radio', { name: /^SSU/ }).click();
    await expect.poll(hosted.heard).toContain('settings.setValidityState');
    expect(await complaintsOfAxe(hosted.frame, 'html')).toEqual([]);
    await hosted.tell('settings.save', {});
    const committee = await committeeIn(suite.program);
    await expect.poll(hosted.saved).toMatchObject({
      entityId: `utvalg-${committee}`,
      suggestedDisplayName: 'SSU',
      contentUrl: `${suite.program.tabUrl}?committee=${committee}`,
    });
    await expect.poll(hosted.heard).toContain('settings.save.success');
    expect(hosted.complaints).toEqual([]);
  });

  test('opens on its committee', async () => {
    const hosted = await open(`${suite.program.tabUrl}?committee=${await committeeIn(suite.program)}`, {});
    await heading(hosted, /Strategisk samarbeidsutvalg/);
  });

  test('is told of in words where there is no committee to choose', async () => {
    const hosted = await open(addressOf(), { frameContext: 'settings' }, 'sigrun');
    await hosted.frame.getByText(/Du er ikke med i noe utvalg ennå/).waitFor();
    expect(await hosted.frame.getByRole('radio').count()).toBe(0);
  });
});

describe('the tab of a group chat', PATIENCE, () => {
  const groupChat = demoCommittees.find(({ chatKind }) => chatKind === 'groupChat');
  const shownIn = (chatId: string) => open(`${suite.program.tabUrl}?in=chat`, { chatId });

  test('opens on the committee of the chat, and Teams’ way back leads there again', async () => {
    const hosted = await shownIn(groupChat?.chatId ?? '');
    await heading(hosted, /barn og unge/);
    await hosted.frame.getByRole('link', { name: 'Saker' }).click();
    await heading(hosted, 'Saker');
    await hosted.tell('backButtonPress');
    await heading(hosted, /barn og unge/);
    expect(hosted.complaints).toEqual([]);
  });

  test('of no committee begins with what waits', async () => {
    const hosted = await shownIn('19:elsewhere@thread.v2');
    await heading(hosted, 'Venter på deg');
    // the bot is told which chat, and may ask Teams who somebody is there
    const asked = await hosted.frame.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)");
    expect(asked).toContainEqual(expect.stringMatching(/\/api\/tab\/start\?.*in=19%3Aelsewhere%40thread\.v2/));
  });
});

describe('the side panel of a meeting', PATIENCE, () => {
  test('opens on the meeting, and asks with the chat that it is in', async () => {
    const tab = await suite.open(suite.program.tabUrl, {
      token: await suite.program.token('aud'),
      frameContext: 'sidePanel',
      chatId: '19:meeting_x@thread.v2',
    });
    await tab.frame.locator('main.panel h1').waitFor();
    expect(await tab.frame.evaluate('location.hash')).toBe('#/panel?chat=19%3Ameeting_x%40thread.v2');
    expect(await tab.frame.getByRole('navigation', { name: 'Sider' }).count()).toBe(0);
  });
});

describe('alone in a browser', PATIENCE, () => {
  test('one chooses whom to be, may choose another, and a page has an address of its own', async () => {
    const page = await suite.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${suite.program.tabUrl}#/committees/${await committeeIn(suite.program)}`);
    await page.getByRole('heading', { level: 1, name: 'Hvem er du?' }).waitFor();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await keepScreenshot(page, 'tab-persons');
    await page.getByRole('button', { name: /^Ingrid Holtevik/ }).click();
    await page.getByRole('heading', { level: 1, name: /Strategisk samarbeidsutvalg/ }).waitFor();
    expect(page.url()).toContain('?person=ingrid');
    await page.getByRole('link', { name: 'Venter på deg' }).click();
    await page.getByRole('heading', { level: 1, name: 'Venter på deg' }).and(page.locator(':focus')).waitFor();
    expect(await page.title()).toBe('Venter på deg – Utvalgsbot');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /Strategisk samarbeidsutvalg/ }).waitFor();
    await page.getByRole('button', { name: 'Bytt person' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hvem er du?' }).waitFor();
    await page.close();
  });

  test('the theme is the system’s own', async () => {
    const page = await suite.browser.newPage({ colorScheme: 'dark' });
    await page.goto(`${suite.program.tabUrl}?person=aud`);
    const theme = () => page.evaluate('document.documentElement.dataset.theme');
    await expect.poll(theme).toBe('dark');
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(theme).toBe('contrast');
    await page.close();
  });

  test('the try-out room opens it as each of its persons', async () => {
    const { page } = await openPage(suite.browser, suite.program.roomUrl, ['aud', 'ingrid']);
    await page.getByRole('button', { name: 'Mer, Ingrid Holtevik' }).click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('menuitem', { name: 'Åpne fanen' }).click();
    const opens = await opened;
    await opens.getByRole('heading', { level: 1, name: 'Venter på deg' }).waitFor();
    await opens.getByText('Ingrid Holtevik').first().waitFor();
    await page.context().close();
  });
});

describe('a person on a card', PATIENCE, () => {
  test('is found with Teams’ own search', async () => {
    const { frame, page } = await open(suite.program.tabUrl, {
      subPageId: `committees/${await committeeIn(suite.program)}/tiltak`,
      picks: { objectId: '11111111-2222-4333-8444-555555555555', displayName: 'Kari Nordmann' },
    });
    const card = frame.getByRole('dialog');
    await frame.getByRole('button', { name: 'Nytt tiltak' }).click();
    await card.locator('.pick').click();
    await card.locator('.pick', { hasText: 'Kari Nordmann' }).waitFor();
    expect(await complaintsOfAxe(frame, 'html')).toEqual([]);
    await card.getByRole('textbox').first().fill('Felles kurs');
    const sent = page.waitForRequest('**/api/tab/actions');
    await card.locator('.ac-pushButton').first().click();
    expect((await sent).postDataJSON().action).toMatchObject({ picked: '11111111-2222-4333-8444-555555555555' });
  });
});
