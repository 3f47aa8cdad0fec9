import { z } from 'zod';

/** A manifest, as far as it is text that people read, and the files that have it in other languages. */
export const textsSchema = z.object({
  $schema: z.string(),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  // Teams' own tabs have no name of ours
  staticTabs: z.array(z.object({ entityId: z.string(), name: z.string().optional() })),
  bots: z.tuple([
    z.object({ commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })) }),
  ]),
  composeExtensions: z.tuple([z.object({ commands: z.array(z.object({ id: z.string() })) })]),
});
type Texts = z.infer<typeof textsSchema>;

/** Translations by what they are of, whichever place that has in the manifest. */
export const translationSchema = z.record(z.string(), z.string().min(1));
export type Translation = z.infer<typeof translationSchema>;

/** The files of the other languages. */
export function languageFilesOf({ localizationInfo }: Texts): readonly string[] {
  return localizationInfo.additionalLanguages.map(({ file }) => file);
}

/** One text of the manifest: the key that Teams finds it by, and what a translation calls it. */
type Text = { readonly key: string; readonly called: string };

/**
 * The texts of a manifest that have a translation in every language. The words that one types to the bot have none: it
 * understands them as they are.
 */
export function textsIn({ staticTabs, bots, composeExtensions }: Texts): readonly Text[] {
  const own = ['name.short', 'name.full', 'description.short', 'description.full'];
  return [
    ...own.map((key) => ({ key, called: key })),
    ...staticTabs.flatMap(({ entityId, name }, n) =>
      name === undefined ? [] : { key: `staticTabs[${n}].name`, called: `staticTabs.${entityId}.name` },
    ),
    ...bots[0].commandLists.flatMap(({ commands }, list) =>
      commands.map(({ title }, n) => ({
        key: `bots[0].commandLists[${list}].commands[${n}].description`,
        called: `commands.${title}.description`,
      })),
    ),
    ...composeExtensions[0].commands.flatMap(({ id }, n) =>
      ['title', 'description'].map((field) => ({
        key: `composeExtensions[0].commands[${n}].${field}`,
        called: `composeExtensions.${id}.${field}`,
      })),
    ),
  ];
}

/** The file that Teams reads a language from: by the keys of `manifest`, and the version of its schema. */
export function languageFile(manifest: Texts, translation: Translation): object {
  const texts = textsIn(manifest).flatMap(({ key, called }) => {
    const text = translation[called];
    return text === undefined ? [] : [[key, text]];
  });
  const $schema = manifest.$schema.replace('.schema.json', '.Localization.schema.json');
  return { $schema, ...Object.fromEntries(texts) };
}
