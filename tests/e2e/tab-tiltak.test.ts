import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import type { WireTiltakOverTime } from '../../bot/tab-api/wire-tiltak.ts';
import { chatOf, keepScreenshot, newestIn, openPage, press, says, write } from '../support/browser.ts';
import type { HostedTab } from '../support/tab-host.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 90_000 };
const TONE = 'Tone Varlid';
const LIST = 'committees/committee_ssu/tiltak';
const CHECKLIST = 'Lage en felles sjekkliste for utskrivning før helg';

const suite = tabSuite();

/** The tab in Teams, at a page, as somebody sees it. */
async function open(person: string, subPageId: string): Promise<HostedTab> {
  const tab = await suite.open(suite.program.tabUrl, { token: await suite.program.token(person), subPageId });
  return tab;
}
const h1 = (frame: Frame, name: string) => frame.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const rows = (frame: Frame) => frame.locator('table.list tbody tr');

test('an owner narrows the list, answers in the tab, and the chat says the same', PATIENCE, async () => {
  const { frame, complaints } = await open('tone', LIST);
  await h1(frame, 'Tiltak i SSU');
  await expect.poll(() => rows(frame).count()).toBe(11);
  await frame.getByText(/^11 tiltak, 3 over fristen/).waitFor();
  await frame.getByLabel('Ansvarlig').selectOption('Mine');
  await frame.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect.poll(() => rows(frame).count()).toBe(3);
  await frame.locator('fluent-text-field[name="q"] input').fill('sjekkliste');
  await frame.locator('fluent-text-field[name="q"] input').press('Enter');
  await expect.poll(() => rows(frame).count()).toBe(1);

  await frame.getByRole('link', { name: CHECKLIST }).click();
  await h1(frame, CHECKLIST);
  const due = frame.locator('fluent-text-field[name="due"] input');
  await frame.getByRole('radio', { name: 'Forsinket' }).click();
  await frame.locator('fluent-text-area[name="text"] textarea').fill('Vi venter på svar fra to kommuner.');
  await due.fill('31. februar 2027');
  await frame.getByRole('button', { name: 'Send svaret' }).click();
  // nothing is guessed, and what was typed stays
  await frame.getByRole('dialog').getByText('Den nye fristen er en dag som ikke finnes.').waitFor();
  await frame.getByRole('button', { name: 'Lukk' }).click();
  await due.fill('juni 2026');
  await frame.getByRole('button', { name: 'Send svaret' }).click();
  await frame.getByText('Takk! Dette er registrert.').waitFor();
  await frame.locator('.page-state').getByText('Forsinket').waitFor();
  await frame.getByText('juni 2026 (30.06.26)').waitFor();
  await expect
    .poll(() => frame.locator('.history li').first().innerText())
    .toContain('Forsinket (02.03.26, Tone Varlid)\n\nVi venter på svar fra to kommuner.');
  expect(complaints).toEqual([]);

  const { page } = await openPage(suite.browser, suite.program.roomUrl, ['tone', 'aud']);
  const chat = chatOf(page, TONE);
  await write(chat, 'tiltak');
  await says(chat, 'Dine tiltak');
  const listed = newestIn(chat).locator('.ac-container').filter({ hasText: CHECKLIST }).last();
  await listed.getByRole('button', { name: 'Åpne' }).click();
  await says(chat, /^Forsinket \(02\.03\.26, Tone Varlid\)/);
  await says(chat, /juni 2026 \(30\.06\.26\)/);
  await press(chat, 'Til planen');
  await page.close();
});

test('the figures are drawn, and said in a table beside the drawing', PATIENCE, async () => {
  const { frame, page, complaints, asked } = await open('aud', LIST);
  await frame.getByRole('link', { name: 'Tiltak i tall' }).click();
  await h1(frame, 'Tiltak i tall');
  const shown = (await suite.program.read('aud', `${LIST}-over-time`)) as WireTiltakOverTime;
  const drawing = frame.getByRole('img', { name: shown.sentence });
  await drawing.waitFor();
  expect(asked.filter((path) => path.endsWith('.js'))).toEqual(['/tab/tab.js', '/tab/chart.js']);
  // one column part for each number that is not 0, and the table has them all
  const numbers = shown.series.flatMap(({ counts }) => counts);
  expect(await drawing.locator('rect.chart-bar').count()).toBe(numbers.filter((n) => n > 0).length);
  const cells = await frame.locator('table.numbers tbody td').allInnerTexts();
  expect(cells.map(Number).sort()).toEqual([...numbers].sort());
  // no two statuses look the same without their colour
  const lines = await frame
    .locator('.chart-pattern .chart-lines')
    .evaluateAll((all) => all.map((one) => one.getAttribute('d')));
  expect(new Set(lines).size).toBe(shown.series.length);
  await keepScreenshot(page, 'tab-figures');
  // what the table says stays whole where the table itself is wider than the window
  await page.setViewportSize({ width: 320, height: 700 });
  const box = await frame.locator('#months').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 321)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
  await frame.getByRole('link', { name: '3', exact: true }).first().click();
  await h1(frame, 'Tiltak i SSU');
  await expect.poll(() => rows(frame).count()).toBe(3);
  expect(complaints).toEqual([]);
});

test('a status is answered by keyboard alone, and what is missing takes one where it is', PATIENCE, async () => {
  const hosted = await open('tone', LIST);
  const { frame } = hosted;
  await frame.getByRole('link', { name: CHECKLIST }).click();
  await h1(frame, CHECKLIST);
  await answerByKeyboard(hosted);
  expect(hosted.complaints).toEqual([]);
});

/** From the heading to the form, through it, and sent, with no other key than one has. */
async function answerByKeyboard({ frame, page }: HostedTab): Promise<void> {
  const isOn = (name: string) => frame.evaluate(`document.activeElement?.closest('[name="${name}"]') !== null`);
  const missing = frame.getByText('Dette må fylles ut.');
  for (let presses = 0; !(await isOn('class')) && presses < 30; presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  // what is missing is said, and is where one is taken
  await page.keyboard.press('Enter');
  await missing.waitFor();
  expect(await isOn('class')).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await isOn('text')).toBe(true);
  await page.keyboard.type('Skrevet uten mus.');
  await page.keyboard.press('Tab');
  expect(await isOn('byOthers')).toBe(true);
  await page.keyboard.press('Tab');
  expect(await isOn('due')).toBe(true);
  await page.keyboard.press('Enter');
  await frame.getByText('Takk! Dette er registrert.').waitFor();
  await frame.locator('.history').getByText('Skrevet uten mus.').waitFor();
  await frame.locator('.page-state').getByText('I gang').waitFor();
}
