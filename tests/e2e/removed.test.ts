import { afterAll, beforeAll, expect, test } from 'vitest';
import { channelOf, chatOf, showRight, tabOf, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const AUD = 'Aud Solbakken';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

test('the bot is taken out of a committee’s channel and added again, and one who lacks the app adds it, all by hand', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'ingrid']);
  const aud = chatOf(page, AUD);
  const channel = channelOf(page, AUD, 'SSU');
  const menuOf = async (name: string, item: string) => {
    await page.getByRole('button', { name: `Mer, ${name}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  // Marit has removed the app when the round is sent
  const marit = await showRight(page, 'Marit');
  await menuOf(marit, 'Fjern Utvalgsbot');
  await write(aud, 'referat');
  await aud.getByRole('button', { name: 'Fortsett på utkastet' }).click();
  await aud.getByRole('button', { name: 'Forhåndsvis' }).click();
  await aud.getByRole('button', { name: 'Send på e-postrunde' }).click();
  const status = aud.locator('.message', { hasText: 'E-postrunden pågår.' }).last();
  await expect
    .poll(async () => {
      await status.getByRole('button', { name: 'Oppdater' }).click();
      return status.getByText('mangler appen').count();
    })
    .toBe(1);
  await status.getByRole('button', { name: 'Lenke til appen' }).click();
  await aud.getByText('Kopier teksten under').waitFor();

  await tabOf(page, AUD, 'SSU').click();
  const shared = channel.locator('.message', { hasText: '0 av 16 har svart' });
  await shared.first().waitFor();
  expect(await shared.count()).toBe(1);
  await menuOf(AUD, 'Fjern Utvalgsbot');
  await channel.getByText(`${AUD} fjernet Utvalgsbot fra kanalen.`).waitFor();
  await tabOf(page, AUD, 'Utvalgsbot').click();
  const told = aud.locator('.message', { hasText: 'Utvalgsbot er fjernet fra SSU' });
  await told.getByText('Ingenting er slettet').waitFor();
  expect(await told.count()).toBe(1);

  // Marit adds the app, and has what waits for her
  const her = chatOf(page, marit);
  await her.getByRole('button', { name: 'Legg til Utvalgsbot' }).click();
  await her.getByRole('button', { name: 'Godkjenn' }).click();
  await her.getByText(/^Du godkjente/).waitFor();

  await tabOf(page, AUD, 'SSU').click();
  await channel.getByRole('button', { name: 'Legg til Utvalgsbot' }).click();
  await channel.getByText(`${AUD} la til Utvalgsbot i kanalen.`).waitFor();
  await channel.locator('.message', { hasText: '1 av 16 har svart' }).waitFor();
  expect(await channel.locator('.message', { hasText: 'av 16 har svart' }).count()).toBe(2);
  expect(complaints).toEqual([]);
});
