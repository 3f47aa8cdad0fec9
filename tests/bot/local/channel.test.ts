import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT, LOCAL_APP_ID } from '../../../bot/local/demo.ts';
import {
  aCardMessage,
  aFileMessage,
  anOffer,
  channelPath,
  KARI,
  OLA,
  openRoom,
  PER,
  SSU,
  type TestRoom,
  wholeChat,
} from '../../support/room.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom({ persons: [KARI, OLA, PER], chats: [SSU] });
});
afterEach(() => open.close());

const seenBy = (person = KARI) => wholeChat(open.room, person, SSU.id);
const cardOf = (text: string) => aCardMessage(text).attachments[0]?.content;
const idIn = (body: unknown) => (body as { readonly id: string }).id;
const post = async (text: string, thread?: string) => {
  const answer = await open.connector('POST', `${channelPath(SSU, thread)}/activities`, aCardMessage(text));
  expect(answer.status).toBe(201);
  return idIn(answer.body);
};
const say = async (text: string, person = 'kari') => open.page('say', { person, text, chat: SSU.id });
const heard = (type: string) => open.bot.heard.map(({ activity }) => activity).filter((found) => found.type === type);
const pressed = { type: 'Action.Execute', verb: 'x' };

describe('what the bot posts in a channel', () => {
  test('is seen there by every member, is news to each, and is updated and deleted for all', async () => {
    const id = await post('Første');
    expect(seenBy(KARI)).toMatchObject([{ id, from: 'bot', card: cardOf('Første') }]);
    expect(seenBy(OLA)).toEqual(seenBy(KARI));
    expect([KARI, OLA, PER].map((person) => open.room.world.unread(person))).toEqual([1, 1, 0]);
    expect(wholeChat(open.room, KARI)).toEqual([]);
    const path = `${channelPath(SSU)}/activities/${id}`;
    await open.connector('PUT', path, aCardMessage('Andre'));
    expect(seenBy(OLA)).toMatchObject([{ id, card: cardOf('Andre'), edited: true }]);
    await open.connector('DELETE', path);
    expect(seenBy(KARI)).toMatchObject([{ id, deleted: true }]);
  });

  test('reaches those too whom it cannot write to alone', async () => {
    open.room.world.record({ t: 'reach', personId: 'kari', installed: false });
    open.room.world.record({ t: 'reach', personId: 'ola', blocked: true });
    await post('Til alle');
    expect(seenBy(KARI)).toHaveLength(1);
  });

  test.each([
    ['a file’s question', anOffer('Kvittering.docx', 10)],
    ['a file', aFileMessage({ name: 'Kvittering.docx', contentUrl: 'http://127.0.0.1/x', uniqueId: 'x' })],
  ])('is never %s', async (_what, message) => {
    const answer = await open.connector('POST', `${channelPath(SSU)}/activities`, message);
    expect(answer.status).toBe(400);
    expect(seenBy()).toEqual([]);
  });

  test('is not struck by a fault in somebody’s own chat, and stands in the log under the channel’s name', async () => {
    open.room.faults.add({ status: 503, strikes: ({ personIds }) => personIds.includes('kari') });
    await post('Til alle');
    expect(open.room.log.lines().at(-1)).toMatchObject({ what: 'ny melding', who: 'SSU', status: 201 });
  });
});

test('the bot may mention members in its text, and nobody who does not stand there', async () => {
  const mention = (text: string) => ({ type: 'mention', text, mentioned: { id: KARI.teamsId, name: 'kari' } });
  const send = (...entities: readonly object[]) =>
    open.connector('POST', `${channelPath(SSU)}/activities`, { type: 'message', text: 'Hei <at>kari</at>!', entities });
  expect((await send({ type: 'clientInfo' }, mention('<at>kari</at>'))).status).toBe(201);
  expect(seenBy(OLA)).toMatchObject([
    { text: 'Hei <at>kari</at>!', mentions: [{ text: '<at>kari</at>', address: KARI.teamsId }] },
  ]);
  expect((await send(mention('<at>ola</at>'))).status).toBe(400);
});

test('the bot may begin a thread in a channel, and none elsewhere', async () => {
  const begin = (id: string) =>
    open.connector('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id } },
      activity: aCardMessage('Ny tråd'),
    });
  const { status, body } = await begin(SSU.id);
  const { id, activityId } = body as { readonly id: string; readonly activityId: string };
  expect([status, id]).toEqual([201, `${SSU.id};messageid=${activityId}`]);
  const answer = await post('I tråden', activityId);
  expect(seenBy().map((message) => message.id)).toEqual([activityId, answer]);
  expect((await begin(`a:${KARI.objectId}`)).status).toBe(404);
  expect((await open.connector('POST', `${channelPath(SSU, '1')}/activities`, aCardMessage('x'))).status).toBe(404);
  expect(
    (await open.connector('POST', 'conversations', { isGroup: true, members: [{ id: KARI.teamsId }] })).status,
  ).toBe(400);
});

