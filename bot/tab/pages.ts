import type { TemplateResult } from 'lit-html';
import type { WirePage } from '../tab-api/wire.ts';
import type { Context } from './context.ts';
import { committeePage } from './pages/committee.ts';
import { meetingPage } from './pages/meeting.ts';
import { meetingsPage } from './pages/meetings.ts';
import { panelPage } from './pages/panel.ts';
import { roundPage } from './pages/round.ts';
import { roundsPage } from './pages/rounds.ts';
import { sakPage } from './pages/sak.ts';
import { sakerPage } from './pages/saker.ts';
import { tiltakPage } from './pages/tiltak.ts';
import { tiltakListPage } from './pages/tiltak-list.ts';
import { tiltakOverTimePage } from './pages/tiltak-over-time.ts';
import { waitingPage } from './pages/waiting.ts';

/*
 * How to write a page of the tab.
 *
 * 1. A page is a function `(page: WireX, context: Context) => TemplateResult` in `pages/x.ts`, and one line in the switch below. It is pure: it
 *    keeps nothing. It is called again whenever something changes, and lit-html changes only what differs, so that focus and what is typed
 *    stay. Never `innerHTML`, never a `style` attribute (the content policy refuses it), never a time or a state made here: words come
 *    from the server.
 * 2. It begins with `pageHead(context, {title, committeeId, state, number, back})`: the only h1. Parts of it are `section(id, heading, content)` with
 *    an h2. A link to another page is `<a href="#/${path}">`.
 * 3. Parts, in `parts/`: `stateMark(state)`; `table(context, {caption, columns, list, empty})`, with «Vis flere» built in (`list` is the WireList: items,
 *    next, total; mark the column that names a row with `isName`); for a list of another shape `<ul class="cards"><li data-row tabindex="-1">` and
 *    `moreButton(context, list)`, `emptyText(text)`; `filterLinks(label, filters)` for views of a list; `filterForm(context, {filters, search})` for choices
 *    and a search that become the path's query; `facts([{label, value}])`; `prose(text)`; `historyPart(events)`.
 * 4. Buttons: `actionsBar(context, actions)` or `actionButton(context, {text, action, said?, isPrimary?})`. `context.act(action)` posts it; a sentence is shown in the
 *    live region, a card in the card panel, and the page is read again. With `said` («Svaret er registrert.») that sentence is shown instead of the card
 *    when it was done: use it where the page itself shows the news. A refusal is always shown as the bot says it.
 * 5. Forms: `form(context, {id, fields, action, submit, said?})`, fields of `parts/fields.ts` (`lines`, `text`, `date`, `radio`, `select`, `check`). The fields are
 *    added to the action by name. What is typed stays until it is done. Only elements registered in `fluent.ts` may be used.
 * 6. `context.go(path)` shows another page, `context.reload()` reads this one again.
 * 7. A new kind of page also gets its line in `nav.ts` (which entry of the menu it stands under) and in the table of
 *    `tests/support/tab-places.ts` (three themes, 320 px, axe, keyboard).
 */

/** What is shown of a page. */
export function pageTemplate(page: WirePage, context: Context): TemplateResult {
  switch (page.page) {
    case 'waiting':
      return waitingPage(page, context);
    case 'committee':
      return committeePage(page, context);
    case 'saker':
      return sakerPage(page, context);
    case 'sak':
      return sakPage(page, context);
    case 'meetings':
      return meetingsPage(page, context);
    case 'meeting':
      return meetingPage(page, context);
    case 'panel':
      return panelPage(page, context);
    case 'rounds':
      return roundsPage(page, context);
    case 'round':
      return roundPage(page, context);
    case 'tiltak-list':
      return tiltakListPage(page, context);
    case 'tiltak':
      return tiltakPage(page, context);
    case 'tiltak-over-time':
      return tiltakOverTimePage(page, context);
  }
}
