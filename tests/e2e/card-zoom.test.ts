import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { oneByOne } from '../support/browser-room.ts';
import { gallery } from '../support/gallery.ts';
import { openRoom, type TestRoom } from '../support/room.ts';

/** A window of 1280 by 1024 that is enlarged four times. */
const ENLARGED = { width: 320, height: 256 };

let open: TestRoom;
let browser: Browser;
let page: Page;
let show: ReturnType<typeof oneByOne>;
beforeAll(async () => {
  open = await openRoom();
  browser = await launch();
  ({ page } = await openPage(browser, open.room.url, ['kari', 'ola']));
  show = oneByOne(open, page);
  await page.setViewportSize(ENLARGED);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await open?.close();
});

/*
 * What is cut or lies outside the card, in each theme. A field scrolls what is typed in it, as every field does. The order of the buttons and fields on
 * the screen is the one that Tab goes through them in: each begins below, or on the same line to the right of, the one before.
 */
const LOOK = `(() => {
  const card = document.querySelector('#pane-left .entry:last-child .card');
  const hides = (element) => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
  const shown = [...card.querySelectorAll('*')].filter((element) => element.checkVisibility() && !element.matches('input, select, textarea, option'));
  const found = [];
  for (const theme of ['contrast', 'dark', 'light']) {
    document.documentElement.dataset.theme = theme;
    const { right } = card.getBoundingClientRect();
    if (document.documentElement.scrollWidth > innerWidth) found.push(theme + ': the page scrolls sideways');
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && (box.right > right + 1 || hides(element))) found.push(theme + ': ' + element.outerHTML.slice(0, 200));
    }
  }
  const stops = [...card.querySelectorAll('button, input, select, textarea, a[href]')].filter((element) => element.checkVisibility());
  stops.map((element) => element.getBoundingClientRect()).forEach((box, n, all) => {
    const before = all[n - 1];
    if (before && box.bottom <= before.top) found.push('read before the one it follows: ' + stops[n].outerHTML.slice(0, 200));
  });
  if (stops.some((element) => element.tabIndex > 0)) found.push('an order of its own');
  return found;
})()`;

describe('enlarged four times, nothing is cut and nothing lies beside', { timeout: 20_000 }, () => {
  test.each(Object.entries(gallery))('%s, in three themes', async (_name, card) => {
    await show(card);
    expect(await page.evaluate(LOOK)).toEqual([]);
  });
});
