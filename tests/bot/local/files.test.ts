import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Files } from '../../../bot/local/files.ts';
import { openShelf } from '../../../bot/local/shelf.ts';
import { MAX_FILE_BYTES } from '../../../bot/local/wire.ts';
import { World } from '../../../bot/local/world.ts';
import { until } from '../../support/process.ts';
import { aFileMessage, anOffer, chatPath, KARI, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';

let dataDir: string;
let open: TestRoom;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-files-'));
  open = await openRoom({ dataDir });
});
afterEach(async () => {
  await open.close();
  await rm(dataDir, { recursive: true, force: true });
});

type Texts = Readonly<Record<string, string>>;
const BYTES = Buffer.from('PK\u0003\u0004 innholdet i en fil \u0000\u00ff', 'latin1');
const chat = () => wholeChat(open.room, KARI);
const heard = (type: string) => open.bot.heard.map(({ activity }) => activity).filter((found) => found.type === type);
const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

/** What the bot was last told of a file. */
function received() {
  const attachments = heard('message').at(-1)?.attachments as readonly [{ readonly content: Texts }];
  return { ...attachments[0], downloadUrl: attachments[0].content.downloadUrl ?? '' };
}

describe('a file that somebody drops', () => {
  test('reaches the bot as Teams would tell of it, and can be fetched as it is', async () => {
    const { status, body } = await open.upload('kari', 'Referat «møte» (2).DOCX', BYTES);
    expect([status, body]).toEqual([200, { id: chat()[0]?.id, delivered: true }]);
    expect(heard('message')).toMatchObject([{ id: chat()[0]?.id, text: '', from: { id: KARI.teamsId } }]);
    expect(received()).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'Referat «møte» (2).DOCX',
      content: { fileType: 'docx', uniqueId: expect.stringMatching(/^[\da-f-]{36}$/) },
    });
    expect(await fetched(received().downloadUrl)).toEqual(BYTES);
    expect(chat()).toMatchObject([{ from: 'me', file: { name: 'Referat «møte» (2).DOCX', bytes: BYTES.length } }]);
  });

  test('that did not arrive is sent again as the same message', async () => {
    open.bot.answer = () => ({ status: 500 });
    await open.upload('kari', 'Referat.docx', BYTES);
    const [{ id = '' } = {}] = chat();
    expect(chat()).toMatchObject([{ state: 'failed' }]);
    open.bot.answer = () => ({});
    await open.page('say-again', { person: 'kari', message: id });
    expect(heard('message').map((activity) => activity.id)).toEqual([id, id]);
    expect(await fetched(received().downloadUrl)).toEqual(BYTES);
  });

  test.each<[string, string, string, Uint8Array, number]>([
    ['is larger than 10 MB', 'kari', 'Stor.docx', new Uint8Array(MAX_FILE_BYTES + 1), 413],
    ['has no name', 'kari', ' ', BYTES, 400],
    ['has a path for a name', 'kari', '../journal.jsonl', BYTES, 400],
    ['has a name that goes on', 'kari', 'x'.repeat(201), BYTES, 400],
    ['is from nobody', 'nobody', 'Referat.docx', BYTES, 404],
  ])('that %s is refused, and nothing is kept', async (_why, person, name, bytes, status) => {
    expect((await open.upload(person, name, bytes)).status).toBe(status);
    expect(heard('message')).toEqual([]);
    expect(await readdir(dataDir)).not.toContain('files');
  });
});

