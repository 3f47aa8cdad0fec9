import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A manifest for tests on disk, with two commands, one of them for group chats too, and an extension that works on a message; `more` are others. Gives its path. */
export async function aManifest(...more: readonly object[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'utvalgsbot-manifest-')), 'manifest.json');
  const help = { title: 'hjelp', description: 'Hva du kan gjøre her' };
  const commandLists = [
    { scopes: ['personal'], commands: [help, { title: 'referat', description: 'Send et referat på e-postrunde' }] },
    { scopes: ['groupChat'], commands: [help] },
  ];
  const extension = { id: 'meldSak', title: 'Meld sak av meldingen', type: 'action', fetchTask: true };
  const manifest = {
    name: { short: 'Utvalgsbot' },
    bots: [{ commandLists }],
    composeExtensions: [{ commands: [{ ...extension, context: ['message'] }, ...more] }],
  };
  await writeFile(path, JSON.stringify(manifest));
  return path;
}
