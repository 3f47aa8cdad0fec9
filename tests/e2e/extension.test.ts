import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf, chatOf, complaintsOfAxe, groupChatOf, keepScreenshot, tabOf, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const PATIENCE = { timeout: 90_000 };
const INGRID = 'Ingrid Holtevik';
const MARIT = 'Marit Åsnes';
const KJELL = 'Kjell Haugmo';
const GROUP = 'Arbeidsgruppe felles opplæring';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

const dialogOf = (page: Page) => page.getByRole('dialog');
/** Chooses «Meld som sak» on the message that says this. */
const chooseOn = async (chat: Locator, words: string) => {
  const message = chat.locator('.message').filter({ hasText: words }).first();
  await message.waitFor();
  await message.hover();
  await message.getByRole('button', { name: 'Flere handlinger' }).click();
  await chat.page().getByRole('menuitem', { name: 'Meld som sak' }).click();
};
const send = async (page: Page, title: string) => {
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: 'Tittel' }).fill(title);
  await dialog.getByRole('button', { name: 'Forhåndsvis' }).click();
  await dialog.getByRole('button', { name: 'Send inn' }).click();
  await dialog
    .getByText(/^Venter på behandling/)
    .first()
    .waitFor();
};

describe('«Meld som sak»', PATIENCE, () => {
  test('on a message in the committee’s channel sends a sak with its text, and the chair gets it', async () => {
    const { page, complaints } = await program.open(['marit', 'ingrid']);
    const channel = channelOf(page, MARIT, 'SSU');
    await tabOf(page, MARIT, 'SSU').click();
    await write(channel, 'Vi venter for lenge på svar fra mottaket.');
    await chooseOn(channel, 'Vi venter for lenge');
    const dialog = dialogOf(page);
    await dialog.getByRole('heading', { name: 'Meld sak til SSU' }).first().waitFor();
    const background = await dialog.getByRole('textbox', { name: /^Saksframstilling/ }).inputValue();
    // who wrote it stands in the form already, as «Fra»
    expect(background).toBe('Vi venter for lenge på svar fra mottaket.');
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await keepScreenshot(page, 'extension-form');
    await send(page, 'Svartid fra mottaket');
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await keepScreenshot(page, 'extension-sent');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await chatOf(page, INGRID).getByText('Svartid fra mottaket').first().waitFor();
    await chatOf(page, INGRID).getByRole('button', { name: 'Sett på saksliste' }).first().waitFor();
    // nothing of it is said where the message was written
    expect(await channel.getByText('Svartid fra mottaket').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('in a group chat that the bot is not in asks which committee, and keeps the message', async () => {
    const { page, complaints } = await program.open(['kjell', 'guro']);
    const group = groupChatOf(page, KJELL, GROUP);
    await tabOf(page, KJELL, GROUP).click();
    await write(group, 'Kurset må holdes oftere.');
    await chooseOn(group, 'Kurset må holdes oftere.');
    const dialog = dialogOf(page);
    await dialog.getByText('Hvilket utvalg gjelder saken?').first().waitFor();
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    const choice = dialog.getByRole('combobox', { name: 'Utvalg' });
    const fsu = choice.getByRole('option', { name: /FSU BU/ });
    await choice.selectOption(`${await fsu.getAttribute('value')}`);
    await dialog.getByRole('button', { name: 'Neste' }).click();
    await dialog.getByRole('heading', { name: 'Meld sak til FSU BU' }).first().waitFor();
    expect(await dialog.getByRole('textbox', { name: /^Saksframstilling/ }).inputValue()).toContain(
      'Kurset må holdes oftere.',
    );
    await send(page, 'Kurs for hjemmetjenesten');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await chatOf(page, 'Guro Stenhaug').getByText('Kurs for hjemmetjenesten').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('is offered beside the field that one writes in, with nothing filled in', async () => {
    const { page } = await program.open(['marit', 'ingrid']);
    await tabOf(page, MARIT, 'SSU').click();
    await channelOf(page, MARIT, 'SSU').getByRole('button', { name: 'Handlinger i appen' }).click();
    await page.getByRole('menuitem', { name: 'Meld som sak' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('heading', { name: 'Meld sak til SSU' }).first().waitFor();
    expect(await dialog.getByRole('textbox', { name: /^Saksframstilling/ }).inputValue()).toBe('');
    await page.close();
  });
});
