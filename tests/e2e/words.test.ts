import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { groupChatOf, launch, newestIn, tabOf } from '../support/browser.ts';
import { aForm, openScreen, type Screen } from '../support/browser-room.ts';
import { aCardMessage, chatPath, GROUP, KARI } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { chats: [GROUP] });
}, 20_000);
afterEach(() => screen.close());

const say = async (activity: object) => {
  const { body } = await screen.open.connector('POST', `${chatPath(KARI)}/activities`, activity);
  return (body as { readonly id: string }).id;
};
const group = (name = 'Opplæring') => groupChatOf(screen.page, 'kari', name);

describe('a message of the bot', PATIENCE, () => {
  const mention = { type: 'mention', text: '<at>kari</at>', mentioned: { id: KARI.teamsId, name: 'kari' } };

  test('shows whom its text mentions by name, and tells them so', async () => {
    await say({ type: 'message', text: 'Hei <at>kari</at>, og <at>ingen</at>', entities: [mention] });
    const message = newestIn(screen.kari);
    await message.locator('.mention.me').waitFor();
    expect(await message.locator('.text').innerText()).toMatch(/^Hei kari\s*\(deg\)\s*, og <at>ingen<\/at>$/);
    expect(await message.getByText('Du er nevnt').isVisible()).toBe(true);
  });

  test('has the text above its card changed with the card', async () => {
    const id = await say({ ...aCardMessage('Kortet'), text: 'Før kortet' });
    await screen.kari.getByText('Før kortet').waitFor();
    await screen.open.connector('PUT', `${chatPath(KARI)}/activities/${id}`, {
      ...aCardMessage('Kortet'),
      text: 'Endret',
    });
    await screen.kari.getByText('Endret').waitFor();
    expect(await screen.kari.getByText('Før kortet').count()).toBe(0);
  });

  test('has no link that runs something in the page', async () => {
    const link = 'https://example.org/';
    const inlines = [link, 'javascript:alert(1)'].map((url) => ({
      type: 'TextRun',
      text: url,
      selectAction: { type: 'Action.OpenUrl', url },
    }));
    await screen.post({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'RichTextBlock', inlines }] });
    const hrefs = await newestIn(screen.kari)
      .locator('.card a')
      .evaluateAll((links) => links.map((found) => found.getAttribute('href')));
    expect(hrefs).toEqual([link, null]);
  });
});

describe('an answer that cannot be read', PATIENCE, () => {
  test.each([
    ['is cut off', 200, '{"kind":', 'Prøverommet svarer ikke.'],
    [
      'says that the room has failed',
      500,
      '{"error":{"code":"ServiceError","message":"Oh no."}}',
      'Noe gikk galt i prøverommet.',
    ],
    [
      'says that the room was asked wrongly',
      400,
      '{"error":{"code":"BadSyntax","message":"Invalid input."}}',
      'Prøverommet kan ikke bruke det som ble sendt.',
    ],
  ])('because it %s is told at the card, which can be pressed again', async (_why, status, body, words) => {
    const { page, kari } = screen;
    await screen.post(aForm('Saken', 'Merknad'));
    await page.route('**/api/press', (route) => route.fulfill({ status, contentType: 'application/json', body }));
    await kari.getByRole('button', { name: 'Send', exact: true }).first().click();
    await kari.locator('.card-line', { hasText: words }).waitFor();
    expect(await kari.locator('.card').getAttribute('aria-busy')).toBe('false');
  });
});

describe('a chat that gets another name', PATIENCE, () => {
  const rename = () => screen.open.page('chat-name', { person: 'kari', chat: GROUP.id, name: 'Kurs' });

  test('has it in all that is read out of it', async () => {
    const { page } = screen;
    await tabOf(page, 'kari', 'Opplæring').click();
    await rename();
    const chat = group('Kurs');
    await chat.getByRole('log', { name: 'Meldinger, kari i Kurs' }).waitFor();
    const box = chat.getByRole('textbox', { name: 'Melding til Utvalgsbot i Kurs fra kari', exact: true });
    await box.waitFor();
    expect(await chat.getByText('Opplæring').count()).toBe(0);
    await chat.getByRole('button', { name: '@Utvalgsbot' }).click();
    await chat.getByRole('textbox', { name: 'Melding til de andre i Kurs fra kari' }).waitFor();
    expect(await chat.getByPlaceholder('Skriv til de andre i Kurs').count()).toBe(1);
    expect(await chat.evaluate(({ outerHTML }) => outerHTML.includes('i Opplæring'))).toBe(false);
  });

  test('does not promise there what the bot shows while it is not there', async () => {
    await tabOf(screen.page, 'kari', 'Opplæring').click();
    await group().getByText('Her viser Utvalgsbot').waitFor();
    await screen.open.page('chat-bot', { person: 'kari', chat: GROUP.id, installed: false });
    await group().getByRole('textbox', { name: 'Melding til de andre i Opplæring fra kari' }).waitFor();
    expect(await group().locator('.empty').textContent()).toBe('Ingen meldinger i Opplæring ennå.');
  });
});
