import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabPaths } from '../../bot/tab-api/pages.ts';
import { APP_ID, TENANT_ID } from '../support/activities.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { TENANT } from '../support/records.ts';
import {
  APP_URI,
  CHAT,
  IDS,
  PEOPLE,
  SECRET,
  startTabService,
  type TabService,
  tabClaims,
} from '../support/tab-service.ts';
import { ISSUER, newKey, type SigningKey, unsigned } from '../support/tokens.ts';

let platform: Platform;
let tab: TabService;
let strange: SigningKey;
beforeAll(async () => {
  platform = await startPlatform();
  strange = await newKey('entra');
  tab = await startTabService(platform);
});
afterAll(async () => {
  await tab.close();
  platform.close();
});

/** Every page of the tab, as somebody asks for it; `own`: everybody has one, and finds in it what is theirs. */
const pages: Readonly<Record<string, { readonly path: string; readonly own?: true }>> = {
  waiting: { path: 'waiting', own: true },
  panel: { path: `panel?chat=${CHAT}`, own: true },
  'committees/ID': { path: 'committees/committee-1' },
  'committees/ID/saker': { path: 'committees/committee-1/saker' },
  'saker/ID': { path: 'saker/sak-1' },
  'committees/ID/meetings': { path: 'committees/committee-1/meetings?past=1' },
  'meetings/ID': { path: 'meetings/meeting-1' },
  'committees/ID/rounds': { path: 'committees/committee-1/rounds' },
  'rounds/ID': { path: 'rounds/round-1' },
  'committees/ID/tiltak': { path: 'committees/committee-1/tiltak' },
  'tiltak/ID': { path: 'tiltak/tiltak-1' },
  'committees/ID/tiltak-over-time': { path: 'committees/committee-1/tiltak-over-time' },
};
const known = Object.keys(pages);
const named = known.filter((name) => !pages[name]?.own);
const pathOf = (name: string) => pages[name]?.path ?? '';
const seconds = () => Math.floor(Date.now() / 1000);

