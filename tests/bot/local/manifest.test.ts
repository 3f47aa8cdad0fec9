import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readManifest } from '../../../bot/local/manifest.ts';
import { startRoom } from '../../../bot/local/room.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'utvalgsbot-manifest-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const written = async (manifest: unknown) => {
  const path = join(dir, 'manifest.json');
  await writeFile(path, typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  return path;
};
const help = { title: 'hjelp', description: 'Hva du kan gjøre' };
const setUp = { title: 'oppsett', description: 'Utvalget' };

test('a manifest’s commands are offered once each, where it says, and of its extensions what opens a dialog, where it says', async () => {
  const path = await written({
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
    name: { short: 'Utvalgsbot', full: 'Utvalgsbot for helsefellesskap' },
    bots: [
      {
        botId: 'x',
        commandLists: [
          { scopes: ['personal'], commands: [help] },
          { scopes: ['team'], commands: [help, setUp] },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: 'x',
        commands: [
          { id: 'a', title: 'Meld sak', type: 'action', fetchTask: true, context: ['message'] },
          { id: 'b', title: 'Ny sak', type: 'action', fetchTask: true },
          { id: 'c', title: 'Søk', type: 'query', parameters: [] },
          { id: 'd', title: 'Fast skjema', type: 'action', parameters: [] },
        ],
      },
    ],
  });
  expect(readManifest(path)).toEqual({
    name: 'Utvalgsbot',
    commands: [
      { ...help, kinds: ['personal', 'channel'] },
      { ...setUp, kinds: ['channel'] },
    ],
    extensions: [
      { id: 'a', title: 'Meld sak', contexts: ['message'] },
      { id: 'b', title: 'Ny sak', contexts: ['compose', 'commandBox'] },
    ],
  });
});

test('without a manifest, or with one that has neither, nothing is offered', async () => {
  const nothing = { commands: [], extensions: [] };
  expect(readManifest(undefined)).toMatchObject(nothing);
  expect(readManifest(await written({ name: { short: 'X' } }))).toEqual({ name: 'X', ...nothing });
});

test.each(['{', '{}', '[]', JSON.stringify({ name: { short: 'X' }, bots: {} })])(
  'a room with the manifest %s does not start, and lets go of its port',
  async (manifest) => {
    const path = await written(manifest);
    const start = startRoom({ port: 0, botUrl: 'http://127.0.0.1:1', manifest: path });
    await expect(start).rejects.toThrow('manifest.json');
  },
);
