import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { complaintsOfAxe, keepScreenshot } from '../support/browser.ts';
import type { HostedTab } from '../support/tab-host.ts';
import { committeeIn } from '../support/tab-places.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 60_000 };

const suite = tabSuite();
let tab: HostedTab;
// somebody looks at the saker, and opens the card that one proposes a sak with: another one each time, as it keeps what they began
const persons = ['aud', 'terje', 'ingrid', 'pal', 'marit'].values();
beforeEach(async () => {
  const says = {
    token: await suite.program.token(persons.next().value ?? ''),
    subPageId: `committees/${await committeeIn(suite.program)}/saker`,
  };
  tab = await suite.open(suite.program.tabUrl, says);
  await opener().click();
  await panel().getByLabel('Tittel').waitFor();
}, 30_000);

const opener = () => tab.frame.getByRole('button', { name: 'Meld sak' });
const panel = (): Locator => tab.frame.getByRole('dialog');
const focused = () => tab.frame.evaluate('document.activeElement.textContent.trim()');

describe('a card in the tab', PATIENCE, () => {
  test('has its own name, and nothing that axe holds against it in any theme', async () => {
    expect(await panel().getAttribute('aria-label')).toBe('Meld sak til SSU');
    for (const theme of ['dark', 'contrast', 'default']) {
      await tab.tell('themeChange', theme);
      await expect.poll(() => tab.frame.evaluate('document.documentElement.dataset.theme')).toBe(theme);
      expect(await complaintsOfAxe(tab.frame, 'html'), theme).toEqual([]);
    }
    await keepScreenshot(tab.page, 'tab-card');
    expect(tab.complaints).toEqual([]);
  });

  test('has the focus in its first field, is closed with Escape, and gives the focus back', async () => {
    await panel().getByLabel('Tittel').and(tab.frame.locator(':focus')).waitFor();
    await tab.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Meld sak');
  });

  test('keeps what is typed when the bot says no, and says why', async () => {
    await panel().getByLabel('Saksframstilling (valgfritt)').fill('Kommunene varsler for sent.');
    await panel().getByRole('button', { name: 'Forhåndsvis' }).click();
    await panel().getByText('Rett dette først: Skriv en tittel.').waitFor();
    await panel().getByRole('status').getByText('Ikke gjort ennå. Kortet sier hvorfor.').waitFor();
    expect(await panel().getByLabel('Saksframstilling (valgfritt)').inputValue()).toBe('Kommunene varsler for sent.');
  });

  test('goes all the way: what is sent stands on the page when the card is closed', async () => {
    const title = 'Felles rutine for varsel';
    await panel().getByLabel('Tittel').fill(title);
    await panel().getByRole('button', { name: 'Forhåndsvis' }).click();
    await panel().getByRole('button', { name: 'Send inn' }).click();
    await panel().getByRole('button', { name: 'Send inn' }).waitFor({ state: 'detached' });
    await panel().getByRole('button', { name: 'Lukk' }).click();
    await tab.frame.getByRole('link', { name: title }).waitFor();
  });
});

describe('a press whose answer is lost', PATIENCE, () => {
  test('is told of, and is the same press when it is sent again', async () => {
    await tab.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    const sent: unknown[] = [];
    await tab.page.route('**/api/tab/actions', async (route) => {
      sent.push(route.request().postDataJSON().id);
      if (sent.length === 1) await route.abort();
      else await route.continue();
    });
    await opener().click();
    await tab.frame.getByText(/Ingen kontakt med Utvalgsbot/).waitFor();
    await tab.frame.getByRole('button', { name: 'Prøv igjen' }).click();
    await panel().getByLabel('Tittel').waitFor();
    expect(sent).toEqual([sent[0], sent[0]]);
  });
});
