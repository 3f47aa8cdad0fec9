import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { aForm, openScreen, type Screen } from '../support/browser-room.ts';
import { aMessageWith, chatPath, KARI } from '../support/room.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const PATIENCE = { timeout: 20_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

let screen: Screen;
beforeEach(async () => {
  screen = await openScreen(browser);
}, 20_000);
afterEach(() => screen.close());

const answerWith = (value: unknown, type = CARD) => {
  screen.open.bot.answer = () => ({ body: { statusCode: 200, type, value } });
};
const update = (id: string, card: object) =>
  screen.open.connector('PUT', `${chatPath(KARI)}/activities/${id}`, aMessageWith(card));
const invokes = () => screen.open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');
const field = () => screen.kari.getByRole('textbox', { name: 'Merknaden' });
const button = (title: string) => screen.kari.locator('.card').getByRole('button', { name: title, exact: true });
const press = (title: string) => button(title).click();
const focused = () => screen.page.evaluate("document.activeElement.closest('.card') !== null");

describe('a card', PATIENCE, () => {
  test('sends its inputs, and the answer takes its place with the focus kept in it', async () => {
    const { kari, post } = screen;
    await post(aForm('Spørsmål'));
    answerWith(aForm('Kvittering'));
    await field().fill('hei');
    await press('Send');
    await kari.getByText('Kvittering').waitFor();
    expect(invokes()).toMatchObject([{ value: { action: { verb: 'send', data: { verb: 'send', text: 'hei' } } } }]);
    expect(await kari.getByText('Spørsmål').count()).toBe(0);
    expect(await field().inputValue()).toBe('');
    expect(await focused()).toBe(true);
  });

  test('is not sent while a required field is empty, and says which; a button that needs none is not held up', async () => {
    const { kari, post } = screen;
    await post(aForm('Spørsmål'));
    await press('Send');
    await kari.getByText('Skriv noe først.').waitFor();
    expect(invokes()).toEqual([]);
    answerWith(aForm('Avbrutt'));
    await press('Avbryt');
    await kari.getByText('Avbrutt').waitFor();
  });

  test('keeps what is half typed, and where, when the bot updates it', async () => {
    const { kari, page, post } = screen;
    const id = await post(aForm('Spørsmål'));
    await field().fill('halvt');
    await field().press('ArrowLeft');
    await update(id, aForm('Nytt spørsmål'));
    await kari.getByText('Nytt spørsmål').waitFor();
    expect(await field().inputValue()).toBe('halvt');
    await page.keyboard.type('-');
    expect(await field().inputValue()).toBe('halv-t');
  });

  test('answered with a sentence shows it, and keeps what was typed', async () => {
    const { kari, post } = screen;
    await post(aForm('Spørsmål'));
    answerWith('Teksten er for lang.', 'application/vnd.microsoft.activity.message');
    await field().fill('mye tekst');
    await press('Send');
    await kari.getByText('Teksten er for lang.').waitFor();
    expect(await field().inputValue()).toBe('mye tekst');
  });

  test('pressed while the bot is away says so, and keeps what was typed', async () => {
    const { kari, open, post } = screen;
    await post(aForm('Spørsmål'));
    await open.bot.close();
    await field().fill('hei');
    await press('Send');
    await kari.getByText('Utvalgsbot svarer ikke akkurat nå. Ingenting er sendt').waitFor();
    expect(await field().inputValue()).toBe('hei');
  });

  test('pressed twice while the answer is on its way is sent once', async () => {
    const { kari, post } = screen;
    await post(aForm('Spørsmål'));
    await field().fill('hei');
    answerWith(aForm('Kvittering'));
    await button('Send').dblclick();
    await kari.getByText('Kvittering').waitFor();
    expect(invokes()).toHaveLength(1);
  });

  test('of an old client sends a message with its data, and the card stays', async () => {
    const { kari, open, post } = screen;
    await post(aForm('Spørsmål', 'utfylt'));
    await press('Gammeldags');
    await kari.getByText('Sendt.').waitFor();
    expect(open.bot.heard.at(-1)?.activity).toMatchObject({ type: 'message', value: { verb: 'old', text: 'utfylt' } });
  });

  test('that begins above the edge after an answer is shown from its top', async () => {
    const { kari, page, post } = screen;
    const long = aForm('Langt kort');
    const lines = Array.from({ length: 60 }, (_, i) => ({ type: 'TextBlock', text: `Linje ${i}`, wrap: true }));
    await post({ ...long, body: [...lines, ...long.body] });
    answerWith({ ...long, body: [{ type: 'TextBlock', text: 'Øverst' }, ...lines] });
    await field().fill('hei');
    await press('Send');
    await kari.getByText('Øverst').waitFor();
    const top = (selector: string) => `document.querySelector('${selector}').getBoundingClientRect().top`;
    const isBelow = `${top('#pane-left .message')} >= ${top('#pane-left .messages')}`;
    await expect.poll(() => page.evaluate(isBelow)).toBe(true);
  });

  test('shows Markdown as Teams does, and HTML as text', async () => {
    const { kari, post } = screen;
    const text =
      '**fet** og _kursiv_\n\n- punkt\n\n# ingen overskrift\n\n<img src=x onerror=alert(1)> [lenke](https://eksempel.no)';
    await post({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] });
    const shown = kari.locator('.card');
    expect(await shown.locator('strong').innerText()).toBe('fet');
    expect(await shown.locator('em').innerText()).toBe('kursiv');
    expect(await shown.locator('li').innerText()).toBe('punkt');
    expect(await shown.innerText()).toContain('# ingen overskrift');
    expect(await shown.innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await shown.locator('img, h1').count()).toBe(0);
    expect(await shown.getByRole('link', { name: 'lenke' }).getAttribute('target')).toBe('_blank');
  });

  test('that is none is said to be none, and the rest of the chat is there', async () => {
    const { kari, post } = screen;
    await post({ type: 'Rubbish' });
    await kari.getByText('Kortet kan ikke vises.').waitFor();
    await post(aForm('Et ordentlig kort'));
    await kari.getByText('Et ordentlig kort').waitFor();
  });

  test('that the bot deletes is gone, and the chat says so', async () => {
    const { kari, open, post } = screen;
    const id = await post(aForm('Spørsmål'));
    await open.connector('DELETE', `${chatPath(KARI)}/activities/${id}`);
    await kari.getByText('Meldingen er slettet.').waitFor();
    expect(await kari.getByText('Spørsmål').count()).toBe(0);
  });
});
