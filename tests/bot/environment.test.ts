import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isPublicPage, isSafeUrl, readEnvironment } from '../../bot/environment.ts';

/** What is read of one variable, and what is said about it. */
function read(name: string, value: string) {
  const problems: string[] = [];
  const environment = readEnvironment({ [name]: value }, problems);
  return { value: environment[name as keyof typeof environment], problems };
}

describe('a variable', () => {
  test.each<[string, string, unknown]>([
    ['PORT', '0', 0],
    ['PORT', ' 65535 ', 65_535],
    ['ROOM_PORT', '1', 1],
    ['STORE', 'sqlite', 'sqlite'],
    ['LOG_LEVEL', 'debug', 'debug'],
    ['MONGODB_URI', 'mongodb+srv://x.example/bot', 'mongodb+srv://x.example/bot'],
    [
      'ALLOWED_SERVICE_HOSTS',
      'SMBA.trafficmanager.net, *.botframework.com,,[::1]',
      ['smba.trafficmanager.net', '*.botframework.com', '[::1]'],
    ],
    ['ALLOWED_SERVICE_HOSTS', ' , ', undefined],
    ['PUBLIC_URL', 'https://bot.example', 'https://bot.example'],
    ['TAB_APP_ID', '6D0F4B5E-1C5A-4F0E-9A57-2F6F0A1DABCD', '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1dabcd'],
    ['TEAMS_APP_ID', '', undefined],
    ['ToBotFromChannelOpenIdMetadataUrl', 'http://127.0.0.1:1/x', 'http://127.0.0.1:1/x'],
    ['HOST', '', undefined],
    ['DATA_DIR', '  ', undefined],
  ])('%s=%s is %j', (name, value, wanted) => {
    expect(read(name, value)).toEqual({ value: wanted, problems: [] });
  });

  test.each<[string, string]>([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '1e3'],
    ['ROOM_PORT', '0'],
    ['STORE', 'SQLite'],
    ['LOG_LEVEL', 'verbose'],
    ['MONGODB_URI', 'https://x.example'],
    ['MicrosoftAppType', 'MultiTenant'],
    ['ValidateAuthority', 'no'],
    ['ChannelService', 'https://botframework.com'],
    ['PUBLIC_URL', 'http://bot.example'],
    ['TAB_APP_ID', 'utvalgsbot'],
    ['TEAMS_APP_ID', '6d0f4b5e'],
    ['ToBotFromChannelOpenIdMetadataUrl', 'http://login.example/keys'],
    ['ToBotFromChannelOpenIdMetadataUrl', 'login.example'],
    ['ToChannelFromBotLoginUrl', 'http://login.example/'],
    ['ALLOWED_SERVICE_HOSTS', '*'],
    ['ALLOWED_SERVICE_HOSTS', '*.com'],
    ['ALLOWED_SERVICE_HOSTS', 'com'],
    ['ALLOWED_SERVICE_HOSTS', 'https://smba.trafficmanager.net'],
    ['ALLOWED_SERVICE_HOSTS', 'smba.trafficmanager.net/emea'],
    ['ALLOWED_SERVICE_HOSTS', 'smba.*.net'],
    ['ALLOWED_FILE_HOSTS', '*.'],
    ['CertificateThumbprint', 'zz'.repeat(20)],
    ['CertificatePrivateKey', 'rubbish'],
  ])('%s=%s is refused by name and counts as not set', (name, value) => {
    const { value: counted, problems } = read(name, value);
    expect(counted).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
  });

  test('that is a key of another kind, or locked, is refused: nobody could sign with it', () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const locked = { cipher: 'aes-256-cbc', passphrase: 'x' };
    for (const pem of [
      elliptic.export({ type: 'pkcs8', format: 'pem' }),
      privateKey.export({ type: 'pkcs8', format: 'pem', ...locked }),
    ])
      expect(read('CertificatePrivateKey', String(pem)).problems).toHaveLength(1);
  });

  test('that is odd is not repeated: it may hold a password', () => {
    expect(read('MONGODB_URI', 'mongo://bot:hemmelig@db.example').problems.join()).not.toContain('hemmelig');
  });

  test('that is odd leaves the others as they are', () => {
    const problems: string[] = [];
    expect(readEnvironment({ PORT: 'x', HOST: '127.0.0.1', LOG_LEVEL: 'warn' }, problems)).toMatchObject({
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
    });
    expect(problems).toEqual(['PORT må være et portnummer']);
  });
});

describe('an address', () => {
  test.each(['https://x.example', 'http://127.0.0.1:1', 'http://localhost', 'http://[::1]:1'])('is safe: %s', (url) => {
    expect(isSafeUrl(url)).toBe(true);
  });

  test.each(['http://x.example', 'http://127.0.0.1.example', 'http://localhost.example', 'ftp://127.0.0.1', 'x', ''])(
    'is not: %s',
    (url) => {
      expect(isSafeUrl(url)).toBe(false);
    },
  );
});

describe('an address that others can open', () => {
  test.each(['https://utvalg.internal', 'https://bot.utvalg.internal:8443/om?x=1', 'https://blåbær.internal/'])(
    'is %s',
    (url) => {
      expect(isPublicPage(url)).toBe(true);
    },
  );

  test.each([
    'http://utvalg.internal',
    'https://utvalg',
    'https://localhost',
    'https://bot.localhost',
    'https://[::1]/',
    'https://bot.example',
    'https://www.example.com/om',
    'https://x.test',
    'utvalg.internal',
    'mailto:post@utvalg.internal',
    '',
  ])('is not %s', (url) => {
    expect(isPublicPage(url)).toBe(false);
  });
});
