import type { CardAction } from './actions.ts';
import { button, buttonRows, type Card, card, facts, heading, paragraph } from './elements.ts';
import { capitalized } from './text/format.ts';
import { type CommandWord, firstSteps, type HelpRole, helpFor, helpText, helpWays } from './text/help.ts';
import { sakText } from './text/sak.ts';
import { setupText } from './text/setup.ts';

/** `unknown`: the message before was not understood. */
type Asked = { readonly unknown: boolean };

/** The button that does what a command does. */
const actionFor: Readonly<Record<CommandWord, CardAction>> = {
  hjelp: { verb: 'help.show' },
  referat: { verb: 'referat.overview' },
  'meld sak': { verb: 'sak.new' },
  saker: { verb: 'sak.list' },
  saksliste: { verb: 'agenda.show' },
  forfall: { verb: 'forfall.show' },
  møteplan: { verb: 'meeting.plan' },
  tiltak: { verb: 'tiltak.home' },
  vara: { verb: 'vara.show' },
  oppsett: { verb: 'setup.show' },
};

const intro = ({ unknown }: Asked) => [
  heading(helpText.title),
  ...(unknown ? [paragraph(helpText.unknown)] : []),
  paragraph(helpText.about),
];

/**
 * What one can do here, by role: each command with what it is for, and as a button. `appLink`: the committee that they run
 * has done nothing yet, and this is what they send to its members. `hasTab`: the app has a tab,
 * which shows something to whoever is in a committee.
 */
export function helpCard({
  role,
  unknown,
  appLink,
  hasTab = false,
}: Asked & {
  readonly role: HelpRole;
  readonly appLink?: string | undefined;
  readonly hasTab?: boolean;
}): Card {
  const ways = Object.entries(helpWays[role]) as [CommandWord, string][];
  const words: readonly CommandWord[] = [...ways.map(([word]) => word), 'hjelp'];
  const buttonOf = (word: CommandWord) =>
    role === 'nowhere' && word === 'oppsett'
      ? button(setupText.start, { verb: 'setup.start' })
      : button(capitalized(word), actionFor[word]);
  return card(
    ...intro({ unknown }),
    paragraph(helpFor[role]),
    ...(hasTab && role !== 'nowhere' && role !== 'owner' ? [paragraph(helpText.tab)] : []),
    ...(appLink === undefined ? [] : [heading(firstSteps.title), ...firstSteps.lines(appLink).map(paragraph)]),
    facts(Object.fromEntries(ways.map(([word, use]) => [capitalized(word), use]))),
    ...buttonRows([
      ...words.map(buttonOf),
      ...(role === 'secretariat' ? [button(helpText.write, { verb: 'referat.new' })] : []),
    ]),
    paragraph(helpText.commands(words)),
  );
}

/** The same where others see it: what can be done is done in the 1:1 chat. `canSetUp`: no committee meets here. */
export function sharedHelpCard({ unknown, canSetUp }: Asked & { readonly canSetUp: boolean }): Card {
  return card(
    ...intro({ unknown }),
    paragraph(helpText.shared),
    ...(canSetUp ? [paragraph(helpText.setUpHere)] : []),
    ...buttonRows([
      button(sakText.command, { verb: 'sak.new' }),
      ...(canSetUp ? [button(setupText.start, { verb: 'setup.start' })] : []),
    ]),
  );
}