describe('the address of a file', () => {
  test.each<[string, (url: URL) => void]>([
    ['of another file', (url) => Object.assign(url, { pathname: '/files/00000000-0000-4000-8000-000000000000' })],
    ['with more time', (url) => url.searchParams.set('until', String(Date.now() + 1e9))],
    ['with another use', (url) => url.searchParams.set('use', 'upload')],
    ['without its seal', (url) => url.searchParams.delete('seal')],
    ['with nothing but the file', (url) => Object.assign(url, { search: '' })],
  ])('%s leads nowhere', async (_what, change) => {
    await open.upload('kari', 'Referat.docx', BYTES);
    const url = new URL(received().downloadUrl);
    change(url);
    expect((await fetch(url)).status).toBe(404);
  });

  test('is for the bot: no page gets in, not even the room’s own, and it only serves its use', async () => {
    await open.upload('kari', 'Referat.docx', BYTES);
    const url = received().downloadUrl;
    expect((await fetch(url, { headers: { origin: open.room.url } })).status).toBe(403);
    expect((await fetch(url, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: BYTES })).status).toBe(405);
    expect(await fetched(url)).toEqual(BYTES);
  });

  test('is good for a quarter of an hour', () => {
    const clock = { now: 0 };
    const files = new Files(
      new World([]),
      openShelf(undefined),
      'http://room',
      (text) => text,
      () => clock.now,
    );
    const { uploadUrl } = files.uploadInfo('Kvittering.docx') as { readonly uploadUrl: string };
    const permit = () => files.permit(new URL(uploadUrl));
    clock.now = 15 * 60 * 1000 - 1;
    expect(permit()).toMatchObject({ use: 'upload', name: 'Kvittering.docx' });
    clock.now += 1;
    expect(permit()).toBeUndefined();
  });

  test('is struck by planned faults and logged as any request of the bot', async () => {
    await open.upload('kari', 'Referat.docx', BYTES);
    open.room.faults.add({ status: 503, strikes: ({ path }) => path.startsWith('/files/') });
    expect((await fetch(received().downloadUrl)).status).toBe(503);
    expect(await fetched(received().downloadUrl)).toEqual(BYTES);
    expect(open.room.log.lines().slice(-2)).toMatchObject([
      { direction: 'from-bot', what: 'hentet fil', status: 503 },
      { direction: 'from-bot', what: 'hentet fil', status: 200 },
    ]);
  });
});

/** The bot offers Kari a file. */
async function offer(name = 'Kvittering.docx'): Promise<string> {
  const { status, body } = await open.connector('POST', `${chatPath(KARI)}/activities`, anOffer(name, BYTES.length));
  expect(status).toBe(201);
  return (body as { readonly id: string }).id;
}
const answer = (message: string, accept: boolean, person = 'kari') => open.page('offer', { person, message, accept });
/** Kari accepts; gives where the bot is to put the file. */
async function accepted(name?: string): Promise<Texts & { readonly message: string; readonly uploadUrl: string }> {
  const message = await offer(name);
  expect((await answer(message, true)).body).toEqual({ kind: 'sent' });
  const uploadInfo = uploadOffered();
  return { ...uploadInfo, message, uploadUrl: uploadInfo.uploadUrl ?? '' };
}
/** Where the bot was last told to put a file. */
function uploadOffered(): Texts {
  const invoke = heard('invoke').at(-1) as { readonly value: { readonly uploadInfo: Texts } } | undefined;
  return invoke?.value.uploadInfo ?? {};
}
const WHOLE = `bytes 0-${BYTES.length - 1}/${BYTES.length}`;
const put = (url: string, range: string | undefined, body: Uint8Array = BYTES) =>
  fetch(url, { method: 'PUT', body, headers: range === undefined ? {} : { 'content-range': range } });

