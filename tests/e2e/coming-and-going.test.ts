import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelOf, groupChatOf, launch, tabOf } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { aCardMessage, channelPath, GROUP, GUEST, KARI, OLA, PER, SSU } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };
const LONG = { ...GROUP, id: `${GROUP.id}2`, name: 'Forberedelser til det årlige fellesmøtet for alle utvalg' };

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { chats: [SSU, GROUP, LONG], persons: [KARI, OLA, PER, GUEST] });
}, 20_000);
afterEach(() => screen.close());

const tab = (name: string, chat: string) => tabOf(screen.page, name, chat);
const post = async (text: string, chat = SSU) => {
  const { body } = await screen.open.connector('POST', `${channelPath(chat)}/activities`, aCardMessage(text));
  return (body as { readonly id: string }).id;
};
const member = (of: string, chat: string, present: boolean, by = 'kari') =>
  screen.open.page('chat-member', { person: by, chat, member: of, present });

describe('a chat', PATIENCE, () => {
  test('has its history for somebody who is added to it while the page is open', async () => {
    const { page } = screen;
    await post('Dette sto her fra før');
    await page.getByRole('button', { name: 'Vis per til høyre' }).click();
    await tab('per', 'Utvalgsbot').waitFor();
    await member('per', SSU.id, true);
    await tab('per', 'SSU').click();
    await channelOf(page, 'per', 'SSU').getByText('Dette sto her fra før').waitFor();
  });

  test('has nothing unread once it has been looked at, also when the newest message was deleted', async () => {
    await post('Første');
    const newest = await post('Andre');
    await screen.open.connector('DELETE', `${channelPath(SSU)}/activities/${newest}`);
    await tab('kari', 'SSU 1 uleste').click();
    await tab('kari', 'SSU$').waitFor();
  });

  test.each([1440, 1100])('has a tab that shows how much is unread there, in a window of %i pixels', async (width) => {
    const { page } = screen;
    await page.setViewportSize({ width, height: 800 });
    for (const chat of [SSU, GROUP, LONG]) await post('Nytt', chat);
    const list = page.getByRole('tablist', { name: 'Chattene til kari' });
    await list.locator('.badge').nth(2).waitFor();
    const clipped = await list.evaluate((element) =>
      [...element.querySelectorAll('[role=tab]')]
        .filter((made) => {
          const [inner, outer] = [made.querySelector('.badge'), made].map((part) => part?.getBoundingClientRect());
          return inner && outer && inner.right > outer.right;
        })
        .map(({ textContent }) => textContent),
    );
    expect(clipped).toEqual([]);
    expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await tab('kari', 'Forberedelser').locator('.tab-name').getAttribute('title')).toBe(LONG.name);
  });
});

test('somebody who is taken out of their last chat has none on the screen', PATIENCE, async () => {
  const { page } = screen;
  await page.getByRole('button', { name: 'Vis gjest til høyre' }).click();
  await groupChatOf(page, 'gjest', 'Opplæring').waitFor();
  for (const { id } of [GROUP, LONG]) await member('gjest', id, false);
  await page.getByText('gjest er ikke med i noen chat.').waitFor();
  expect(await groupChatOf(page, 'gjest', 'Opplæring').count()).toBe(0);
  expect(await page.getByRole('tablist', { name: 'Chattene til gjest' }).count()).toBe(0);
  await member('gjest', GROUP.id, true);
  await groupChatOf(page, 'gjest', 'Opplæring').waitFor();
});
