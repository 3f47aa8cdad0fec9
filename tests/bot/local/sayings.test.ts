import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCardMessage, channelPath, KARI, OLA, openRoom, SSU, type TestRoom, wholeChat } from '../../support/room.ts';

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom({ chats: [SSU] });
});
afterEach(() => open.close());

const post = async (text: string) => {
  const { body } = await open.connector('POST', `${channelPath(SSU)}/activities`, aCardMessage(text));
  return (body as { readonly id: string }).id;
};

test('a chat is read up to its newest message, also when that one was deleted', async () => {
  await post('Første');
  const newest = await post('Andre');
  await open.connector('DELETE', `${channelPath(SSU)}/activities/${newest}`);
  expect(open.room.world.unread(KARI)).toBe(1);
  expect((await open.page('read', { person: 'kari', message: newest })).status).toBe(200);
  expect(open.room.world.unread(KARI)).toBe(0);
});

test('a deleted message is no longer there to be pressed', async () => {
  const message = await post('Første');
  await open.connector('DELETE', `${channelPath(SSU)}/activities/${message}`);
  const action = { type: 'Action.Execute', verb: 'x' };
  expect(await open.page('press', { person: 'kari', message, action })).toMatchObject({
    status: 404,
    body: { error: { message: 'Meldingen finnes ikke lenger.' } },
  });
});

test('what did not arrive is not sent again by somebody who is out of the chat, and does not look as if it were', async () => {
  open.bot.answer = () => ({ status: 500 });
  const { body } = await open.page('say', { person: 'kari', text: 'hjelp', chat: SSU.id });
  const { id: message } = body as { readonly id: string };
  await open.page('chat-member', { person: 'ola', chat: SSU.id, member: 'kari', present: false });
  const heard = open.bot.heard.length;
  expect(await open.page('say-again', { person: 'kari', message })).toMatchObject({
    status: 404,
    body: { error: { message: 'Du er ikke med i chatten lenger.' } },
  });
  expect(wholeChat(open.room, OLA, SSU.id)[0]).toMatchObject({ id: message, state: 'failed' });
  expect(open.bot.heard).toHaveLength(heard);
});

test('what did not arrive is not sent again where the bot has been taken away', async () => {
  open.bot.answer = () => ({ status: 500 });
  const { body } = await open.page('say', { person: 'kari', text: 'hjelp' });
  const { id: message } = body as { readonly id: string };
  await open.page('install', { person: 'kari', installed: false });
  expect((await open.page('say-again', { person: 'kari', message })).status).toBe(409);
  expect(wholeChat(open.room, KARI)[0]).toMatchObject({ id: message, state: 'failed' });
});
