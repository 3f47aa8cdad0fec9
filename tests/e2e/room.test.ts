import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { complaintsOfAxe, keepScreenshot, launch, write } from '../support/browser.ts';
import { aForm, openScreen, type Screen } from '../support/browser-room.ts';
import { startListener } from '../support/listener.ts';
import { chatPath, KARI, OLA } from '../support/room.ts';

const PATIENCE = { timeout: 20_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

let screen: Screen;
beforeEach(async () => {
  screen = await openScreen(browser);
}, 20_000);
afterEach(() => screen.close());

describe('a message', PATIENCE, () => {
  test('of the bot is Markdown, one’s own is as it was typed, and HTML is text in both', async () => {
    const { kari, open } = screen;
    const text = '**fet** <b>ikke fet</b>';
    await write(kari, text);
    await open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'message', text });
    const [own, bots] = [kari.locator('.mine .text'), kari.locator('.theirs .text')];
    await bots.waitFor();
    expect(await own.innerText()).toBe(text);
    expect(await bots.innerText()).toBe('fet <b>ikke fet</b>');
    expect(await bots.locator('strong').count()).toBe(1);
  });

  test('that could not be delivered says so, and is delivered when it is sent again', async () => {
    const { kari, open, page } = screen;
    const port = Number(new URL(open.bot.url).port);
    await open.bot.close();
    await write(kari, 'hjelp');
    await kari.getByText('Meldingen er ikke levert.').waitFor();
    await page.getByText('Meldinger blir liggende, og kan sendes på nytt.').waitFor();
    const back = await startListener(port);
    await kari.getByRole('button', { name: 'Prøv igjen' }).click();
    await kari.getByText('Meldingen er ikke levert.').waitFor({ state: 'detached' });
    await page.getByText('Meldinger blir liggende').waitFor({ state: 'hidden' });
    expect(back.heard.map(({ activity }) => activity.text)).toContain('hjelp');
    await back.close();
  });

  test('that is half typed survives that the room is away, and that another person is looked at', async () => {
    const { kari, open, page } = screen;
    const box = kari.getByRole('textbox', { name: /^Melding til Utvalgsbot/ });
    await box.fill('ikke ferdig');
    await page.getByRole('button', { name: 'Vis ola til venstre' }).click();
    await page.getByRole('button', { name: 'Vis kari til venstre' }).click();
    expect(await box.inputValue()).toBe('ikke ferdig');
    await open.room.close();
    await page.getByText('Prøverommet svarer ikke. Siden prøver igjen av seg selv.').waitFor();
    await box.press('Enter');
    await kari.getByText('Det du har skrevet, står her fortsatt.').waitFor();
    expect(await box.inputValue()).toBe('ikke ferdig');
  });
});

describe('the page', PATIENCE, () => {
  test('finds people by name, title and committee, and those with something unread', async () => {
    const { open, page } = screen;
    await open.page('say', { person: 'ola', text: 'hei' });
    const list = page.getByRole('navigation', { name: 'Hvem vil du være?' }).getByRole('row');
    expect(await list.count()).toBe(2);
    await page.getByRole('searchbox', { name: 'Søk etter person' }).fill('KAR ssu');
    expect(await list.count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Søk etter person' }).fill('nobody');
    await page.getByText('Ingen treff.').waitFor();
    await page.getByRole('searchbox', { name: 'Søk etter person' }).fill('');
    await page.getByRole('button', { name: 'Uleste' }).click();
    await page.getByText('Ingen treff.').waitFor();
  });

  test('moves the clock, and says why when it cannot', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Neste dag' }).click();
    await page.locator('.clock-face', { hasText: 'tirsdag 3. mars 2026 kl. 09.00' }).waitFor();
    await page.getByRole('button', { name: '+1 time' }).click();
    await page.locator('.clock-face', { hasText: 'kl. 10.00' }).waitFor();
    await page.getByRole('button', { name: 'Til fristen' }).click();
    await page.getByLabel('Ny tid').fill('2026-03-01T09:00');
    await page.getByRole('button', { name: 'Still klokka' }).click();
    await page.getByText('Klokka går bare framover.', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('comes back as it was when it is loaded again', async () => {
    const { page, post } = screen;
    await post(aForm('Spørsmål'));
    await page.getByRole('button', { name: 'Vis kari til høyre' }).click();
    await page.reload();
    await page.locator('#pane-right').getByText('Spørsmål').waitFor();
  });

  test('has nothing for axe to find: at rest, with the log, in the dialogue, in a narrow window, without the bot', async () => {
    const { kari, open, page, post } = screen;
    await post(aForm('Spørsmål'));
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await page.getByRole('button', { name: 'Logg', exact: true }).click();
    await page.locator('.log-row').first().click();
    await page.locator('.json pre').first().waitFor();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await page.getByRole('button', { name: 'Til fristen' }).click();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Logg', exact: true }).click();

    await open.bot.close();
    await write(kari, 'hjelp');
    await kari.getByText('Meldingen er ikke levert.').waitFor();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await keepScreenshot(page, 'narrow');
    await page.getByText('Velg person').click();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
  });
});

test('in a narrow window, what somebody has not before them stays unread until it is', PATIENCE, async () => {
  const { kari, open, page } = screen;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const text of ['til ola', 'mer til ola'])
    await open.connector('POST', `${chatPath(OLA)}/activities`, { type: 'message', text });
  const front = page.getByRole('group', { name: 'Hvilken chat som vises' });
  await page.getByText('mer til ola').waitFor({ state: 'attached' });
  // whatever the page had to say of Ola's messages, it has said before this
  await write(kari, 'hei');
  await expect.poll(() => open.bot.heard.at(-1)?.activity).toMatchObject({ text: 'hei' });
  await front.getByRole('button', { name: 'ola (2)' }).click({ timeout: 3000 });
  await page.getByText('mer til ola').waitFor();
  await front.getByRole('button', { name: 'ola', exact: true }).waitFor();
});
