import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WireApp } from './wire.ts';

const command = z.object({ title: z.string(), description: z.string().default('') });
const extension = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string().default('query'),
  fetchTask: z.boolean().default(false),
  context: z.array(z.enum(['message', 'compose', 'commandBox'])).default(['compose', 'commandBox']),
});
const manifestSchema = z.object({
  name: z.object({ short: z.string() }),
  bots: z.array(z.object({ commandLists: z.array(z.object({ commands: z.array(command) })).default([]) })).default([]),
  composeExtensions: z.array(z.object({ commands: z.array(extension).default([]) })).default([]),
});

/** An app that offers nothing, in place of a manifest. */
const BARE: WireApp = { name: 'Utvalgsbot', commands: [], extensions: [] };

/** What a Teams app manifest offers: its commands, once each, and what opens a dialog. Throws when it cannot be read. */
export function readManifest(path: string | undefined): WireApp {
  if (path === undefined) return BARE;
  const { name, bots, composeExtensions } = parsed(path);
  const commands = bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands));
  const extensions = composeExtensions.flatMap((found) => found.commands);
  return {
    name: name.short,
    commands: [...new Map(commands.map((found) => [found.title, found])).values()],
    extensions: extensions
      .filter(({ type, fetchTask }) => type === 'action' && fetchTask)
      .map(({ id, title, context }) => ({ id, title, contexts: context })),
  };
}

function parsed(path: string): z.infer<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} kan ikke leses som manifest`, { cause });
  }
}
