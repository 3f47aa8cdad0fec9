import type { View } from '../store/view.ts';
import type { Place } from './turn.ts';

/** What can be typed to the bot, in the order shown in the manifest's command list. */
const commands = [
  { word: 'hjelp', description: 'Hva du kan gjøre her', view: { view: 'help' } },
  {
    word: 'referat',
    description: 'Send et referat på e-postrunde, eller se hva som venter på deg',
    view: { view: 'referat-overview' },
  },
] as const satisfies readonly { readonly word: string; readonly description: string; readonly view: View }[];

/** What a message asks for, in any case; help when it is not a command. */
export function viewFor(text: string): View {
  const word = text.trim().toLowerCase();
  const command = commands.find((known) => known.word === word);
  return command?.view ?? { view: 'help', unknown: true };
}

/** What is shown of it there: outside the 1:1 chat only help, as a referat in the making is nobody else's. */
export function viewIn(kind: Place['kind'], view: View): View {
  if (kind === 'personal') return view;
  return view.view === 'help' ? { ...view, shared: true } : { view: 'notice', notice: 'personal-only' };
}

/** A command as Teams suggests it to whoever writes to the bot. */
export type Command = { readonly title: string; readonly description: string };

/** The commands that do something in this kind of conversation. */
export function commandsIn(kind: Place['kind']): readonly Command[] {
  return commands
    .filter(({ view }) => viewIn(kind, view).view !== 'notice')
    .map(({ word, description }) => ({ title: word, description }));
}
