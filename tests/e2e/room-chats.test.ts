import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelOf, complaintsOfAxe, dropOn, keepScreenshot, launch, tabOf, write } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { aFileMessage, aMessageWith, anOffer, channelPath, chatPath, KARI, OLA, SSU } from '../support/room.ts';

const PATIENCE = { timeout: 20_000 };

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { chats: [SSU] });
}, 20_000);
afterEach(() => screen.close());

const channel = (name = 'kari') => channelOf(screen.page, name, 'SSU');
const tab = (name: string, chat: string) => tabOf(screen.page, name, chat);
const aCard = (text: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text, wrap: true },
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Godkjenn', verb: 'x' }] },
  ],
  ...more,
});
const post = async (card: object) => {
  const { body } = await screen.open.connector('POST', `${channelPath(SSU)}/activities`, aMessageWith(card));
  return (body as { readonly id: string }).id;
};

describe('a channel', PATIENCE, () => {
  test('has a tab beside the 1:1 chat that counts what is unread there, until it is opened', async () => {
    await post(aCard('Til alle'));
    await tab('kari', 'SSU 1 uleste').click();
    await channel().getByText('Til alle').waitFor();
    await tab('kari', 'SSU$').waitFor();
    expect(await tab('ola', 'SSU 1 uleste').count()).toBe(1);
    await tab('kari', 'Utvalgsbot').click();
    await screen.kari.waitFor();
    expect(await channel().count()).toBe(0);
  });

  test('sends what is written there with a mention of the bot, and shows others who wrote it', async () => {
    await tab('kari', 'SSU').click();
    await tab('ola', 'SSU').click();
    await write(channel(), 'hjelp');
    const seen = channel('ola').locator('.message');
    await seen.getByText('Utvalgsbot hjelp').waitFor();
    expect(await seen.locator('strong').innerText()).toBe('kari');
    expect(screen.open.bot.heard.at(-1)?.activity).toMatchObject({ text: '<at>Utvalgsbot</at> hjelp' });
  });

  test('shows the answer to a press to whoever pressed, until the bot updates the card for all', async () => {
    const id = await post(aCard('0 av 2'));
    screen.open.bot.answer = () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: aCard('Registrert') },
    });
    await tab('kari', 'SSU').click();
    await tab('ola', 'SSU').click();
    await channel().getByRole('button', { name: 'Godkjenn' }).click();
    await channel().getByText('Registrert').waitFor();
    expect(await channel('ola').getByText('0 av 2').count()).toBe(1);
    await screen.open.connector('PUT', `${channelPath(SSU)}/activities/${id}`, aMessageWith(aCard('1 av 2')));
    for (const name of ['kari', 'ola']) await channel(name).getByText('1 av 2').waitFor();
  });

  test('marks a card for the person that it mentions, and shows a mention as a name', async () => {
    const mention = ({ name, objectId }: typeof KARI) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id: objectId.toUpperCase(), name },
    });
    const entities = [mention(KARI), mention(OLA)].slice(1);
    await post(aCard('Ikke nådd: <at>ola</at>, <at>kari</at>.', { msteams: { entities } }));
    await tab('ola', 'SSU').click();
    await channel('ola').getByText('Du er nevnt').waitFor();
    expect(await channel('ola').locator('.mention.me').textContent()).toBe('ola (deg)');
    await tab('kari', 'SSU').click();
    expect(await channel().locator('.card .mention').allInnerTexts()).toEqual(['ola']);
    // what no entity explains is no mention
    expect(await channel().locator('.card').innerText()).toContain('ola, <at>kari</at>.');
    expect(await channel().getByText('Du er nevnt').isVisible()).toBe(false);
  });

  test('is open again when the page is loaded again', async () => {
    await tab('kari', 'SSU').click();
    await screen.page.reload();
    await channel().waitFor();
    expect(await tab('kari', 'SSU').getAttribute('aria-selected')).toBe('true');
  });
});

const offer = (name = 'Kvittering.docx') =>
  screen.open.connector('POST', `${chatPath(KARI)}/activities`, anOffer(name, 4));
const invokes = () => screen.open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');
/** The bot puts the accepted file where it was told to. */
async function deliver(): Promise<void> {
  const { replyToId, value } = invokes().at(-1) as {
    readonly replyToId: string;
    readonly value: { readonly uploadInfo: Readonly<Record<string, string>> };
  };
  const headers = { 'content-range': 'bytes 0-3/4' };
  await fetch(value.uploadInfo.uploadUrl ?? '', { method: 'PUT', headers, body: 'fire' });
  const path = `${chatPath(KARI)}/activities/${replyToId}`;
  await screen.open.connector('PUT', path, aFileMessage(value.uploadInfo));
}

