import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { askCard } from '../../cards/round.ts';
import { newest as newestText } from '../../store/referat/record.ts';
import { chatOf, complaintsInThemes, keepScreenshot, launch, openPage } from '../support/browser.ts';
import { oneByOne } from '../support/browser-room.ts';
import { gallery } from '../support/gallery.ts';
import { aReferat, aRound, hashOf, NOW } from '../support/records.ts';
import { openRoom, type TestRoom } from '../support/room.ts';

let open: TestRoom;
let browser: Browser;
let page: Page;
let show: ReturnType<typeof oneByOne>;
let complaints: readonly string[];
beforeAll(async () => {
  open = await openRoom();
  browser = await launch();
  ({ page, complaints } = await openPage(browser, open.room.url, ['kari', 'ola']));
  show = oneByOne(open, page);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await open?.close();
});

const newest = '#pane-left .entry:last-child .message';
describe('axe finds nothing against', { timeout: 30_000 }, () => {
  test.each(Object.entries(gallery))('%s, in three themes', async (name, card) => {
    await show(card);
    expect(await complaintsInThemes(page, newest)).toEqual([]);
    await page.locator(newest).scrollIntoViewIfNeeded();
    await keepScreenshot(page, `card-${name.replaceAll(/[ ,’]+/g, '-')}`);
  });

  test.each([
    ['the form', 'an empty form', 'Forhåndsvis'],
    ['the remark', 'the card of somebody who is asked', 'Send merknad'],
  ])('%s when required fields are empty, and each says so, in three themes', async (_what, name, title) => {
    await show(gallery[name] as Card);
    await page.locator(newest).getByRole('button', { name: title }).click();
    const said = page.locator(newest).locator('.ac-input-validation-failed');
    expect(await said.count()).toBeGreaterThan(1);
    expect(await complaintsInThemes(page, newest)).toEqual([]);
    expect(open.bot.heard.filter(({ activity }) => activity.type === 'invoke')).toEqual([]);
  });
});

test('whatever people wrote is shown as they wrote it', async () => {
  const text = 'Vedtak *uendret* [se](https://eksempel.no)\n1. punkt\n# tittel\n<b>fet</b> a_b_c ~x~ `y` | z';
  const referat = aReferat({ versions: [{ text, hash: hashOf(text), at: NOW, by: 'siv' }] });
  await show(askCard(aRound(), { referat, text: newestText(referat), personId: 'kari' }));
  const lines = (await page.locator(newest).innerText()).split('\n').filter(Boolean);
  for (const line of text.split('\n')) expect(lines).toContain(line);
  expect(await page.locator(newest).locator('a, b, em, ol, h1').count()).toBe(0);
});

test('the page has nothing to complain about in all this', async () => {
  await chatOf(page, 'kari').waitFor();
  expect(complaints).toEqual([]);
});
