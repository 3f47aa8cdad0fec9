import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelOf, groupChatOf, launch, tabOf, write } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { aMessageWith, channelPath, chatPath, GROUP, GUEST, KARI, OLA, PER, SSU } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { chats: [SSU, GROUP], persons: [KARI, OLA, PER, GUEST] });
}, 20_000);
afterEach(() => screen.close());

const group = () => groupChatOf(screen.page, 'kari', 'Opplæring');
const tab = (chat: string) => tabOf(screen.page, 'kari', chat);
const dialog = () => screen.page.getByRole('dialog');
const menu = async (item: string, of = 'kari') => {
  await screen.page.getByRole('button', { name: `Mer, ${of}` }).click();
  await screen.page.getByRole('menuitem', { name: item }).click();
};
const lines = (chat: Locator) => chat.locator('.system').allInnerTexts();

describe('a chat', PATIENCE, () => {
  test('says what kind it is and who is in it', async () => {
    const { page } = screen;
    expect(await tab('SSU').getAttribute('title')).toBe('Kanal');
    expect(await tab('Opplæring').getAttribute('title')).toBe('Gruppechat');
    expect(await tab('Utvalgsbot').getAttribute('title')).toBe('Chat');
    await tab('Opplæring').click();
    await page.getByRole('button', { name: 'Gruppechat · 3 medlemmer' }).click();
    await dialog().getByRole('heading', { name: 'Medlemmer i Opplæring' }).waitFor();
    expect(await dialog().locator('.members .name').allInnerTexts()).toEqual(['Utvalgsbot', 'kari', 'ola', 'gjest']);
    expect(await dialog().getByText('Gjest fra en annen organisasjon').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Gruppechat · 3 medlemmer');
  });

  test('takes in somebody who is searched for, lets somebody go, and says so to all', async () => {
    const { page } = screen;
    await tab('Opplæring').click();
    await menu('Medlemmer …');
    const field = dialog().getByRole('combobox', { name: 'Legg til medlem' });
    await field.fill('pe');
    await page.getByRole('option', { name: 'per' }).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await dialog().getByRole('button', { name: 'Fjern per' }).waitFor();
    await dialog().getByRole('button', { name: 'Fjern gjest' }).click();
    await dialog().getByRole('button', { name: 'Fjern gjest' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Gruppechat · 3 medlemmer' }).waitFor();
    expect(await lines(group())).toEqual(['kari la til per i chatten.', 'kari fjernet gjest fra chatten.']);
  });

  test('gets another name, on its tab and over its messages', async () => {
    await tab('Opplæring').click();
    await menu('Gi nytt navn …');
    await dialog().getByLabel('Nytt navn').fill('');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().getByText('Skriv et navn.').waitFor();
    await dialog().getByLabel('Nytt navn').fill('Felles opplæring');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await tab('Felles opplæring').waitFor();
    await groupChatOf(screen.page, 'kari', 'Felles opplæring').waitFor();
    await tabOf(screen.page, 'ola', 'Felles opplæring').waitFor();
  });

  test('without the bot offers to add it, and people can write to each other meanwhile', async () => {
    const { page, open } = screen;
    await tab('Opplæring').click();
    await menu('Fjern Utvalgsbot');
    await group().getByText('Utvalgsbot er ikke lagt til i Opplæring.').waitFor();
    await write(group(), 'bare oss');
    await tabOf(page, 'ola', 'Opplæring').click();
    const seen = groupChatOf(page, 'ola', 'Opplæring').locator('.theirs .text');
    await seen.waitFor();
    expect(await seen.innerText()).toBe('bare oss');
    expect(open.bot.heard.some(({ activity }) => activity.text === 'bare oss')).toBe(false);
    await group().getByRole('button', { name: 'Legg til Utvalgsbot' }).click();
    await group().getByText('kari la til Utvalgsbot i chatten.').waitFor();
    await group().getByRole('button', { name: '@Utvalgsbot' }).waitFor();
  });

  test('lets a message go to people alone when the mention is taken off', async () => {
    const { open } = screen;
    await tab('Opplæring').click();
    const mention = group().getByRole('button', { name: '@Utvalgsbot' });
    await mention.click();
    await group().getByPlaceholder('Skriv til de andre i Opplæring').waitFor();
    await write(group(), 'uten boten');
    await group().locator('.mine .text', { hasText: 'uten boten' }).waitFor();
    await mention.click();
    await write(group(), 'med boten');
    await group().locator('.mine .text', { hasText: 'Utvalgsbot med boten' }).waitFor();
    const heard = open.bot.heard.flatMap(({ activity }) => (activity.type === 'message' ? [activity.text] : []));
    expect(heard).toEqual(['<at>Utvalgsbot</at> med boten']);
  });

  test('that somebody is taken out of is gone from their list, with its dialogue', async () => {
    const { open, page } = screen;
    await tab('Opplæring').click();
    await menu('Medlemmer …');
    await open.page('chat-member', { person: 'ola', chat: GROUP.id, member: 'kari', present: false });
    await tab('Opplæring').waitFor({ state: 'detached' });
    await dialog().waitFor({ state: 'detached' });
    await screen.kari.waitFor();
    expect(await page.getByRole('tab', { name: 'Opplæring' }).count()).toBe(1);
  });

  test('shows that the bot is writing, until it has written', async () => {
    const { kari, open } = screen;
    await open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'typing' });
    await kari.getByText('Utvalgsbot skriver').waitFor();
    await open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'message', text: 'ferdig' });
    await kari.getByText('ferdig').waitFor();
    await kari.getByText('Utvalgsbot skriver').waitFor({ state: 'hidden' });
  });
});

