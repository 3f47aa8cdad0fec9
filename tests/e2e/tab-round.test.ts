import { describe, expect, test } from 'vitest';
import type { HostedTab } from '../support/tab-host.ts';
import type { TabProgram } from '../support/tab-program.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 60_000 };
const TITLE = 'Referat fra møte i SSU';

const suite = tabSuite(sendRound);

/** Aud sends the draft of the demo on a round, as she would from its card. */
async function sendRound(program: TabProgram): Promise<void> {
  const page = await program.read('aud', 'waiting');
  const draft = page.page === 'waiting' ? page.items.find(({ action }) => action?.verb === 'referat.edit') : undefined;
  const action = { verb: 'round.open', referatId: draft?.action?.referatId, revision: 1 };
  expect(await program.act('aud', action)).toMatchObject({ kind: 'card' });
}

/** The round, as somebody comes to it from what waits for them. */
async function openRound(person: string, viewport?: { width: number; height: number }): Promise<HostedTab> {
  const tab = await suite.open(suite.program.tabUrl, { token: await suite.program.token(person) }, viewport);
  await tab.frame.getByRole('link', { name: TITLE }).click();
  await tab.frame.getByRole('heading', { level: 1, name: `Til godkjenning: ${TITLE}` }).waitFor();
  return tab;
}

describe('a round in the tab', PATIENCE, () => {
  test('is answered by keyboard, and waits no more', async () => {
    const { frame, page, complaints } = await openRound('pal');
    await frame.getByRole('button', { name: 'Gå rett til svaret' }).focus();
    await page.keyboard.press('Enter');
    expect(await frame.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('Referatet');
    await expect.poll(() => frame.evaluate('document.activeElement.textContent')).toBe('Svar');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await frame.getByText('Svaret ditt er registrert.').waitFor();
    await frame.getByText(/^Du godkjente/).waitFor();
    await frame.getByRole('heading', { name: 'Endre svaret' }).waitFor();
    await frame.getByRole('link', { name: 'Venter på deg' }).click();
    await frame.getByText('Ingenting venter på deg nå.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('takes a remark, and keeps what is typed until it is whole', async () => {
    const { frame } = await openRound('marit');
    await frame.getByRole('textbox', { name: /^Merknaden/ }).fill('Tallet i sak 34 er feil.');
    await frame.getByRole('button', { name: 'Send merknad' }).click();
    await frame.getByText('Dette må fylles ut.').waitFor();
    expect(await frame.getByRole('textbox', { name: /^Merknaden/ }).inputValue()).toBe('Tallet i sak 34 er feil.');
    await frame.getByRole('radio', { name: /^Innholdet/ }).click();
    await frame.getByRole('button', { name: 'Send merknad' }).click();
    await frame.getByText(/^Du sendte merknad til innholdet/).waitFor();
    await frame.getByText('Merknad til innholdet: Tallet i sak 34 er feil.').waitFor();
  });

  test('says what was registered where one has pressed, and forgets what was missing in another way', async () => {
    const { frame, page } = await openRound('hege');
    await frame.getByRole('button', { name: 'Send merknad' }).click();
    await frame.getByText('Dette må fylles ut.').first().waitFor();
    await frame.getByRole('button', { name: 'Godkjenn' }).click();
    const notice = await frame.getByText('Svaret ditt er registrert.').boundingBox();
    expect(notice?.y).toBeGreaterThanOrEqual(0);
    await frame.getByText(/^Du godkjente/).waitFor();
    expect(await frame.getByText('Dette må fylles ut.').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await frame.getByText('Endre svaret').isVisible()).toBe(false);
    expect(await frame.getByText(/^Du godkjente/).isVisible()).toBe(true);
  });

  test('shows the secretariat how it stands, and opens the card of what can be done', async () => {
    const { frame } = await openRoundAs('aud');
    await frame.getByRole('heading', { name: 'Slik står det' }).waitFor();
    await frame.getByRole('row', { name: /Pål Fagerheim/ }).waitFor();
    await frame.getByRole('button', { name: 'Forleng fristen' }).click();
    await frame.getByRole('dialog').getByText('Ny svarfrist, dato').waitFor();
  });

  test('fits a narrow window', async () => {
    const { frame } = await openRound('jonas', { width: 320, height: 700 });
    expect(await frame.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});

/** The same for somebody for whom it does not wait. */
async function openRoundAs(person: string): Promise<HostedTab> {
  const { me } = await suite.program.start(person);
  const committee = me.committees.find(({ shortName }) => shortName === 'SSU');
  const subPageId = `committees/${committee?.id}/rounds`;
  const tab = await suite.open(suite.program.tabUrl, { token: await suite.program.token(person), subPageId });
  await tab.frame.getByRole('link', { name: new RegExp(TITLE) }).click();
  return tab;
}
