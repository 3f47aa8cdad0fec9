import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_TENANT, LOCAL_APP_ID } from '../../../bot/local/demo.ts';
import { aCardMessage, botToken, chatPath, KARI, OLA, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';

let dataDir: string;
let open: TestRoom;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-gateway-'));
  open = await openRoom({ dataDir });
});
afterAll(async () => {
  await open.close();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => open.room.faults.clear());

const chat = (person = 'kari') => wholeChat(open.room, open.room.api.person(person));
const textsIn = (person = 'kari') => JSON.stringify(chat(person));
const post = async (text: string): Promise<string> => {
  const { status, body } = await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage(text));
  expect(status).toBe(201);
  return (body as { readonly id: string }).id;
};

/** Signed by the room's own key, as its identity would, save for these claims. */
async function roomsOwnToken(claims: Record<string, unknown>): Promise<string> {
  const { privateJwk } = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8'));
  const right = {
    iss: 'urn:utvalgsbot:room',
    aud: 'https://api.botframework.com',
    appid: LOCAL_APP_ID,
    exp: Math.floor(Date.now() / 1000) + 600,
  };
  const said = Object.entries({ ...right, ...claims }).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(said))
    .setProtectedHeader({ alg: 'RS256' })
    .sign(await importJWK(privateJwk, 'RS256'));
}

describe('the connector lets in', () => {
  test('the token that its own identity gave the bot', async () => {
    expect((await open.connector('GET', `${chatPath(KARI)}/members`)).status).toBe(200);
  });

  const ofAnotherKey = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT({ appid: LOCAL_APP_ID })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer('urn:utvalgsbot:room')
      .setAudience('https://api.botframework.com')
      .setExpirationTime('1 hour')
      .sign(privateKey);
  };
  const channelToken = async () => {
    await open.room.api.say('kari', 'hei');
    return open.bot.heard.at(-1)?.token ?? '';
  };
  const mended = async () => {
    const [head, , signature] = (await botToken(open.room.url)).split('.');
    const claims = Buffer.from(JSON.stringify({ iss: 'urn:utvalgsbot:room', appid: 'another' })).toString('base64url');
    return `${head}.${claims}.${signature}`;
  };
  test.each<[string, () => Promise<string>]>([
    ['nothing', async () => ''],
    ['rubbish', async () => 'rubbish'],
    ['a token of another key', ofAnotherKey],
    ['the token that the bot is written to with', channelToken],
    ['a token that was changed after signing', mended],
  ])('nobody with %s', async (_what, token) => {
    const answer = await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('smuglet'), await token());
    expect(answer.status).toBe(401);
    expect(textsIn()).not.toContain('smuglet');
  });

  test.each([
    ['of another issuer', { iss: 'urn:other' }],
    ['for another audience', { aud: 'https://graph.microsoft.com' }],
    ['of another app', { appid: DEMO_TENANT }],
    ['that never expires', { exp: undefined }],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 600 }],
  ])('nobody with a token of the room’s own key %s', async (_what, claims) => {
    const token = await roomsOwnToken(claims);
    expect((await open.connector('GET', `${chatPath(KARI)}/members`, undefined, token)).status).toBe(401);
  });

  test('a token of the room’s own key in which all is right', async () => {
    const token = await roomsOwnToken({});
    expect((await open.connector('GET', `${chatPath(KARI)}/members`, undefined, token)).status).toBe(200);
  });

  test.each([
    ['without the header that no page can add', {}, LOCAL_APP_ID, 'https://api.botframework.com'],
    ['of another app', { 'x-identity-header': 'room' }, 'another-app', 'https://api.botframework.com'],
    ['for another resource', { 'x-identity-header': 'room' }, LOCAL_APP_ID, 'https://graph.microsoft.com'],
  ])('a token is not given to whoever asks %s', async (_who, headers, client_id, resource) => {
    const query = new URLSearchParams({ resource, client_id });
    const response = await fetch(`${open.room.url}/identity?${query}`, { headers });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('access_token');
  });
});

describe('a planned fault', () => {
  test.each([
    [404, undefined],
    [412, undefined],
    [429, '2'],
    [502, undefined],
  ])('answers %i as often as planned, then all is well', async (status, retryAfter) => {
    open.room.faults.add({ status, times: 2, ...(retryAfter && { retryAfter }) });
    const path = `${chatPath(KARI)}/activities`;
    const before = chat().length;
    for (const _ of [1, 2]) {
      const refused = await open.connector('POST', path, aCardMessage('x'));
      expect(refused.status).toBe(status);
      expect(refused.headers.get('retry-after')).toBe(retryAfter ?? null);
    }
    expect(chat()).toHaveLength(before);
    expect((await open.connector('POST', path, aCardMessage('x'))).status).toBe(201);
  });

  test('strikes only what it is meant for', async () => {
    open.room.faults.add({ status: 500, strikes: ({ personIds }) => personIds.includes('ola') });
    expect((await open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('x'))).status).toBe(201);
    expect((await open.connector('POST', `${chatPath(OLA)}/activities`, aCardMessage('x'))).status).toBe(500);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('cuts the connection %s the message counts', async (reset, more) => {
    open.room.faults.add({ reset });
    const before = chat().length;
    await expect(open.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage('x'))).rejects.toThrow();
    expect(chat()).toHaveLength(before + more);
  });

  test('can hold a message up, and others pass it', async () => {
    open.room.faults.add({ delayMs: 1500, strikes: ({ personIds }) => personIds.includes('kari') });
    const before = chat().length;
    const held = post('held up');
    await open.connector('POST', `${chatPath(OLA)}/activities`, aCardMessage('not held up'));
    expect(chat()).toHaveLength(before);
    await held;
    expect(chat()).toHaveLength(before + 1);
  });
});

test('every request stands in the log, with who it was for, how it went and its size as Teams counts it', async () => {
  await post('Til loggen');
  const line = open.room.log.lines().at(-1);
  expect(line).toMatchObject({ direction: 'from-bot', what: 'ny melding', who: 'kari', status: 201 });
  expect(line?.bytes).toBe(JSON.stringify(aCardMessage('Til loggen')).length * 2);
  expect((await open.page(`log/${line?.n}`)).body).toMatchObject({ body: { type: 'message' } });
});