describe('a file', PATIENCE, () => {
  test('is attached from the keyboard, and lies in the chat as it was sent', async () => {
    const { page, kari } = screen;
    const choosing = page.waitForEvent('filechooser');
    await kari.getByRole('button', { name: 'Legg ved fil' }).press('Enter');
    await (await choosing).setFiles({ name: 'Notat.txt', mimeType: 'text/plain', buffer: Buffer.from('innhold') });
    const link = kari.getByRole('link', { name: 'Last ned Notat.txt' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Notat.txt');
    expect(screen.open.bot.heard.at(-1)?.activity).toMatchObject({ attachments: [{ name: 'Notat.txt' }] });
  });

  test('that is dropped is sent; one over 10 MB is refused in words, and so is one in a channel', async () => {
    await dropOn(screen.kari, 'Referat.docx', Buffer.from('innhold'));
    await screen.kari.getByRole('link', { name: 'Last ned Referat.docx' }).waitFor();
    await dropOn(screen.kari, 'Stor.docx', new Uint8Array(10 * 1024 * 1024 + 1));
    await screen.kari.getByText('«Stor.docx» er for stor (10 MB). En fil kan ha høyst 10 MB.').waitFor();
    await tab('kari', 'SSU').click();
    await dropOn(channel(), 'Referat.docx', Buffer.from('innhold'));
    await channel().getByText('Filer kan bare sendes i chatten med Utvalgsbot').waitFor();
    expect(screen.open.bot.heard.filter(({ activity }) => activity.type === 'message')).toHaveLength(1);
  });

  test('that the bot offers is asked about; accepted, it takes the place of the question and of its focus', async () => {
    await offer();
    await screen.kari.getByText('Kvittering.docx til arkivet').waitFor();
    await screen.kari.getByRole('button', { name: 'Last opp til OneDrive' }).press('Enter');
    await screen.kari.getByText('Lastes opp til OneDrive …').waitFor();
    await deliver();
    const link = screen.kari.getByRole('link', { name: 'Last ned Kvittering.docx' });
    await link.waitFor();
    expect(await screen.page.evaluate('document.activeElement.textContent')).toBe('Last ned Kvittering.docx');
    expect(await screen.kari.locator('.offer').count()).toBe(0);
  });

  test('that the bot offers can be declined, and nothing more is asked', async () => {
    await offer();
    await screen.kari.getByRole('button', { name: 'Avslå' }).click();
    await screen.kari.getByText('Du avslo filen.').waitFor();
    expect(await screen.kari.locator('.offer button').count()).toBe(0);
    expect(invokes()).toMatchObject([{ value: { action: 'decline' } }]);
  });

  test('that the bot offers and then is away from says so, and can be answered later', async () => {
    await offer();
    await screen.open.bot.close();
    await screen.kari.getByRole('button', { name: 'Last opp til OneDrive' }).click();
    await screen.kari.getByText('Utvalgsbot svarer ikke akkurat nå.').waitFor();
    expect(await screen.kari.getByRole('button', { name: 'Last opp til OneDrive' }).count()).toBe(1);
  });
});

test('axe finds nothing against a channel and files, in a wide window and in a narrow one', PATIENCE, async () => {
  const { page, kari, open } = screen;
  const entities = [{ type: 'mention', text: '<at>ola</at>', mentioned: { id: OLA.teamsId, name: 'ola' } }];
  await post(aCard('Ikke nådd: <at>ola</at>.', { msteams: { entities } }));
  await open.page('say', { person: 'kari', text: 'hjelp', chat: SSU.id });
  await tab('ola', 'SSU').click();
  await channel('ola').getByText('Utvalgsbot hjelp').waitFor();
  await dropOn(kari, 'Referat fra møte i SSU.docx', Buffer.from('innhold'));
  await kari.getByRole('link', { name: 'Last ned' }).waitFor();
  await offer();
  await kari.getByRole('button', { name: 'Last opp til OneDrive' }).waitFor();
  expect(await complaintsOfAxe(page, 'html')).toEqual([]);
  await kari.getByRole('button', { name: 'Avslå' }).click();
  await kari.getByText('Du avslo filen.').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await complaintsOfAxe(page, 'html')).toEqual([]);
  await keepScreenshot(page, 'narrow-files');
});
