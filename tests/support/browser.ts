import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Frame, type Locator, type Page } from 'playwright-core';

const BUILT = new URL('../../reports/screenshots/', import.meta.url);
const CURATED = new URL('../e2e/screenshots/', import.meta.url);

/** The browser named by `CHROMIUM`, without anything that would ask the network. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // date and time fields are written as the browser's own language writes them, where it has it
    env: { ...process.env, LANGUAGE: 'nb' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // a page of Teams' address may show one of this machine's own without asking whoever looks
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}

/** Opens the room's page with these two persons side by side. `complaints` are the page's errors and refused requests. */
export async function openPage(
  browser: Browser,
  roomUrl: string,
  [left, right]: readonly [string, string],
  viewport = { width: 1440, height: 900 },
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage({ viewport, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  // below a test's own patience: what was waited for is then named
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  await page.goto(`${roomUrl}/#v=${left}&h=${right}`);
  await page.locator('.chat').nth(1).waitFor();
  return { page, complaints };
}

/** Somebody's chat on the screen, by their full name. */
export function chatOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name: `Chat, ${name} og Utvalgsbot` });
}

/** A channel as somebody sees it on the screen. */
export function channelOf(page: Page, name: string, channel: string): Locator {
  return page.getByRole('region', { name: `Kanal, ${name} i ${channel}` });
}

/** A group chat as somebody sees it on the screen. */
export function groupChatOf(page: Page, name: string, chat: string): Locator {
  return page.getByRole('region', { name: `Gruppechat, ${name} i ${chat}` });
}

/** The tab that opens one of somebody's chats, by its name: `Utvalgsbot` for the 1:1 chat. */
export function tabOf(page: Page, name: string, chat: string): Locator {
  return page.getByRole('tablist', { name: `Chattene til ${name}` }).getByRole('tab', { name: new RegExp(`^${chat}`) });
}

/** Somebody's newest message of a chat. */
export function newestIn(chat: Locator): Locator {
  return chat.locator('.entry:last-child .message');
}

/** Shows somebody on the right, by the beginning of their name; gives the whole name. */
export async function showRight(page: Page, beginning: string): Promise<string> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByText(new RegExp(`^${beginning}`)) })
    .first();
  await row.getByRole('button', { name: /til høyre$/ }).click();
  const name = page.locator('#pane-right h2', { hasText: new RegExp(`^${beginning}`) });
  await name.waitFor();
  return name.innerText();
}

/** Presses a button of the newest card that has it. */
export function press(chat: Locator, name: string): Promise<void> {
  return chat.getByRole('button', { name, exact: true }).last().click();
}

/** Waits until the newest message says this. */
export function says(chat: Locator, words: string | RegExp): Promise<void> {
  return newestIn(chat).getByText(words).first().waitFor();
}

/** Chooses one of Teams' themes, as somebody does. */
export async function chooseTheme(
  page: Page,
  label: 'Som systemet' | 'Lyst' | 'Mørkt' | 'Høy kontrast',
): Promise<void> {
  await page.getByRole('button', { name: 'Innstillinger' }).click();
  await page.getByRole('radio', { name: label }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
}

/** Drops a file on a chat, as somebody does who drags it there. */
export async function dropOn(chat: Locator, name: string, bytes: Uint8Array): Promise<void> {
  const base64 = JSON.stringify(Buffer.from(bytes).toString('base64'));
  const dataTransfer = await chat.page().evaluateHandle(`(() => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(${base64}), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], ${JSON.stringify(name)}));
    return data;
  })()`);
  for (const type of ['dragover', 'drop']) await chat.dispatchEvent(type, { dataTransfer });
}

/** Writes a message in a chat. */
export async function write(chat: Locator, text: string): Promise<void> {
  const box = chat.getByRole('textbox', { name: /^Melding til / });
  await box.fill(text);
  await box.press('Enter');
}

/** What axe holds against a part of the page by WCAG 2.1 A and AA, one line each. */
export function complaintsOfAxe(page: Page | Frame, selector: string): Promise<readonly string[]> {
  return askAxe(page, selector, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
}

/** The same in each of Teams' themes, each complaint with its theme in front. The light one is shown afterwards. */
export async function complaintsInThemes(page: Page, selector: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['contrast', 'dark']) {
    await showTheme(page, theme);
    // all that a theme changes is colours
    const complaints = await askAxe(page, selector, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
    found.push(...complaints.map((complaint) => `${theme}: ${complaint}`));
  }
  await showTheme(page, 'light');
  return [...found, ...(await complaintsOfAxe(page, selector))];
}

/** Shows the page in a theme without the settings, which would cover it. */
async function showTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
}

async function askAxe(page: Page | Frame, selector: string, runOnly: object): Promise<readonly string[]> {
  // the page's content policy lets no script element in
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, only]) => {
      type Found = {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly html: string }[];
      };
      const { axe: loaded } = globalThis as unknown as {
        readonly axe: {
          run: (within: unknown, options: object) => Promise<{ readonly violations: readonly Found[] }>;
        };
      };
      const { violations } = await loaded.run(within, { runOnly: only, resultTypes: ['violations'] });
      return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
    },
    [selector, runOnly] as const,
  );
}

/**
 * Keeps what is on the screen as build output, in `reports/screenshots`. With `KEEP_SCREENSHOTS` set, those that the
 * README shows are copied into `tests/e2e/screenshots` as well, to be committed.
 */
export async function keepScreenshot(page: Page, name: string, { shown = false } = {}): Promise<void> {
  const path = fileURLToPath(new URL(`${name}.png`, BUILT));
  await mkdir(BUILT, { recursive: true });
  await page.screenshot({ path });
  if (!shown || !process.env.KEEP_SCREENSHOTS) return;
  await mkdir(CURATED, { recursive: true });
  await copyFile(path, new URL(`${name}.png`, CURATED));
}
