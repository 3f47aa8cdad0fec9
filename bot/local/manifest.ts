import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WireApp, WireCommand } from './wire.ts';

const command = z.object({ title: z.string(), description: z.string().default('') });
const extension = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string().default('query'),
  fetchTask: z.boolean().default(false),
  context: z.array(z.enum(['message', 'compose', 'commandBox'])).default(['compose', 'commandBox']),
});
const commandList = z.object({
  scopes: z.array(z.enum(['personal', 'team', 'groupChat'])),
  commands: z.array(command),
});
type CommandList = z.infer<typeof commandList>;
const KINDS = { personal: 'personal', team: 'channel', groupChat: 'groupChat' } as const;

const manifestSchema = z.object({
  name: z.object({ short: z.string() }),
  bots: z.array(z.object({ commandLists: z.array(commandList).default([]) })).default([]),
  composeExtensions: z.array(z.object({ commands: z.array(extension).default([]) })).default([]),
});

/** An app that offers nothing, in place of a manifest. */
const BARE: WireApp = { name: 'Utvalgsbot', commands: [], extensions: [] };

/** What a Teams app manifest offers: its commands, once each with all their places, and what opens a dialog. Throws when it cannot be read. */
export function readManifest(path: string | undefined): WireApp {
  if (path === undefined) return BARE;
  const { name, bots, composeExtensions } = parsed(path);
  const extensions = composeExtensions.flatMap((found) => found.commands);
  return {
    name: name.short,
    commands: commandsIn(bots.flatMap(({ commandLists }) => commandLists)),
    extensions: extensions
      .filter(({ type, fetchTask }) => type === 'action' && fetchTask)
      .map(({ id, title, context }) => ({ id, title, contexts: context })),
  };
}

function commandsIn(lists: readonly CommandList[]): readonly WireCommand[] {
  const found = new Map<string, WireCommand>();
  for (const { scopes, commands } of lists)
    for (const { title, description } of commands) {
      const kinds = [...(found.get(title)?.kinds ?? []), ...scopes.map((scope) => KINDS[scope])];
      found.set(title, { title, description, kinds: [...new Set(kinds)] });
    }
  return [...found.values()];
}

function parsed(path: string): z.infer<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} kan ikke leses som manifest`, { cause });
  }
}
