import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aManifest } from '../support/app-manifest.ts';
import { channelOf, launch, tabOf, write } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { anOffer, chatPath, GROUP, KARI, SSU } from '../support/room.ts';

const PATIENCE = { timeout: 60_000 };
const MANY = 300;

let browser: Browser;
let manifest: string;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
  manifest = await aManifest();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { manifest, chats: [SSU, GROUP] });
}, 20_000);
afterEach(() => screen.close());

/** A card with every kind of field and a button. */
const everything = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Les [mer](https://eksempel.no)', wrap: true },
    { type: 'Input.Text', id: 'text', label: 'Tekst' },
    { type: 'Input.Text', id: 'long', label: 'Lang tekst', isMultiline: true },
    { type: 'Input.Date', id: 'date', label: 'Dato' },
    { type: 'Input.Time', id: 'time', label: 'Tid' },
    { type: 'Input.Number', id: 'number', label: 'Antall' },
    { type: 'Input.Toggle', id: 'toggle', title: 'Ja', label: 'Bryter' },
    { type: 'Input.ChoiceSet', id: 'one', label: 'Valg', choices: [{ title: 'En', value: '1' }] },
    {
      type: 'Input.ChoiceSet',
      id: 'all',
      label: 'Flere',
      style: 'expanded',
      isMultiSelect: true,
      choices: [{ title: 'En', value: '1' }],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'who',
      label: 'Hvem',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    },
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send' }] },
  ],
};

/** Marks every control that is on the screen, and tells how many; those in one group share a stop. */
const MARK = `(() => {
  const controls = [...document.querySelectorAll('button, input, textarea, select, a[href], [tabindex], summary')];
  const shown = controls.filter((control) => control.checkVisibility() && !control.disabled && control.type !== 'file');
  for (const control of shown) control.dataset.reached = 'no';
  return shown.length;
})()`;
/** What has the focus: whether one sees that, and whether all is passed. */
const LOOK = `(() => {
  const focused = document.activeElement;
  if (focused === document.body) return { end: true };
  // a date has several stops of its own
  const again = focused.dataset.reached === 'yes' && focused !== globalThis.before;
  globalThis.before = focused;
  focused.dataset.reached = 'yes';
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  return { again, unseen: seen ? '' : focused.outerHTML.slice(0, 200) };
})()`;
/** Controls that were not reached, save those that arrow keys go to from one that was. */
const LEFT = `[...document.querySelectorAll('[data-reached=no]')].filter((control) => {
  const group = control.closest('[role=grid], [role=tablist], [role=listbox]');
  const radios = control.type === 'radio' && document.querySelector('[data-reached=yes][name="' + control.name + '"]');
  return control.checkVisibility() && !radios && !group?.querySelector('[data-reached=yes]');
}).map((control) => control.outerHTML.slice(0, 200))`;

/** Goes through the page by the Tab key alone. */
async function tabThrough(page: Page): Promise<{ readonly unseen: readonly string[]; readonly left: unknown }> {
  expect(await page.evaluate(MARK)).toBeGreaterThan(10);
  const unseen: string[] = [];
  // it begins where the focus was last, and goes past the end of the page once
  for (let n = 0; n < MANY; n++) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(LOOK)) as {
      readonly end?: true;
      readonly again?: boolean;
      readonly unseen?: string;
    };
    if (at.again) break;
    if (at.unseen) unseen.push(at.unseen);
  }
  return { unseen, left: await page.evaluate(LEFT) };
}

