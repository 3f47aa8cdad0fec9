import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { complaintsOfAxe, keepScreenshot } from '../support/browser.ts';
import { controlsIn, stopsOf } from '../support/tab-focus.ts';
import type { HostedTab, HostSays } from '../support/tab-host.ts';
import { tabPlaces } from '../support/tab-places.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 90_000 };
const THEMES = ['default', 'dark', 'contrast'] as const;
const WIDE = { width: 1280, height: 800 };
/** Those that are kept with the code. */
const SHOWN = ['tab-tiltak-list-default-1280', 'tab-tiltak-over-time-dark-1280', 'tab-waiting-contrast-320'];
const NARROW = { width: 320, height: 640 };

const suite = tabSuite();

/** Opens a page of the table in Teams, and waits until it is drawn. */
async function openPlace(name: string, viewport: typeof WIDE, more: HostSays = {}): Promise<HostedTab> {
  const place = await tabPlaces[name]?.(suite.program);
  if (place === undefined) throw new Error(`no page is called ${name}`);
  const says = { token: await suite.program.token(place.person), ...place.says, ...more };
  const tab = await suite.open(suite.program.tabUrl, says, viewport);
  await drawn(tab.frame);
  return tab;
}
const drawn = (frame: Frame) => frame.locator('main[aria-busy=false] h1').waitFor();
const overflow = ({ frame }: HostedTab) =>
  frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each(Object.keys(tabPlaces))('the page %s', PATIENCE, (name) => {
  test('has nothing that axe holds against it, wide and narrow, in three themes', async () => {
    const hosted = await openPlace(name, WIDE);
    for (const viewport of [WIDE, NARROW]) {
      await hosted.page.setViewportSize(viewport);
      for (const theme of THEMES) {
        await hosted.tell('themeChange', theme);
        await expect.poll(() => hosted.frame.evaluate('document.documentElement.dataset.theme')).toBe(theme);
        expect(await complaintsOfAxe(hosted.frame, 'html'), `${theme}, ${viewport.width} px`).toEqual([]);
        // the frame is drawn by a process of its own, which Teams' page does not wait for
        await hosted.frame.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
        const shot = `tab-${name}-${theme}-${viewport.width}`;
        await keepScreenshot(hosted.page, shot, { shown: SHOWN.includes(shot) });
      }
    }
    expect(hosted.complaints).toEqual([]);
  });

  test('needs no sideways scrolling in 320 px, nor when it is enlarged four times', async () => {
    const hosted = await openPlace(name, NARROW);
    expect(await overflow(hosted)).toBe(0);
    // 1280 by 1024 at 400 %
    await hosted.page.setViewportSize({ width: 320, height: 256 });
    expect(await overflow(hosted)).toBe(0);
  });

  test('lets the keyboard reach everything that can be pressed or filled in, and get out again', async () => {
    const hosted = await openPlace(name, WIDE);
    const controls = await controlsIn(hosted.frame);
    expect(await stopsOf(hosted, controls.length)).toEqual(controls);
  });
});

describe('on paper', PATIENCE, () => {
  test('a page has its heading and its list, and nothing to press', async () => {
    const { page, frame } = await openPlace('tiltak-list', WIDE);
    await page.emulateMedia({ media: 'print' });
    expect(await frame.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await frame.getByRole('table').isVisible()).toBe(true);
    for (const control of await frame.locator('nav, fluent-button, input, select').all())
      expect(await control.isVisible()).toBe(false);
  });
});
