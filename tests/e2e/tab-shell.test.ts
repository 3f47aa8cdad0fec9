import { describe, expect, test } from 'vitest';
import type { HostedTab } from '../support/tab-host.ts';
import { committeeIn, tabPlaces } from '../support/tab-places.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 60_000 };

const suite = tabSuite();

/** A page as Aud sees it, when it is drawn. */
async function open(subPageId: string): Promise<HostedTab> {
  const tab = await suite.open(suite.program.tabUrl, { token: await suite.program.token('aud'), subPageId });
  await tab.frame.locator('main[aria-busy=false] h1').waitFor();
  return tab;
}

describe('the menu', PATIENCE, () => {
  test('says where one is, and Escape closes the choice of committee with the focus on it', async () => {
    const { frame, page } = await open(`committees/${await committeeIn(suite.program)}/saker`);
    expect(await frame.locator('nav [aria-current=page]').innerText()).toBe('Saker');
    const chooser = frame.locator('summary');
    await chooser.focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('link', { name: /^FSU BU/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await frame.getByRole('link', { name: /^FSU BU/ }).waitFor({ state: 'hidden' });
    await chooser.and(frame.locator(':focus')).waitFor();
  });

  test('leads to the same page of another committee, with the focus on its heading', async () => {
    const { frame } = await open(`committees/${await committeeIn(suite.program)}/saker`);
    await frame.locator('summary').click();
    await frame.getByRole('link', { name: /^FSU BU/ }).click();
    await frame.locator('summary', { hasText: 'FSU BU' }).waitFor();
    await frame.getByRole('heading', { level: 1, name: 'Saker' }).and(frame.locator(':focus')).waitFor();
    expect(await frame.evaluate('document.title')).toBe('Saker – Utvalgsbot');
  });

  test('is passed over with the first stop of the page', async () => {
    const { frame, page } = await open('waiting');
    await frame.getByRole('button', { name: 'Gå til innholdet' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { level: 1 }).and(frame.locator(':focus')).waitFor();
  });
});

describe('a form of the page', PATIENCE, () => {
  test('says what is missing and goes there, and keeps what is typed when the answer is lost', async () => {
    const place = await tabPlaces.tiltak?.(suite.program);
    const { frame, page } = await open(place?.says.subPageId ?? '');
    const words = frame.getByRole('textbox', { name: 'Med noen få ord' });
    await words.fill('Vi er godt i gang.');
    await frame.getByRole('button', { name: 'Send svaret' }).click();
    await frame.getByRole('alert').getByText('Dette må fylles ut.').waitFor();
    expect(await frame.evaluate('document.activeElement.localName')).toBe('fluent-radio');
    await frame.getByRole('radio', { name: 'I gang' }).click();
    await page.route('**/api/tab/actions', (route) => route.abort());
    await frame.getByRole('button', { name: 'Send svaret' }).click();
    await frame.getByText(/Ingen kontakt med Utvalgsbot/).waitFor();
    expect(await words.inputValue()).toBe('Vi er godt i gang.');
    expect(await frame.getByText('Dette må fylles ut.').count()).toBe(0);
  });

  test('that sends more than the bot takes says so, and keeps what is typed', async () => {
    const place = await tabPlaces.tiltak?.(suite.program);
    const { frame, page } = await open(place?.says.subPageId ?? '');
    const words = frame.getByRole('textbox', { name: 'Med noen få ord' });
    await words.fill('Vi er godt i gang.');
    await frame.getByRole('radio', { name: 'I gang' }).click();
    // longer than the field lets anybody type
    await page.route('**/api/tab/actions', (route) => {
      const { id, action } = route.request().postDataJSON();
      return route.continue({ postData: JSON.stringify({ id, action: { ...action, text: 'x'.repeat(1024 * 1024) } }) });
    });
    await frame.getByRole('button', { name: 'Send svaret' }).click();
    await frame.getByText('Det du sendte, er for langt, og ingenting er lagret.').waitFor();
    expect(await words.inputValue()).toBe('Vi er godt i gang.');
  });
});

describe('the members of a committee', PATIENCE, () => {
  test('have a column for those who are not reached, for those who run the committee alone', async () => {
    const path = `committees/${await committeeIn(suite.program)}`;
    const { frame } = await open(path);
    const shared = ['Navn', 'Plass', 'Rolle', 'Stemmerett', 'Vara og oppnevning'];
    expect(await frame.locator('thead th').allInnerTexts()).toEqual([...shared, 'Kontakt i Teams']);
    const token = await suite.program.token('marit');
    const asMember = await suite.open(suite.program.tabUrl, { token, subPageId: path });
    await asMember.frame.locator('main[aria-busy=false] h1').waitFor();
    expect(await asMember.frame.locator('thead th').allInnerTexts()).toEqual(shared);
  });
});

describe('a long list', PATIENCE, () => {
  test('goes on where it ended, with the focus on the first that came', async () => {
    const committee = await committeeIn(suite.program);
    const { me } = await suite.program.start('aud');
    const row = (n: number) => ({ path: `saker/${n}`, title: `Sak ${n}`, state: { text: 'Ny', look: 'info' } });
    const path = `committees/${committee}/saker`;
    const whole = await suite.program.read('aud', path);
    const part = (from: number, next?: string) => ({
      ...whole,
      items: [row(from), row(from + 1)],
      next,
      total: 4,
    });
    const { frame, page } = await open('waiting');
    await page.route('**/api/tab/start?*', (route) =>
      route.fulfill({ json: { me, path, page: part(1, `${path}?after=2`) } }),
    );
    await page.route('**/api/tab/committees/*/saker?after=2', (route) => route.fulfill({ json: part(3) }));
    await frame.getByRole('link', { name: 'Saker' }).click();
    await frame.getByText('Viser 2 av 4').waitFor();
    await frame.getByRole('button', { name: 'Vis flere' }).click();
    await frame.getByText('Viser 4 av 4').waitFor();
    expect(await frame.evaluate('document.activeElement.textContent')).toContain('Sak 3');
    expect(await frame.getByRole('button', { name: 'Vis flere' }).count()).toBe(0);
  });
});
