import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { channelOf, chatOf, complaintsOfAxe, dropOn, keepScreenshot, tabOf } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';
import { aDocx, strictText } from '../support/docx.ts';

const AUD = 'Aud Solbakken';
const INGRID = 'Ingrid Holtevik';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

test('a referat comes as a Word file, is answered in the channel, and leaves as a receipt that can be read back', {
  timeout: 90_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'ingrid']);
  const [aud, channel] = [chatOf(page, AUD), channelOf(page, INGRID, 'SSU')];
  const docx = await aDocx(
    'Referat fra møte i SSU 26. februar',
    'Sak 32: Rutine for utskrivning før helg',
    'Vedtak: Varsel om utskrivning før helg sendes senest torsdag kl. 12.00.',
  );

  await dropOn(aud, 'Referat SSU 26. februar.docx', docx);
  await aud.getByText('Jeg har lest «Referat SSU 26. februar.docx»').waitFor();
  await keepScreenshot(page, 'file-received');
  await aud.getByRole('button', { name: 'Nytt referat for SSU' }).click();
  await aud.getByLabel('Møtedato').fill('2026-02-26');
  await aud.getByLabel('Tittel').fill('Referat fra møte i SSU 26. februar');
  await aud.getByRole('button', { name: 'Forhåndsvis' }).click();
  await aud.getByText('Sak 32: Rutine for utskrivning før helg').waitFor();
  await aud.getByRole('button', { name: 'Send på e-postrunde' }).click();
  await aud.getByText('E-postrunden pågår.').waitFor();

  await tabOf(page, INGRID, 'SSU').click();
  await channel.getByText('0 av 16 har svart').waitFor();
  await keepScreenshot(page, 'channel');
  await channel.getByRole('button', { name: 'Godkjenn' }).click();
  await channel.getByText('Svaret ditt er registrert.').waitFor();
  await tabOf(page, AUD, 'SSU').click();
  await channelOf(page, AUD, 'SSU').getByText('1 av 16 har svart').waitFor();
  await channel.getByText('Svaret ditt er registrert.').waitFor({ state: 'detached' });
  await tabOf(page, AUD, 'Utvalgsbot').click();

  await page.getByRole('button', { name: 'Til fristen' }).click();
  expect(await page.getByLabel('Ny tid').inputValue()).toBe('2026-03-09T15:00');
  await page.getByRole('button', { name: 'Still klokka' }).click();
  await aud.getByText('Referatet er ikke avgjort').waitFor();
  await aud.getByRole('button', { name: 'Send meg kvitteringen' }).last().click();
  const accept = aud.getByRole('button', { name: 'Last opp til OneDrive' });
  await accept.waitFor();
  await channel.getByText('Referatet er ikke avgjort').waitFor();
  expect(await complaintsOfAxe(page, 'html')).toEqual([]);
  await keepScreenshot(page, 'file-offered');
  await accept.click();

  const link = aud.getByRole('link', { name: 'Last ned Kvittering' });
  await link.waitFor();
  await keepScreenshot(page, 'file-delivered');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('Kvittering Referat fra møte i SSU 26. februar.docx');
  const receipt = await strictText(await readFile(await download.path()));
  expect(receipt).toContain('Godkjente aktivt: 1 av 16.');
  expect(receipt).toContain(INGRID);
  expect(receipt).toContain(createHash('sha256').update(docx).digest('hex'));
  expect(complaints).toEqual([]);
});
