import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aManifest } from '../support/app-manifest.ts';
import { complaintsOfAxe, launch, newestIn } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { chatPath, KARI } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };
const CARD = 'application/vnd.microsoft.card.adaptive';

let browser: Browser;
let manifest: string;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
  manifest = await aManifest();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { manifest });
}, 20_000);
afterEach(() => screen.close());

const opener = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Sak 12', wrap: true }],
  actions: [{ type: 'Action.Submit', title: 'Rediger saken', data: { msteams: { type: 'task/fetch' }, sak: 12 } }],
};
const form = (heading: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: heading, wrap: true },
    { type: 'Input.Text', id: 'title', label: 'Tittel', isRequired: true, errorMessage: 'Skriv en tittel.' },
    { type: 'Input.Text', id: 'text', label: 'Hva saken gjelder', isMultiline: true },
  ],
  actions: [{ type: 'Action.Submit', title: 'Lagre', data: { verb: 'save' } }],
});
const dialogWith = (title: string, heading: string, more: object = {}) => ({
  task: { type: 'continue', value: { title, ...more, card: { contentType: CARD, content: form(heading) } } },
});
/** How the bot answers the next requests, in order; the last answer stays. */
const answers = (...bodies: readonly unknown[]) => {
  const left = [...bodies];
  screen.open.bot.answer = ({ type }) => {
    if (type !== 'invoke') return {};
    return { body: left.length > 1 ? left.shift() : left[0] };
  };
};
const invokes = () => screen.open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');
const dialog = () => screen.page.getByRole('dialog');
const focused = () =>
  screen.page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
const open = async () => {
  await screen.post(opener);
  await screen.kari.getByRole('button', { name: 'Rediger saken' }).press('Enter');
  await dialog().waitFor();
};

describe('a dialogue that a card opens', PATIENCE, () => {
  test('has its title and card, holds the focus, and gives it back on Escape', async () => {
    const { page } = screen;
    answers(dialogWith('Rediger sak 12', 'Saken'));
    await open();
    await dialog().getByRole('heading', { name: 'Rediger sak 12' }).waitFor();
    expect(invokes()).toMatchObject([{ name: 'task/fetch', value: { data: { sak: 12 } } }]);
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    for (let n = 0; n < 8; n++) {
      // the browser's own bar is the only other place that the Tab key goes to
      expect(
        await page.evaluate(
          "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
        ),
      ).toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Rediger saken');
    expect(invokes()).toHaveLength(1);
  });

  test('goes on to the next card, with the focus in it, and then says a sentence', async () => {
    answers(dialogWith('Første', 'Steg 1'), dialogWith('Andre', 'Steg 2'), {
      task: { type: 'message', value: 'Saken er lagret.' },
    });
    await open();
    await dialog().getByLabel('Tittel').fill('Ny tittel');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().getByRole('heading', { name: 'Andre' }).waitFor();
    await dialog().getByText('Steg 2').waitFor();
    expect(await screen.page.evaluate("document.activeElement.closest('.modal') !== null")).toBe(true);
    expect(await dialog().getByLabel('Tittel').inputValue()).toBe('');
    await dialog().getByLabel('Tittel').fill('Enda en');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().getByText('Saken er lagret.').waitFor();
    expect(invokes().slice(1)).toMatchObject([
      { name: 'task/submit', value: { data: { verb: 'save', title: 'Ny tittel' } } },
      { name: 'task/submit', value: { data: { verb: 'save', title: 'Enda en' } } },
    ]);
    await dialog().getByRole('button', { name: 'Lukk' }).first().click();
    await dialog().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Rediger saken');
  });

  test('stays closed when it is closed while its answer is on the way', async () => {
    const { page } = screen;
    answers(dialogWith('Første', 'Steg 1'));
    await open();
    await dialog().getByLabel('Tittel').fill('Ny tittel');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/dialog', async (route) => {
      if (!route.request().postData()?.includes('"action"')) return route.continue();
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });
    answers(dialogWith('Andre', 'Steg 2'));
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await expect.poll(() => invokes().at(-1)?.name).toBe('task/submit');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    const closedToo = page.waitForResponse((response) => response.request().postData()?.includes('"action"') === false);
    letGo();
    await closedToo;
    expect(await dialog().count()).toBe(0);
  });

  test('is closed by an answer with nothing in it', async () => {
    answers(dialogWith('Rediger', 'Saken'), undefined);
    await open();
    await dialog().getByLabel('Tittel').fill('Ny');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().waitFor({ state: 'detached' });
  });

  test('that goes wrong says so, keeps what was typed, and can be tried again', async () => {
    answers(dialogWith('Rediger', 'Saken'), { rubbish: true }, undefined);
    await open();
    await dialog().getByLabel('Tittel').fill('Ny tittel');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().getByText('Noe gikk galt. Prøv igjen.').waitFor();
    expect(await dialog().getByLabel('Tittel').inputValue()).toBe('Ny tittel');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().waitFor({ state: 'detached' });
  });

  test('that cannot be opened says so at the card', async () => {
    answers({ task: { type: 'continue', value: { title: 'Nettside', url: 'https://eksempel.no' } } });
    await screen.post(opener);
    await screen.kari.getByRole('button', { name: 'Rediger saken' }).click();
    await screen.kari.getByText('Dialogen er en nettside').waitFor();
    expect(await dialog().count()).toBe(0);
  });

  test('is as wide as it asks for, and never wider than the window', async () => {
    answers(dialogWith('Bred', 'Saken', { width: 'large' }));
    await open();
    const width = async () => (await dialog().boundingBox())?.width ?? 0;
    expect(await width()).toBeGreaterThan(700);
    await screen.page.setViewportSize({ width: 400, height: 800 });
    expect(await width()).toBeLessThanOrEqual(400);
  });
});

