import type { Locator, Page } from 'playwright-core';
import { chatOf, newestIn, press, says, showRight, write } from './browser.ts';

/** Shows somebody on the right, by the beginning of their name; gives their chat with the bot. */
export async function rightChat(page: Page, beginning: string): Promise<Locator> {
  return chatOf(page, await showRight(page, beginning));
}

/** Puts a meeting from 10 to 11 on this day into the plan of the SSU. */
export async function planMeeting(chat: Locator, day: string): Promise<void> {
  await write(chat, 'møteplan');
  await says(chat, 'Møteplan for SSU');
  await press(chat, 'Nytt møte');
  const form = newestIn(chat);
  await form.getByLabel('Dato').fill(day);
  await form.getByLabel(/^Fra/).fill('10:00');
  await form.getByLabel(/^Til/).fill('11:00');
  await press(chat, 'Lagre');
  await says(chat, 'Møtet er lagret.');
}

/** Begins the saksliste of the meeting that comes first: the demo has a later one. */
export async function buildFirst(chat: Locator): Promise<void> {
  await write(chat, 'saksliste');
  await says(chat, 'Saksliste');
  await newestIn(chat).getByRole('button', { name: 'Bygg sakslisten' }).first().click();
  await says(chat, /^Saksliste: Møte i SSU/);
}
