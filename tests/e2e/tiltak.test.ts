import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  chatOf,
  complaintsInThemes,
  dropOn,
  keepScreenshot,
  newestIn,
  press,
  says,
  write,
} from '../support/browser.ts';
import { rightChat } from '../support/browser-meeting.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';
import { strictText } from '../support/docx.ts';
import { aPlanDocx } from '../support/plan-tables.ts';

const AUD = 'Aud Solbakken';
const RANDI = 'Randi Myklevoll';

let program: ProgramOnScreen;
beforeEach(async () => {
  program = await startOnScreen();
}, 60_000);
afterEach(() => program?.close());

/** A plan as somebody writes it: one goal and one owner over several rows, a day without a year, and an owner nobody knows. */
const aPlan = () =>
  aPlanDocx([
    { heading: 'Handlingsplan for barn og unge', level: 1 },
    { heading: 'Tidlig hjelp', level: 2 },
    {
      rows: [
        ['Hva vil vi?', 'Tiltak', 'Ansvarlig', 'Når', 'Status'],
        [
          { parts: ['Familier får hjelp før det haster'], rows: 5 },
          'Lage oversikt over tilbud til foreldre',
          { parts: [RANDI], rows: 3 },
          '03.03.26',
          '',
        ],
        ['Prøve ut kurs på kveldstid', '03.03.26', 'Det første kurset er planlagt.'],
        ['Telle hvor lenge barn venter på psykolog', '3. mars', ''],
        ['Avtale fast kontakt med barnevernet', 'Isak eller en annen', 'høsten 2026', ''],
        ['Skrive til fastlegene om tilbudene', 'Havnes og Storvik', '2026', ''],
      ],
    },
  ]);

test('a plan is dropped, mended and read in, its owner answers in one digest, and the status table is downloaded', {
  timeout: 150_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'randi']);
  const [aud, randi] = [chatOf(page, AUD), chatOf(page, RANDI)];
  const nextDay = () => page.getByRole('button', { name: 'Neste dag' }).click();

  await dropOn(aud, 'Handlingsplan barn og unge.docx', await aPlan());
  await press(aud, 'Les inn som handlingsplan (5 rader)');
  await press(aud, 'Velg utvalg og plan');
  await newestIn(aud).getByLabel('Plan', { exact: true }).selectOption({ label: 'FSU BU: ny plan' });
  await press(aud, 'Lagre');
  await says(aud, 'Planen får 5 tiltak.');
  await keepScreenshot(page, 'plan-preview', { shown: true });
  await mend(aud, 'Telle hvor lenge', 'Frist', '03.03.26');
  await mend(aud, 'Avtale fast kontakt', 'Ansvarlig', 'Isak Tverrelv');
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
  await press(aud, 'Les inn');
  await says(aud, /^Ingen blir spurt om 1 tiltak/);

  await press(aud, 'Avklar ansvarlige og frister');
  await says(aud, '«Havnes og Storvik» er ansvarlig for 1 tiltak.');
  await press(aud, 'Velg hvem');
  await keepScreenshot(page, 'plan-contact');
  await find(aud, 'Noen andre', 'Berit Nygjerde');
  await press(aud, 'Spør disse');
  await says(aud, /^Alle tiltak i planen har noen som kan spørres/);

  // their last day is tomorrow: nobody is asked before it is over
  await nextDay();
  await nextDay();
  await says(randi, /^3 tiltak venter på et ord fra deg/);
  await keepScreenshot(page, 'digest', { shown: true });
  const digest = newestIn(randi);
  await digest.getByLabel('1. Status').selectOption({ label: 'I gang' });
  await digest.getByLabel(/^1\. Med noen få ord/).fill('Havnes har levert, Lyngvær mangler.');
  await digest.getByLabel('2. Status').selectOption({ label: 'Gjennomført' });
  await digest.getByLabel('3. Status').selectOption({ label: 'Forsinket' });
  await digest.getByLabel(/^3\. Ny frist/).fill('juni 2026');
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
  await press(randi, 'Send svarene');
  await says(randi, 'Det er ingenting som venter på deg nå. Takk!');
  await keepScreenshot(page, 'digest-answered');

  await write(aud, 'tiltak');
  await says(aud, 'Handlingsplan barn og unge (FSU BU)');
  await newestIn(aud).getByRole('button', { name: 'Se planen' }).first().click();
  await says(aud, 'Slik står det til');
  await keepScreenshot(page, 'tiltak-glance', { shown: true });
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
  await press(aud, 'Vis tiltakene');
  await says(aud, 'Alle tiltak: 5 tiltak.');
  await newestIn(aud).getByRole('button', { name: 'Åpne' }).nth(1).click();
  await says(aud, 'Det som har skjedd');
  await keepScreenshot(page, 'tiltak-one', { shown: true });
  await press(aud, 'Til planen');
  await press(aud, 'Last ned Word');
  const table = await accepted(aud);
  const text = await strictText(table);
  for (const said of ['Gjennomført', 'Havnes har levert, Lyngvær mangler.', 'Forsinket', 'juni 2026', 'Isak Tverrelv'])
    expect(text).toContain(said);

  // the table is a plan of the same columns: read in again, it is the same plan
  await dropOn(aud, 'Status.docx', table);
  await press(aud, 'Les inn som handlingsplan (5 rader)');
  await press(aud, 'Velg utvalg og plan');
  await newestIn(aud).getByLabel('Plan', { exact: true }).selectOption({ label: 'FSU BU: Handlingsplan barn og unge' });
  await press(aud, 'Lagre');
  await says(aud, 'Tiltak: 0 nye, 0 endret, 0 som ikke står i filen og 5 uendret.');
  expect(complaints).toEqual([]);
});

