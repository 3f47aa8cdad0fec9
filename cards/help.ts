import { button, buttons, type Card, card, heading, paragraph } from './elements.ts';
import { helpText } from './text/help.ts';

/** What one can do here, as buttons, by role. `unknown`: the message before was not understood. */
export function helpCard(viewer: { readonly runsRounds: boolean; readonly unknown: boolean }): Card {
  const intro = viewer.unknown ? [paragraph(helpText.unknown)] : [];
  const role = viewer.runsRounds ? helpText.secretariat : helpText.member;
  const write = viewer.runsRounds ? [button('Nytt referat', { verb: 'referat.new' })] : [];
  return card(
    heading(helpText.title),
    ...intro,
    paragraph(helpText.about),
    paragraph(role),
    buttons(button('Referat', { verb: 'referat.overview' }), ...write, button('Hjelp', { verb: 'help.show' })),
    paragraph(helpText.commands),
  );
}
