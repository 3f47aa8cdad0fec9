import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { agreesToReset } from '../../bot/reset.ts';

/** Somebody at a terminal who types this; gives whether they agreed, and what they were shown. */
async function answering(typed: string, { isTTY = true, yes = false } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY });
  const agrees = agreesToReset('my-data', yes, { input, output });
  input.write(typed);
  const agreed = await agrees;
  output.end();
  return { agreed, shown: await text(output) };
}

test.each(['ja\n', 'j\n', ' JA \n'])('%j is a yes, after a question that names the folder', async (typed) => {
  const { agreed, shown } = await answering(typed);
  expect(agreed).toBe(true);
  expect(shown).toContain('my-data');
  expect(shown).toContain('(ja/nei)');
});

test.each(['nei\n', '\n', 'jada\n', 'y\n'])('%j is a no, and it says that nothing is deleted', async (typed) => {
  const { agreed, shown } = await answering(typed);
  expect(agreed).toBe(false);
  expect(shown).toContain('Ingenting er slettet.');
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s at the question is a no', async (_key, typed) => {
  expect((await answering(typed)).agreed).toBe(false);
});

test('--yes asks nothing, and no terminal is a no that says how to agree', async () => {
  expect(await answering('', { yes: true })).toEqual({ agreed: true, shown: '' });
  const refused = await answering('ja\n', { isTTY: false });
  expect(refused.agreed).toBe(false);
  expect(refused.shown).toContain('npm start -- --reset --yes');
});
