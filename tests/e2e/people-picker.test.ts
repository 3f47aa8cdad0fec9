import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { complaintsOfAxe, groupChatOf, launch, tabOf } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { aMessageWith, channelPath, chatPath, GROUP, GUEST, KARI, OLA, PER } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { chats: [GROUP], persons: [KARI, OLA, PER, GUEST] });
}, 20_000);
afterEach(() => screen.close());

const aPicker = (more: object = {}, dataset = 'graph.microsoft.com/users') => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'Input.ChoiceSet',
      id: 'who',
      label: 'Hvem møter?',
      isRequired: true,
      errorMessage: 'Velg noen.',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset },
      ...more,
    },
  ],
  actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send', data: { verb: 'send' } }],
});
const field = () => screen.kari.getByRole('combobox', { name: /^Hvem møter/ });
const options = () => screen.page.getByRole('option');
const send = () => screen.kari.locator('.card').getByRole('button', { name: 'Send' }).click();
const sent = () =>
  screen.open.bot.heard.flatMap(({ activity }) => {
    const { value } = activity as {
      readonly value?: { readonly action?: { readonly data?: { readonly who?: string } } };
    };
    return value?.action ? [value.action.data?.who] : [];
  });

describe('a people picker', PATIENCE, () => {
  test('finds people by typing, chooses by the keyboard, and sends the Entra id', async () => {
    await screen.post(aPicker());
    await field().pressSequentially('ol');
    await options().filter({ hasText: 'ola' }).waitFor();
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    expect(await options().allInnerTexts()).toEqual(['ola']);
    await field().press('ArrowDown');
    expect(await complaintsOfAxe(screen.page, 'html')).toEqual([]);
    const active = await field().getAttribute('aria-activedescendant');
    expect(await screen.page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await field().press('Enter');
    expect(await field().inputValue()).toBe('ola');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    await send();
    await expect.poll(sent).toEqual([OLA.objectId]);
  });

  test('says when it finds nobody, and Escape closes the list alone', async () => {
    await screen.post(aPicker());
    await field().fill('nobody');
    await screen.page.getByText('Ingen treff.').first().waitFor();
    await field().press('Escape');
    expect(await options().count()).toBe(0);
    expect(await field().inputValue()).toBe('nobody');
  });

  test('that must be filled in holds the card back, and says so', async () => {
    await screen.post(aPicker());
    await send();
    await screen.kari.getByText('Velg noen.').waitFor();
    expect(sent()).toEqual([]);
    expect(await complaintsOfAxe(screen.page, '#pane-left')).toEqual([]);
  });

  test('takes several, and lets each go again', async () => {
    await screen.post(aPicker({ isMultiSelect: true }));
    for (const name of ['kari', 'ola', 'per']) {
      await field().fill(name);
      await options().filter({ hasText: name }).click();
    }
    await screen.kari.getByRole('button', { name: 'Fjern ola' }).press('Enter');
    expect(await screen.kari.locator('.picker-chosen li').allInnerTexts()).toEqual(['kari', 'per']);
    expect(await complaintsOfAxe(screen.page, '#pane-left')).toEqual([]);
    await field().press('Backspace');
    await send();
    await expect.poll(sent).toEqual([KARI.objectId]);
  });

  test('shows who was chosen before by name, and keeps a choice when the bot updates the card', async () => {
    const id = await screen.post(aPicker({ value: PER.objectId }));
    expect(await field().inputValue()).toBe('per');
    await field().fill('ola');
    await options().filter({ hasText: 'ola' }).click();
    const news = aPicker({ value: PER.objectId, label: 'Hvem møter nå?' });
    await screen.open.connector('PUT', `${chatPath(KARI)}/activities/${id}`, aMessageWith(news));
    await screen.kari.getByText('Hvem møter nå?').waitFor();
    expect(await field().inputValue()).toBe('ola');
  });

  test('of the chat offers those who are in it', async () => {
    await tabOf(screen.page, 'kari', 'Opplæring').click();
    const card = aPicker({}, 'graph.microsoft.com/users?scope=currentContext');
    await screen.open.connector('POST', `${channelPath(GROUP)}/activities`, aMessageWith(card));
    const inGroup = groupChatOf(screen.page, 'kari', 'Opplæring').getByRole('combobox', { name: /^Hvem møter/ });
    await inGroup.click();
    await options().first().waitFor();
    expect(await options().allInnerTexts()).toEqual(['kari', 'ola', 'gjest']);
  });
});
