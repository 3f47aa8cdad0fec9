import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, complaintsOfAxe, newestIn, press, says, showRight, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

/** Chooses in the newest card of a chat. */
const choose = async (chat: Locator, label: string, words: RegExp) => {
  const select = newestIn(chat).getByLabel(label);
  const title = (await select.locator('option').allInnerTexts()).find((one) => words.test(one));
  await select.selectOption({ label: title ?? '' });
};

test('a member is asked for a vara and finds one, the secretary confirms, and the vara says yes', {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'berit']);
  const aud = chatOf(page, 'Aud Solbakken');
  const berit = chatOf(page, 'Berit Nygjerde');
  const torunn = chatOf(page, 'Torunn Breidvik');
  await write(aud, 'vara');
  await says(aud, 'For sekretariatet og lederen');
  await choose(aud, 'Utvalg', /FSU BU/);
  await press(aud, 'Be om vararepresentanter');
  await says(aud, 'Hvert medlem med færre varaer enn dette');
  // the composer has a button of that name too
  await press(newestIn(aud), 'Send');
  await says(aud, /0 av \d+ har svart/);

  await says(berit, 'Meld inn din vararepresentant innen');
  const picker = newestIn(berit).getByRole('combobox', { name: /^Søk etter personen i Teams/ });
  await picker.pressSequentially('Torunn');
  await page.getByRole('option', { name: /Torunn Breidvik/ }).waitFor();
  await picker.press('ArrowDown');
  await picker.press('Enter');
  await press(berit, 'Meld inn');
  await says(berit, '1. Torunn Breidvik: foreslått');
  expect(await complaintsOfAxe(page, 'html')).toEqual([]);

  await press(aud, 'Vis på nytt');
  await says(aud, 'Torunn Breidvik: foreslått');
  await choose(aud, 'Hvem det gjelder', /Torunn Breidvik/);
  await press(aud, 'Bekreft');
  await showRight(page, 'Torunn');
  await says(torunn, 'Vil du være vararepresentant for Berit Nygjerde');
  await press(torunn, 'Ja');
  await says(torunn, 'Du har sagt ja.');
  await write(torunn, 'vara');
  await says(torunn, 'Du er vara for Berit Nygjerde, Havnes kommune, i FSU BU.');
  await showRight(page, 'Berit');
  await says(berit, /Torunn Breidvik: har sagt ja/);
  expect(complaints).toEqual([]);
});
