import { expect, test } from 'vitest';
import { ConfigError, readPackaging } from '../../bot/config.ts';
import { packaging } from '../support/manifest.ts';

/** What is said about this environment, line by line. */
function problemsOf(env: NodeJS.ProcessEnv, argv: readonly string[] = []): readonly string[] {
  try {
    readPackaging(env, argv);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
  return [];
}

test('packaging says everything that is missing at once, and what it is for', () => {
  expect(problemsOf({})).toEqual([
    'MicrosoftAppId mangler: id-en til appregistreringen',
    'PUBLISHER_NAME mangler: navnet på virksomheten som står bak appen',
    'PUBLISHER_URL mangler: en side der brukerne finner hjelp',
    'PRIVACY_URL mangler: en side om personvern i appen',
    'TERMS_URL mangler: en side med vilkår for å bruke appen',
    'PUBLIC_URL mangler: adressen der boten nås utenfra, som fanen i Teams hentes fra',
  ]);
});

test('packaging needs no secret and no store, and does not mind what is wrong with the rest of the service', () => {
  expect(problemsOf(packaging)).toEqual([]);
  expect(problemsOf({ ...packaging, PORT: 'x', STORE: 'postgres', CertificateThumbprint: 'ab' })).toEqual([]);
});

test.each<[string, NodeJS.ProcessEnv, string]>([
  ['an id that is none', { MicrosoftAppId: 'utvalgsbot' }, 'MicrosoftAppId må være en GUID'],
  ['a sign-in with an id that is none', { TAB_APP_ID: 'fanen' }, 'TAB_APP_ID må være en GUID'],
  [
    'a name that Teams has no room for',
    { PUBLISHER_NAME: 'x'.repeat(33) },
    'PUBLISHER_NAME kan ikke være lengre enn 32 tegn',
  ],
  ['a page that is none', { PUBLISHER_URL: 'hjelp' }, 'PUBLISHER_URL må være en https-adresse som andre kan åpne'],
  [
    'a page without https',
    { PRIVACY_URL: 'http://utvalg.internal' },
    'PRIVACY_URL må være en https-adresse som andre kan åpne',
  ],
  [
    'an address from an example',
    { TERMS_URL: 'https://www.example.com/terms' },
    'TERMS_URL må være en https-adresse som andre kan åpne',
  ],
  [
    'a bot on this machine',
    { PUBLIC_URL: 'http://127.0.0.1:3978' },
    'PUBLIC_URL må være en https-adresse som andre kan åpne',
  ],
])('packaging refuses %s, and says so once', (_what, change, problem) => {
  expect(problemsOf({ ...packaging, ...change })).toEqual([problem]);
});

test('packaging takes no flags', () => {
  expect(problemsOf(packaging, ['--force'])).toEqual(['--force er ukjent; alt som trengs, står i miljøvariabler']);
});
