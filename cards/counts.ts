import type { Committee } from '../store/committee/record.ts';
import type { YearCount } from '../store/meeting/rules-counts.ts';
import { button, buttonRows, buttons, type Card, card, type Element, facts, heading, paragraph } from './elements.ts';
import { inPages } from './pages.ts';
import { annualText } from './text/annual.ts';
import { countsText, meetingCountText, reasonTexts, shareText } from './text/counts.ts';
import { capitalized, number } from './text/format.ts';
import { planText } from './text/meeting-plan.ts';

const MEETINGS_BYTES = 16 * 1024;

/** Forfall in a year's meetings, in numbers, with the other years that there are. */
export function countsCard(
  { id: committeeId, shortName }: Pick<Committee, 'id' | 'shortName'>,
  counted: YearCount,
  { years, page = 0 }: { readonly years: readonly number[]; readonly page?: number | undefined },
): Card {
  const { year, meetings } = counted;
  const offer = { what: 'counts', committeeId, year } as const;
  return card(
    heading(countsText.title(shortName, year)),
    ...(meetings.length === 0
      ? [paragraph(countsText.empty)]
      : [...sums(counted), ...meetingLines(committeeId, counted, page), paragraph(annualText.about)]),
    ...buttonRows([
      ...(meetings.length === 0
        ? []
        : [
            button(countsText.download, { verb: 'file.send', offer }),
            button(annualText.button(year), { verb: 'file.send', offer: { what: 'annual', committeeId, year } }),
          ]),
      ...years
        .filter((other) => other !== year)
        .map((other) => button(`${other}`, { verb: 'counts.show' as const, committeeId, year: other })),
      button(planText.toPlan, { verb: 'meeting.plan', committeeId }),
    ]),
  );
}

function sums({ held, sum, cancelled, reasons }: YearCount): Element[] {
  return [
    facts({
      [countsText.held]: number(held),
      [countsText.cancelled]: number(cancelled),
      [countsText.forfall]: shareText(sum),
      [countsText.covered]: number(sum.covered),
      [countsText.partly]: number(sum.partly),
      [countsText.inhabil]: number(sum.inhabil),
    }),
    paragraph(countsText.about),
    ...(reasons
      ? [
          heading(countsText.reasons),
          facts(Object.fromEntries(reasonTexts(reasons).map(([text, n]) => [capitalized(text), number(n)]))),
        ]
      : []),
    paragraph(countsText.reasonsAbout),
  ];
}

function meetingLines(committeeId: string, { year, meetings }: YearCount, wanted: number): Element[] {
  const pages = inPages(
    meetings.map((meeting) => paragraph(meetingCountText(meeting))),
    MEETINGS_BYTES,
  );
  const page = Math.min(wanted, pages.length - 1);
  const next = { verb: 'counts.show' as const, committeeId, year, page: (page + 1) % pages.length };
  return [
    heading(countsText.meetings),
    ...(pages[page] ?? []),
    ...(pages.length > 1
      ? [paragraph(countsText.page(page, pages.length)), buttons(button(countsText.next, next))]
      : []),
  ];
}
