import { fromMessageText } from '../cards/text/extension.ts';
import type { ExtensionCommandId } from './extension-commands.ts';
import { beginSak } from './sak-begin.ts';
import type { ChosenMessage, Deps, Inbound, Shown, Turn } from './turn.ts';

type Opened = Extract<Inbound, { kind: 'extension-opened' }>;
type Open = (deps: Deps, turn: Turn, opened: Opened) => Promise<Shown>;

// a command without an entry does not compile
const extensionViews: Readonly<Record<ExtensionCommandId, Open>> = {
  meldSomSak: (deps, turn, { message, from }) => {
    const { text = '', title, link, authorId, authorName }: Partial<ChosenMessage> = message ?? {};
    // one's own name stands in the sak anyway, as «Fra»
    const isOwn = authorId !== undefined && authorId.toLowerCase() === from.objectId?.toLowerCase();
    const background = fromMessageText(text, isOwn ? undefined : authorName);
    return beginSak(deps, turn, { ...(title && { title }), ...(background && { background }), ...(link && { link }) });
  },
};

/** Opens what a command of the app opens. */
export function openExtension(deps: Deps, turn: Turn, opened: Opened): Promise<Shown> {
  const { commandId } = opened;
  if (!isCommand(commandId)) return Promise.resolve({ view: { view: 'notice', notice: 'unreadable' } });
  return extensionViews[commandId](deps, turn, opened);
}

function isCommand(id: string): id is ExtensionCommandId {
  return Object.hasOwn(extensionViews, id);
}
