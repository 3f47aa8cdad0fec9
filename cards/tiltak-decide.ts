import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { decisions } from '../store/tiltak/rules-decide.ts';
import type { Typed } from '../store/view-fields.ts';
import { button, buttons, type Card, card, type Element, heading, paragraph, prefilled, submit } from './elements.ts';
import { emptiable } from './emptiable.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { shortened } from './size.ts';
import { sakHeading } from './text/minutes.ts';
import { problemLines } from './text/problems.ts';
import { tiltakText } from './text/tiltak.ts';
import { decisionText, tiltakDecideProblems, tiltakDecideText } from './text/tiltak-decide.ts';

/** What the list of proposals may take of a message, and how much of each tiltak it shows. */
const LIST_BYTES = 20 * 1024;
const SHOWN = 600;

/** A tiltak, and where it stands: «Sak 25/23, vedtakspunkt 3» or its place in a plan. */
export type Proposed = { readonly tiltak: Tiltak; readonly where: string };

/** What a meeting decides of the tiltak that are unclear or proposed deleted, one by one. */
export function proposalsCard({
  meeting,
  sak,
  proposed,
  page = 0,
  said,
}: {
  readonly meeting: Pick<Meeting, 'id'>;
  readonly sak: Pick<Sak, 'id' | 'number' | 'title'>;
  readonly proposed: readonly Proposed[];
  readonly page?: number | undefined;
  readonly said?: string | undefined;
}): Card {
  const at = { meetingId: meeting.id, sakId: sak.id };
  const pages = inPages(
    proposed.map((one) => proposedPart(one, at)),
    LIST_BYTES,
  );
  const shown = Math.min(page, pages.length - 1);
  const next = { verb: 'tiltak.proposals' as const, ...at, page: (shown + 1) % pages.length };
  return card(
    heading(tiltakDecideText.listTitle),
    paragraph(sakHeading(sak)),
    ...noticeLines(said),
    paragraph(proposed.length === 0 ? tiltakDecideText.none : tiltakDecideText.listAbout),
    ...(pages[shown] ?? []).flat(),
    ...(pages.length > 1
      ? [paragraph(tiltakDecideText.pages(shown, pages.length)), buttons(button(tiltakDecideText.next, next))]
      : []),
    buttons(button(tiltakDecideText.backToSak, { verb: 'minutes.sak', ...at })),
  );
}

function proposedPart({ tiltak, where }: Proposed, at: { meetingId: string; sakId: string }): Element[] {
  const decided = tiltak.proposal?.decided;
  const asked = tiltak.proposal?.kind === 'delete' ? tiltakDecideText.delete : tiltakDecideText.unclear;
  return [
    paragraph(`${where}: ${shortened(tiltak.text, SHOWN)}`),
    paragraph(decided ? tiltakDecideText.decided(decided.what) : asked),
    buttons(
      button(decided ? tiltakDecideText.change : tiltakDecideText.register, {
        verb: 'tiltak.decide-form',
        tiltakId: tiltak.id,
        ...at,
      }),
    ),
  ];
}

/** One of them: kept, clarified with a new text, or deleted. */
export function decideCard({
  tiltak,
  where,
  meetingId,
  sakId,
  typed,
  problems,
  said,
}: Proposed & {
  readonly meetingId?: string | undefined;
  readonly sakId?: string | undefined;
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly said?: string | undefined;
}): Card {
  const { id: tiltakId, proposal, text } = tiltak;
  const at = { ...(meetingId && { meetingId }), ...(sakId && { sakId }) };
  return emptiable(
    card(
      heading(tiltakDecideText.title),
      paragraph(where),
      ...noticeLines(said),
      ...problemLines(problems, tiltakDecideProblems),
      ...(proposal?.decided === undefined
        ? [paragraph(proposal?.kind === 'delete' ? tiltakDecideText.delete : tiltakDecideText.unclear)]
        : [paragraph(tiltakDecideText.decided(proposal.decided.what))]),
      {
        type: 'Input.ChoiceSet',
        id: 'decision',
        label: tiltakDecideText.decision,
        style: 'expanded',
        choices: decisions.map((value) => ({ title: decisionText[value], value })),
        ...prefilled(typed.decision ?? proposal?.decided?.what),
      },
      {
        type: 'Input.Text',
        id: 'text',
        label: tiltakDecideText.text,
        isMultiline: true,
        ...prefilled(typed.text ?? text),
      },
      paragraph(tiltakDecideText.about),
      buttons(
        submit(tiltakDecideText.save, { verb: 'tiltak.decide', tiltakId, ...at }),
        meetingId && sakId
          ? button(tiltakDecideText.back, { verb: 'tiltak.proposals', meetingId, sakId })
          : button(tiltakText.toTiltak, { verb: 'tiltak.one', tiltakId }),
      ),
    ),
  );
}