/** Who is nobody to the tab, and how they come. */
const strangers: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'nobody, without a token': async () => undefined,
  'an empty header': async () => ' ',
  'another scheme': async () => `Basic ${Buffer.from('siv:siv').toString('base64')}`,
  'a token that is none': async () => 'Bearer siv',
  'three parts that are no token': async () => 'Bearer a.b.c',
  'a token larger than any': async () => `Bearer ${'a'.repeat(9000)}.b.c`,
  'a token that nobody signed': async () => `Bearer ${unsigned({ alg: 'none', typ: 'JWT' }, genuine())}`,
  'a token that nobody signed, by a key of Entra': async () =>
    `Bearer ${unsigned({ alg: 'none', kid: 'entra' }, genuine())}`,
  'a token with a secret for a key': async () =>
    `Bearer ${unsigned({ alg: 'HS256', kid: 'entra', typ: 'JWT' }, genuine(), 'c2lnbmF0dXJl')}`,
  'a token that was changed': async () => changed(await tab.signedIn('ove')),
  'a key that is not the one of that name': () => signed({}, { key: strange }),
  'a key that Entra does not have': () => signed({}, { key: strange, header: { kid: 'unknown' } }),
  'no name of a key': () => signed({}, { header: { kid: undefined } }),
  'the key of the channel': async () => `Bearer ${await platform.issuer.sign(tabClaims('siv'))}`,
  'a token of the channel for the bot': async () => `Bearer ${await platform.token()}`,
  'the issuer of the channel': () => signed({ iss: ISSUER }),
  'an expired token': () => signed({ exp: seconds() - 3600 }),
  'a token that does not expire': () => signed({ exp: undefined }),
  'a token for later': () => signed({ nbf: seconds() + 3600 }),
  'a tenant that is not allowed': () => signed({ tid: OTHER, iss: `https://login.microsoftonline.com/${OTHER}/v2.0` }),
  'the bot’s own tenant, which is not allowed here': () =>
    signed({ tid: TENANT_ID, iss: `https://login.microsoftonline.com/${TENANT_ID}/v2.0` }),
  'an allowed tenant that another one speaks for': () =>
    signed({ iss: `https://login.microsoftonline.com/${OTHER}/v2.0` }),
  'another tenant that an allowed one speaks for': () => signed({ tid: OTHER }),
  'another issuer that names the tenant': () => signed({ iss: `https://login.example/${TENANT}/v2.0` }),
  'an issuer of no tenant': () => signed({ iss: 'https://login.microsoftonline.com/common/v2.0' }),
  'another app’s audience': () => signed({ aud: OTHER }),
  'two audiences': () => signed({ aud: [APP_ID, OTHER] }),
  'no audience': () => signed({ aud: undefined }),
  'an app’s own token, without a scope': () => signed({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' }),
  'another scope': () => signed({ scp: 'User.Read' }),
  'a scope that begins alike': () => signed({ scp: 'access_as_user_admin' }),
  'nobody’s object id': () => signed({ oid: undefined }),
  'an object id that is none': () => signed({ oid: 'siv' }),
};

const OTHER = '99999999-9999-4999-8999-999999999999';
const genuine = () => ({ ...tabClaims('siv'), exp: seconds() + 3600 });
const signed = async (claims: Readonly<Record<string, unknown>>, how: Parameters<Platform['entra']['sign']>[1] = {}) =>
  `Bearer ${await platform.entra.sign(tabClaims('siv', claims), how)}`;

/** Ove's own token, as if it were Siv's. */
function changed(authorization: string): string {
  const [header = '', , signature = ''] = authorization.replace('Bearer ', '').split('.');
  return `Bearer ${header}.${Buffer.from(JSON.stringify(genuine())).toString('base64url')}.${signature}`;
}

/** What an answer says, but for when it was said and over which connection. */
function told({ status, text, headers }: Awaited<ReturnType<TabService['get']>>) {
  const { date: _date, connection: _connection, 'keep-alive': _alive, ...rest } = headers;
  return { status, text, headers: rest };
}

const holdsNothing = (text: string) => {
  expect(text).not.toContain(SECRET);
  for (const id of [...IDS, ...Object.values(PEOPLE), 'siv', 'kari', 'KARI']) expect(text).not.toContain(`"${id}"`);
};

test('every page of the tab has its rows here', () => {
  expect(known.toSorted()).toEqual(tabPaths.toSorted());
});

describe.each(known)('%s', (name) => {
  test('is shown to the secretary of its committee', async () => {
    const answer = await tab.get(pathOf(name), 'siv');
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBeDefined();
  });

  test.each(Object.keys(strangers))('is not shown to %s', async (who) => {
    const authorization = await strangers[who]?.();
    const nobody = told(await tab.get('waiting', { authorization: undefined }));
    const answer = told(await tab.get(pathOf(name), { authorization }));
    expect(answer).toEqual(nobody);
    expect(answer).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
    expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
    expect(answer.headers.etag).toBeUndefined();
  });
});

describe.each(named)('%s', (name) => {
  test.each(['ove', 'ny'] as const)('is to %s the same as what does not exist', async (who) => {
    const nothing = told(await tab.get(pathOf(name).replace(/-1/, '-nowhere'), who));
    expect(told(await tab.get(pathOf(name), who))).toEqual(nothing);
    expect(nothing).toMatchObject({ status: 403, text: '{"error":"forbidden"}' });
    expect(nothing.headers.etag).toBeUndefined();
  });

  test.each(['ove', 'ny'] as const)('is nothing to begin with for %s, and they are told nothing of it', async (who) => {
    const answer = await tab.get(`start?${new URLSearchParams({ path: pathOf(name) })}`, who);
    expect(answer.status).toBe(200);
    const { me, page, ...rest } = JSON.parse(answer.text);
    expect(page).toEqual({ page: 'refused' });
    expect(rest).toEqual({ path: pathOf(name) });
    holdsNothing(JSON.stringify(me));
  });
});

describe.each(known.filter((name) => pages[name]?.own))('%s', (name) => {
  test.each(['ove', 'ny'] as const)('holds for %s nothing of a committee that they are not in', async (who) => {
    const answer = await tab.get(pathOf(name), who);
    expect(answer.status).toBe(200);
    holdsNothing(answer.text);
  });
});

test.each([
  ['a closed sak, to a member without a vote', 'saker/sak-closed', 'per'],
  ['a round, to a member who is not asked', 'rounds/round-1', 'per'],
] as const)('%s, is not shown', async (_what, path, who) => {
  expect(told(await tab.get(path, who))).toEqual(told(await tab.get(path.replace(/-\w+$/, '-nowhere'), who)));
});

test('a round is shown to who is asked without what those see who run it', async () => {
  const own = JSON.parse((await tab.get('rounds/round-1', 'kari')).text);
  expect(own).toMatchObject({ figures: [], seats: [], said: [], actions: [], history: [] });
  const secretary = JSON.parse((await tab.get('rounds/round-1', 'siv')).text);
  expect(secretary.seats).toHaveLength(2);
  expect(secretary.forms).toEqual([]);
});

test('what is nowhere is nothing, whoever asks and however it is written', async () => {
  const nothing = told(await tab.get('nowhere', 'siv'));
  expect(nothing).toMatchObject({ status: 403, text: '{"error":"forbidden"}' });
  for (const path of [
    '',
    'waiting/',
    'waiting/committee-1',
    'committees',
    'committees/',
    'committees//saker',
    'committees/../waiting',
    'committees/%2e%2e/waiting',
    'committees/committee-1%2Fsaker',
    'committees/committee%2D1',
    'rounds/round-1/',
    'rounds/round-1/seats',
    'rounds/%00',
    'rounds/%',
    'ROUNDS/round-1',
    'constructor',
    '__proto__/committee-1',
    'toString',
    `rounds/${'a'.repeat(7000)}`,
    'demo',
    'demo/aud',
    'start/waiting',
  ]) {
    const answer = told(await tab.get(path, 'siv'));
    // an address with dots is taken together before it is looked at
    if (path.includes('waiting') && /\.\.|%2e/.test(path)) expect(answer.status, path).toBe(200);
    else expect(answer, path).toEqual(nothing);
  }
});

test('what somebody asks to begin with is looked at like any other path', async () => {
  for (const path of ['start', 'start?path=waiting', '../waiting', 'nowhere', 'actions', `rounds/${'a'.repeat(300)}`]) {
    const answer = await tab.get(`start?${new URLSearchParams({ path })}`, 'siv');
    expect(JSON.parse(answer.text).page, path).toEqual({ page: 'refused' });
  }
});

test('a chat that is named begins with its committee for those who belong to it, and with what waits for all others', async () => {
  const first = async (person: keyof typeof PEOPLE, chat: string) => {
    const { text } = await tab.get(
      `start?${new URLSearchParams({ path: `here?${new URLSearchParams({ chat })}` })}`,
      person,
    );
    const { path, page } = JSON.parse(text);
    return [path, page.page];
  };
  expect(await first('siv', CHAT)).toEqual(['committees/committee-1', 'committee']);
  expect(await first('siv', '19:elsewhere')).toEqual(['waiting', 'waiting']);
  for (const person of ['ove', 'ny'] as const)
    expect(await first(person, CHAT), person).toEqual(['waiting', 'waiting']);
});

describe('other ways to ask', () => {
  const json = { 'content-type': 'application/json' };
  const press = JSON.stringify({ id: 'press-0001', action: { verb: 'round.show', roundId: 'round-1' } });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('%s reads nothing', async (method) => {
    const authorization = await tab.signedIn('siv');
    for (const path of ['waiting', 'rounds/round-1', 'start']) {
      const answer = await tab.ask({ method, path: `/api/tab/${path}`, headers: { authorization } });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET');
      expect(answer.text).not.toContain(SECRET);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test.each(['GET', 'PUT', 'HEAD', 'OPTIONS'])('%s does nothing', async (method) => {
    const headers = { ...json, authorization: await tab.signedIn('siv') };
    const answer = await tab.ask({ method, path: '/api/tab/actions', headers, body: method === 'PUT' ? press : '' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
  });

  test('a press is sent as JSON, as only the tab’s own page can', async () => {
    const authorization = await tab.signedIn('siv');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data'])
      expect(
        (await tab.ask({ path: '/api/tab/actions', headers: { authorization, 'content-type': type }, body: press }))
          .status,
        type,
      ).toBe(415);
    expect((await tab.ask({ path: '/api/tab/actions', headers: { authorization }, body: press })).status).toBe(415);
  });

  test.each([
    ['nothing', ''],
    ['half of it', press.slice(0, 20)],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['no id', JSON.stringify({ action: {} })],
    ['an id that is too short', JSON.stringify({ id: 'a', action: {} })],
    ['an id that is too long', JSON.stringify({ id: 'a'.repeat(101), action: {} })],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ])('a press that is %s is refused in the same way', async (_what, body) => {
    const headers = { ...json, authorization: await tab.signedIn('siv') };
    const answer = await tab.ask({ path: '/api/tab/actions', headers, body });
    expect(answer).toMatchObject({ status: 400, text: '{"error":"bad-request"}' });
  });

  test('a press that is larger than any is said to be too long, and does nothing', async () => {
    const headers = { ...json, authorization: await tab.signedIn('siv') };
    const body = JSON.stringify({ id: 'press-0002', action: 'a'.repeat(2 * 1024 * 1024) });
    for (const way of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await tab.ask({ path: '/api/tab/actions', headers: { ...headers, ...way }, body });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.text)).toEqual({
        kind: 'message',
        text: 'Det du sendte, er for langt, og ingenting er lagret. Kort ned teksten, og send på nytt.',
      });
      expect(answer.headers.connection).toBe('close');
    }
  });

  test.each(Object.keys(strangers))('a press of %s does nothing, whatever it holds', async (who) => {
    const authorization = await strangers[who]?.();
    const headers = { ...json, ...(authorization && { authorization }) };
    for (const body of [press, '', 'x'.repeat(100_000)])
      expect(await tab.ask({ path: '/api/tab/actions', headers, body })).toMatchObject({
        status: 401,
        text: '{"error":"unauthorized"}',
      });
  });

  test('who one is stands in the token alone', async () => {
    const { text, status } = await tab.get(`waiting?person=${PEOPLE.siv}&oid=${PEOPLE.siv}&tid=${TENANT}`, 'ove');
    expect(status).toBe(200);
    holdsNothing(text);
  });
});

test('a token is good in either version of Entra’s, and for the app by either of its names', async () => {
  const iss = `https://sts.windows.net/${TENANT}/`;
  expect((await tab.get('waiting', { authorization: await signed({ iss, ver: '1.0' }) })).status).toBe(200);
  expect((await tab.get('waiting', { authorization: await signed({ aud: APP_URI, iss }) })).status).toBe(200);
  expect((await tab.get('waiting', { authorization: await signed({ scp: 'openid access_as_user' }) })).status).toBe(
    200,
  );
});
