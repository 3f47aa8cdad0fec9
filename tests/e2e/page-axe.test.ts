import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aManifest } from '../support/app-manifest.ts';
import { complaintsInThemes, launch, tabOf, write } from '../support/browser.ts';
import { aForm, openScreen, type Screen } from '../support/browser-room.ts';
import { chatPath, GROUP, GUEST, KARI, OLA, PER, SSU } from '../support/room.ts';

const PATIENCE = { timeout: 60_000 };

let browser: Browser;
let screen: Screen;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  const manifest = await aManifest();
  const persons = [KARI, OLA, { ...PER, reach: 'blocked' as const }, GUEST];
  screen = await openScreen(browser, { manifest, chats: [SSU, GROUP], persons });
  page = screen.page;
  await screen.post(aForm('Spørsmål'));
  await write(screen.kari, 'hjelp');
  await screen.kari.locator('.mine').waitFor();
}, 60_000);
afterAll(async () => {
  await screen?.close();
  await browser?.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const leave = () => page.keyboard.press('Escape');
/** Everything that can be opened on the page, and how it is closed. */
const places: Readonly<Record<string, readonly [open: () => Promise<unknown>, close: () => Promise<unknown>]>> = {
  'the page at rest': [async () => undefined, async () => undefined],
  'the log with a line chosen': [
    async () => {
      await button(/^Logg$/).click();
      await page.locator('.log-row').first().click();
      await page.locator('.json pre').first().waitFor();
    },
    () => button('Lukk logg').click(),
  ],
  'the panel of faults': [() => button(/^Feil/).click(), () => button('Lukk feil').click()],
  'the settings': [() => button('Innstillinger').click(), leave],
  'the dialogue of the clock': [() => button('Til fristen').click(), leave],
  'a chat’s menu': [() => button('Mer, kari').click(), leave],
  'a message’s menu': [() => screen.kari.getByRole('button', { name: 'Flere handlinger' }).first().click(), leave],
  'the members of a group chat, and a search for more': [
    async () => {
      await tabOf(page, 'kari', 'Opplæring').click();
      await button(/^Gruppechat/).click();
      await page.getByRole('combobox', { name: 'Legg til medlem' }).fill('p');
      await page.getByRole('option').first().waitFor();
    },
    async () => {
      await leave();
      await leave();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  ],
  'the dialogue of a chat’s name': [
    async () => {
      await button('Mer, kari').click();
      await page.getByRole('menuitem', { name: 'Gi nytt navn …' }).click();
    },
    leave,
  ],
  'a group chat without the bot': [
    () => screen.open.page('chat-bot', { person: 'kari', chat: GROUP.id, installed: false }),
    async () => {
      await screen.open.page('chat-bot', { person: 'kari', chat: GROUP.id, installed: true });
      await tabOf(page, 'kari', 'Utvalgsbot').click();
    },
  ],
  'somebody who has blocked the bot': [
    async () => {
      await button('Vis per til høyre').click();
      await page.getByText('per har blokkert Utvalgsbot').waitFor();
    },
    () => button('Vis ola til høyre').click(),
  ],
  'commands that are offered while one writes': [
    async () => {
      // what was opened before may still be drawing the box anew, which closes the list: one would write again
      await vi.waitFor(async () => {
        await screen.kari.getByRole('textbox', { name: /^Melding til/ }).fill('re');
        await page.getByRole('option').first().waitFor({ timeout: 2000 });
      }, 15_000);
    },
    () => screen.kari.getByRole('textbox', { name: /^Melding til/ }).fill(''),
  ],
  'the bot writing': [
    async () => {
      await screen.open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'typing' });
      await screen.kari.getByText('Utvalgsbot skriver').waitFor();
    },
    async () => undefined,
  ],
};

describe('axe finds nothing against', PATIENCE, () => {
  test.each(Object.keys(places))('%s, in three themes', async (name) => {
    const [open, close] = places[name] ?? [];
    await open?.();
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await close?.();
  });

  test('a narrow window, with the list of people and a tool open, in three themes', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('Velg person').click();
    await button(/^Feil/).click();
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
  });
});
