import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireDialog } from '../../../bot/local/wire.ts';
import {
  aCardMessage,
  channelPath,
  chatPath,
  GROUP,
  KARI,
  OLA,
  openRoom,
  SSU,
  type TestRoom,
} from '../../support/room.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const EXTENSIONS = [
  { id: 'sak', title: 'Meld som sak', type: 'action', context: ['message'], fetchTask: true },
  { id: 'ny', title: 'Ny sak', type: 'action', fetchTask: true },
  { id: 'hurtig', title: 'Hurtigsak', type: 'action', context: ['commandBox'], fetchTask: true },
  { id: 'sok', title: 'Søk', type: 'query' },
];

let dir: string;
let open: TestRoom;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'utvalgsbot-manifest-'));
  const manifest = join(dir, 'manifest.json');
  await writeFile(
    manifest,
    JSON.stringify({ name: { short: 'Utvalgsbot' }, composeExtensions: [{ commands: EXTENSIONS }] }),
  );
  open = await openRoom({ chats: [{ ...GROUP, memberIds: ['kari', 'ola'] }, SSU], manifest });
});
afterEach(async () => {
  await open.close();
  await rm(dir, { recursive: true, force: true });
});

const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.Text', id: 'title', label: 'Tittel' }] };
const dialog = (title: string) => ({
  task: {
    type: 'continue',
    value: { title, height: 'medium', width: 400, card: { contentType: CARD, content: card } },
  },
});
const answer = (body: unknown, status = 200) => {
  open.bot.answer = () => ({ status, body });
};
const heard = () => open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');
const post = async (path = chatPath(KARI)) => {
  const { body } = await open.connector('POST', `${path}/activities`, aCardMessage('Trykk her'));
  return (body as { readonly id: string }).id;
};
const opener = { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, verb: 'open', note: 'fra kortet' } };
const press = (message: string) => open.page('press', { person: 'kari', message, action: opener });
const openDialog = async (message: string) => {
  answer(dialog('Ny sak'));
  return ((await press(message)).body as { readonly dialog: WireDialog }).dialog;
};
const act = (id: string, action?: object, person = 'kari') =>
  open.page('dialog', { person, dialog: id, ...(action && { action }) });
const submits = { type: 'Action.Submit', data: { verb: 'send', title: 'Utskrivning' } };
const choose = (body: object) => open.page('extension', { person: 'kari', chat: GROUP.id, ...body });

describe('a button that opens a dialog', () => {
  test('asks the bot for it, and shows what it is answered with', async () => {
    const message = await post();
    answer(dialog('Ny sak'));
    expect((await press(message)).body).toEqual({
      kind: 'dialog',
      dialog: { id: expect.any(String), title: 'Ny sak', height: 'medium', width: 400, card },
    });
    expect(heard()).toMatchObject([
      {
        name: 'task/fetch',
        replyToId: message,
        from: { id: KARI.teamsId },
        value: { data: opener.data, context: { theme: 'default' } },
      },
    ]);
  });

  test('is answered with a sentence, which is shown', async () => {
    answer({ task: { type: 'message', value: 'Runden er over.' } });
    expect((await press(await post())).body).toEqual({ kind: 'message', text: 'Runden er over.' });
  });

  test.each([
    ['a web page', { task: { type: 'continue', value: { title: 'x', url: 'https://example.org' } } }, 'nettside'],
    ['nothing', undefined, 'Noe gikk galt'],
    ['a task without a card', { task: { type: 'continue', value: { title: 'x' } } }, 'Noe gikk galt'],
    ['a card alone', { statusCode: 200, type: CARD, value: card }, 'Noe gikk galt'],
  ])('that is answered with %s fails, and says so', async (_what, body, words) => {
    answer(body);
    expect((await press(await post())).body).toEqual({ kind: 'failed', text: expect.stringContaining(words) });
  });
});

describe('a dialog', () => {
  test('sends what was filled in, and is followed by the next one', async () => {
    const message = await post();
    const first = await openDialog(message);
    answer(dialog('Kontroller'));
    const { body } = await act(first.id, submits);
    expect(body).toMatchObject({ kind: 'dialog', dialog: { title: 'Kontroller' } });
    expect((body as { readonly dialog: WireDialog }).dialog.id).not.toBe(first.id);
    expect(heard().at(-1)).toMatchObject({ name: 'task/submit', replyToId: message, value: { data: submits.data } });
    expect((await act(first.id, submits)).status).toBe(404);
  });

  test.each([
    [
      'a sentence',
      { task: { type: 'message', value: 'Saken er meldt.' } },
      { kind: 'message', text: 'Saken er meldt.' },
    ],
    ['nothing', undefined, { kind: 'sent' }],
    ['an empty object', {}, { kind: 'sent' }],
  ])('that is answered with %s is over', async (_what, body, said) => {
    const { id } = await openDialog(await post());
    answer(body);
    expect((await act(id, submits)).body).toEqual(said);
    expect((await act(id, submits)).status).toBe(404);
  });

  test('that could not be sent can be sent again', async () => {
    const { id } = await openDialog(await post());
    answer(undefined, 500);
    expect((await act(id, submits)).body).toMatchObject({ kind: 'failed' });
    answer(undefined);
    expect((await act(id, submits)).body).toEqual({ kind: 'sent' });
  });

  test('that is closed sends nothing', async () => {
    const { id } = await openDialog(await post());
    const before = heard().length;
    expect((await act(id)).body).toEqual({ kind: 'sent' });
    expect((await act(id, submits)).status).toBe(404);
    expect(heard()).toHaveLength(before);
  });

  test('is nobody else’s', async () => {
    const { id } = await openDialog(await post());
    expect((await act(id, submits, 'ola')).status).toBe(404);
  });
});

