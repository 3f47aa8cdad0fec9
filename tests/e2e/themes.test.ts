import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseTheme, complaintsOfAxe, launch } from '../support/browser.ts';
import { aForm, openScreen, type Screen } from '../support/browser-room.ts';

const PATIENCE = { timeout: 60_000 };
const THEMES = { light: 'Lyst', dark: 'Mørkt', contrast: 'Høy kontrast' } as const;

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser);
}, 20_000);
afterEach(() => screen.close());

/** The page is shown in this theme, or soon is: the system's changes arrive when it next draws. */
const isShown = (page: Page, theme: string) =>
  expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe(theme);
/** A property of an element as it is drawn. */
const drawn = (page: Page, selector: string, property: string) =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
const colours = ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'];
const styles = ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'];

describe('the theme', PATIENCE, () => {
  test('follows the system until one is chosen, and is the same the next time', async () => {
    const { page } = screen;
    await page.emulateMedia({ colorScheme: 'dark' });
    await isShown(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await isShown(page, 'light');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await isShown(page, 'contrast');
    await chooseTheme(page, 'Mørkt');
    await isShown(page, 'dark');
    await page.reload();
    await isShown(page, 'dark');
    await chooseTheme(page, 'Som systemet');
    await isShown(page, 'contrast');
  });

  test('is the one of high contrast where the system has forced colours, with what is chosen marked by a line', async () => {
    const { page } = screen;
    await page.emulateMedia({ forcedColors: 'active' });
    await isShown(page, 'contrast');
    expect(await drawn(page, '[role=tab][aria-selected=true]', 'outlineStyle')).toBe('solid');
    expect(await drawn(page, '.person[aria-current=true]', 'outlineStyle')).toBe('solid');
  });

  test.each(Object.entries(THEMES))('%s has colours that can be read on every kind of ground', async (theme, label) => {
    const { page, post } = screen;
    await chooseTheme(page, label);
    await isShown(page, theme);
    const texts = (style: string) =>
      colours.flatMap((color) => [
        { type: 'TextBlock', text: `${color} på ${style}`, color },
        { type: 'TextBlock', text: `${color} dempet på ${style}`, color, isSubtle: true },
      ]);
    const body = styles.map((style) => ({ type: 'Container', style, items: texts(style) }));
    await post({ type: 'AdaptiveCard', version: '1.5', body });
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
  });
});

describe('a card', PATIENCE, () => {
  test('takes the colours of a theme that is chosen while something is half typed in it', async () => {
    const { kari, page, post } = screen;
    await post(aForm('Spørsmål'));
    const field = kari.getByRole('textbox', { name: 'Merknaden' });
    await field.fill('halvt');
    const ground = () => drawn(page, '#pane-left .ac-adaptiveCard', 'backgroundColor');
    const before = await ground();
    await chooseTheme(page, 'Mørkt');
    expect(await ground()).not.toBe(before);
    expect(await field.inputValue()).toBe('halvt');
  });

  test('is shown with its fallback to an old client, which sends a message', async () => {
    const { kari, page, open, post } = screen;
    const execute = { type: 'Action.Execute', title: 'Nytt', verb: 'send', data: { verb: 'send' } };
    const fallback = { type: 'Action.Submit', title: 'Gammelt', data: { verb: 'send', old: true } };
    const input = { type: 'Input.Text', id: 'text', label: 'Tekst' };
    const lonely = { type: 'Action.Execute', title: 'Uten reserve', verb: 'x' };
    await post({ type: 'AdaptiveCard', version: '1.5', body: [input], actions: [{ ...execute, fallback }, lonely] });
    await kari.getByLabel('Tekst').fill('halvt');
    await page.getByRole('button', { name: 'Innstillinger' }).click();
    await page.getByRole('checkbox', { name: 'Gammel klient: bruk Action.Submit' }).check();
    await page.keyboard.press('Escape');
    expect(await kari.locator('.card').getByRole('button').allInnerTexts()).toEqual(['Gammelt']);
    await kari.getByRole('button', { name: 'Gammelt' }).click();
    await kari.getByText('Sendt.').waitFor();
    expect(open.bot.heard.at(-1)?.activity).toMatchObject({ type: 'message', value: { old: true, text: 'halvt' } });
    await page.reload();
    await kari.getByRole('button', { name: 'Gammelt' }).waitFor();
  });
});
