import type { PlanColumns } from '../../store/plan/record.ts';
import { newestStatus, type Tiltak } from '../../store/tiltak/record.ts';
import { count, shortDay, shortDayOn } from './format.ts';
import { statusName } from './tiltak-status.ts';

/** Well within what a sak may say. */
const MOST = 50_000;
/** What is shown of one status; the whole of it stands in the status table. */
const STATUS_LENGTH = 600;

/** A sak that tiltak come from, or that is followed up without one. `closed`: nothing of it is said. */
export type FollowedSak = {
  readonly id: string;
  readonly title: string;
  readonly number?: string;
  readonly closed?: true;
};
export type FollowUpKnown = {
  readonly tiltak: readonly Tiltak[];
  readonly proposals: readonly Tiltak[];
  /** Followed up, and no tiltak was made of them. */
  readonly saker: readonly FollowedSak[];
  readonly sakOf: (sakId: string) => FollowedSak | undefined;
  readonly planName: (planId: string) => string | undefined;
  readonly nameOf: (personId: string) => string;
};

/** «Oppfølging av tidligere saker», written from what is stored, and how many lines of it had no room; no text when there is nothing. */
export function followUpText(known: FollowUpKnown): { readonly text: string; readonly left: number } {
  const { tiltak, proposals, saker } = known;
  const followed = [...tiltak.map((one) => tiltakLine(one, known)), ...saker.map(sakLine)];
  const proposed = proposals.map((one) => proposalLine(one, known));
  // what is to be decided is shown before what is only told
  const shownProposed = within(proposed, MOST);
  const shownFollowed = within(followed, MOST - lengthOf(shownProposed));
  const left = followed.length + proposed.length - shownFollowed.length - shownProposed.length;
  const parts = [
    ...shownFollowed,
    ...(proposed.length > 0 ? ['Tiltak som er uklare eller foreslås slettet', ...shownProposed] : []),
    ...(left > 0 ? [`${count(left, 'tiltak', 'tiltak')} til står i den vedlagte statustabellen.`] : []),
  ];
  return { text: parts.join('\n\n'), left };
}

function within(lines: readonly string[], most: number): string[] {
  const shown: string[] = [];
  for (const line of lines) {
    if (lengthOf([...shown, line]) > most) return shown;
    shown.push(line);
  }
  return shown;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 2, 0);
}

/** «Sak 25/23, vedtakspunkt 3: …» */
function tiltakLine(tiltak: Tiltak, known: FollowUpKnown): string {
  const { source } = tiltak;
  const sak = source && known.sakOf(source.sakId);
  if (sak?.closed) return `${sakName(sak)}: Lukket sak. Oppfølgingen står ikke her.`;
  return `${whereOf(tiltak, known)}: ${tiltak.text} – ${responsibility(tiltak, known)} ${statusLine(tiltak)}`;
}

function proposalLine(tiltak: Tiltak, known: FollowUpKnown): string {
  const isClosed = tiltak.source && known.sakOf(tiltak.source.sakId)?.closed;
  const asked = tiltak.proposal?.kind === 'delete' ? 'Foreslås slettet' : 'Uklart';
  if (isClosed) return `${tiltakLine(tiltak, known)} ${asked}. Forslag: behold, presiser eller slett.`;
  return `${tiltakLine(tiltak, known)} Forslag: behold, presiser eller slett.`;
}

export const followUpTableText = {
  title: 'Status for oppfølging',
  about: (committee: string) => `${committee}. Tiltak fra saker, og tiltak som er uklare eller foreslås slettet.`,
} as const;

/** All of it as a table, where it has no room as a text. */
export const followUpColumns: PlanColumns = [
  { heading: 'Sak eller plan', field: 'other' },
  { heading: 'Tiltak', field: 'text' },
  { heading: 'Ansvarlig', field: 'owner' },
  { heading: 'Frist', field: 'due' },
  { heading: 'Status', field: 'status' },
];

