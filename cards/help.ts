import { button, buttons, type Card, card, heading, paragraph } from './elements.ts';
import { helpText } from './text/help.ts';

type Viewer = {
  readonly runsRounds: boolean;
  /** The message before was not understood. */
  readonly unknown: boolean;
  /** Shown where others see it: what can be done is done in the 1:1 chat. */
  readonly shared?: boolean;
};

/** What one can do here, as buttons, by role. */
export function helpCard({ runsRounds, unknown, shared }: Viewer): Card {
  const intro = [heading(helpText.title), ...(unknown ? [paragraph(helpText.unknown)] : []), paragraph(helpText.about)];
  if (shared) return card(...intro, paragraph(helpText.shared));
  const write = runsRounds ? [button(helpText.write, { verb: 'referat.new' })] : [];
  return card(
    ...intro,
    paragraph(runsRounds ? helpText.secretariat : helpText.member),
    buttons(
      button(helpText.referat, { verb: 'referat.overview' }),
      ...write,
      button(helpText.help, { verb: 'help.show' }),
    ),
    paragraph(helpText.commands),
  );
}