describe('a message', PATIENCE, () => {
  const message = () => newestIn(screen.kari);
  const menuButton = () => message().getByRole('button', { name: 'Flere handlinger' });
  const say = async (text: string) => {
    await screen.open.connector('POST', `${chatPath(KARI)}/activities`, { type: 'message', text });
    await screen.kari.getByText(text).waitFor();
  };

  test('has a menu with what the app can do with it, which opens its dialogue', async () => {
    const { page, open: room } = screen;
    await say('Bør opp i utvalget');
    answers(dialogWith('Meld sak', 'Ny sak'), { task: { type: 'message', value: 'Saken er meldt.' } });
    await menuButton().focus();
    await page.keyboard.press('ArrowDown');
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    expect(await focused()).toBe('Meld sak av meldingen');
    await page.keyboard.press('Enter');
    await dialog().getByRole('heading', { name: 'Meld sak' }).waitFor();
    expect(invokes()).toMatchObject([
      { name: 'composeExtension/fetchTask', value: { commandId: 'meldSak', commandContext: 'message' } },
    ]);
    await dialog().getByLabel('Tittel').fill('Ny sak');
    await dialog().getByRole('button', { name: 'Lagre' }).click();
    await dialog().getByText('Saken er meldt.').waitFor();
    expect(room.bot.heard.at(-1)?.activity).toMatchObject({ name: 'composeExtension/submitAction' });
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Flere handlinger');
  });

  test('that the app cannot answer for says that something went wrong', async () => {
    await say('Bør opp i utvalget');
    answers({ rubbish: true });
    await menuButton().click();
    await screen.page.getByRole('menuitem', { name: 'Meld sak av meldingen' }).click();
    await message().getByText('Noe gikk galt. Prøv igjen.').waitFor();
  });

  test('has no such menu once it is deleted', async () => {
    await say('Bort');
    await menuButton().waitFor();
    const id = await screen.kari.locator('.entry').last().getAttribute('data-message');
    await screen.open.connector('DELETE', `${chatPath(KARI)}/activities/${id}`);
    await screen.kari.getByText('Meldingen er slettet.').waitFor();
    expect(await menuButton().isVisible()).toBe(false);
  });
});

test('a message of an app without such commands has no menu', PATIENCE, async () => {
  const bare = await openScreen(browser);
  await bare.post(opener);
  expect(await bare.page.getByRole('button', { name: 'Flere handlinger' }).count()).toBe(0);
  await bare.close();
});