describe('by the keyboard alone', PATIENCE, () => {
  test.each(['light', 'dark', 'contrast'])(
    'every control is reached in turn, and one sees where one is, in the theme %s',
    async (theme) => {
      const { page, open, post } = screen;
      await page.evaluate(`localStorage.setItem('theme', '${theme}')`);
      await page.reload();
      await post(everything);
      await open.connector('POST', `${chatPath(KARI)}/activities`, anOffer('Kvittering.docx', 4));
      await screen.kari.getByRole('button', { name: 'Avslå' }).waitFor();
      await tabOf(page, 'ola', 'SSU').click();
      await write(channelOf(page, 'ola', 'SSU'), 'hei');
      await page.getByRole('button', { name: 'Logg', exact: true }).click();
      await page.getByRole('listbox').getByRole('option').first().click();
      await page.locator('.json pre').first().waitFor();
      await page.evaluate('document.activeElement.blur()');
      expect(await tabThrough(page)).toEqual({ unseen: [], left: [] });
    },
  );

  test('every control of a narrow window and of the other tool is reached too', async () => {
    const { page } = screen;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByText('Velg person').click();
    await page.getByRole('button', { name: 'Feil' }).click();
    await page.evaluate('document.activeElement.blur()');
    expect(await tabThrough(page)).toEqual({ unseen: [], left: [] });
  });

  test('people are one stop, and the arrow keys go to each of them and to where they can be shown', async () => {
    const { page } = screen;
    await page.getByRole('searchbox', { name: 'Søk etter person' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const name = () =>
      page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.querySelector('.name').textContent",
      );
    const visited = [await name()];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'End', 'Home']) {
      await page.keyboard.press(key);
      visited.push(await name());
    }
    expect(visited).toEqual(['kari', 'ola', 'Vis ola til venstre', 'Vis kari til venstre', 'ola', 'kari']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('#pane-left').getByRole('heading', { name: 'ola' }).waitFor();
    expect(await name()).toBe('Vis ola til venstre');
  });

  test('chats are one stop, and the arrow keys go between them', async () => {
    const { page } = screen;
    await tabOf(page, 'kari', 'Utvalgsbot').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await channelOf(page, 'kari', 'SSU').waitFor();
    expect(await tabOf(page, 'kari', 'SSU').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('SSU');
  });

  test('a menu is opened, moved in by arrows and letters, and left by Escape', async () => {
    const { page } = screen;
    await tabOf(page, 'kari', 'SSU').click();
    const button = page.getByRole('button', { name: 'Mer, kari' });
    await button.focus();
    await page.keyboard.press('Enter');
    const item = () => page.evaluate('document.activeElement.textContent');
    const visited = [await item()];
    for (const key of ['ArrowUp', 'ArrowDown', 'g', 'End', 'Home']) {
      await page.keyboard.press(key);
      visited.push(await item());
    }
    const [members, rename, bot] = ['Medlemmer …', 'Gi nytt navn …', 'Fjern Utvalgsbot'];
    expect(visited).toEqual([members, bot, members, rename, bot, members]);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Mer, kari');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('menu').count()).toBe(0);
  });
});

describe('in a small window', PATIENCE, () => {
  test.each([
    ['320 pixels wide', 320, 640],
    ['as a screen of 1280 by 1024 at 400 %', 320, 256],
  ])('%s, nothing is cut off at the side, and a message can be sent', async (_what, width, height) => {
    const { kari, page, post } = screen;
    await post(everything);
    await page.setViewportSize({ width, height });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await write(kari, 'hei');
    await kari.locator('.mine').getByText('hei').waitFor();
    await page.getByRole('button', { name: 'Innstillinger' }).click();
    const box = await page.getByRole('dialog').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await page.getByRole('button', { name: 'Lukk', exact: true }).click();
  });
});

/** What has the focus, where nothing of it is on the screen or all of it lies below something else. */
const HIDDEN = `(() => {
  const focused = document.activeElement;
  if (focused === document.body) return { end: true };
  const again = focused.dataset.passed === 'yes' && focused !== globalThis.before;
  globalThis.before = focused;
  focused.dataset.passed = 'yes';
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  const points = [0.1, 0.5, 0.9].map((part) => [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, from + (to - from) * part]);
  const seen = to > from && points.some(([x, y]) => {
    const at = document.elementFromPoint(x, y);
    return at !== null && (focused.contains(at) || at.contains(focused) && at.matches('label, summary, .avatar'));
  });
  return { again, hidden: seen ? '' : focused.outerHTML.slice(0, 200) };
})()`;

test('in a window enlarged four times, nothing covers what has the focus', PATIENCE, async () => {
  const { page, post } = screen;
  await post(everything);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.evaluate('document.activeElement.blur()');
  const hidden: string[] = [];
  let n = 0;
  for (; n < MANY; n++) {
    await page.keyboard.press('Tab');
    type At = { readonly end?: true; readonly again?: boolean; readonly hidden?: string };
    const at = (await page.evaluate(HIDDEN)) as At;
    if (at.again || (at.end && n > 0)) break;
    if (at.hidden) hidden.push(at.hidden);
  }
  expect(n).toBeGreaterThan(10);
  expect(hidden).toEqual([]);
});

test('nothing moves for whoever has asked for less motion', PATIENCE, async () => {
  const { kari, open, page } = screen;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'typing' });
  await kari.getByText('Utvalgsbot skriver').waitFor();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate('document.getAnimations().length')).toBeGreaterThan(0);
});
