import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../../bot/config.ts';
import { type Server, startServer } from '../../bot/server.ts';
import type { Endpoint } from '../../bot/teams/endpoint.ts';
import { type Request, send } from '../support/load.ts';
import { freePort } from '../support/process.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const LIMIT = 1024 * 1024;

let server: Server;
let endpoint: ReturnType<typeof vi.fn<Endpoint>>;
let ready: () => Promise<boolean>;
const sockets: Socket[] = [];
beforeEach(async () => {
  endpoint = vi.fn<Endpoint>(async () => ({ status: 200 }));
  ready = async () => true;
  server = await start();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

async function start(options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<Server> {
  return startServer({
    host: '127.0.0.1',
    port: 0,
    endpoint: (caller, body) => endpoint(caller, body),
    tab: async () => false,
    ready: () => ready(),
    metrics: async () => 'utvalgsbot_turns_total 1\n',
    graceMs: 50,
    ...options,
  });
}

const ask = (request: Request) => send(server.port, request, 0);

/** A connection that has said this much, and all that is heard on it. */
async function half(
  said: string,
  port = server.port,
): Promise<{ readonly socket: Socket; readonly heard: () => string }> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk)).on('error', () => {});
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(said);
  return { socket, heard: () => heard };
}
const head = (length: number) =>
  `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

describe('POST /api/messages', () => {
  test('hands on who asks and every byte of the body, and answers as it is told', async () => {
    endpoint.mockResolvedValueOnce({ status: 200, body: { value: 'Æ' } });
    const body = Buffer.from('{"text":"ÆØÅ 😀"}');
    const answer = await ask({ headers: { ...JSON_TYPE, authorization: 'Bearer x' }, body });
    expect(endpoint).toHaveBeenCalledExactlyOnceWith({ authorization: 'Bearer x', remoteAddress: '127.0.0.1' }, body);
    expect(answer).toMatchObject({ status: 200, text: '{"value":"Æ"}' });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('that is refused has an empty body', async () => {
    endpoint.mockResolvedValueOnce({ status: 401 });
    expect(await ask({ headers: JSON_TYPE, body: '{}' })).toMatchObject({ status: 401, text: '' });
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;x=y'])(
    'takes %s',
    async (type) => {
      expect((await ask({ headers: { 'content-type': type }, body: '{}' })).status).toBe(200);
    },
  );

  test.each([
    undefined,
    '',
    'text/plain',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'x, application/json',
  ])('does not take %s, which a page elsewhere could send', async (type) => {
    const headers = type === undefined ? {} : { 'content-type': type };
    expect(await ask({ headers, body: '{}' })).toMatchObject({ status: 415, text: '' });
    expect(endpoint).not.toHaveBeenCalled();
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('is the only method there: not %s', async (method) => {
    const answer = await ask({ method, headers: JSON_TYPE });
    expect(answer).toMatchObject({ status: 405, text: '' });
    expect(answer.headers.allow).toBe('POST');
    expect(endpoint).not.toHaveBeenCalled();
  });

  test('takes a body as large as the limit', { timeout: 30_000 }, async () => {
    const body = Buffer.alloc(LIMIT, 'x');
    expect((await ask({ headers: JSON_TYPE, body })).status).toBe(200);
    expect(endpoint).toHaveBeenCalledWith(expect.anything(), body);
  });

  test('that says it is larger is refused before it is sent, and the connection ends', async () => {
    const { heard } = await half(head(LIMIT + 1));
    await vi.waitFor(() => expect(heard()).toMatch(/^HTTP\/1\.1 413 .*\r\nconnection: close\r\n/is));
    expect(endpoint).not.toHaveBeenCalled();
  });

  test('that is larger without saying so is refused when it has become so, and the connection ends', async () => {
    const headers = { ...JSON_TYPE, 'transfer-encoding': 'chunked' };
    const answer = await ask({ headers, body: Buffer.alloc(LIMIT + 1, 'x') });
    expect(answer).toMatchObject({ status: 413, text: '' });
    expect(answer.headers.connection).toBe('close');
    expect(endpoint).not.toHaveBeenCalled();
  });

  test('whose sender hangs up in the middle is nothing, and others are answered', async () => {
    const { socket } = await half(`${head(100)}{"a"`);
    socket.destroy();
    expect((await ask({ headers: JSON_TYPE, body: '{}' })).status).toBe(200);
    expect(endpoint).toHaveBeenCalledOnce();
  });

  test('is answered though the program has a bug, without a word of it', async () => {
    endpoint.mockRejectedValueOnce(new Error('broken'));
    expect(await ask({ headers: JSON_TYPE, body: '{}' })).toMatchObject({ status: 500, text: '' });
  });
});

describe('the other paths', () => {
  test('/healthz says that the program is alive, whatever the store does', async () => {
    ready = async () => false;
    expect(await ask({ method: 'GET', path: '/healthz' })).toMatchObject({ status: 200, text: 'ok' });
  });

  test.each<[string, () => Promise<boolean>, number]>([
    ['answers', async () => true, 200],
    ['does not answer', async () => false, 503],
    ['fails', () => Promise.reject(new Error('mongodb://bot:hemmelig@db')), 503],
  ])('/readyz when the store %s', async (_what, state, status) => {
    ready = state;
    const answer = await ask({ method: 'GET', path: '/readyz?probe=1' });
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('hemmelig');
  });

  test('/metrics has the counters', async () => {
    const { status, text } = await ask({ method: 'GET', path: '/metrics' });
    expect({ status, text }).toEqual({ status: 200, text: 'utvalgsbot_turns_total 1\n' });
  });

  test.each(['/', '/api', '/api/messages/', '/API/messages', '/healthz/../metrics', '/constructor', '/.env'])(
    '%s is not there',
    async (path) => {
      expect(await ask({ method: 'GET', path })).toMatchObject({ status: 404, text: '' });
    },
  );
});

describe('what is not HTTP', () => {
  test.each(['nonsense\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'POST /api/messages HTTP/1.1\r\nContent-Length: x\r\n\r\n'])(
    'is answered 400 and nothing comes of it: %j',
    async (said) => {
      const { heard } = await half(said);
      await vi.waitFor(() => expect(heard()).toMatch(/^HTTP\/1\.1 400 /));
      expect((await ask({ method: 'GET', path: '/healthz' })).status).toBe(200);
    },
  );
});

describe('closing', () => {
  test('waits for an answer that is under way', async () => {
    let finish = () => {};
    endpoint.mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve({ status: 200 }))));
    const patient = await start({ graceMs: 60_000 });
    const answer = send(patient.port, { headers: JSON_TYPE, body: '{}' });
    await vi.waitFor(() => expect(endpoint).toHaveBeenCalled());
    const closed = patient.close();
    finish();
    expect((await answer).status).toBe(200);
    await closed;
  });

  test.each(['', 'POST /api/mess', `${head(100)}{"a"`])('does not wait for who never asks: %j', async (said) => {
    const other = await start();
    await half(said, other.port);
    // whoever is there first has been heard when the next one is answered
    await send(other.port, { method: 'GET', path: '/healthz' }, 0);
    await other.close();
    await expect(send(other.port, { method: 'GET', path: '/healthz' }, 0)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a place to listen that cannot be had is said in words', () => {
  test('because the port is taken', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const started = start({ port });
    await expect(started).rejects.toThrow(ConfigError);
    await expect(started).rejects.toThrow(`Port ${port} er opptatt. Velg en annen med PORT.`);
    await new Promise((resolve) => other.close(resolve));
  });

  test('because the machine has no such address', async () => {
    // kept for documentation, so nobody has it
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow(
      'Maskinen har ikke adressen 192.0.2.1. Velg en annen med HOST.',
    );
  });
});