describe('a file that the bot offers', () => {
  test('is a question in the chat, and lies there itself once it is accepted and uploaded', async () => {
    const message = await offer();
    const { name, description } = { name: 'Kvittering.docx', description: 'Kvittering.docx til arkivet' };
    expect(chat()).toMatchObject([{ id: message, from: 'bot', offer: { name, description, bytes: BYTES.length } }]);
    await answer(message, true);
    expect(chat()).toMatchObject([{ offer: { answer: 'accepted' } }]);
    const [invoke] = heard('invoke');
    expect(invoke).toMatchObject({
      name: 'fileConsent/invoke',
      replyToId: message,
      from: { id: KARI.teamsId },
      value: {
        type: 'fileUpload',
        action: 'accept',
        context: { fileId: 'f1' },
        uploadInfo: { name, fileType: 'docx' },
      },
    });
    const uploadInfo = uploadOffered();
    const stored = await put(uploadInfo.uploadUrl ?? '', WHOLE);
    expect([stored.status, await stored.json()]).toEqual([201, { id: uploadInfo.uniqueId, name, bytes: BYTES.length }]);
    const path = `${chatPath(KARI)}/activities/${message}`;
    expect((await open.connector('PUT', path, aFileMessage(uploadInfo))).status).toBe(200);
    const [shown] = chat();
    expect(shown).toMatchObject({ id: message, file: { name, bytes: BYTES.length } });
    expect(shown).not.toHaveProperty('offer');
    const download = await fetch(`${open.room.url}${shown?.file?.url}`);
    expect(download.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Kvittering.docx");
    expect(Buffer.from(await download.arrayBuffer())).toEqual(BYTES);
  });

  test('is declined with the bot’s own words for it, and there is no second answer', async () => {
    const message = await offer();
    await answer(message, false);
    expect(heard('invoke').map(({ value }) => value)).toEqual([
      { type: 'fileUpload', action: 'decline', context: { fileId: 'f1', no: true } },
    ]);
    expect(chat()).toMatchObject([{ offer: { answer: 'declined' } }]);
    expect((await answer(message, true)).status).toBe(404);
    expect(heard('invoke')).toHaveLength(1);
  });

  test('accepted twice at the same moment is accepted once', async () => {
    const message = await offer();
    const answers = await Promise.all([answer(message, true), answer(message, true)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(heard('invoke')).toHaveLength(1);
  });

  test('waits for another answer when the bot did not take the first', async () => {
    const message = await offer();
    open.bot.answer = () => ({ status: 500 });
    expect((await answer(message, true)).body).toEqual({ kind: 'failed', text: 'Noe gikk galt. Prøv igjen.' });
    expect(chat()[0]?.offer).not.toHaveProperty('answer');
    open.bot.answer = () => ({});
    expect((await answer(message, true)).body).toEqual({ kind: 'sent' });
    await open.bot.close();
    const away = (await answer(await offer(), true)).body as { readonly text: string };
    expect(away.text).toContain('Utvalgsbot svarer ikke akkurat nå.');
  });

  test('is answered by nobody else, and only while it is there', async () => {
    const message = await offer();
    expect((await answer(message, true, 'ola')).status).toBe(404);
    await open.connector('DELETE', `${chatPath(KARI)}/activities/${message}`);
    expect((await answer(message, true)).status).toBe(404);
    expect(heard('invoke')).toEqual([]);
  });

  test('does not reach somebody who has blocked the bot', async () => {
    open.room.world.record({ t: 'reach', personId: 'kari', blocked: true });
    const refused = await open.connector('POST', `${chatPath(KARI)}/activities`, anOffer('Kvittering.docx', 1));
    expect(refused.status).toBe(403);
    expect(chat()).toEqual([]);
  });
});

describe('an upload', () => {
  test.each<[string, string | undefined, Uint8Array]>([
    ['without a range', undefined, BYTES],
    ['of a part', `bytes 0-${BYTES.length - 1}/${BYTES.length + 1}`, BYTES],
    ['with less than it says', WHOLE, BYTES.subarray(1)],
    ['of nothing', 'bytes 0--1/0', new Uint8Array()],
  ])('%s is refused, and a right one is still taken', async (_what, range, body) => {
    const { uploadUrl } = await accepted();
    expect((await put(uploadUrl, range, body)).status).toBe(400);
    expect((await put(uploadUrl, WHOLE)).status).toBe(201);
  });

  test('is over when it is done: nothing takes the place of the file', async () => {
    const { uploadUrl, uniqueId = '' } = await accepted();
    await put(uploadUrl, WHOLE);
    expect((await put(uploadUrl, `bytes 0-0/1`, Buffer.from('x'))).status).toBe(409);
    expect(open.room.files.find(uniqueId)?.bytes).toEqual(BYTES);
  });

  test('that never came has no file to show', async () => {
    const { message, ...info } = await accepted();
    const path = `${chatPath(KARI)}/activities/${message}`;
    expect((await open.connector('PUT', path, aFileMessage(info))).status).toBe(400);
    expect(chat()).toMatchObject([{ offer: { answer: 'accepted' } }]);
  });
});

/** The room on the same port, past the connections that were kept to the one before. */
async function reopened(port: number): Promise<TestRoom> {
  const made = await openRoom({ dataDir, port });
  await until(() => fetch(`${made.room.url}/clock`));
  return made;
}

test('a room that is opened again has its files, the answers to its questions, and its addresses', async () => {
  await open.upload('kari', 'Referat.docx', BYTES);
  const { downloadUrl } = received();
  const { message, uploadUrl, ...info } = await accepted();
  const before = chat();
  const { port } = open.room;
  await open.close();

  open = await reopened(port);
  expect(chat()).toEqual(before);
  expect(await fetched(downloadUrl)).toEqual(BYTES);
  expect((await put(uploadUrl, WHOLE)).status).toBe(201);
  await open.connector('PUT', `${chatPath(KARI)}/activities/${message}`, aFileMessage(info));
  await open.close();

  open = await reopened(port);
  const shown = chat().map(({ file }) => `${open.room.url}${file?.url}`);
  expect(await Promise.all(shown.map(fetched))).toEqual([BYTES, BYTES]);
});
