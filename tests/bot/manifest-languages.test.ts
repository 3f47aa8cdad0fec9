import { describe, expect, test } from 'vitest';
import { commandsIn } from '../../bot/commands.ts';
import { MANIFEST, readJson } from '../../bot/manifest-check.ts';
import { languageFilesOf, textsIn, textsSchema } from '../../bot/manifest-languages.ts';
import { translationIn } from '../../bot/manifest-source.ts';
import { goodFiles, goodManifest } from '../support/manifest.ts';

const manifest = () => textsSchema.parse(readJson(goodFiles(), MANIFEST));
const files = () => languageFilesOf(manifest());

/** Every text in a manifest, by the key that Teams finds it by; addresses, ids and file names are none. */
function allTexts(value: unknown, key = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, n) => allTexts(item, `${key}[${n}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inside]) => {
    const path = key ? `${key}.${field}` : field;
    if (typeof inside === 'string') return /(^|\.)(name|title|description|short|full)$/.test(path) ? [path] : [];
    return allTexts(inside, path);
  });
}

describe('the manifest in another language', () => {
  test('is there in nynorsk and English; everybody else reads bokmål', () => {
    expect(goodManifest()).toMatchObject({
      localizationInfo: {
        defaultLanguageTag: 'nb-no',
        additionalLanguages: [
          { languageTag: 'nn', file: 'nn.json' },
          { languageTag: 'en', file: 'en.json' },
        ],
      },
    });
  });

  test('has every text, except words that the bot understands, who stands for it, and names of permissions', () => {
    const isName = (key: string) => /^(bots.*\.title|developer\.name|authorization.*)$/.test(key);
    const all = allTexts(readJson(goodFiles(), MANIFEST)).filter((key) => !isName(key));
    expect(all.length).toBeGreaterThan(20);
    for (const file of files()) {
      const texts = readJson(goodFiles(), file) as object;
      const { $schema, ...own } = texts as Record<string, string>;
      expect($schema).toMatch(/v1\.25\/MicrosoftTeams\.Localization\.schema\.json$/);
      expect(Object.keys(own).sort(), file).toEqual([...all].sort());
    }
  });

  test('says of each command, wherever it stands, what the same one says elsewhere', () => {
    const named = textsIn(manifest()).filter(({ called }) => called === 'commands.hjelp.description');
    expect(named.length).toBeGreaterThan(1);
    for (const file of files()) {
      const texts = readJson(goodFiles(), file) as Record<string, string>;
      expect(new Set(named.map(({ key }) => texts[key])).size, file).toBe(1);
    }
    const [first] = commandsIn('personal');
    expect(readJson(goodFiles(), 'nn.json')).toHaveProperty(
      ['bots[0].commandLists[0].commands[0].description'],
      'Kva du kan gjere her',
    );
    expect(first?.title).toBe('hjelp');
  });

  test('translates nothing that is not there any more', () => {
    const called = new Set(textsIn(manifest()).map((text) => text.called));
    for (const file of files())
      expect(
        Object.keys(translationIn(file)).filter((key) => !called.has(key)),
        file,
      ).toEqual([]);
  });

  test('is in that language: no sentence of it is left as it was', () => {
    const { name, description } = goodManifest();
    for (const file of files()) {
      const texts = translationIn(file);
      expect(texts['name.full'], file).not.toBe(name.full);
      for (const [field, text] of Object.entries(description))
        expect(texts[`description.${field}`], file).not.toBe(text);
      expect(texts['description.full']?.split('\n\n').length, file).toBe(description.full.split('\n\n').length);
    }
  });
});