describe('somebody', PATIENCE, () => {
  const row = (name: string) => screen.page.getByRole('row').filter({ hasText: name });

  test('who takes the bot away gets an offer in place of the field, and can take it back', async () => {
    const { kari } = screen;
    await menu('Fjern Utvalgsbot');
    await kari.getByText('kari har ikke lagt til Utvalgsbot').waitFor();
    expect(await kari.getByRole('textbox').count()).toBe(0);
    await row('kari').getByText('Har ikke appen').waitFor();
    await kari.getByRole('button', { name: 'Legg til Utvalgsbot' }).click();
    await kari.getByRole('textbox').waitFor();
    await row('kari').getByText('Har ikke appen').waitFor({ state: 'detached' });
  });

  test('who blocks the bot is not reached, which is said in words, and can be undone', async () => {
    const { kari, open } = screen;
    await menu('Blokker Utvalgsbot');
    await kari.getByText('kari har blokkert Utvalgsbot').waitFor();
    await row('kari').getByText('Har blokkert boten').waitFor();
    const { status } = await open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'message', text: 'hei' });
    expect(status).toBe(403);
    await kari.getByRole('button', { name: 'Opphev blokkeringen' }).click();
    await kari.getByRole('textbox').waitFor();
  });

  test('who is a guest is known as one', async () => {
    await row('gjest').getByText('Gjest fra en annen organisasjon').waitFor();
    await screen.page.getByRole('searchbox', { name: 'Søk etter person' }).fill('annen organisasjon');
    expect(await screen.page.getByRole('row').count()).toBe(1);
  });
});

test('a channel and a group chat have a tab for whoever is in them, and no other', PATIENCE, async () => {
  const { page, open } = screen;
  await page.getByRole('button', { name: 'Vis per til høyre' }).click();
  await tabOf(page, 'per', 'Utvalgsbot').waitFor();
  expect(await page.getByRole('tablist', { name: 'Chattene til per' }).getByRole('tab').count()).toBe(1);
  await open.page('chat-member', { person: 'kari', chat: SSU.id, member: 'per', present: true });
  await tabOf(page, 'per', 'SSU').click();
  await open.connector(
    'POST',
    `${channelPath(SSU)}/activities`,
    aMessageWith({ type: 'AdaptiveCard', version: '1.5', body: [] }),
  );
  await channelOf(page, 'per', 'SSU').locator('.card').waitFor();
});
