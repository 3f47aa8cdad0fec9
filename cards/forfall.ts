import type { Committee } from '../store/committee/record.ts';
import type { Forfall } from '../store/meeting/forfall.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isOver } from '../store/meeting/rules-agenda-send.ts';
import { coveredBy, isDry, wasThere } from '../store/meeting/rules-holder.ts';
import { about } from './about.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  paragraph,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { callInText, callText, forfallListText, ownForfallText, reportedText, type SakName } from './text/forfall.ts';
import { meetingLine, meetingTitle } from './text/meeting.ts';

type NameOf = (personId: string) => string;

/** Forfall of a meeting as it is shown: by the names of people and saker. */
export type ForfallNames = { readonly nameOf: NameOf; readonly sakName: SakName; readonly now: Date };

/** How far it has come with one forfall, line by line. */
export function standsLines(
  { calls, dryAt }: Pick<Forfall, 'calls' | 'dryAt'>,
  { nameOf, now }: Pick<ForfallNames, 'nameOf' | 'now'>,
  texts: { readonly dry: string; readonly noVara: string },
): string[] {
  const lines = calls.map((call) => callText(call, nameOf(call.varaId), now));
  if (!isDry({ calls, dryAt })) return lines;
  return [...lines, calls.length === 0 ? texts.noVara : texts.dry];
}

/** To a member: the forfall for their seats in a meeting, and who acts for them. */
export function ownForfallCard({
  meeting,
  committee,
  own,
  viewerId,
  problem,
  ...names
}: ForfallNames & {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly own: readonly Forfall[];
  readonly viewerId: string;
  readonly problem?: string | undefined;
}): Card {
  const { id: meetingId, state } = meeting;
  const isOff = isOver(meeting, names.now);
  const over = state === 'cancelled' ? ownForfallText.cancelled : ownForfallText.over;
  const report = own.length === 0 ? ownForfallText.report : ownForfallText.another;
  return card(
    heading(ownForfallText.title(meetingTitle(committee, meeting))),
    ...noticeLines(problem),
    paragraph(meetingLine(meeting)),
    ...(isOff ? [paragraph(over)] : []),
    ...(own.length === 0
      ? [paragraph(ownForfallText.none)]
      : own.flatMap((one) => ownElements(meeting, one, viewerId, names))),
    ...buttonRows([
      ...(isOff ? [] : [button(report, { verb: 'forfall.form' as const, meetingId })]),
      ...(meeting.sent ? [button(ownForfallText.toAgenda, { verb: 'agenda.card' as const, meetingId })] : []),
      button(ownForfallText.toList, { verb: 'forfall.show' }),
    ]),
  );
}

function ownElements(meeting: Meeting, forfall: Forfall, viewerId: string, names: ForfallNames): Element[] {
  const { id: meetingId } = meeting;
  const { id: forfallId, seatId, scope, by } = forfall;
  const isSak = scope.what === 'sak';
  const covered = coveredBy(forfall);
  const back = button(isSak ? ownForfallText.notInhabil : ownForfallText.back, {
    verb: 'forfall.back',
    meetingId,
    forfallId,
  });
  // the rounds after a meeting go to whoever has the seat
  const isLate = covered === undefined && isOver(meeting, names.now);
  const isLocked = isLate || covered?.actedAt !== undefined || wasThere(meeting, seatId);
  const lines = [...(by === viewerId ? [] : [ownForfallText.registered(names.nameOf(by))]), ...meaning(forfall, names)];
  return [
    {
      type: 'Container',
      separator: true,
      items: [heading(reportedText(forfall, names.sakName)), ...lines.map(paragraph)],
    },
    ...(isLocked ? [] : [buttons(back)]),
  ];
}

/** Who acts, what it means, and how far it has come. */
function meaning(forfall: Forfall, names: ForfallNames): string[] {
  const covered = coveredBy(forfall);
  if (covered)
    return [
      ownForfallText.acts(names.nameOf(covered.varaId)),
      covered.actedAt ? ownForfallText.hasActed : ownForfallText.actsMeans,
    ];
  return [
    forfall.scope.what === 'sak' ? ownForfallText.inhabil : ownForfallText.until,
    ...standsLines(forfall, names, ownForfallText),
  ];
}

/** One of somebody's coming meetings: what they have said of it, or what they are asked about it. */
export type ForfallRow = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  /** What was said of the viewer's seats; nothing when they have none there. */
  readonly said: readonly string[];
  readonly hasSeat: boolean;
  readonly hasForfall: boolean;
  readonly runs: boolean;
  /** The call-ins that the viewer has got and that still say something. */
  readonly calls: readonly { readonly forfallId: string; readonly text: string }[];
};

/** What the meetings on one page may take of a message. */
const PAGE_BYTES = 14 * 1024;

/** Somebody's coming meetings, in all committees where they have a seat, a role or are vara. */
export function forfallListCard(
  rows: readonly ForfallRow[],
  { page: wanted = 0, problem }: { readonly page?: number | undefined; readonly problem?: string | undefined },
): Card {
  const pages = inPages(rows.map(rowElements), PAGE_BYTES);
  const page = Math.min(wanted, pages.length - 1);
  return card(
    heading(forfallListText.title),
    ...noticeLines(problem),
    paragraph(rows.length === 0 ? forfallListText.none : forfallListText.about),
    ...(pages.length > 1 ? [heading(forfallListText.page(page, pages.length))] : []),
    ...(pages[page] ?? []).flat(),
    ...(pages.length > 1
      ? [buttons(button(forfallListText.next, { verb: 'forfall.show', page: (page + 1) % pages.length }))]
      : []),
  );
}

function rowElements({ meeting, committee, said, hasSeat, hasForfall, runs, calls }: ForfallRow): Element[] {
  const { id: meetingId } = meeting;
  const ways: Execute[] = [
    ...calls.map(({ forfallId }) =>
      button(callInText.toCall, { verb: 'forfall.called' as const, meetingId, forfallId }),
    ),
    ...(hasSeat ? [button(forfallListText.report, { verb: 'forfall.form' as const, meetingId })] : []),
    ...(hasForfall ? [button(forfallListText.see, { verb: 'forfall.own' as const, meetingId })] : []),
    ...(runs ? [button(forfallListText.status, { verb: 'forfall.status' as const, meetingId })] : []),
  ];
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        heading(meetingTitle(committee, meeting)),
        paragraph(meetingLine(meeting)),
        ...[...said, ...calls.map(({ text }) => text)].map(paragraph),
      ],
    },
    ...buttonRows(about(meetingTitle(committee, meeting), ...ways)),
  ];
}
