import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, dropOn, keepScreenshot, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';
import { aDocx, strictText } from '../support/docx.ts';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

/** The newest message of a chat with this text. */
const newest = (chat: Locator, text: string | RegExp) => chat.locator('.message', { hasText: text }).last();

async function moveTo(page: Page, time: string): Promise<void> {
  await page.getByRole('button', { name: 'Til fristen' }).click();
  await page.getByLabel('Ny tid').fill(time);
  await page.getByRole('button', { name: 'Still klokka' }).click();
}

test('a committee chooses its rule; a remark, a new version, a reminder, a telephone call, and the next agenda’s sentence', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'guro']);
  const [aud, guro] = [chatOf(page, 'Aud Solbakken'), chatOf(page, 'Guro Stenhaug')];

  // the first round of a committee that has not chosen how referater are approved
  await write(aud, 'hjelp');
  await aud.getByRole('button', { name: 'Nytt referat' }).click();
  await aud.getByRole('button', { name: 'FSU BU' }).click();
  await aud.getByRole('radio', { name: /Minst et visst antall/ }).check();
  await aud.getByLabel(/Antall som må godkjenne/).fill('2');
  await aud.getByRole('radio', { name: 'Alle stemmeberettigede medlemmer' }).check();
  await aud.getByLabel('Møtedato').fill('2026-02-26');
  await aud.getByRole('textbox', { name: 'Tittel' }).fill('Referat FSU BU 26. februar');
  await aud
    .getByRole('textbox', { name: /^Referatet/ })
    .fill('Sak 1: Møteplanen for hausten.\n\nSak 2: Utvalget støtter forslaget.');
  await keepScreenshot(page, 'choose-rule');
  await aud.getByRole('button', { name: 'Forhåndsvis' }).click();
  await aud.getByText('Regelen og hvem som svarer, gjelder for utvalget').waitFor();
  await aud.getByRole('button', { name: 'Send på e-postrunde' }).click();
  await aud.getByText('E-postrunden pågår.').waitFor();

  // a remark on a typo, with its sak
  await guro.getByText('Til godkjenning: Referat FSU BU 26. februar').waitFor();
  await guro.getByRole('radio', { name: /Skrivefeil/ }).check();
  await guro.getByLabel(/Hvilken sak/).fill('1');
  await guro.getByRole('textbox', { name: 'Merknaden' }).fill('«hausten» skal være «høsten»');
  await guro.getByRole('button', { name: 'Send merknad' }).click();
  await guro.getByText(/Du godkjente med merknad om skrivefeil/).waitFor();

  // a new version from a file: typos alone, the round goes on, and what changed can be read
  await dropOn(aud, 'Rettet.docx', await aDocx('Sak 1: Møteplanen for høsten.', 'Sak 2: Utvalget støtter forslaget.'));
  await aud.getByRole('button', { name: 'Ny versjon i e-postrunden' }).click();
  await aud.getByRole('radio', { name: /Bare skrivefeil/ }).check();
  await aud.getByRole('button', { name: 'Send ny versjon' }).last().click();
  await newest(aud, 'E-postrunden pågår.').getByRole('button', { name: 'Vis endringene' }).click();
  await aud.getByText('Dette er endret').waitFor();
  await keepScreenshot(page, 'changes');
  await guro.getByText('Skrivefeil er rettet etter at runden startet.').waitFor();

  // the bot reminds those who have not answered, two working days before the deadline, and nobody else
  await moveTo(page, '2026-03-05T08:00');
  const randi = page.getByRole('region', { name: /^Chat, Randi/ });
  await page.getByRole('button', { name: /^Vis Randi .* til høyre/ }).click();
  await randi.getByText('Påminnelse: Referat FSU BU 26. februar').waitFor();
  await keepScreenshot(page, 'reminder');

  // an answer that came by telephone, taken back, and registered for the right one
  await write(aud, 'referat');
  const last = aud.locator('.message').last();
  await last.getByRole('button', { name: 'Vis status' }).click();
  await last.getByRole('button', { name: 'Registrer svar mottatt på annen måte' }).click();
  await aud.getByLabel('Hvem har svart?').selectOption({ index: 1 });
  await aud.getByRole('radio', { name: 'Hva er svaret? Godkjenner' }).check();
  await aud.getByLabel('Hvordan kom svaret?').selectOption('telefon');
  await aud.getByRole('button', { name: 'Registrer svaret' }).click();
  await last.getByRole('button', { name: 'Angre registrert svar' }).waitFor();
  await keepScreenshot(page, 'status');

  // the deadline: two active yes are enough here
  await moveTo(page, '2026-03-09T15:00');
  await aud.getByText('Referatet er godkjent.').waitFor();
  await newest(aud, 'Referatet er godkjent.').getByRole('button', { name: 'Om referatet' }).click();
  await aud.getByText('Referatet fra møtet 26.02.26 er godkjent via e-postrunde.').waitFor();
  await aud.getByRole('button', { name: 'Registrer som publisert' }).click();
  await aud.getByRole('button', { name: 'Registrer', exact: true }).click();
  await aud
    .getByText(
      'Referatet fra møtet 26.02.26 er godkjent via e-postrunde, og publisert på nettsiden til Nordlys helsefellesskap.',
    )
    .waitFor();
  await keepScreenshot(page, 'agenda-sentence');

  await aud.getByRole('button', { name: 'Send meg kvitteringen' }).last().click();
  await aud.getByRole('button', { name: 'Last opp til OneDrive' }).click();
  const link = aud.getByRole('link', { name: 'Last ned Kvittering' });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const receipt = await strictText(await readFile(await download.path()));
  for (const said of [
    'Referatet er godkjent via e-postrunde.',
    'Godkjente aktivt: 2 av 10.',
    'Versjon 2',
    'på telefon, registrert av Aud Solbakken',
    '«hausten» skal være «høsten»',
    'Skrivefeil er rettet i en senere versjon',
  ])
    expect(receipt).toContain(said);
  expect(complaints).toEqual([]);
});
