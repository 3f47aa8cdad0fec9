import type { TiltakChange } from '../store/tiltak/rules-changes.ts';
import { about } from './about.ts';
import { button, buttonRows, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { inPages } from './pages.ts';
import { shortened } from './size.ts';
import { tiltakText } from './text/tiltak.ts';
import { changeLines, changeSums, changesText } from './text/tiltak-changes.ts';
import { type PlanGlance, planIn, planName } from './tiltak-plan.ts';

const LIST_BYTES = 26 * 1024;
const LISTED = 240;
/** So much is said of one tiltak here; all of it stands on its own card. */
const SAID = 400;
const MOST_LINES = 5;

export type PlanChanges = Pick<PlanGlance, 'committee' | 'plan'> & {
  /** When the committee last met; undefined where it has not. */
  readonly since: Date | undefined;
  readonly changes: readonly TiltakChange[];
  readonly nameOf: (personId: string) => string;
  readonly page?: number | undefined;
};

/** What is new in a plan since the committee last met. */
export function changesCard(shown: PlanChanges): Card {
  const { since, changes, nameOf, page: wanted = 0 } = shown;
  const pages = inPages(
    changes.map((change) => changed(change, nameOf)),
    LIST_BYTES,
  );
  const page = Math.min(wanted, pages.length - 1);
  const to = (next: number) => ({ verb: 'tiltak.changes', ...planIn(shown), page: next }) as const;
  return card(
    heading(changesText.title(since)),
    paragraph(planName(shown)),
    ...(since === undefined ? [paragraph(changesText.noMeeting)] : []),
    paragraph(changes.length === 0 ? changesText.nothing : changeSums(changes)),
    ...(pages[page] ?? []),
    ...(pages.length > 1 ? [paragraph(tiltakText.page(page, pages.length))] : []),
    ...buttonRows([
      ...(page > 0 ? [button(tiltakText.previous, to(page - 1))] : []),
      ...(page < pages.length - 1 ? [button(tiltakText.next, to(page + 1))] : []),
      button(tiltakText.toPlan, { verb: 'tiltak.plan', ...planIn(shown) }),
    ]),
  );
}

function changed(change: TiltakChange, nameOf: (personId: string) => string): Element {
  const { tiltak } = change;
  const lines = changeLines(change, nameOf);
  const isCut = tiltak.text.length > LISTED || lines.length > MOST_LINES || lines.some(({ length }) => length > SAID);
  return {
    type: 'Container',
    separator: true,
    items: [
      heading(shortened(tiltak.text, LISTED)),
      ...lines.slice(-MOST_LINES).map((line) => paragraph(shortened(line, SAID))),
      buttons(
        ...about(
          tiltak.text,
          button(isCut ? tiltakText.readWhole : tiltakText.open, { verb: 'tiltak.one', tiltakId: tiltak.id }),
        ),
      ),
    ],
  };
}
