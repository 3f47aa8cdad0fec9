import type { Browser, Locator, Page } from 'playwright-core';
import type { Card } from '../../cards/elements.ts';
import { chatOf, openPage } from './browser.ts';
import { aMessageWith, chatPath, KARI, openRoom, type TestRoom } from './room.ts';

/** A room with Kari and Ola on the screen, side by side, and the test at the bot's end of the line. */
export type Screen = {
  readonly open: TestRoom;
  readonly page: Page;
  /** Kari's chat, on the left. */
  readonly kari: Locator;
  /** Sends Kari a card, as the bot does, and waits until it is shown. Gives the message's id. */
  readonly post: (card: object) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** `prepare`: what has happened in the room before anybody looks. */
export async function openScreen(
  browser: Browser,
  options?: Parameters<typeof openRoom>[0],
  prepare: (open: TestRoom) => void = () => undefined,
): Promise<Screen> {
  const open = await openRoom(options);
  prepare(open);
  const { page } = await openPage(browser, open.room.url, ['kari', 'ola']);
  const kari = chatOf(page, 'kari');
  return {
    open,
    page,
    kari,
    post: async (card) => {
      const before = await kari.locator('.card').count();
      const { body } = await open.connector('POST', `${chatPath(KARI)}/activities`, aMessageWith(card));
      await kari.locator('.card').nth(before).waitFor();
      return (body as { readonly id: string }).id;
    },
    close: async () => {
      await page.close();
      await open.close();
    },
  };
}

/** Shows Kari cards, each in place of the one before it: a page with all of them takes axe long to read. */
export function oneByOne({ room: { world, api, clock } }: TestRoom, page: Page): (card: Card) => Promise<void> {
  let last: string | undefined;
  return async (card) => {
    if (last) world.record({ t: 'delete', id: last });
    last = world.nextId();
    const message = { id: last, conversationId: api.chat(KARI).id, at: clock.now().toISOString(), card };
    world.record({ t: 'message', message: { ...message, state: 'sent', views: {} } });
    await page.locator(`#pane-left [data-message="${last}"] .ac-adaptiveCard`).waitFor();
  };
}

/** A card with one required field, and a button of each kind. */
export function aForm(heading: string, value?: string) {
  const field = { type: 'Input.Text', id: 'text', label: 'Merknaden', isRequired: true };
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: heading, wrap: true },
      { ...field, errorMessage: 'Skriv noe først.', ...(value && { value }) },
      {
        type: 'ActionSet',
        actions: [
          { type: 'Action.Execute', title: 'Send', verb: 'send', data: { verb: 'send' } },
          { type: 'Action.Execute', title: 'Avbryt', verb: 'stop', associatedInputs: 'none' },
          { type: 'Action.Submit', title: 'Gammeldags', data: { verb: 'old' } },
        ],
      },
    ],
  };
}
