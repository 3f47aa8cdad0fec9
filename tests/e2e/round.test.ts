import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, chooseTheme, keepScreenshot, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

test('a secretary starts a round, two members answer side by side, and at the deadline the outcome is there', {
  timeout: 90_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'ingrid']);
  const aud = chatOf(page, 'Aud Solbakken');
  const ingrid = chatOf(page, 'Ingrid Holtevik');
  const marit = chatOf(page, 'Marit Åsnes');

  await write(aud, 'referat');
  await aud.getByRole('button', { name: 'Fortsett på utkastet' }).click();
  await aud.getByRole('textbox', { name: 'Tittel' }).waitFor();
  expect(await aud.getByRole('textbox', { name: 'Tittel' }).inputValue()).toBe('Referat fra møte i SSU');
  await keepScreenshot(page, 'form');
  await aud.getByRole('button', { name: 'Forhåndsvis' }).click();
  await aud.getByText('16 medlemmer', { exact: true }).waitFor();
  await aud.getByRole('button', { name: 'Send på e-postrunde' }).click();
  await aud.getByText('0 av 16 (alle trengs)', { exact: true }).waitFor();
  await ingrid.getByText('Til godkjenning: Referat fra møte i SSU').waitFor();
  await keepScreenshot(page, 'round', { shown: true });
  await chooseTheme(page, 'Mørkt');
  await keepScreenshot(page, 'theme-dark', { shown: true });
  await chooseTheme(page, 'Høy kontrast');
  await keepScreenshot(page, 'theme-contrast', { shown: true });
  await chooseTheme(page, 'Lyst');

  await page.getByRole('button', { name: 'Vis Marit Åsnes til venstre' }).click();
  await ingrid.getByRole('button', { name: 'Godkjenn' }).click();
  await ingrid.getByText(/Du godkjente 02\.03\.26 kl\. 09\.\d\d\./).waitFor();
  await marit.getByRole('radio', { name: /Innholdet/ }).check();
  await marit.getByRole('textbox', { name: 'Merknaden' }).fill('Sak 32: Fristen skal være torsdag kl. 10.');
  await marit.getByRole('button', { name: 'Send merknad' }).click();
  await marit.getByText(/Du sendte merknad til innholdet 02\.03\.26 kl\. 09\.\d\d\./).waitFor();
  await keepScreenshot(page, 'answers');

  await page.getByRole('button', { name: 'Til fristen' }).click();
  const deadline = page.getByLabel('Ny tid');
  expect(await deadline.inputValue()).toBe('2026-03-09T15:00');
  await page.getByRole('button', { name: 'Still klokka' }).click();
  await page.getByRole('button', { name: 'Vis Aud Solbakken til venstre' }).click();
  await aud.getByText('Referatet er ikke avgjort').waitFor();
  const outcome = aud.locator('.message', { hasText: 'Referatet er ikke avgjort' });
  const facts = await outcome.locator('.ac-factset tr').allInnerTexts();
  const fact = (title: string) =>
    facts
      .find((row) => row.startsWith(title))
      ?.replace(title, '')
      .trim();
  expect(fact('Godkjent aktivt')).toBe('1 av 16 (alle trengs)');
  expect(fact('Ikke svart')).toBe('14');
  expect(fact('Ikke nådd')).toBe('0');
  expect(fact('Merknader')).toBe('1');
  expect(await outcome.innerText()).toContain('Sak 32: Fristen skal være torsdag kl. 10.');
  await ingrid.getByText('Utfall').waitFor();
  await outcome.evaluate((message) => {
    const log = message.closest('.messages');
    log?.scrollBy(0, message.getBoundingClientRect().top - log.getBoundingClientRect().top);
  });
  await keepScreenshot(page, 'outcome', { shown: true });

  await page.getByRole('button', { name: 'Vis Jonas Brekkmo til høyre' }).click();
  await chatOf(page, 'Jonas Brekkmo').getByText('Du svarte ikke på denne e-postrunden.').waitFor();
  expect(complaints).toEqual([]);
});
