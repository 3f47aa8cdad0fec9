import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupChatOf, keepScreenshot, tabOf, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const AUD = 'Aud Solbakken';
const GROUP = 'Arbeidsgruppe felles opplæring';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

test('the demo has a group chat without the bot, with people whom it cannot reach; once added, it answers there', {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'ingrid']);
  const group = groupChatOf(page, AUD, GROUP);
  await tabOf(page, AUD, GROUP).click();
  await group.getByText(`Utvalgsbot er ikke lagt til i ${GROUP}.`).waitFor();
  await page.getByRole('button', { name: 'Gruppechat · 7 medlemmer' }).click();
  const dialog = page.getByRole('dialog', { name: `Medlemmer i ${GROUP}` });
  for (const reach of ['Har ikke appen', 'Har blokkert boten', 'Gjest fra en annen organisasjon'])
    await dialog.getByText(reach).first().waitFor();
  await keepScreenshot(page, 'dialog', { shown: true });
  await dialog.getByRole('combobox', { name: 'Legg til medlem' }).fill('ingr');
  await page.getByRole('option', { name: 'Ingrid Holtevik' }).waitFor();
  await page.getByRole('option', { name: 'Ingrid Holtevik' }).click();
  await dialog.getByRole('button', { name: 'Fjern Ingrid Holtevik' }).waitFor();
  await dialog.getByRole('button', { name: 'Legg til Utvalgsbot' }).click();
  await dialog.getByRole('button', { name: 'Fjern Utvalgsbot' }).waitFor();
  await page.keyboard.press('Escape');

  await group.getByText(`${AUD} la til Utvalgsbot i chatten.`).waitFor();
  await write(group, 'hjelp');
  await group.locator('.theirs .card').last().waitFor();
  await tabOf(page, 'Ingrid Holtevik', GROUP).click();
  await groupChatOf(page, 'Ingrid Holtevik', GROUP).getByText(`${AUD} la til Ingrid Holtevik i chatten.`).waitFor();
  expect(complaints).toEqual([]);
});
