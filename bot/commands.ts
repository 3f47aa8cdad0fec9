import type { CommandWord } from '../cards/text/help.ts';
import type { View } from '../store/view.ts';
import type { Place } from './turn.ts';

type Known = {
  readonly word: CommandWord;
  readonly description: string;
  readonly view: View;
  /** Answered where others read along, too. */
  readonly shared?: true;
};

/** What can be typed to the bot, in the order shown in the manifest's command list. Each is a button of `hjelp` as well. */
const commands: readonly Known[] = [
  { word: 'hjelp', description: 'Hva du kan gjøre her', view: { view: 'help' }, shared: true },
  {
    word: 'referat',
    description: 'Send et referat på e-postrunde, eller se hva som venter på deg',
    view: { view: 'referat-overview' },
  },
  { word: 'meld sak', description: 'Meld en sak til et utvalg', view: { view: 'sak-drafts' }, shared: true },
  { word: 'saker', description: 'Saker og hvor de står', view: { view: 'saker' } },
  { word: 'saksliste', description: 'Bygg og send sakslisten, eller les den som er sendt', view: { view: 'agenda' } },
  {
    word: 'forfall',
    description: 'Meld forfall til et møte, og se hvem som møter som vara',
    view: { view: 'forfall' },
  },
  {
    word: 'møteplan',
    description: 'Se møtene som kommer, og legg dem i kalenderen',
    view: { view: 'meeting-plan' },
  },
  {
    word: 'tiltak',
    description: 'Se tiltakene dine, og hvordan det går med handlingsplanen',
    view: { view: 'tiltak' },
  },
  {
    word: 'vara',
    description: 'Se varaene dine, foreslå en ny, eller be utvalget melde inn',
    view: { view: 'vara' },
  },
  {
    word: 'oppsett',
    description: 'Sett opp utvalget, eller se og endre oppsettet',
    view: { view: 'setup' },
    shared: true,
  },
];

const isAnswered = ({ shared }: Known, kind: Place['kind']) => kind === 'personal' || shared === true;

/** What a message asks for, in any case; help when it is not a command. A referat in the making is nobody else's. */
export function viewFor(text: string, kind: Place['kind']): View {
  const word = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const command = commands.find((known) => known.word === word);
  if (command === undefined) return { view: 'help', unknown: true };
  return isAnswered(command, kind) ? command.view : { view: 'notice', notice: 'personal-only' };
}

/** A command as Teams suggests it to whoever writes to the bot. */
export type Command = { readonly title: string; readonly description: string };

/** The commands that are answered in this kind of conversation. */
export function commandsIn(kind: Place['kind']): readonly Command[] {
  return commands
    .filter((known) => isAnswered(known, kind))
    .map(({ word, description }) => ({ title: word, description }));
}
