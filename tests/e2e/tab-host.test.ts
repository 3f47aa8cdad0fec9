import { describe, expect, test } from 'vitest';
import type { HostedTab, HostSays } from '../support/tab-host.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 60_000 };

const suite = tabSuite();

/** The tab as Aud of the secretariat sees it in Teams. */
async function open(says: HostSays = {}, address = suite.program.tabUrl): Promise<HostedTab> {
  const tab = await suite.open(address, { token: await suite.program.token('aud'), ...says });
  return tab;
}
const heading = ({ frame }: HostedTab, name: string) => frame.getByRole('heading', { level: 1, name }).waitFor();
const themeOf = ({ frame }: HostedTab) => frame.evaluate('document.documentElement.dataset.theme');

describe('inside Teams', PATIENCE, () => {
  test('the tab says hello, shows what waits, and tells Teams so, in four requests and without a complaint', async () => {
    const hosted = await open();
    await heading(hosted, 'Venter på deg');
    await expect
      .poll(hosted.heard)
      .toEqual(expect.arrayContaining(['appInitialization.appLoaded', 'appInitialization.success']));
    expect(hosted.asked).toEqual(['/tab/', '/tab/tab.css', '/tab/tab.js', '/api/tab/start']);
    expect(hosted.complaints).toEqual([]);
  });

  test('the theme is Teams’ own, and follows when it is changed', async () => {
    const hosted = await open({ theme: 'dark' });
    await heading(hosted, 'Venter på deg');
    expect(await themeOf(hosted)).toBe('dark');
    for (const theme of ['contrast', 'default']) {
      await hosted.tell('themeChange', theme);
      await expect.poll(() => themeOf(hosted)).toBe(theme);
    }
  });

  test('a link opens the page that it names', async () => {
    const { me } = await suite.program.start('aud');
    const hosted = await open({ subPageId: `committees/${me.committees[0]?.id}` });
    await heading(hosted, me.committees[0]?.name ?? '');
    expect(hosted.asked.filter((path) => path === '/api/tab/start')).toHaveLength(1);
  });

  test('a page that is not theirs, and one that is not there, are told of alike', async () => {
    for (const subPageId of ['committees/nobodys', 'no/such/page']) {
      const hosted = await open({ subPageId });
      await heading(hosted, 'Siden finnes ikke, eller den er ikke for deg');
      await hosted.close();
    }
  });

  test('Teams’ way back leads to the page before, and out of the tab from the first one', async () => {
    const hosted = await open();
    await heading(hosted, 'Venter på deg');
    await expect.poll(hosted.heard).toContain('registerHandler:backButton');
    await hosted.frame.getByRole('link', { name: 'Medlemmer' }).click();
    await hosted.frame.getByRole('heading', { level: 2, name: 'Medlemmer' }).waitFor();
    await hosted.tell('backButtonPress');
    await heading(hosted, 'Venter på deg');
    await hosted.tell('backButtonPress');
    await expect.poll(hosted.heard).toContain('navigateBack');
  });
});

describe('without a sign-in', PATIENCE, () => {
  test.each([
    ['resourceRequiresConsent', /administratoren godkjenne appen/],
    ['CancelledByUser', /Innloggingen ble avbrutt/],
    ['resourceDisabled', /slå den på i administrasjonssenteret/],
    ['somethingNew', /gi administratoren denne beskjeden: somethingNew/],
  ])('%s is told of in words, and trying again helps once Teams says yes', async (noToken, words) => {
    const hosted = await open({ token: '', noToken });
    await heading(hosted, 'Du er ikke logget inn i fanen');
    await hosted.frame.getByText(words).waitFor();
    await hosted.say({ token: await suite.program.token('aud') });
    await hosted.frame.getByRole('button', { name: 'Prøv igjen' }).click();
    await heading(hosted, 'Venter på deg');
  });

  test('a token that the bot does not take is told of as a sign-in', async () => {
    const hosted = await open({ token: 'not.a.token' });
    await heading(hosted, 'Du er ikke logget inn i fanen');
  });

  test('a host that never answers is told of after five seconds', async () => {
    const before = Date.now();
    const hosted = await open({ isSilent: true });
    await heading(hosted, 'Teams svarer ikke');
    expect(Date.now() - before).toBeLessThan(12_000);
  });
});

describe('when the bot does not answer', PATIENCE, () => {
  test('a fault is told of, and the page comes when one tries again', async () => {
    const hosted = await open();
    await heading(hosted, 'Venter på deg');
    await hosted.page.route('**/api/tab/start*', (route) => route.fulfill({ status: 500, json: {} }));
    await hosted.frame.getByRole('link', { name: 'Medlemmer' }).click();
    await heading(hosted, 'Noe gikk galt');
    await hosted.page.unroute('**/api/tab/start*');
    await hosted.frame.getByRole('button', { name: 'Prøv igjen' }).click();
    await hosted.frame.getByRole('heading', { level: 2, name: 'Medlemmer' }).waitFor();
  });

  test('a lost connection is told of, and the page comes by itself when it is back', async () => {
    const hosted = await open();
    await heading(hosted, 'Venter på deg');
    await hosted.page.context().setOffline(true);
    await hosted.frame.getByRole('link', { name: 'Medlemmer' }).click();
    await heading(hosted, 'Ingen kontakt med Utvalgsbot');
    await hosted.page.context().setOffline(false);
    await hosted.frame.getByRole('heading', { level: 2, name: 'Medlemmer' }).waitFor();
  });
});
