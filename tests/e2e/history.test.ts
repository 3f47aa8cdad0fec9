import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Room } from '../../bot/local/room.ts';
import { launch, write } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { aMessageWith, chatPath, KARI } from '../support/room.ts';

const PATIENCE = { timeout: 60_000 };
const MANY = 2000;

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
afterEach(() => screen.close());

/** Opens the page on Kari's chat with this many messages in it. */
async function openWith(count: number): Promise<void> {
  screen = await openScreen(browser, {}, ({ room }) => fill(room, count));
  await said(`melding ${count - 1}`).waitFor();
}

function fill({ world, api }: Room, count: number): void {
  const { id: conversationId } = api.chat(KARI);
  for (let n = 1; n <= count; n++) {
    const at = new Date(Date.UTC(2026, 1, 1, 8) + n * 60_000).toISOString();
    const id = world.nextId();
    const said = n % 4 === 0 ? { card: aCard(n) } : { text: `melding ${n}` };
    world.record({ t: 'message', message: { id, conversationId, at, ...said, state: 'sent', views: {} } });
  }
}
const aCard = (n: number) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: `kort ${n}`, wrap: true },
    { type: 'FactSet', facts: [{ title: 'Utvalg', value: 'SSU' }] },
    { type: 'Input.Text', id: 'text', label: `Merknad ${n}` },
  ],
});
const list = () => screen.kari.getByRole('log');
const said = (text: string) => screen.kari.getByText(text, { exact: true });
/** Where something stands in the window, in pixels. */
const topOf = async (text: string) => (await said(text).boundingBox())?.y ?? Number.NaN;

describe('a chat of two thousand messages', PATIENCE, () => {
  test('opens at its end at once, with a small part of it on the page', async () => {
    const started = performance.now();
    await openWith(MANY);
    expect(performance.now() - started).toBeLessThan(8000);
    expect(await screen.kari.locator('.message').count()).toBeLessThanOrEqual(50);
  });

  test('is read back to its beginning by the button, and never fills the page', async () => {
    await openWith(MANY);
    const earlier = screen.kari.locator('.earlier');
    const oldest = () => screen.kari.locator('.entry').first().getAttribute('data-message');
    for (let n = 0; n < MANY / 50 && (await earlier.isVisible()); n++) {
      const before = await oldest();
      await earlier.focus();
      await screen.page.keyboard.press('Enter');
      await expect.poll(oldest).not.toBe(before);
      expect(await screen.kari.locator('.message').count()).toBeLessThanOrEqual(150);
    }
    await earlier.waitFor({ state: 'hidden' });
    expect(await said('melding 1').count()).toBe(1);
    // and to the end again by one press
    await screen.kari.getByRole('button', { name: 'Til de nyeste' }).click();
    await said('melding 1999').waitFor();
  });

  test('keeps the place one reads when older messages come in', async () => {
    await openWith(300);
    await list().evaluate((element) => element.scrollTo(0, 320));
    const before = await topOf('melding 254');
    await list().evaluate((element) => element.scrollBy(0, -100));
    await said('melding 201').waitFor({ state: 'attached' });
    expect(await topOf('melding 254')).toBeCloseTo(before + 100, 0);
  });
});

describe('whoever reads what was said earlier', PATIENCE, () => {
  const readBack = async () => {
    await openWith(120);
    await list().evaluate((element) => element.scrollTo(0, 0));
    await said('melding 21').waitFor({ state: 'attached' });
  };

  test('is not moved by a new message, and gets to it by one press', async () => {
    await readBack();
    const before = await topOf('melding 73');
    await screen.open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'message', text: 'ny melding' });
    await said('ny melding').waitFor({ state: 'attached' });
    expect(await topOf('melding 73')).toBeCloseTo(before, 0);
    await screen.kari.getByRole('button', { name: 'Til de nyeste' }).click();
    const left = () => list().evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
    await expect.poll(left).toBeLessThan(2);
  });

  test('is not moved by a card above that the bot makes longer', async () => {
    await readBack();
    await list().evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    const inSight = await screen.page.evaluate(`(() => {
      const list = document.querySelector('#pane-left .messages').getBoundingClientRect();
      const texts = [...document.querySelectorAll('#pane-left .text')];
      return texts.find((text) => text.getBoundingClientRect().top > list.top + 20).textContent;
    })()`);
    const before = await topOf(String(inSight));
    const id = await screen.kari.locator('.entry', { hasText: 'kort' }).first().getAttribute('data-message');
    const long = {
      ...aCard(0),
      body: Array.from({ length: 20 }, (_, n) => ({ type: 'TextBlock', text: `linje ${n}` })),
    };
    await screen.open.connector('PUT', `${chatPath(KARI)}/activities/${id}`, aMessageWith(long));
    await said('linje 19').waitFor({ state: 'attached' });
    expect(await topOf(String(inSight))).toBeCloseTo(before, 0);
  });

  test('finds what was half typed in a card that has been out of sight', async () => {
    await readBack();
    const field = screen.kari.getByLabel('Merknad 24', { exact: true });
    await field.fill('halvt');
    await screen.kari.getByRole('button', { name: 'Til de nyeste' }).click();
    await write(screen.kari, 'hei');
    await list().evaluate((element) => element.scrollTo(0, 0));
    expect(await field.inputValue()).toBe('halvt');
  });
});
