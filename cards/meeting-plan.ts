import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isOver } from '../store/meeting/rules-agenda-send.ts';
import type { Clash } from '../store/meeting/rules-clash.ts';
import type { ComingSak } from '../store/meeting/rules-coming.ts';
import type { Forecast } from '../store/meeting/rules-forecast.ts';
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
import { forecastElements, riskActions } from './forecast.ts';
import { inPages } from './pages.ts';
import { namesText } from './setup-members.ts';
import { bytesOf } from './size.ts';
import { countsText } from './text/counts.ts';
import { forfallButtons } from './text/forfall.ts';
import { capitalized } from './text/format.ts';
import { meetingLine, meetingTitle, meetingWhere } from './text/meeting.ts';
import { clashText, planText } from './text/meeting-plan.ts';
import { minutesText } from './text/minutes.ts';

/** A coming meeting, and what it collides with; names only for those who arrange meetings. */
export type PlanRow = {
  readonly meeting: Meeting;
  readonly clashes: readonly Clash[];
  /** Its time has passed, and nobody has registered that it was held. */
  readonly isPast?: boolean;
};

/** What is known of whoever looks at a plan. */
export type PlanViewer = {
  /** They arrange meetings: chair, vice chair, secretariat. */
  readonly mayPlan: boolean;
  /** They have a seat, and may report forfall. */
  readonly hasSeat?: boolean;
  /** They see everybody's forfall: chair, secretariat. */
  readonly seesForfall?: boolean;
  /** Names are for the secretariat. */
  readonly nameOf?: ((personId: string) => string) | undefined;
};

/** What one page of meetings may take of a message, and how many are read at a time. */
const PAGE_BYTES = 16 * 1024;
const PAGE_ROWS = 10;
/** So many collisions of one meeting are named in the plan; all of them at the meeting itself. */
const CLASHES = 3;
const COMING_BYTES = 6 * 1024;

/** The coming meetings of a committee, ten at a time. */
export function planCard(
  committee: Committee,
  {
    rows,
    page: wanted,
    coming,
    viewer,
    said,
  }: {
    readonly rows: readonly PlanRow[];
    readonly page: number;
    readonly coming: readonly { readonly sak: ComingSak; readonly wished?: string | undefined }[];
    readonly viewer: PlanViewer;
    readonly said?: string | undefined;
  },
): Card {
  const { id: committeeId, shortName } = committee;
  const pages = inPages(
    rows.map((row) => rowElements(row, viewer)),
    PAGE_BYTES,
    (row) => Math.max(bytesOf(row), PAGE_BYTES / PAGE_ROWS),
  );
  const page = Math.min(wanted, pages.length - 1);
  const empty = viewer.mayPlan ? planText.emptyEditor : planText.empty;
  return card(
    heading(planText.title(shortName)),
    ...(said === undefined ? [] : [paragraph(said)]),
    ...(rows.length === 0 ? [paragraph(empty)] : []),
    ...(pages.length > 1 ? [heading(planText.page(page, pages.length))] : []),
    ...(pages[page] ?? []).flat(),
    ...(pages.length > 1
      ? [buttons(button(planText.next, { verb: 'meeting.plan', committeeId, page: (page + 1) % pages.length }))]
      : []),
    ...comingElements(coming),
    ...buttonRows(planButtons(committee, viewer, rows.length > 0)),
  );
}

/** What can be done with a plan of meetings. */
export function planButtons(
  { id: committeeId }: Pick<Committee, 'id'>,
  { mayPlan, seesForfall }: PlanViewer,
  hasMeetings: boolean,
): Execute[] {
  return [
    ...(hasMeetings ? [button(planText.calendarAll, { verb: 'meeting.calendar', committeeId })] : []),
    ...(mayPlan
      ? [
          button(planText.add, { verb: 'meeting.form', committeeId }),
          button(planText.paste, { verb: 'meeting.lines-form', committeeId }),
        ]
      : []),
    ...(mayPlan && hasMeetings ? [button(planText.coming, { verb: 'meeting.coming-form' as const, committeeId })] : []),
    ...(seesForfall ? [button(countsText.button, { verb: 'counts.show' as const, committeeId })] : []),
  ];
}

function rowElements({ meeting, clashes, isPast }: PlanRow, viewer: PlanViewer): Element[] {
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        paragraph(meetingLine(meeting)),
        ...(isPast ? [paragraph(planText.past)] : []),
        ...clashElements(clashes.slice(0, CLASHES), viewer),
      ],
    },
    buttons(button(planText.open(meeting), { verb: 'meeting.show', meetingId: meeting.id })),
  ];
}

