import { z } from 'zod';
import { type Command, commandsIn } from './commands.ts';
import { extensionCommands } from './extension-commands.ts';
import { tabsIn } from './manifest-tabs.ts';
import type { Place } from './turn.ts';

/** Who stands for the app: what an administrator and every user can look up about it. */
export type Publisher = {
  readonly name: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsOfUseUrl: string;
};

/** What the manifest says that its template does not know. */
export type Facts = {
  readonly appId: string;
  readonly version: string;
  readonly publisher: Publisher;
  /** Where the bot is reached from outside; without it there is no tab, as in the try-out room. */
  readonly publicUrl?: string;
  /** The app registration for signing in to the tab, where it is not the bot's. */
  readonly tabAppId?: string;
};

/** The template, as far as it is filled in: strict where a value left behind would be somebody else's. */
const templateSchema = z.looseObject({
  bots: z.tuple([z.looseObject({ scopes: z.array(z.enum(['personal', 'team', 'groupChat'])).min(1) })]),
});

const KINDS = { personal: 'personal', team: 'channel', groupChat: 'groupChat' } as const satisfies Record<
  string,
  Place['kind']
>;
type Scope = keyof typeof KINDS;

/** The app's manifest: its template, with what only the code and the operator know. Throws when the template is none. */
export function manifestOf(template: unknown, { appId, version, publisher, publicUrl, tabAppId }: Facts): object {
  const { bots, ...rest } = templateSchema.parse(template);
  const [bot] = bots;
  return {
    ...rest,
    version,
    id: appId,
    developer: publisher,
    bots: [{ ...bot, botId: appId, commandLists: commandLists(bot.scopes) }],
    composeExtensions: [{ botId: appId, commands: extensionCommands.map(inManifest) }],
    ...(publicUrl === undefined ? { validDomains: [] } : tabsIn(appId, publicUrl, tabAppId)),
  };
}

/** What is chosen opens a dialog that the bot is asked for. */
function inManifest({ id, title, description, context }: (typeof extensionCommands)[number]): object {
  return { id, type: 'action', title, description, context, fetchTask: true };
}

type CommandList = { readonly scopes: Scope[]; readonly commands: readonly Command[] };

/** One list for each scope, and one for several where it is the same: older versions of Teams take two. */
function commandLists(scopes: readonly Scope[]): readonly CommandList[] {
  const lists = new Map<string, CommandList>();
  for (const scope of scopes) {
    const commands = commandsIn(KINDS[scope]);
    const same = JSON.stringify(commands);
    const list = lists.get(same) ?? { scopes: [], commands };
    list.scopes.push(scope);
    lists.set(same, list);
  }
  return [...lists.values()];
}
