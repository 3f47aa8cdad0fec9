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
  manifest = await aManifest({ id: 'nySak', title: 'Ny sak', type: 'action', fetchTask: true });
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

  test('has a menu with the commands of the app that are chosen there, and shows the card they leave', async () => {
    const { page, kari, open } = screen;
    const card = (text: string, actions: readonly object[]) => {
      const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], actions };
      return { contentType: 'application/vnd.microsoft.card.adaptive', content };
    };
    const task = {
      type: 'continue',
      value: { title: 'Ny sak', card: card('Skjemaet', [{ type: 'Action.Submit', title: 'Lagre' }]) },
    };
    const left = { type: 'result', attachments: [card('Saken', [{ type: 'Action.Submit', title: 'Åpne' }])] };
    open.bot.answer = ({ name }) => ({
      body: name === 'composeExtension/fetchTask' ? { task } : { composeExtension: left },
    });
    await kari.getByRole('button', { name: 'Handlinger i appen' }).click();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Ny sak']);
    await page.getByRole('menuitem', { name: 'Ny sak' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await dialog.getByText('står dette kortet nå i meldingsfeltet').waitFor();
    await dialog.getByText('Saken', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Åpne' }).click();
    await dialog.getByText('Kortet er ikke sendt').waitFor();
    const invokes = open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');
    expect(invokes.map(({ name }) => name)).toEqual(['composeExtension/fetchTask', 'composeExtension/submitAction']);
  });

  test('says why a command of the app came to nothing', async () => {
    const { page, kari, open } = screen;
    open.bot.answer = () => ({ status: 500 });
    await kari.getByRole('button', { name: 'Handlinger i appen' }).click();
    await page.getByRole('menuitem', { name: 'Ny sak' }).click();
    await kari.getByRole('alert').filter({ hasText: 'Noe gikk galt. Prøv igjen.' }).waitFor();
  });
});
