import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { about } from './about.ts';
import { button, buttonRows, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { inPages } from './pages.ts';
import { draftName } from './sak-begin.ts';
import { bytesOf } from './size.ts';
import { sakStanding, sakText } from './text/sak.ts';

/** What the lists of one page may take of a message. */
const LIST_BYTES = 26 * 1024;

export type SakerOverview = {
  /** What the viewer has begun and not sent. */
  readonly drafts: readonly Sak[];
  /** What the viewer must do something with: as one who runs the agenda, or as a proposer who is asked. */
  readonly waiting: readonly Sak[];
  /** What the viewer has proposed. */
  readonly own: readonly Sak[];
  /** The committees that the viewer is in, with what they have not finished with. */
  readonly committees: readonly { readonly committee: Committee; readonly saker: readonly Sak[] }[];
  readonly nameOf: (committeeId: string) => string;
  /** The meeting that a sak is for. */
  readonly meetingOf: (sak: Sak) => Meeting | undefined;
  /** The one committee that is shown. */
  readonly only?: string | undefined;
  readonly page?: number | undefined;
};

/** Saker and where they stand: what waits for the viewer first, then the viewer's own, then by committee. */
export function sakerCard(overview: SakerOverview): Card {
  const { drafts, waiting, own, committees, nameOf, only, page = 0 } = overview;
  const line = (sak: Sak) => sakLine(sak, overview);
  const rows: Element[] = [
    ...titled(sakText.waitsForYou, waiting.flatMap(line)),
    ...titled(sakText.yours, [...drafts.flatMap((draft) => draftLine(draft, nameOf)), ...own.flatMap(line)]),
    ...committees.flatMap(({ committee, saker }) =>
      titled(sakText.listIn(committee.shortName), saker.flatMap(line), sakText.none),
    ),
  ];
  const pages = inPages(rows.length > 0 ? rows : [paragraph(sakText.none)], LIST_BYTES, bytesOf);
  const shown = Math.min(page, pages.length - 1);
  const to = (next: number) => ({ verb: 'sak.list' as const, page: next, ...(only && { committeeId: only }) });
  return card(
    heading(sakText.listTitle),
    ...(pages[shown] ?? []),
    ...(pages.length > 1 ? [paragraph(sakText.page(shown, pages.length))] : []),
    ...buttonRows([
      ...(shown > 0 ? [button(sakText.previous, to(shown - 1))] : []),
      ...(shown < pages.length - 1 ? [button(sakText.nextPage, to(shown + 1))] : []),
      button(sakText.command, { verb: 'sak.new' }),
      ...(only ? [button(sakText.toList, { verb: 'sak.list' })] : []),
    ]),
    ...(only || committees.length < 2 ? [] : choose(committees.map(({ committee }) => committee))),
  );
}

/** So many committees have a button; with more, all are on the pages anyway. */
const BUTTONS = 12;

function choose(committees: readonly Committee[]): Element[] {
  return buttonRows(
    committees
      .slice(0, BUTTONS)
      .map(({ id, shortName }) => button(sakText.inCommittee(shortName), { verb: 'sak.list', committeeId: id })),
  );
}

function titled(title: string, lines: readonly Element[], none?: string): Element[] {
  if (lines.length === 0) return none ? [heading(title), paragraph(none)] : [];
  return [heading(title), ...lines];
}

/** One item, so that a sak is never apart from its button. */
function sakLine(sak: Sak, { nameOf, meetingOf }: SakerOverview): Element[] {
  const items = [
    paragraph(`${sak.title} (${nameOf(sak.committeeId)}): ${sakStanding(sak, meetingOf(sak))}.`),
    buttons(...about(sak.title, button(sakText.show, { verb: 'sak.show', sakId: sak.id }))),
  ];
  return [{ type: 'Container', items }];
}

function draftLine(draft: Sak, nameOf: (committeeId: string) => string): Element[] {
  const name = draftName(draft, nameOf(draft.committeeId));
  const items = [
    paragraph(name),
    buttons(
      ...about(
        name,
        button(sakText.carryOn, { verb: 'sak.edit', sakId: draft.id }),
        button(sakText.discard, { verb: 'sak.withdraw', sakId: draft.id }),
      ),
    ),
  ];
  return [{ type: 'Container', items }];
}
