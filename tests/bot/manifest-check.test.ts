import { expect, test } from 'vitest';
import { MANIFEST, packageProblems } from '../../bot/manifest-check.ts';
import { packedIcon } from '../support/icons.ts';
import { goodFiles, goodManifest, problemsAfter } from '../support/manifest.ts';

test('the package that is made has nothing wrong with it', () => {
  expect(problemsAfter(() => {})).toEqual([]);
});

const manifestWith = (change: object) => Buffer.from(JSON.stringify({ ...goodManifest(), ...change }));
const withManifest = (change: object) => problemsAfter((all) => all.set(MANIFEST, manifestWith(change)));
const withCommands = (...commands: readonly (readonly [string, string])[]) =>
  withManifest({
    bots: [
      {
        scopes: ['personal'],
        commandLists: [{ commands: commands.map(([title, description]) => ({ title, description })) }],
      },
    ],
  });
const signIn = () => goodManifest().webApplicationInfo;
const withDeveloper = (change: object) => withManifest({ developer: { ...goodManifest().developer, ...change } });

test.each<[string, () => readonly string[], string]>([
  [
    'a version that is not the program’s',
    () => withManifest({ version: '9.9.9' }),
    'manifestet har versjon 9.9.9, men programmet har versjon',
  ],
  [
    'a name twice',
    () => withManifest({ name: { short: 'Utvalgsbot', full: 'Utvalgsbot' } }),
    'kort og langt navn må være forskjellige',
  ],
  [
    'a description twice',
    () => withManifest({ description: { short: 'Om appen', full: 'Om appen og mer' } }),
    'den lange beskrivelsen kan ikke gjenta den korte',
  ],
  ['nobody who stands for it', () => withDeveloper({ name: ' ' }), 'utgiveren mangler navn'],
  [
    'an address without https',
    () => withDeveloper({ privacyUrl: 'http://utvalg.internal/' }),
    'privacyUrl er http://utvalg.internal/, og må være en https-adresse',
  ],
  [
    'an address from an example',
    () => withDeveloper({ websiteUrl: 'https://bot.example/' }),
    'websiteUrl er https://bot.example/, og må',
  ],
  [
    'a domain with its scheme',
    () => withManifest({ validDomains: ['https://bot.utvalg.internal'] }),
    'domenet https://bot.utvalg.internal må være et vertsnavn uten https:// og sti',
  ],
  [
    'a domain with a path',
    () => withManifest({ validDomains: ['bot.utvalg.internal/tab'] }),
    'domenet bot.utvalg.internal/tab må være',
  ],
  ['a domain that is everybody’s', () => withManifest({ validDomains: ['*.internal'] }), 'domenet *.internal må være'],
  [
    'a tab from a domain that is not named',
    () => withManifest({ staticTabs: [{ entityId: 'utvalg', contentUrl: 'https://other.internal/tab/' }] }),
    'fanen https://other.internal/tab/ må ligge på et av domenene',
  ],
  [
    'a page to set a tab up that others cannot open',
    () => withManifest({ configurableTabs: [{ configurationUrl: 'http://bot.utvalg.internal/' }] }),
    'fanen http://bot.utvalg.internal/ må ligge på',
  ],
  [
    'the sign-in of another app',
    () => withManifest({ webApplicationInfo: { ...signIn(), id: 'another' } }),
    'må være api://bot.utvalg.internal/another',
  ],
  [
    'a sign-in to another address',
    () => withManifest({ webApplicationInfo: { ...signIn(), resource: 'api://other.internal' } }),
    'ressursen api://other.internal må være api://bot.utvalg.internal/botid-',
  ],
  [
    'an app for teams that says nothing of their channels',
    () => withManifest({ supportsChannelFeatures: undefined }),
    'en app for team må ha supportsChannelFeatures',
  ],
  [
    'a language that is not there',
    () => problemsAfter((all) => all.delete('nn.json')),
    'filen nn.json mangler i pakken',
  ],
  [
    'a language that is none',
    () => problemsAfter((all) => all.set('nn.json', Buffer.from('[]'))),
    'nn.json kan ikke leses',
  ],
  [
    'a text that has no translation',
    () => problemsAfter((all) => all.set('en.json', Buffer.from('{"name.short":"Utvalgsbot"}'))),
    'en.json mangler commands.hjelp.description',
  ],
  [
    'a command that the bot does not know',
    () => withCommands(['finnes-ikke', 'Vis']),
    'boten kjenner ikke kommandoen finnes-ikke',
  ],
  [
    'a command twice',
    () => withCommands(['hjelp', 'Hjelp'], ['hjelp', 'Mer hjelp']),
    'kommandoen hjelp står to ganger',
  ],
  ['a command too long', () => withCommands(['x'.repeat(33), 'Hjelp']), 'er lengre enn 32 tegn'],
  [
    'a description too long',
    () => withCommands(['hjelp', 'x'.repeat(129)]),
    'beskrivelsen av kommandoen hjelp er lengre enn 128 tegn',
  ],
  [
    'too many commands',
    () => withCommands(...Array.from({ length: 11 }, (_, n) => [`c${n}`, 'x'] as const)),
    'en kommandoliste har 11 kommandoer, men 10 er det meste',
  ],
  [
    'an action that the bot does not know',
    () => withManifest({ composeExtensions: [{ commands: [{ id: 'finnesIkke' }] }] }),
    'boten kjenner ikke handlingen finnesIkke',
  ],
  ['no manifest', () => problemsAfter((all) => all.delete(MANIFEST)), 'manifest.json mangler eller kan ikke leses'],
  [
    'a manifest that is none',
    () => problemsAfter((all) => all.set(MANIFEST, Buffer.from('{'))),
    'manifest.json mangler eller kan ikke leses',
  ],
  [
    'a manifest of something else',
    () => problemsAfter((all) => all.set(MANIFEST, Buffer.from('{}'))),
    'manifest.json mangler eller kan ikke leses',
  ],
  [
    'an icon that is not there',
    () => problemsAfter((all) => all.delete('color.png')),
    'filen color.png mangler i pakken',
  ],
  [
    'a file that nobody asked for',
    () => problemsAfter((all) => all.set('notes.json', Buffer.from('x'))),
    'filen notes.json hører ikke hjemme i pakken',
  ],
  [
    'an icon in a folder',
    () =>
      problemsAfter((all) => {
        all.set('icons/color.png', packedIcon('color'));
        all.delete('color.png');
        all.set(MANIFEST, manifestWith({ icons: { ...goodManifest().icons, color: 'icons/color.png' } }));
      }),
    'filnavnet icons/color.png er ikke gyldig',
  ],
  [
    'a picture of a megabyte',
    () => problemsAfter((all) => all.set('color.png', Buffer.concat([packedIcon('color'), Buffer.alloc(1_000_000)]))),
    'kan ikke være større enn 1000000',
  ],
])('a package is refused for %s', (_what, problems, sentence) => {
  expect(problems().join('\n')).toContain(sentence);
});

test('a version of other than three numbers is refused, also when the program has it', () => {
  const version = '1.0.0-beta';
  const files = new Map(goodFiles()).set(MANIFEST, manifestWith({ version }));
  const problems = packageProblems(files, { version, commands: ['hjelp', 'referat'], extensions: [] });
  expect(problems).toContain('versjonen 1.0.0-beta må være tre tall med punktum mellom');
});
