import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../cards/text/', import.meta.url);

test('no two stems have a notice of the same name, of which one would be said in place of the other', async () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('-notices.ts'));
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  const names = modules.flatMap((notices: Record<string, object>) => Object.values(notices).flatMap(Object.keys));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});