test('an owner hands a tiltak over, and of one that stays unanswered the secretariat hears, and tells the leader', {
  timeout: 150_000,
}, async () => {
  const { page, complaints } = await program.open(['aud', 'tone']);
  const nextDay = () => page.getByRole('button', { name: 'Neste dag' }).click();
  const aud = chatOf(page, AUD);

  // the demo's plan: its owners are asked three weeks before the meeting
  await nextDay();
  let right = chatOf(page, 'Tone Varlid');
  await says(right, /^3 tiltak venter på et ord fra deg/);
  await newestIn(right).getByLabel('1. Status').selectOption({ label: 'Ikke mitt ansvar' });
  await newestIn(right)
    .getByLabel(/^1\. Med noen få ord/)
    .fill('Henning Aasbø');
  await press(right, 'Send svarene');
  await says(right, /Gitt videre til Henning Aasbø/);
  await keepScreenshot(page, 'handed-over');
  await nextDay();
  right = await rightChat(page, 'Henning');
  await says(right, /^Tone Varlid har gitt deg dette tiltaket/);

  // week after week without an answer
  right = await rightChat(page, 'Guro');
  await right.locator('.card').first().waitFor();
  await moveTo(page, '2026-03-10');
  await right.locator('.card').nth(1).waitFor();
  await moveTo(page, '2026-03-17');
  await right.locator('.card').nth(2).waitFor();
  await moveTo(page, '2026-03-24');
  await says(aud, /^Guro Stenhaug er spurt 3 ganger uten å svare/);
  await keepScreenshot(page, 'digest-silent');
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
  await newestIn(aud).getByRole('button', { name: 'Fortell lederen' }).first().click();
  right = await rightChat(page, 'Ingrid');
  await says(right, /Sekretariatet ber deg om hjelp/);
  await keepScreenshot(page, 'digest-leader');
  expect(complaints).toEqual([]);
});

/** Moves the room's clock to nine o'clock of a day. */
async function moveTo(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: /^Til fristen/ }).click();
  await page.getByLabel('Ny tid').fill(`${day}T09:00`);
  await page.getByRole('button', { name: 'Still klokka' }).click();
}

/** Takes the file that is offered last, and reads it. */
async function accepted(chat: Locator): Promise<Buffer> {
  await chat.getByRole('button', { name: 'Last opp til OneDrive' }).click();
  const link = chat.getByRole('link', { name: /^Last ned Status/ });
  await link.waitFor();
  const [download] = await Promise.all([chat.page().waitForEvent('download'), link.click()]);
  return readFile(await download.path());
}

/** Writes another thing into a field of one row of the preview. */
async function mend(chat: Locator, row: string, field: string, value: string): Promise<void> {
  const shown = newestIn(chat).locator('.ac-container', { hasText: row }).last();
  await shown.getByRole('button', { name: 'Rett' }).click();
  await newestIn(chat).getByLabel(field, { exact: true }).fill(value);
  await press(chat, 'Lagre');
  await says(chat, 'Radene');
}

/** Finds somebody by the people picker, as Teams has it. */
async function find(chat: Locator, field: string, name: string): Promise<void> {
  const picker = newestIn(chat).getByRole('combobox', { name: new RegExp(`^${field}`) });
  await picker.pressSequentially(name.slice(0, 5));
  await chat.page().getByRole('option').filter({ hasText: name }).first().click();
}
