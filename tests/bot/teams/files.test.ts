import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { consentActivity, FileTransfer, infoActivity } from '../../../bot/teams/files.ts';
import { FileRefusedError, UndeliveredError } from '../../../bot/turn.ts';

let server: Server;
let url: string;
let answer: { status: number; body?: Buffer; headers?: Record<string, string>; holdMs?: number };
let heard: { method: string | undefined; range: string | undefined; body: Buffer }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      heard.push({ method: request.method, range: request.headers['content-range'], body });
      const { status, headers = {}, holdMs = 0 } = answer;
      setTimeout(() => response.writeHead(status, headers).end(answer.body), holdMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = { status: 200, body: Buffer.from('innhold') };
  heard = [];
});

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
const transfer = (hosts: readonly string[] = ['127.0.0.1'], deadlineMs = 5000) => new FileTransfer(hosts, deadlineMs);
const failure = (why: Promise<unknown>) =>
  why.then(
    () => Promise.reject(new Error('it went through')),
    (error: unknown) => error,
  );

describe('a file is fetched', () => {
  test('from an allowed host, whole', async () => {
    expect(Buffer.from(await transfer().fetch(url, 100)).toString()).toBe('innhold');
  });

  test('from no other host, and nobody is asked', async () => {
    expect(await failure(transfer(['*.sharepoint.com']).fetch(url, 100))).toMatchObject({ why: 'file-not-fetched' });
    expect(heard).toEqual([]);
  });

  test('not through a redirect, which would lead to a host that nobody allowed', async () => {
    answer = { status: 302, headers: { location: 'http://127.0.0.1:9/' } };
    expect(await failure(transfer().fetch(url, 100))).toBeInstanceOf(UndeliveredError);
  });

  test.each([
    ['says', { status: 200, body: Buffer.alloc(200), headers: { 'content-length': '200' } }],
    ['does not say', { status: 200, body: Buffer.alloc(200), headers: { 'transfer-encoding': 'chunked' } }],
  ])('no larger than it may be, whether its host %s so beforehand', async (_how, large) => {
    answer = large;
    expect(await failure(transfer().fetch(url, 100))).toMatchObject({
      name: 'FileRefusedError',
      why: 'file-too-large',
    });
  });

  test.each([403, 404, 410])('or refused for good when the host answers %i', async (status) => {
    answer = { status };
    expect(await failure(transfer().fetch(url, 100))).toBeInstanceOf(FileRefusedError);
  });

  test.each([429, 500, 503])('or tried again when the host answers %i', async (status) => {
    answer = { status };
    expect(await failure(transfer().fetch(url, 100))).toMatchObject({ name: 'UndeliveredError', why: 'for-now' });
  });

  test('or tried again when the host does not answer in time', async () => {
    answer = { status: 200, holdMs: 1000 };
    expect(await failure(transfer(['127.0.0.1'], 50).fetch(url, 100))).toMatchObject({ why: 'for-now' });
  });
});

describe('a file is uploaded', () => {
  const bytes = Buffer.from('kvittering');

  test('whole, in one piece that says its range', async () => {
    answer = { status: 201 };
    await transfer().upload(url, bytes);
    expect(heard).toEqual([{ method: 'PUT', range: 'bytes 0-9/10', body: bytes }]);
  });

  test('to no host that is not allowed', async () => {
    expect(await failure(transfer(['*.sharepoint.com']).upload(url, bytes))).toMatchObject({ why: 'failed' });
    expect(heard).toEqual([]);
  });

  test.each([
    [409, 'failed'],
    [404, 'failed'],
    [503, 'for-now'],
    [429, 'for-now'],
  ])('and %i means «%s»', async (status, why) => {
    answer = { status };
    expect(await failure(transfer().upload(url, bytes))).toMatchObject({ why });
  });

  test.each([404, 409])('and %i at a second try means that it arrived the first time', async (status) => {
    answer = { status };
    await expect(transfer().upload(url, bytes, true)).resolves.toBeUndefined();
  });
});

test('the question and the tile look as Teams wants them', () => {
  const file = { fileId: 'file-1', name: 'K.docx', description: 'Kvittering', bytes: 10 };
  expect(consentActivity(file).attachments).toEqual([
    {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'K.docx',
      content: {
        description: 'Kvittering',
        sizeInBytes: 10,
        acceptContext: { fileId: 'file-1' },
        declineContext: { fileId: 'file-1' },
      },
    },
  ]);
  const info = { name: 'K.docx', contentUrl: 'https://x/k', uniqueId: 'u', fileType: 'docx' };
  expect(infoActivity(info).attachments).toEqual([
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'K.docx',
      contentUrl: 'https://x/k',
      content: { uniqueId: 'u', fileType: 'docx' },
    },
  ]);
});
