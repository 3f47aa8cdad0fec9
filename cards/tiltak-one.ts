import { isProposed, type Tiltak } from '../store/tiltak/record.ts';
import { type HistoryLine, historyOf } from '../store/tiltak/rules-changes.ts';
import { isDeleted } from '../store/tiltak/rules-decide.ts';
import { standingOf } from '../store/tiltak/rules-report.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  paragraph,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages, pagesOf } from './pages.ts';
import { editLine, filterText, sourceText, standingName, tiltakText, toldStatus } from './text/tiltak.ts';
import { tiltakDecideText } from './text/tiltak-decide.ts';
import { dueText } from './text/tiltak-status.ts';
import { type PlanGlance, planIn, planName } from './tiltak-plan.ts';

export type OneTiltak = Pick<PlanGlance, 'committee' | 'plan'> & {
  readonly tiltak: Tiltak;
  /** Whether the viewer runs the committee, may answer for the tiltak, and may read the plan. */
  readonly may: { readonly run: boolean; readonly answer: boolean; readonly readPlan: boolean };
  /** Who is asked about it today. */
  readonly asked: readonly string[];
  readonly isOverdue: boolean;
  readonly nameOf: (personId: string) => string;
  readonly page?: number | undefined;
  readonly problem?: string | undefined;
};

/** What the texts of one page may take of a message, and one piece of a long one. */
const PAGE_BYTES = 26 * 1024;
const PIECE_BYTES = 6 * 1024;
/** A longer fact is a paragraph. */
const FACT = 200;

/** One tiltak, whole, with all that has happened with it. */
export function tiltakCard(one: OneTiltak): Card {
  const { tiltak, problem, page = 0 } = one;
  const pages = inPages([...aboutElements(one), ...historyElements(one)], PAGE_BYTES);
  const shown = Math.min(page, pages.length - 1);
  const to = (next: number) => ({ verb: 'tiltak.one', tiltakId: tiltak.id, page: next }) as const;
  return card(
    heading(planName(one)),
    ...noticeLines(problem),
    ...(tiltak.state === 'closed' ? [paragraph(isDeleted(tiltak) ? tiltakText.deleted : tiltakText.closed)] : []),
    ...(pages[shown] ?? []),
    ...(pages.length > 1 ? [paragraph(tiltakText.page(shown, pages.length))] : []),
    ...buttonRows(tiltakActions(one)),
    ...buttonRows([
      ...(shown > 0 ? [button(tiltakText.previous, to(shown - 1))] : []),
      ...(shown < pages.length - 1 ? [button(tiltakText.next, to(shown + 1))] : []),
    ]),
    buttons(
      one.may.readPlan
        ? button(tiltakText.toPlan, { verb: 'tiltak.plan', ...planIn(one) })
        : button(tiltakText.toMine, { verb: 'tiltak.home' }),
    ),
  );
}

/** A text as it stands, in pieces that fit a page. */
const pieces = (text: string): Element[] => pagesOf(text, PIECE_BYTES).map(paragraph);

function aboutElements(one: OneTiltak): Element[] {
  const entries = Object.entries(factsOf(one));
  const short = entries.filter(([, value]) => value.length <= FACT);
  const long = entries.filter(([, value]) => value.length > FACT);
  return [
    ...pieces(one.tiltak.text),
    facts(Object.fromEntries(short)),
    ...long.flatMap(([label, value]) => pieces(`${label}: ${value}`)),
  ];
}

function factsOf({ tiltak, asked, isOverdue }: OneTiltak): Record<string, string> {
  const { place, owner } = tiltak;
  const due = dueText(tiltak) ?? tiltakText.noDue;
  return {
    [tiltakText.standing]: standingName(standingOf(tiltak)),
    [tiltakText.owner]: owner ?? tiltakText.noOwner,
    [tiltakText.asked]: asked.length > 0 ? asked.join(', ') : tiltakText.nobodyAsked,
    [tiltakText.due]: isOverdue ? `${due}. ${filterText.overdue}.` : due,
    ...(place.focusArea && { [tiltakText.area]: place.focusArea }),
    ...(place.goal && { [tiltakText.goal]: place.goal }),
    ...(place.how && { [tiltakText.how]: place.how }),
    ...(tiltak.source && { [tiltakText.source]: sourceText(tiltak.source) }),
    ...(isProposed(tiltak) && { [tiltakText.proposal]: tiltakText.proposed }),
  };
}

/** What can be done with it, by whoever looks. */
export function tiltakActions({ tiltak, may }: Pick<OneTiltak, 'tiltak' | 'may'>): Execute[] {
  const { id: tiltakId } = tiltak;
  if (isDeleted(tiltak)) return may.run ? [button(tiltakDecideText.registerOther, decideIn(tiltak))] : [];
  if (tiltak.state === 'closed')
    return may.run ? [button(tiltakText.reopen, { verb: 'tiltak.reopen' as const, tiltakId })] : [];
  const answer = { verb: 'tiltak.answer-form', tiltakId, back: may.readPlan ? 'plan' : 'mine' } as const;
  const own = may.answer ? [button(tiltakText.answer, answer)] : [];
  return may.run
    ? [
        ...(may.answer ? own : [button(tiltakText.register, answer)]),
        ...(isProposed(tiltak) ? [button(tiltakDecideText.registerElsewhere, decideIn(tiltak))] : []),
        button(tiltakText.edit, { verb: 'tiltak.edit-form' as const, tiltakId }),
        button(tiltakText.close, { verb: 'tiltak.close-form' as const, tiltakId }),
      ]
    : own;
}

/** To what the committee has decided: in the minutes of the meeting that did. */
function decideIn({ id: tiltakId, proposal }: Tiltak) {
  const { meetingId, sakId } = proposal?.decided ?? {};
  return { verb: 'tiltak.decide-form' as const, tiltakId, ...(meetingId && sakId && { meetingId, sakId }) };
}

function historyElements({ tiltak, nameOf }: OneTiltak): Element[] {
  const lines = historyTexts(tiltak, nameOf).map(({ what }) => what);
  return [
    heading(tiltakText.history),
    ...(lines.length === 0 ? [paragraph(tiltakText.noHistory)] : lines.flatMap(pieces)),
  ];
}

/** All that has happened with a tiltak, in words, the newest first. */
export function historyTexts(
  tiltak: Tiltak,
  nameOf: (id: string) => string,
): readonly { readonly at: Date; readonly what: string }[] {
  return historyOf(tiltak).flatMap((line) => {
    const what = lineText(line, tiltak.owner, nameOf);
    return what === undefined ? [] : [{ at: line.at, what }];
  });
}

function lineText(line: HistoryLine, owner: string | undefined, nameOf: (id: string) => string): string | undefined {
  return 'status' in line ? toldStatus(line.status, owner, nameOf) : editLine(line.entry, nameOf);
}

/** Whether a tiltak is to be taken out of its plan, and what that means; what the committee decides is its own. */
export function closeCard({ tiltak, committee, plan }: Pick<OneTiltak, 'tiltak' | 'committee' | 'plan'>): Card {
  const { id: tiltakId } = tiltak;
  const back = button(tiltakText.toTiltak, { verb: 'tiltak.one', tiltakId });
  return card(
    heading(tiltakText.closeTitle),
    paragraph(planName({ committee, plan })),
    ...pieces(tiltak.text),
    ...(isProposed(tiltak)
      ? [paragraph(tiltakText.closeProposed), buttons(back)]
      : [
          paragraph(tiltakText.closeAbout),
          buttons(button(tiltakText.closeYes, { verb: 'tiltak.close', tiltakId }), back),
        ]),
  );
}