describe('what a member writes in a channel', () => {
  test('mentions the bot, begins a thread, and is theirs in the others’ eyes', async () => {
    const id = idIn((await say('hjelp')).body);
    const mention = '<at>Utvalgsbot</at>';
    expect(heard('message')).toMatchObject([
      {
        id,
        text: `${mention} hjelp`,
        from: { id: KARI.teamsId },
        conversation: {
          id: `${SSU.id};messageid=${id}`,
          conversationType: 'channel',
          isGroup: true,
          tenantId: DEMO_TENANT,
        },
        channelData: { tenant: { id: DEMO_TENANT }, channel: { id: SSU.id } },
      },
    ]);
    expect(heard('message')[0]?.entities).toContainEqual({
      type: 'mention',
      text: mention,
      mentioned: { id: `28:${LOCAL_APP_ID}`, name: 'Utvalgsbot' },
    });
    expect(seenBy(KARI)).toMatchObject([{ id, from: 'me', text: 'hjelp' }]);
    expect(seenBy(OLA)).toMatchObject([{ id, from: 'other', name: 'kari', text: 'hjelp' }]);
    expect([KARI, OLA].map((person) => open.room.world.unread(person))).toEqual([0, 1]);
  });

  test('is answered in its thread, which stands in the channel; a press there belongs to the same thread', async () => {
    const thread = idIn((await say('hjelp')).body);
    const answer = await post('Her er hjelp', thread);
    const reply = await open.connector('POST', `${channelPath(SSU)}/activities/${answer}`, aCardMessage('Mer hjelp'));
    expect(seenBy(OLA)).toMatchObject([{ id: thread }, { id: answer, thread }, { id: idIn(reply.body), thread }]);
    expect(seenBy(OLA)[0]).not.toHaveProperty('thread');
    await open.page('press', { person: 'ola', message: answer, action: pressed });
    expect(heard('invoke')).toMatchObject([{ conversation: { id: `${SSU.id};messageid=${thread}` } }]);
  });

  test('that did not arrive is sent again to the same place', async () => {
    open.bot.answer = () => ({ status: 500 });
    const id = idIn((await say('hjelp')).body);
    open.bot.answer = () => ({});
    await open.page('say-again', { person: 'kari', message: id });
    const [first, second] = heard('message');
    expect(second).toMatchObject({ id, text: first?.text, conversation: first?.conversation });
    expect(seenBy()[0]).not.toHaveProperty('state');
  });
});

test('a press carries the channel and its card; the answer is the presser’s until the bot updates the card', async () => {
  const message = await post('0 av 2');
  open.bot.answer = () => ({ body: { statusCode: 200, type: CARD, value: cardOf('Ditt svar er registrert') } });
  const answer = await open.page('press', { person: 'kari', message, action: pressed });
  expect(answer.body).toEqual({ kind: 'card' });
  expect(heard('invoke')).toMatchObject([
    {
      name: 'adaptiveCard/action',
      replyToId: message,
      from: { id: KARI.teamsId },
      conversation: { id: `${SSU.id};messageid=${message}`, conversationType: 'channel' },
    },
  ]);
  expect(seenBy(KARI)).toMatchObject([{ card: cardOf('Ditt svar er registrert'), answered: true }]);
  expect(seenBy(OLA)).toEqual([expect.objectContaining({ card: cardOf('0 av 2') })]);
  await open.connector('PUT', `${channelPath(SSU)}/activities/${message}`, aCardMessage('1 av 2'));
  for (const person of [KARI, OLA]) expect(seenBy(person)).toMatchObject([{ card: cardOf('1 av 2') }]);
});

test('whoever is not a member can neither write, press nor read there', async () => {
  const message = await post('Til medlemmene');
  expect((await say('hei', 'per')).status).toBe(404);
  expect((await open.page('press', { person: 'per', message, action: pressed })).status).toBe(404);
  expect((await open.page('read', { person: 'per', message })).status).toBe(404);
  expect((await open.page(`chats/per/${encodeURIComponent(SSU.id)}`)).status).toBe(404);
  expect((await open.page(`chats/ola/${encodeURIComponent(SSU.id)}`)).body).toMatchObject({
    messages: [{ id: message }],
    earlier: false,
  });
  expect([...heard('message'), ...heard('invoke')]).toEqual([]);
});

test('what is read in a channel is still unread in the 1:1 chat', async () => {
  const message = await post('I kanalen');
  await open.connector(
    'POST',
    `conversations/${encodeURIComponent(`a:${KARI.objectId}`)}/activities`,
    aCardMessage('x'),
  );
  await open.page('read', { person: 'kari', message });
  expect(open.room.world.chatsOf(KARI).map(({ unread }) => unread)).toEqual([1, 0]);
});

test('a channel tells who its members are', async () => {
  const { body } = await open.connector('GET', `${channelPath(SSU)}/pagedmembers`);
  expect(body).toMatchObject({ members: [{ id: KARI.teamsId }, { id: OLA.teamsId, tenantId: DEMO_TENANT }] });
  const other = await open.connector('GET', `${channelPath(SSU)}/members/${encodeURIComponent(PER.teamsId)}`);
  expect(other.status).toBe(404);
});
