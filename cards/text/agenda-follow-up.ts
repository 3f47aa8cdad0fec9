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

/** «Oppfølging av tidligere saker», written from what is stored; undefined when there is nothing to follow up. */
export function followUpText(known: FollowUpKnown): string | undefined {
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
    ...(left > 0
      ? [`${count(left, 'tiltak', 'tiltak')} til står ikke her, men i den samlede statusen for tiltakene.`]
      : []),
  ];
  return parts.length === 0 ? undefined : parts.join('\n\n');
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

function sakName({ number, title }: FollowedSak): string {
  return number ? `Sak ${number}` : `Saken «${title}»`;
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
