import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT, LOCAL_APP_ID } from '../../../bot/local/demo.ts';
import { aCardMessage, chatPath, KARI, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

let open: TestRoom;
beforeEach(async () => {
  open = await openRoom();
});
afterEach(() => open.close());

const chat = (person = 'kari') => wholeChat(open.room, open.room.api.person(person));
const cardOf = (text: string) => aCardMessage(text).attachments[0]?.content;
const post = async (text: string, person = KARI) => {
  const { body } = await open.connector('POST', `${chatPath(person)}/activities`, aCardMessage(text));
  return (body as { readonly id: string }).id;
};
const press = (message: string, action: object = { type: 'Action.Execute', verb: 'x' }, person = 'kari') =>
  open.page('press', { person, message, action });
const heard = (type: string) => open.bot.heard.map(({ activity }) => activity).filter((found) => found.type === type);

describe('what somebody writes', () => {
  test('reaches the bot as Teams would send it, and stands in their chat', async () => {
    const { body } = await open.page('say', { person: 'kari', text: '  hjelp ' });
    const { id } = body as { readonly id: string };
    expect(heard('message')).toMatchObject([
      {
        id,
        text: 'hjelp',
        channelId: 'msteams',
        serviceUrl: open.room.url,
        from: { id: KARI.teamsId, aadObjectId: KARI.objectId, name: 'kari' },
        conversation: { id: `a:${KARI.objectId}`, conversationType: 'personal', tenantId: DEMO_TENANT },
        recipient: { id: `28:${LOCAL_APP_ID}` },
        channelData: { tenant: { id: DEMO_TENANT } },
      },
    ]);
    expect(chat()).toMatchObject([{ id, from: 'me', text: 'hjelp' }]);
    expect(chat('ola')).toEqual([]);
  });

  test.each([500, 401])(
    'that the bot answers with %i is marked as not delivered, and sent again as the same',
    async (status) => {
      open.bot.answer = () => ({ status });
      const { body } = await open.page('say', { person: 'kari', text: 'hjelp' });
      const { id, delivered } = body as { readonly id: string; readonly delivered: boolean };
      expect(delivered).toBe(false);
      expect(chat()).toMatchObject([{ id, state: 'failed' }]);
      open.bot.answer = () => ({});
      await open.page('say-again', { person: 'kari', message: id });
      expect(chat()[0]).not.toHaveProperty('state');
      expect(heard('message').map((activity) => activity.id)).toEqual([id, id]);
    },
  );

  test('that was delivered, or is somebody else’s, is not sent again', async () => {
    const { body } = await open.page('say', { person: 'kari', text: 'hjelp' });
    const { id: message } = body as { readonly id: string };
    expect((await open.page('say-again', { person: 'kari', message })).status).toBe(404);
    expect((await open.page('say-again', { person: 'ola', message })).status).toBe(404);
    expect(heard('message')).toHaveLength(1);
  });
});

describe('a pressed button', () => {
  test('carries its verb, data and inputs, and who pressed it', async () => {
    const message = await post('spørsmål');
    await press(message, { type: 'Action.Execute', id: 'a', verb: 'round.approve', data: { roundId: 'r' } });
    expect(heard('invoke')).toMatchObject([
      {
        name: 'adaptiveCard/action',
        from: { id: KARI.teamsId },
        replyToId: message,
        value: {
          action: { type: 'Action.Execute', id: 'a', verb: 'round.approve', data: { roundId: 'r' } },
          trigger: 'manual',
        },
      },
    ]);
  });

  test('answered with a card shows it in place of the old one, until the bot updates the message', async () => {
    const message = await post('spørsmål');
    open.bot.answer = () => ({ body: { statusCode: 200, type: CARD, value: cardOf('kvittering') } });
    expect((await press(message)).body).toEqual({ kind: 'card' });
    expect(chat()).toEqual([expect.objectContaining({ id: message, card: cardOf('kvittering'), answered: true })]);
    await open.connector('PUT', `${chatPath(KARI)}/activities/${message}`, aCardMessage('avsluttet'));
    expect(chat()).toEqual([expect.objectContaining({ id: message, card: cardOf('avsluttet'), edited: true })]);
    expect(chat()[0]).not.toHaveProperty('answered');
  });

  test('answered with a sentence leaves the card, and gives the sentence', async () => {
    const message = await post('spørsmål');
    const type = 'application/vnd.microsoft.activity.message';
    open.bot.answer = () => ({ body: { statusCode: 200, type, value: 'Prøv igjen.' } });
    expect((await press(message)).body).toEqual({ kind: 'message', text: 'Prøv igjen.' });
    expect(chat()).toEqual([expect.objectContaining({ card: cardOf('spørsmål') })]);
  });

  test('of an old client is a message that carries its data, and leaves the card', async () => {
    const message = await post('spørsmål');
    const action = { type: 'Action.Submit', data: { verb: 'round.approve' } };
    expect((await press(message, action)).body).toEqual({ kind: 'sent' });
    expect(heard('message')).toMatchObject([{ value: { verb: 'round.approve' }, replyToId: message }]);
    expect(chat()).toHaveLength(1);
  });

  test.each([
    ['an error', { status: 500 }],
    ['nothing', {}],
    ['an error in the body', { body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: {} } }],
    ['a card that is none', { body: { statusCode: 200, type: CARD, value: 'x' } }],
  ])('answered with %s says that it went wrong, and leaves the card', async (_what, answer) => {
    const message = await post('spørsmål');
    open.bot.answer = () => answer;
    expect((await press(message)).body).toEqual({ kind: 'failed', text: 'Noe gikk galt. Prøv igjen.' });
    expect(chat()).toEqual([expect.objectContaining({ card: cardOf('spørsmål') })]);
  });

  test('while the bot is away says so, and that nothing was sent', async () => {
    const message = await post('spørsmål');
    await open.bot.close();
    const { body } = await press(message);
    expect((body as { readonly text: string }).text).toContain('Ingenting er sendt');
  });

  test('in a chat that is not one’s own, or on a message that is gone, does nothing', async () => {
    const message = await post('Kari sitt');
    expect((await press(message, undefined, 'ola')).status).toBe(404);
    await open.connector('DELETE', `${chatPath(KARI)}/activities/${message}`);
    expect((await press(message)).status).toBe(404);
    expect(heard('invoke')).toEqual([]);
  });
});

test.each([
  ['say', { person: 'kari', text: '  ' }, 400],
  ['say', { person: 'kari' }, 400],
  ['say', { person: 'kari', text: 'x'.repeat(28_001) }, 400],
  ['say', { person: 'nobody', text: 'hei' }, 404],
  ['press', { person: 'kari', message: '1', action: { type: 'Action.OpenUrl' } }, 400],
  ['press', { person: 'kari', message: '1', action: { type: 'Action.Execute' } }, 404],
  ['read', { person: 'kari' }, 400],
  ['install', { person: 'kari', installed: 'yes' }, 400],
  ['constructor', {}, 404],
  ['elsewhere', {}, 404],
])('%s %j is refused', async (path, body, status) => {
  expect((await open.page(path, body)).status).toBe(status);
  expect(heard('message')).toEqual([]);
});

test('the app that is taken away cannot write to somebody until it is added again, and the bot is told both', async () => {
  await open.page('install', { person: 'kari', installed: false });
  const refused = await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('x'));
  expect(refused.status).toBe(403);
  await open.page('install', { person: 'kari', installed: true });
  expect(await post('velkommen tilbake')).not.toBe('');
  expect(heard('installationUpdate')).toMatchObject([{ action: 'remove' }, { action: 'add' }]);
});
