import { fromMessageText } from '../cards/text/extension.ts';
import type { ExtensionCommandId } from './extension-commands.ts';
import { beginSak } from './sak-begin.ts';
import type { ChosenMessage, Deps, Shown, Turn } from './turn.ts';

type Open = (deps: Deps, turn: Turn, message: ChosenMessage | undefined) => Promise<Shown>;

// a command without an entry does not compile
const extensionViews: Readonly<Record<ExtensionCommandId, Open>> = {
  meldSomSak: (deps, turn, message) => {
    const { text = '', title, link, authorName }: Partial<ChosenMessage> = message ?? {};
    const background = fromMessageText(text, authorName);
    return beginSak(deps, turn, { ...(title && { title }), ...(background && { background }), ...(link && { link }) });
  },
};

/** Opens what a command of the app opens. */
export function openExtension(
  deps: Deps,
  turn: Turn,
  { commandId, message }: { readonly commandId: string; readonly message?: ChosenMessage },
): Promise<Shown> {
  if (!isCommand(commandId)) return Promise.resolve({ view: { view: 'notice', notice: 'unreadable' } });
  return extensionViews[commandId](deps, turn, message);
}

function isCommand(id: string): id is ExtensionCommandId {
  return Object.hasOwn(extensionViews, id);
}