function clashElements(clashes: readonly Clash[], { nameOf }: PlanViewer): Element[] {
  return clashes.map((clash) => paragraph(clashText(clash, nameOf && namesText(clash.people.map(nameOf)))));
}

function comingElements(
  coming: readonly { readonly sak: ComingSak; readonly wished?: string | undefined }[],
): Element[] {
  if (coming.length === 0) return [];
  const lines = coming.map(({ sak, wished }) => planText.kommende(sak.title, wished));
  const [shown = []] = inPages(lines, COMING_BYTES, (line) => bytesOf(paragraph(line)));
  const left = lines.length - shown.length;
  return [
    heading(planText.comingTitle),
    ...shown.map(paragraph),
    ...(left > 0 ? [paragraph(planText.left(left))] : []),
  ];
}

/** One meeting: when, where, what it collides with, and what can be done with it. */
export function meetingCard(
  committee: Committee,
  meeting: Meeting,
  {
    clashes,
    wished,
    cancelledBy,
    viewer,
    said,
    forecast,
    now,
  }: {
    readonly clashes: readonly Clash[];
    /** Titles of «Kommende saker» that are wished for this meeting. */
    readonly wished: readonly string[];
    readonly cancelledBy: string;
    readonly viewer: PlanViewer;
    readonly said?: string | undefined;
    /** Who comes: for the chair and the secretariat, while the meeting is to come. */
    readonly forecast?: Forecast | undefined;
    readonly now: Date;
  },
): Card {
  const { cancelled } = meeting;
  const committeeId = committee.id;
  const [titles = []] = inPages(wished, COMING_BYTES, (line) => bytesOf(paragraph(line)));
  const [collisions = []] = inPages(clashElements(clashes, viewer), PAGE_BYTES);
  return card(
    heading(meetingTitle(committee, meeting)),
    ...(said === undefined ? [] : [paragraph(said)]),
    ...(isOpen(meeting) && isOver(meeting, now) ? [paragraph(planText.past)] : []),
    facts({
      [planText.when]: meetingLine({ startsAt: meeting.startsAt, endsAt: meeting.endsAt }),
      [planText.where]: capitalized(meetingWhere(meeting)) || planText.whereUnknown,
      [planText.state]: capitalized(planText.stateOf(meeting, cancelledBy)),
      ...(cancelled?.reason && { [planText.reason]: cancelled.reason }),
    }),
    ...(forecast ? forecastElements(forecast, meeting) : []),
    ...(isOver(meeting, now) ? [] : collisions),
    ...titles.map((title) => paragraph(planText.wished(title))),
    ...buttonRows([
      ...meetingButtons(meeting, viewer, { forecast, now }),
      button(planText.toPlan, { verb: 'meeting.plan', committeeId }),
    ]),
  );
}

const isOpen = ({ state }: Meeting) => state === 'planned' || state === 'called';

/** What can be done with a meeting, be its agenda sent or not: one whose time has passed is ended, or was not held after all. */
export function meetingButtons(
  meeting: Meeting,
  viewer: PlanViewer,
  { forecast, now }: { readonly forecast?: Forecast | undefined; readonly now: Date },
): Execute[] {
  const { id: meetingId, committeeId, state, cancelled } = meeting;
  const isComing = !isOver(meeting, now);
  const { mayPlan, hasSeat, seesForfall } = viewer;
  return [
    ...(isComing ? [button(planText.calendar, { verb: 'meeting.calendar', committeeId, meetingId })] : []),
    ...(isComing && mayPlan ? [button(planText.change, { verb: 'meeting.form', committeeId, meetingId })] : []),
    ...(isOpen(meeting) && mayPlan ? [button(planText.cancelMeeting, { verb: 'meeting.cancel-form', meetingId })] : []),
    ...(isComing && hasSeat ? [button(forfallButtons.report, { verb: 'forfall.form' as const, meetingId })] : []),
    ...(seesForfall ? [button(forfallButtons.status, { verb: 'forfall.status' as const, meetingId })] : []),
    ...(state !== 'cancelled' && mayPlan ? [button(minutesText.title, { verb: 'minutes.show', meetingId })] : []),
    ...(forecast || (cancelled && seesForfall)
      ? riskActions(meeting).filter(({ verb }) => verb !== 'meeting.form')
      : []),
  ];
}

/** So many committees have a button each; nobody is in more. */
const CHOICES = 30;

/** Which committee's plan, when somebody is in several. */
export function choosePlanCard(committees: readonly Committee[]): Card {
  return card(
    heading(planText.chooseTitle),
    ...buttonRows(
      committees
        .slice(0, CHOICES)
        .map(({ id, shortName }) => button(shortName, { verb: 'meeting.plan', committeeId: id })),
    ),
  );
}
