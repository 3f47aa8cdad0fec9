import { button, type Card, card, type Execute, heading, link, paragraph, prose } from './elements.ts';
import { appLinkText } from './text/app-link.ts';

/** Where somebody is told of who lacks the app: the way to what can be sent to them. */
export function appLinkButton(committeeId: string): Execute {
  return button(appLinkText.button, { verb: 'app.link', committeeId });
}

/** What the secretariat sends to those who lack the app, to be copied. */
export function appLinkCard({ committee, url }: { readonly committee: string; readonly url: string }): Card {
  return card(
    heading(appLinkText.title),
    paragraph(appLinkText.about),
    prose(appLinkText.text(committee, url)),
    paragraph(appLinkText.guests),
    link(appLinkText.open, url),
  );
}
