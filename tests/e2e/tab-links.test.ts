import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, press, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const AUD = 'Aud Solbakken';
const SAK = 'Erfaringer med varsel før helg';
const PATIENCE = { timeout: 60_000 };

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

/** The page that something opens beside this one. */
async function opened(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const [beside] = await Promise.all([page.context().waitForEvent('page'), act()]);
  return beside;
}

test('a card leads to its page in the tab, as whoever reads it, and the tab back to their chat', PATIENCE, async () => {
  const { page, complaints } = await program.open(['ingrid', 'aud']);
  const chat = chatOf(page, AUD);
  await write(chat, 'saker');
  await press(chat, 'Vis saken');
  await chat.getByRole('button', { name: 'Alle saker' }).last().waitFor();
  const tab = await opened(page, () => chat.getByRole('link', { name: 'Åpne i fanen' }).last().click());
  await tab.getByRole('heading', { level: 1, name: SAK }).waitFor();
  expect(new URL(tab.url()).search).toBe('?person=aud');
  expect(new URL(tab.url()).hash).toMatch(/^#\/saker\/.+/);

  const room = await opened(tab, () => tab.getByRole('link', { name: 'Åpne chatten med Utvalgsbot' }).click());
  await chatOf(room, AUD).waitFor();
  expect(await room.locator('#pane-left h2').innerText()).toBe(AUD);

  // a link from elsewhere says nothing of who follows it
  await tab.goto(tab.url().replace('?person=aud', ''));
  await tab.getByRole('button', { name: AUD }).click();
  await tab.getByRole('heading', { level: 1, name: SAK }).waitFor();
  expect(complaints).toEqual([]);
});
