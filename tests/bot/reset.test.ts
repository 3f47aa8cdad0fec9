import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { agreesToReset, removeData } from '../../bot/reset.ts';

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

test('the manifest and the files of chats are removed with the rest, and what somebody else put beside them stays', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-reset-'));
  const files = join(dataDir, 'room', 'files');
  await mkdir(files, { recursive: true });
  const id = '0d5c5a1e-7a52-4f0e-9a57-2f6f0a1d0001';
  for (const name of [id, `${id}.new`, 'mine.docx']) await writeFile(join(files, name), 'x');
  await writeFile(join(dataDir, 'room', 'manifest.json'), '{}');
  removeData(dataDir);
  expect(await readdir(files)).toEqual(['mine.docx']);
  await rm(join(files, 'mine.docx'));
  removeData(dataDir);
  expect(existsSync(join(dataDir, 'room'))).toBe(false);
  await rm(dataDir, { recursive: true });
});
