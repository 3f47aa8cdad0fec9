import type { PlanCount } from '../../store/tiltak/rules-report.ts';
import { capitalized, count, number } from './format.ts';
import { filterText, tiltakText } from './tiltak.ts';

/** What the tab says of tiltak beside what the cards say. */
export const tabTiltakText = {
  all: 'Alle',
  everyPlan: 'Alle planer',
  mine: 'Mine',
  soon: 'Neste tre måneder',
  class: 'Status',
  ownerField: 'Ansvarlig',
  dueField: 'Frist',
  plan: 'Plan',
  area: tiltakText.area,
  own: 'Dine tiltak',
  inAll: (committee: string) => `Tiltak i ${committee}`,
  looked: (n: number) => `Jeg har lett gjennom ${number(n)} tiltak. Velg «Vis flere» for å lete videre.`,
  asksAgain: 'Spørres neste gang',
  nobodyAsks: 'Ingen spørsmål er planlagt',
} as const;

/** «31 tiltak, 4 over fristen, 2 uten ansvarlig.» What there is none of is not said. */
export function glanceText(counts: PlanCount): string {
  const lacks = (['overdue', 'no-owner', 'no-contact', 'no-due'] as const)
    .filter((filter) => counts[filter] > 0)
    .map((filter) => `${number(counts[filter])} ${filterText[filter].toLowerCase()}`);
  return `${[count(counts.total, 'tiltak', 'tiltak'), ...lacks].join(', ')}.`;
}

const longMonth = new Intl.DateTimeFormat('nb-NO', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('nb-NO', { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** «februar 2026» and «feb. 26» of a month `YYYY-MM`; `isNow`: it is not over. */
export function monthText(month: string, isNow: boolean): { readonly text: string; readonly short: string } {
  const first = new Date(`${month}-01T12:00:00Z`);
  return isNow
    ? { text: `${longMonth.format(first)} (nå)`, short: 'nå' }
    : { text: longMonth.format(first), short: shortMonth.format(first) };
}

type Series = { readonly text: string; readonly counts: readonly number[] };

/** What the chart shows, for whoever does not see it. */
export function overTimeSentence(months: readonly { readonly text: string }[], series: readonly Series[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || series.length === 0) return 'Det er ingen tiltak å vise ennå.';
  const at = (n: number) =>
    series
      .filter(({ counts }) => (counts.at(n) ?? 0) > 0)
      .map(({ text, counts }) => `${number(counts.at(n) ?? 0)} ${text.toLowerCase()}`)
      .join(', ') || 'ingen tiltak';
  if (months.length === 1) return `Antall tiltak med hver status nå: ${at(-1)}.`;
  return `Antall tiltak med hver status ved utgangen av hver måned. ${capitalized(first.text)}: ${at(0)}. Nå: ${at(-1)}.`;
}
