import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aManifest } from '../support/app-manifest.ts';
import { complaintsOfAxe, groupChatOf, launch, tabOf, write } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { GROUP } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let manifest: string;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
  manifest = await aManifest();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { manifest, chats: [GROUP] });
}, 20_000);
afterEach(() => screen.close());

const box = () => screen.kari.getByRole('textbox', { name: /^Melding til Utvalgsbot/ });
const options = () => screen.page.getByRole('option');
const heard = () =>
  screen.open.bot.heard.flatMap(({ activity }) => (activity.type === 'message' ? [activity.text] : []));

describe('the field that one writes in', PATIENCE, () => {
  test('offers the app’s commands that begin with what is written, by the keyboard', async () => {
    await box().pressSequentially('ref');
    await options().first().waitFor();
    expect(await options().allInnerTexts()).toEqual(['referat\nSend et referat på e-postrunde']);
    await box().press('ArrowDown');
    expect(await complaintsOfAxe(screen.page, 'html')).toEqual([]);
    await box().press('Enter');
    expect(await box().inputValue()).toBe('referat');
    expect(heard()).toEqual([]);
    await box().press('Enter');
    await expect.poll(heard).toEqual(['referat']);
  });

  test('shows all commands at the arrow keys, and none after Escape; what is written is sent as it stands', async () => {
    await box().press('ArrowDown');
    expect(await options().count()).toBe(2);
    await box().press('ArrowDown');
    const active = await box().getAttribute('aria-activedescendant');
    expect(await screen.page.locator(`#${active}`).innerText()).toContain('referat');
    await box().press('Escape');
    expect(await options().count()).toBe(0);
    await write(screen.kari, 'he');
    await expect.poll(heard).toEqual(['he']);
  });

  test('has a button for each command, which sends it at once', async () => {
    const commands = screen.kari.getByRole('group', { name: 'Kommandoer for kari' }).getByRole('button');
    expect(await commands.allInnerTexts()).toEqual(['Hjelp', 'Referat']);
    await commands.first().press('Enter');
    await expect.poll(heard).toEqual(['hjelp']);
  });

  test('offers in a group chat only what is answered there', async () => {
    await tabOf(screen.page, 'kari', 'Opplæring').click();
    const group = groupChatOf(screen.page, 'kari', 'Opplæring');
    await group.getByRole('textbox', { name: /^Melding til Utvalgsbot/ }).press('ArrowDown');
    expect(await options().allInnerTexts()).toEqual(['hjelp\nHva du kan gjøre her']);
  });

  test('takes new lines with Shift, and grows with them', async () => {
    await box().pressSequentially('en');
    await box().press('Shift+Enter');
    await box().pressSequentially('to');
    expect(await box().inputValue()).toBe('en\nto');
    expect(await box().getAttribute('rows')).toBe('2');
    await screen.kari.getByRole('button', { name: 'Send' }).click();
    await expect.poll(heard).toEqual(['en\nto']);
  });

  test('mentions the bot in a group chat, as one sees', async () => {
    await tabOf(screen.page, 'kari', 'Opplæring').click();
    const group = groupChatOf(screen.page, 'kari', 'Opplæring');
    expect(await group.getByRole('button', { name: '@Utvalgsbot' }).getAttribute('aria-pressed')).toBe('true');
    await group.getByRole('button', { name: 'Hjelp' }).click();
    await group.locator('.mine .mention').waitFor();
    await expect.poll(heard).toEqual(['<at>Utvalgsbot</at> hjelp']);
  });
});
