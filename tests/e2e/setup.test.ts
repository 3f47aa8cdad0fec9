import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, groupChatOf, keepScreenshot, tabOf, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const CHAT = 'Arbeidsgruppe felles opplæring';
const KJELL = 'Kjell Haugmo';
const SVERRE = 'Sverre Kalland';

let program: ProgramOnScreen;
let page: Page;
let complaints: readonly string[];
let kjell: Locator;
let sverre: Locator;
beforeAll(async () => {
  program = await startOnScreen();
  ({ page, complaints } = await program.open(['kjell', 'sverre']));
  kjell = chatOf(page, KJELL);
  sverre = chatOf(page, SVERRE);
}, 60_000);
afterAll(() => program?.close());

/** Puts what everybody represents at the end of each line of the roster, and gives somebody the chair. */
function completed(roster: string): string {
  return roster
    .split('\n')
    .map((line) => (line.startsWith(SVERRE) ? line.replace(/medlem$/, 'leder') : line))
    .map((line) => (line.includes('sekretariat') ? line : `${line}; ${line.split(';')[0]}, virksomhet`))
    .join('\n');
}

test('whoever adds the bot to a chat sets up its committee, and sends its first round', {
  timeout: 150_000,
}, async () => {
  await tabOf(page, KJELL, CHAT).click();
  await groupChatOf(page, KJELL, CHAT).getByRole('button', { name: 'Legg til Utvalgsbot' }).click();
  await groupChatOf(page, KJELL, CHAT).getByText(`${KJELL} la til Utvalgsbot i chatten.`).waitFor();

  // one greeting, to the one who added it, and nothing where the others read along
  await tabOf(page, KJELL, 'Utvalgsbot').click();
  await kjell.getByRole('button', { name: 'Sett opp utvalg' }).click();
  const members = kjell.getByRole('textbox', { name: /^Medlemmer/ });
  await members.waitFor();
  const roster = await members.inputValue();
  expect(roster.split('\n')).toHaveLength(7);
  expect(roster).toContain('mette.sandv');
  await keepScreenshot(page, 'set-up-form');

  await members.fill(roster.replace('medlem', 'statist'));
  await kjell.getByRole('textbox', { name: 'Navn', exact: true }).fill('Arbeidsgruppe for felles opplæring');
  await kjell.getByRole('textbox', { name: 'Kortnavn' }).fill('AG opplæring');
  await kjell.getByRole('button', { name: 'Forhåndsvis' }).click();
  await kjell.getByText(/^Linje 2: Rollen er ukjent/).waitFor();

  await members.fill(completed(roster));
  await kjell.getByRole('radio', { name: /Mer enn halvparten/ }).check();
  await kjell.getByRole('radio', { name: 'Alle stemmeberettigede medlemmer' }).check();
  await kjell.getByRole('button', { name: 'Forhåndsvis' }).click();
  await kjell.getByRole('button', { name: 'Opprett utvalget' }).waitFor();
  await kjell.getByText(/hører til en annen organisasjon/).waitFor();
  await keepScreenshot(page, 'set-up-preview');
  await kjell.getByRole('button', { name: 'Opprett utvalget' }).click();
  await kjell.getByText(/^Utvalget er opprettet/).waitFor();
  await keepScreenshot(page, 'set-up-done');

  await kjell.getByRole('button', { name: 'Nytt referat' }).last().click();
  await kjell.getByLabel('Møtedato').fill('2026-02-26');
  await kjell.getByRole('textbox', { name: 'Tittel' }).fill('Referat fra første møte');
  await kjell.getByRole('textbox', { name: /^Referatet/ }).fill('Sak 1: Gruppen er nedsatt.');
  await kjell.getByRole('button', { name: 'Forhåndsvis' }).click();
  await kjell.getByRole('button', { name: 'Send på e-postrunde' }).click();

  await sverre.getByRole('button', { name: 'Godkjenn', exact: true }).click();
  await sverre.getByText(/^Du godkjente/).waitFor();
  await kjell.getByRole('button', { name: 'Oppdater' }).last().click();
  for (const why of [/mangler appen/, /blokkert/]) await kjell.getByText(why).first().waitFor();
  await keepScreenshot(page, 'set-up-status');

  // whoever may not change it sees it, and finds no button to change it with
  await write(sverre, 'oppsett');
  await sverre.getByText('AG opplæring').last().waitFor();
  expect(complaints).toEqual([]);
});
