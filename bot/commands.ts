import type { View } from '../store/view.ts';

/** What can be typed to the bot, in the order shown in the manifest's command list. */
const commands = [
  { word: 'hjelp', description: 'Hva du kan gjøre her', view: { view: 'help' } },
  {
    word: 'referat',
    description: 'Send et referat på e-postrunde, eller se hva som venter på deg',
    view: { view: 'referat-overview' },
  },
  { word: 'oppsett', description: 'Sett opp utvalget, eller se og endre oppsettet', view: { view: 'setup' } },
] as const satisfies readonly { readonly word: string; readonly description: string; readonly view: View }[];

/** What a message asks for, in any case; help when it is not a command. */
export function viewFor(text: string): View {
  const word = text.trim().toLowerCase();
  const command = commands.find((known) => known.word === word);
  return command?.view ?? { view: 'help', unknown: true };
}
