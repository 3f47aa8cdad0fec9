import { button, buttonRows, type Card, card, heading, paragraph } from './elements.ts';
import { helpText } from './text/help.ts';
import { sakText } from './text/sak.ts';
import { setupText } from './text/setup.ts';

type Viewer = {
  readonly runsRounds: boolean;
  /** The message before was not understood. */
  readonly unknown: boolean;
  /** Shown where others see it: what can be done is done in the 1:1 chat. */
  readonly shared?: boolean;
  /** The viewer is in no committee, or, where others see it, there is none for the conversation. */
  readonly canSetUp?: boolean;
};

/** What one can do here, as buttons, by role. */
export function helpCard({ runsRounds, unknown, shared, canSetUp }: Viewer): Card {
  const intro = [heading(helpText.title), ...(unknown ? [paragraph(helpText.unknown)] : []), paragraph(helpText.about)];
  const start = canSetUp ? [button(setupText.start, { verb: 'setup.start' })] : [];
  if (shared)
    return card(
      ...intro,
      paragraph(helpText.shared),
      ...(canSetUp ? [paragraph(helpText.setUpHere)] : []),
      ...buttonRows([button(sakText.command, { verb: 'sak.new' }), ...start]),
    );
  const write = runsRounds ? [button(helpText.write, { verb: 'referat.new' })] : [];
  return card(
    ...intro,
    paragraph(runsRounds ? helpText.secretariat : canSetUp ? helpText.setUp : helpText.member),
    ...buttonRows([
      button(sakText.command, { verb: 'sak.new' }),
      button(sakText.saker, { verb: 'sak.list' }),
      button(helpText.referat, { verb: 'referat.overview' }),
      button(helpText.agenda, { verb: 'agenda.show' }),
      ...write,
      ...(canSetUp ? start : [button(helpText.setup, { verb: 'setup.show' })]),
      button(helpText.help, { verb: 'help.show' }),
    ]),
    paragraph(helpText.commands),
  );
}
