import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chatOf, openPage, write } from '../support/browser.ts';
import { tabSuite } from '../support/tab-suite.ts';

const MANY = 150;
const TITLE = 'Referat fra møte i SSU';

const suite = tabSuite();

/** What has the focus, by its name; the page itself has none. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return '';
  return (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim().replace(/\\s+/g, ' ');
})()`;
const focused = (where: Page | Frame) => where.evaluate<string>(FOCUSED);

/** Presses Tab until what is called this has the focus. */
async function tabTo(page: Page, name: string | RegExp, where: Page | Frame = page): Promise<void> {
  const isIt = (at: string) => (typeof name === 'string' ? at === name : name.test(at));
  for (let n = 0; n < MANY; n++) {
    if (isIt(await focused(where))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${name} by Tab`);
}

test('a round is answered without a mouse, in the chat and in the tab', { timeout: 90_000 }, async () => {
  const { page } = await openPage(suite.browser, suite.program.roomUrl, ['aud', 'terje']);
  const aud = chatOf(page, 'Aud Solbakken');
  await write(aud, 'referat');
  await aud.getByRole('button', { name: 'Fortsett på utkastet' }).click();
  await aud.getByRole('button', { name: 'Forhåndsvis' }).click();
  await aud.getByRole('button', { name: 'Send på e-postrunde' }).click();
  await aud.getByText('0 av 16 (alle trengs)', { exact: true }).waitFor();

  // the chat: a member is found, and shown on the left
  await page.getByRole('searchbox', { name: 'Søk etter person' }).focus();
  await page.keyboard.type('Ingrid');
  await tabTo(page, /Ingrid Holtevik/);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('Vis Ingrid Holtevik til venstre');
  await page.keyboard.press('Enter');
  const ingrid = chatOf(page, 'Ingrid Holtevik');
  await ingrid.getByText(`Til godkjenning: ${TITLE}`).waitFor();
  await tabTo(page, 'Godkjenn');
  await page.keyboard.press('Enter');
  await ingrid.getByText(/Du godkjente 02\.03\.26 kl\. 09\.\d\d\./).waitFor();
  // the card is another one now: the focus is still in it
  expect(await page.evaluate("document.activeElement.closest('.card') !== null")).toBe(true);
  await page.close();

  const hosted = await suite.open(suite.program.tabUrl, { token: await suite.program.token('marit') });
  const { frame, page: teams } = hosted;
  const isAt = (title: string) => expect.poll(() => focused(frame)).toBe(title);
  await frame.getByRole('link', { name: TITLE }).waitFor();
  await frame.evaluate('document.querySelector(".skip").focus()');
  await tabTo(teams, TITLE, frame);
  await teams.keyboard.press('Enter');
  await isAt(TITLE);
  // sent while it is empty, the field says what is missing, and what it says belongs to the field
  await tabTo(teams, /^Merknaden/, frame);
  await tabTo(teams, 'Send merknad', frame);
  await teams.keyboard.press('Enter');
  await frame.getByText('Dette må fylles ut.').first().waitFor();
  const described = await frame.evaluate(
    "document.querySelector('fluent-text-area').shadowRoot.querySelector('textarea').ariaDescribedByElements.map((one) => one.textContent)",
  );
  expect(described).toEqual(['Dette må fylles ut.']);
  await teams.keyboard.press('ArrowDown');
  await tabTo(teams, /^Merknaden/, frame);
  await teams.keyboard.type('Sak 32: Fristen skal være torsdag kl. 10.');
  await tabTo(teams, 'Send merknad', frame);
  await teams.keyboard.press('Enter');
  await frame.getByText('Svaret ditt er registrert.').waitFor();
  // said once
  expect(await frame.getByText('Svaret ditt er registrert.').count()).toBe(1);
  expect(await focused(frame)).not.toBe('');
  await hosted.tell('backButtonPress');
  await isAt('Venter på deg');
  expect(await frame.getByRole('link', { name: TITLE }).count()).toBe(0);
  expect(hosted.complaints).toEqual([]);
  await hosted.close();
});