/** Its rows, one for each line of the text; of a closed sak nothing but its number. */
export function followUpRows({ tiltak, proposals, saker, ...known }: FollowUpKnown): readonly (readonly string[])[] {
  const row = (sak: FollowedSak, text: string) => [sakName(sak), text, '–', '–', '–'];
  return [
    ...[...tiltak, ...proposals].map((one) => {
      const sak = one.source && known.sakOf(one.source.sakId);
      return sak?.closed ? row(sak, 'Lukket sak') : tiltakRow(one, known);
    }),
    ...saker.map((sak) => row(sak, sak.closed ? 'Lukket sak' : `${sak.title}: Følges opp`)),
  ];
}

type Names = Pick<FollowUpKnown, 'sakOf' | 'planName' | 'nameOf'>;

/** Where a tiltak comes from, what it is, who does it by when, and how it goes. */
export function tiltakRow(tiltak: Tiltak, known: Names): readonly string[] {
  const { text, owner, contactIds = [], due, dueOn } = tiltak;
  return [
    whereOf(tiltak, known),
    text,
    owner ?? (contactIds.length > 0 ? contactIds.map(known.nameOf).join(', ') : '–'),
    due ?? (dueOn ? shortDayOn(dueOn) : '–'),
    statusOf(tiltak),
  ];
}

function statusOf(tiltak: Tiltak): string {
  if (tiltak.state === 'closed') return CLOSED;
  const status = newestStatus(tiltak);
  if (status === undefined) return '–';
  const { class: of, text, byOthers } = status;
  const name = of && `${statusName(of)}${byOthers ? ` (${byOthers})` : ''}`;
  return [name, text].filter((part) => part).join(': ');
}

/** What is said of a tiltak that the committee deleted, or that left its plan. */
export const CLOSED = 'Slettet eller tatt ut av planen';

/** Where a tiltak comes from: «Sak 25/23, vedtakspunkt 3», or its plan and its place there. */
export function whereOf(
  { source, planId, place }: Pick<Tiltak, 'source' | 'planId' | 'place'>,
  { sakOf, planName }: Pick<FollowUpKnown, 'sakOf' | 'planName'>,
): string {
  if (source === undefined) {
    const name = (planId && planName(planId)) || 'Handlingsplanen';
    return [name, ...(place.point ? [place.point] : [])].join(', ');
  }
  const sak = sakOf(source.sakId);
  const number = source.number ?? sak?.number;
  const name = number ? `Sak ${number}` : `Saken «${sak?.title ?? ''}»`;
  return source.point === undefined ? name : `${name}, vedtakspunkt ${source.point}`;
}

function sakName({ number, title, closed }: FollowedSak): string {
  if (number) return `Sak ${number}`;
  return closed ? 'En sak uten nummer' : `Saken «${title}»`;
}

function sakLine(sak: FollowedSak): string {
  if (sak.closed) return `${sakName(sak)}: Lukket sak. Oppfølgingen står ikke her.`;
  return sak.number
    ? `Sak ${sak.number} ${sak.title}: Følges opp. Det er ikke registrert noe tiltak.`
    : `${sakName(sak)}: Følges opp. Det er ikke registrert noe tiltak.`;
}

/** «Ansvarlig: FSU BU, frist: 12.04.24.» */
function responsibility({ owner, contactIds = [], due, dueOn }: Tiltak, { nameOf }: FollowUpKnown): string {
  const who = owner ?? (contactIds.length > 0 ? contactIds.map(nameOf).join(', ') : 'ikke satt');
  const when = due ?? (dueOn ? shortDayOn(dueOn) : 'ikke satt');
  return ended(`Ansvarlig: ${who}, frist: ${when}`);
}

/** «Status: I gang (12.03.24): …» */
function statusLine(tiltak: Tiltak): string {
  const status = newestStatus(tiltak);
  if (status === undefined) return 'Status: Ikke meldt.';
  const { class: of, text, byOthers, at } = status;
  const heading = `${statusName(of)}${byOthers ? ` (${byOthers})` : ''} (${shortDay(at)})`;
  return ended(`Status: ${heading}${text ? `: ${cut(text)}` : ''}`);
}

function cut(text: string): string {
  return text.length <= STATUS_LENGTH ? text : `${text.slice(0, STATUS_LENGTH).trimEnd()} … (forkortet her)`;
}

function ended(sentence: string): string {
  return /[.!?…)]$/.test(sentence) ? sentence : `${sentence}.`;
}
