import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoomPerson } from '../../../bot/local/model.ts';
import {
  aMessageWith,
  channelPath,
  chatPath,
  GROUP,
  GUEST,
  KARI,
  OLA,
  openRoom,
  PER,
  SSU,
  type TestRoom,
} from '../../support/room.ts';
import { aGate } from '../../support/worker.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom({ persons: [KARI, OLA, PER, GUEST], chats: [GROUP, SSU] });
});
afterEach(() => open.close());

const cardOf = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });
const refreshing = (userIds?: readonly string[], text = 'Felles') => ({
  ...cardOf(text),
  refresh: { action: { type: 'Action.Execute', verb: 'mine', data: { roundId: 'r' } }, ...(userIds && { userIds }) },
});
const post = async (card: object, path = channelPath(GROUP)) => {
  const { body } = await open.connector('POST', `${path}/activities`, aMessageWith(card));
  return (body as { readonly id: string }).id;
};
const seenBy = (message: string, { id }: RoomPerson) => {
  const found = open.room.world.message(message);
  return found && open.room.world.seenBy(found, id);
};
const refresh = (message: string, person = KARI) => open.page('refresh', { person: person.id, message });
const answers = (text: string) => ({ body: { statusCode: 200, type: CARD, value: cardOf(text) } });
const heard = () => open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');

describe('a card that refreshes itself', () => {
  test('is asked for by whoever it names, who then sees a view of their own until the bot updates it', async () => {
    const message = await post(refreshing([KARI.teamsId, OLA.teamsId]));
    expect(seenBy(message, KARI)).toMatchObject({ refreshes: true });
    open.bot.answer = ({ from }) => answers(`For ${(from as { name: string }).name}`);
    expect((await refresh(message)).body).toEqual({ kind: 'card' });
    expect(heard()).toMatchObject([
      {
        name: 'adaptiveCard/action',
        from: { id: KARI.teamsId },
        replyToId: message,
        value: { trigger: 'automatic', action: { type: 'Action.Execute', verb: 'mine', data: { roundId: 'r' } } },
      },
    ]);
    expect(seenBy(message, KARI)).toMatchObject({ card: cardOf('For kari'), answered: true });
    expect(seenBy(message, KARI)).not.toHaveProperty('refreshes');
    expect(seenBy(message, OLA)).toMatchObject({ card: refreshing([KARI.teamsId, OLA.teamsId]), refreshes: true });
    await open.connector(
      'PUT',
      `${channelPath(GROUP)}/activities/${message}`,
      aMessageWith(refreshing([KARI.teamsId])),
    );
    expect(seenBy(message, KARI)).toMatchObject({ refreshes: true, edited: true });
    expect(seenBy(message, KARI)).not.toHaveProperty('answered');
    expect(seenBy(message, OLA)).not.toHaveProperty('refreshes');
  });

  test('is everybody’s in a small chat when it names nobody, and nobody’s when its list is empty', async () => {
    const all = await post(refreshing());
    const none = await post(refreshing([]));
    for (const person of [KARI, OLA, GUEST]) {
      expect(seenBy(all, person)).toMatchObject({ refreshes: true });
      expect(seenBy(none, person)).not.toHaveProperty('refreshes');
    }
    expect((await refresh(none)).status).toBe(404);
    expect(heard()).toEqual([]);
  });

  test('refreshes in a 1:1 chat too, and never in a channel', async () => {
    const own = await post(refreshing([KARI.teamsId]), chatPath(KARI));
    const shared = await post(refreshing([KARI.teamsId]), channelPath(SSU));
    expect(seenBy(own, KARI)).toMatchObject({ refreshes: true });
    expect(seenBy(shared, KARI)).not.toHaveProperty('refreshes');
    expect((await refresh(shared)).status).toBe(404);
  });

  test.each([
    ['an Entra object id', [KARI.objectId]],
    ['a place after the sixtieth', [...Array.from({ length: 60 }, (_, i) => `29:${i}`), KARI.teamsId]],
  ])('does not take %s for somebody', async (_what, userIds) => {
    const message = await post(refreshing(userIds));
    expect(seenBy(message, KARI)).not.toHaveProperty('refreshes');
  });

  test('does not put an older view over what the bot has sent meanwhile', async () => {
    const message = await post(refreshing([KARI.teamsId]));
    const gate = aGate();
    const asked = new Promise<void>((resolve) => {
      open.bot.answer = async () => {
        resolve();
        await gate.passed;
        return answers('Gammelt');
      };
    });
    const refreshed = refresh(message);
    await asked;
    const newer = refreshing([KARI.teamsId], 'Nytt');
    await open.connector('PUT', `${channelPath(GROUP)}/activities/${message}`, aMessageWith(newer));
    gate.open();
    await refreshed;
    expect(seenBy(message, KARI)).toMatchObject({ card: newer, refreshes: true });
  });

  test('stays as it is when the bot fails', async () => {
    const message = await post(refreshing([KARI.teamsId]));
    open.bot.answer = () => ({ status: 500 });
    expect((await refresh(message)).body).toMatchObject({ kind: 'failed' });
    expect(seenBy(message, KARI)).toMatchObject({ refreshes: true });
  });
});

test('nobody is refreshed by themselves in a chat of more than sixty, unless they are named', async () => {
  const crowd = Array.from({ length: 61 }, (_, i) => ({ ...OLA, id: `p${i}`, objectId: `p${i}`, teamsId: `29:p${i}` }));
  const large = { ...GROUP, memberIds: crowd.map(({ id }) => id) };
  await open.close();
  open = await openRoom({ persons: crowd, chats: [large] });
  const [all, named] = [await post(refreshing()), await post(refreshing(['29:p1']))];
  expect(crowd.filter((person) => seenBy(all, person)?.refreshes)).toEqual([]);
  expect(crowd.filter((person) => seenBy(named, person)?.refreshes).map(({ id }) => id)).toEqual(['p1']);
});
