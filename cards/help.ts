import { button, buttonRows, type Card, card, heading, paragraph } from './elements.ts';
import { type HelpRole, helpFor, helpText } from './text/help.ts';
import { planText } from './text/meeting-plan.ts';
import { sakText } from './text/sak.ts';
import { setupText } from './text/setup.ts';
import { tiltakText } from './text/tiltak.ts';

/** `unknown`: the message before was not understood. */
type Asked = { readonly unknown: boolean };

const intro = ({ unknown }: Asked) => [
  heading(helpText.title),
  ...(unknown ? [paragraph(helpText.unknown)] : []),
  paragraph(helpText.about),
];

/** What one can do here, as buttons, by role. */
export function helpCard({ role, unknown }: Asked & { readonly role: HelpRole }): Card {
  const hasCommittee = role !== 'nowhere' && role !== 'vara';
  return card(
    ...intro({ unknown }),
    paragraph(helpFor[role]),
    ...buttonRows([
      button(sakText.command, { verb: 'sak.new' }),
      button(sakText.saker, { verb: 'sak.list' }),
      button(helpText.referat, { verb: 'referat.overview' }),
      button(helpText.agenda, { verb: 'agenda.show' }),
      button(helpText.forfall, { verb: 'forfall.show' }),
      ...(role === 'secretariat' ? [button(helpText.write, { verb: 'referat.new' })] : []),
      ...(hasCommittee ? [button(planText.button, { verb: 'meeting.plan' })] : []),
      button(tiltakText.command, { verb: 'tiltak.home' }),
      ...(role === 'nowhere' ? [] : [button(helpText.vara, { verb: 'vara.show' })]),
      hasCommittee ? button(helpText.setup, { verb: 'setup.show' }) : button(setupText.start, { verb: 'setup.start' }),
      button(helpText.help, { verb: 'help.show' }),
    ]),
    paragraph(helpText.commands),
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
