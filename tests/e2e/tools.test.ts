import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { complaintsOfAxe, keepScreenshot, launch, write } from '../support/browser.ts';
import { aForm, openScreen, type Screen } from '../support/browser-room.ts';
import { aMessageWith, chatPath, KARI, OLA } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };

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

const toggle = (title: RegExp) => screen.page.getByRole('button', { name: title });
const openLog = () => toggle(/^Logg$/).click();
const openFaults = () => toggle(/^Feil/).click();
const rows = () => screen.page.getByRole('listbox').getByRole('option');
const post = (person: typeof KARI, text: string) =>
  screen.open.connector('POST', `${chatPath(person)}/activities`, { type: 'message', text });

describe('the log', PATIENCE, () => {
  test('shows what went where, how it was answered and how large it was, and the JSON of the chosen line', async () => {
    const { page, kari } = screen;
    await write(kari, 'hjelp');
    await openLog();
    const row = rows().filter({ hasText: 'message' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/til bot[\s\S]*message[\s\S]*kari[\s\S]*200[\s\S]*ms[\s\S]*kB/);
    await row.click();
    await page.locator('.json pre').first().waitFor();
    expect(JSON.parse(await page.locator('.json pre').first().innerText())).toMatchObject({
      type: 'message',
      text: 'hjelp',
    });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Kopier sendt JSON' }).click();
    await page.getByText('Kopiert.').waitFor();
    expect(JSON.parse(await page.evaluate('navigator.clipboard.readText()'))).toMatchObject({ text: 'hjelp' });
    await keepScreenshot(page, 'log');
  });

  test('is moved through by the arrow keys, and the JSON follows', async () => {
    const { page } = screen;
    await post(KARI, 'en');
    await post(OLA, 'to');
    await openLog();
    await rows().filter({ hasText: 'ola' }).click();
    await page.locator('.json', { hasText: '"to"' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('.json', { hasText: '"en"' }).waitFor();
    expect(await rows().filter({ hasText: 'kari' }).last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).not.toBe('option');
  });

  test('is filtered by words and by person, and says when nothing fits', async () => {
    const { page } = screen;
    await post(KARI, 'en');
    await post(OLA, 'to');
    await openLog();
    await rows().filter({ hasText: 'ola' }).waitFor();
    await page.getByLabel('Person eller chat').selectOption('ola');
    expect(await rows().count()).toBe(1);
    await post(OLA, 'tre');
    await expect.poll(() => rows().count()).toBe(2);
    await post(KARI, 'fire');
    await page.getByRole('searchbox', { name: 'Filtrer loggen' }).fill('finnes ikke');
    await page.getByText('Ingen linjer passer.').waitFor();
    await page.getByRole('searchbox', { name: 'Filtrer loggen' }).fill('');
    await page.getByLabel('Person eller chat').selectOption('');
    await rows().filter({ hasText: 'kari' }).nth(1).waitFor();
  });

  test('follows the newest line, unless one asks it not to', async () => {
    const { page } = screen;
    for (let n = 0; n < 6; n++) await post(n % 2 ? KARI : OLA, `melding ${n}`);
    await page.setViewportSize({ width: 1200, height: 500 });
    await openLog();
    const place = () =>
      page.getByRole('listbox').evaluate((list) => [list.scrollTop, list.scrollHeight - list.clientHeight]);
    const [at, end] = await place();
    expect(end).toBeGreaterThan(0);
    expect(at).toBeCloseTo(end ?? 0, 0);
    await page.getByLabel('Følg med').uncheck();
    await post(KARI, 'siste');
    await expect.poll(async () => (await place())[1]).toBeGreaterThan(end ?? 0);
    expect((await place())[0]).toBeCloseTo(at ?? 0, 0);
    await page.getByLabel('Følg med').check();
    const [now, newEnd] = await place();
    expect(now).toBeCloseTo(newEnd ?? 0, 0);
  });

  test('warns of a message that comes near what Teams takes', async () => {
    await openLog();
    const text = (length: number) => ({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'x'.repeat(length) }],
    });
    for (const length of [1000, 17_500, 22_000])
      await screen.open.connector('POST', `${chatPath(KARI)}/activities`, aMessageWith(text(length)));
    await rows().filter({ hasText: 'ny melding' }).nth(2).waitFor();
    const sizes = await rows().filter({ hasText: 'ny melding' }).locator('.log-size').allInnerTexts();
    expect(sizes.map((size) => size.replace(/^[\d,]+ kB ?/, ''))).toEqual(['', 'nær 40 kB', 'over 40 kB']);
  });
});

describe('the panel of faults', PATIENCE, () => {
  const plan = async (kind: string, fields: Readonly<Record<string, string>> = {}) => {
    const { page } = screen;
    await page.getByLabel('Hva skal gå galt?').selectOption({ label: kind });
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await page.getByRole('button', { name: 'Planlegg feilen' }).click();
  };
  const waiting = () => screen.page.getByRole('group', { name: 'Planlagte feil' });

  test('plans a refusal with Retry-After, shows what waits, and it strikes the bot', async () => {
    const { page, open } = screen;
    await openFaults();
    await plan('429: for mange kall', { 'Hvor mange ganger': '2', 'Retry-After, sekunder': '3' });
    await waiting().getByText('429: for mange kall, Retry-After 3 s, 2 ganger').waitFor();
    await toggle(/^Feil \(1\)$/).waitFor();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await keepScreenshot(page, 'faults');
    const { status, headers } = await open.connector('POST', `${chatPath(KARI)}/activities`, {
      type: 'message',
      text: 'x',
    });
    expect([status, headers.get('retry-after')]).toEqual([429, '3']);
    await waiting().getByText('429: for mange kall, Retry-After 3 s', { exact: true }).waitFor();
  });

  test('plans all that can go wrong on either side, and clears it', async () => {
    const { page } = screen;
    await openFaults();
    const kinds = await page.getByLabel('Hva skal gå galt?').locator('option').allInnerTexts();
    expect(kinds.length).toBeGreaterThan(15);
    const refusals = kinds.map((kind) => Number(kind.slice(0, 3))).filter((status) => status > 0);
    expect(refusals.toSorted()).toEqual([401, 403, 404, 412, 413, 429, 500, 502, 503, 504]);
    for (const kind of kinds) await plan(kind);
    await expect.poll(() => waiting().getByRole('listitem').count()).toBe(kinds.length);
    const shown = await waiting().getByRole('listitem').allInnerTexts();
    for (const kind of kinds) expect(shown.some((line) => line.startsWith(kind))).toBe(true);
    await waiting().getByRole('button', { name: 'Fjern alle' }).click();
    await waiting().getByText('Ingenting. Alt går som det skal.').waitFor();
  });

  test('lets an answer be lost, and the card says so', async () => {
    const { kari, open, post: send } = screen;
    await send(aForm('Spørsmål', 'utfylt'));
    await openFaults();
    await plan('Svaret fra boten blir borte');
    await waiting().getByText('Svaret fra boten blir borte').waitFor();
    await kari.locator('.card').getByRole('button', { name: 'Avbryt' }).click();
    await kari.getByText('Noe gikk galt. Prøv igjen.').waitFor({ timeout: 20_000 });
    expect(open.bot.heard.filter(({ activity }) => activity.type === 'invoke').length).toBeGreaterThan(0);
  });
});

test(
  'one tool is open at a time; its own button closes it, and the focus stays where it opened it',
  PATIENCE,
  async () => {
    const { page } = screen;
    await openLog();
    await openFaults();
    expect(await page.getByRole('complementary').count()).toBe(1);
    await page.getByRole('complementary', { name: 'Feil' }).waitFor();
    await page.getByRole('button', { name: 'Lukk feil' }).press('Enter');
    expect(await page.getByRole('complementary').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Feil');
  },
);