describe('a command of the app', () => {
  test('on somebody’s message tells the bot of the message, its author and where it stands', async () => {
    const { body } = await open.page('say', { person: 'ola', chat: GROUP.id, text: 'Se <her> & der', mention: false });
    const message = (body as { readonly id: string }).id;
    answer(dialog('Meld som sak'));
    const opened = (await choose({ command: 'sak', message })).body as { readonly dialog: WireDialog };
    expect(opened).toMatchObject({ kind: 'dialog', dialog: { title: 'Meld som sak' } });
    const messagePayload = {
      id: message,
      body: { contentType: 'html', content: '<p>Se &lt;her&gt; &amp; der</p>' },
      from: { user: { userIdentityType: 'aadUser', id: OLA.objectId, displayName: 'ola' } },
      linkToMessage: expect.stringContaining(
        `https://teams.microsoft.com/l/message/${encodeURIComponent(GROUP.id)}/${message}?`,
      ),
      conversation: { id: GROUP.id },
    };
    expect(heard()).toMatchObject([
      {
        name: 'composeExtension/fetchTask',
        from: { id: KARI.teamsId },
        conversation: { id: GROUP.id },
        value: { commandId: 'sak', commandContext: 'message', messagePayload, context: { theme: 'default' } },
      },
    ]);
    answer({ task: { type: 'message', value: 'Meldt.' } });
    expect((await act(opened.dialog.id, submits)).body).toEqual({ kind: 'message', text: 'Meldt.' });
    expect(heard().at(-1)).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'sak', commandContext: 'message', messagePayload, data: submits.data },
    });
  });

  test('on the bot’s own card tells whose it is, and what it shows', async () => {
    const message = await post(channelPath(SSU));
    answer(dialog('x'));
    await choose({ chat: SSU.id, command: 'sak', message });
    expect(heard()[0]?.value).toMatchObject({
      messagePayload: {
        from: { application: { applicationIdentityType: 'bot', displayName: 'Utvalgsbot' } },
        attachments: [{ contentType: CARD, content: expect.stringContaining('Trykk her') }],
      },
    });
  });

  test('beside the field that one writes in tells of no message', async () => {
    answer(dialog('Ny sak'));
    expect((await choose({ command: 'ny' })).body).toMatchObject({ kind: 'dialog' });
    expect(heard()[0]?.value).toEqual({ commandId: 'ny', commandContext: 'compose', context: { theme: 'default' } });
  });

  test('that is found in the command box alone is chosen there', async () => {
    answer(dialog('Hurtigsak'));
    expect((await choose({ command: 'hurtig' })).body).toMatchObject({ kind: 'dialog' });
    expect(heard()[0]?.value).toMatchObject({ commandId: 'hurtig', commandContext: 'commandBox' });
  });

  test.each([
    [
      'a card for the field',
      { type: 'result', attachmentLayout: 'list', attachments: [{ contentType: CARD, content: card }] },
      { kind: 'draft', card },
    ],
    ['a sentence', { type: 'message', text: 'Ingenting å vise.' }, { kind: 'message', text: 'Ingenting å vise.' }],
    ['no card', { type: 'result', attachments: [] }, { kind: 'failed', text: 'Noe gikk galt. Prøv igjen.' }],
  ])('whose dialog is answered with %s', async (_what, composeExtension, said) => {
    answer(dialog('Ny sak'));
    const { dialog: opened } = (await choose({ command: 'ny' })).body as { readonly dialog: WireDialog };
    answer({ composeExtension });
    expect((await act(opened.id, submits)).body).toEqual(said);
  });

  test('works where the bot has not been added', async () => {
    await open.page('chat-bot', { person: 'kari', chat: GROUP.id, installed: false });
    answer(dialog('Ny sak'));
    expect((await choose({ command: 'ny' })).body).toMatchObject({ kind: 'dialog' });
  });

  test.each([
    ['nowhere but on a message', { command: 'sak' }],
    ['in no chat of theirs', { command: 'ny', chat: `a:${OLA.objectId}` }],
    ['when the app has none of that name', { command: 'annet' }],
    ['when it opens no dialog', { command: 'sok' }],
    ['on no message that they cannot see', { command: 'sak', message: '1' }],
  ])('is offered %s', async (_what, body) => {
    expect((await choose(body)).status).toBe(404);
    expect(heard()).toEqual([]);
  });

  test('is not offered on a message of another chat', async () => {
    expect((await choose({ command: 'sak', message: await post() })).status).toBe(404);
  });
});
