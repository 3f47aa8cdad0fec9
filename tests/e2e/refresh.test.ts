import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelOf, groupChatOf, launch, tabOf } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';
import { aMessageWith, channelPath, GROUP, KARI, OLA, SSU } from '../support/room.ts';

const PATIENCE = { timeout: 30_000 };
const CARD = 'application/vnd.microsoft.card.adaptive';

let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  screen = await openScreen(browser, { chats: [SSU, GROUP] });
  screen.open.bot.answer = ({ type, from }) => {
    if (type !== 'invoke') return {};
    const { name } = from as { readonly name: string };
    return { body: { statusCode: 200, type: CARD, value: aCard(`Bare for ${name}`) } };
  };
}, 20_000);
afterEach(() => screen.close());

const aCard = (text: string, refresh?: object) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
  ...(refresh && { refresh }),
});
const action = { type: 'Action.Execute', verb: 'mine' };
const refreshing = (text: string, ...persons: readonly (typeof KARI)[]) =>
  aCard(text, { action, userIds: persons.map(({ teamsId }) => teamsId) });
const post = async (card: object, chat = GROUP) => {
  const { body } = await screen.open.connector('POST', `${channelPath(chat)}/activities`, aMessageWith(card));
  return (body as { readonly id: string }).id;
};
const asked = () => screen.open.bot.heard.filter(({ activity }) => activity.type === 'invoke').length;
const group = (name: string) => groupChatOf(screen.page, name, 'Opplæring');
const openGroup = async () => {
  for (const name of ['kari', 'ola']) await tabOf(screen.page, name, 'Opplæring').click();
};

describe('a card with a view of its own for somebody', PATIENCE, () => {
  test('is asked for when it is on the screen, by those whom it names alone', async () => {
    await post(refreshing('Felles', KARI));
    // nobody has the chat before them yet
    await tabOf(screen.page, 'kari', 'Opplæring 1 uleste').waitFor();
    expect(asked()).toBe(0);
    await openGroup();
    await group('kari').getByText('Bare for kari').waitFor();
    await group('ola').getByText('Felles').waitFor();
    expect(asked()).toBe(1);
  });

  test('is asked for anew when the bot has updated it', async () => {
    await openGroup();
    const id = await post(refreshing('Felles', KARI, OLA));
    for (const name of ['kari', 'ola']) await group(name).getByText(`Bare for ${name}`).waitFor();
    expect(asked()).toBe(2);
    await screen.open.connector(
      'PUT',
      `${channelPath(GROUP)}/activities/${id}`,
      aMessageWith(refreshing('Oppdatert', KARI)),
    );
    await group('ola').getByText('Oppdatert').waitFor();
    await group('kari').getByText('Bare for kari').waitFor();
    await expect.poll(asked).toBe(3);
  });

  test('stays the shared one when the bot does not answer, and the chat says nothing of it', async () => {
    screen.open.bot.answer = () => ({ status: 500 });
    await openGroup();
    await post(refreshing('Felles', KARI));
    await expect.poll(asked).toBeGreaterThan(0);
    await group('kari').getByText('Felles').waitFor();
    expect(await group('kari').getByText('Noe gikk galt').count()).toBe(0);
  });

  test('is not asked for in a channel, where Teams has no such views', async () => {
    await tabOf(screen.page, 'kari', 'SSU').click();
    await post(refreshing('Felles', KARI), SSU);
    await channelOf(screen.page, 'kari', 'SSU').getByText('Felles').waitFor();
    await post(aCard('Etterpå'), SSU);
    await channelOf(screen.page, 'kari', 'SSU').getByText('Etterpå').waitFor();
    expect(asked()).toBe(0);
  });
});
