import type { Ballot } from '../../store/ballot/record.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting, ProtocolItem } from '../../store/meeting/record.ts';
import type { SeatAttendance } from '../../store/meeting/rules-attendance.ts';
import { coveredBy, standing } from '../../store/meeting/rules-holder.ts';
import { protocolOf } from '../../store/meeting/rules-protocol.ts';
import type { Round } from '../../store/round/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { dayOf } from '../../store/time.ts';
import { numberedPoints } from '../../store/typed-text.ts';
import { actingIn } from './forfall.ts';
import { capitalized, longDate, shortDayOn } from './format.ts';
import { meetingTime, modeText } from './meeting.ts';
import { sakHeading, votingLine } from './minutes.ts';
import { type DecidedTiltak, decidedText } from './tiltak-decide.ts';

const HEADINGS = {
  present: 'Til stede',
  absent: 'Forfall',
  guests: 'Deltakere på sak',
  others: 'Andre til stede',
  decided: 'Tiltak utvalget tok stilling til',
  next: 'Neste møte',
  coming: 'Kommende saker',
} as const;
const VEDTAK = 'Vedtak:';
const CLOSED = 'Saken ble behandlet i lukket møte av de stemmeberettigede medlemmene.';

/** What a referat is made of. `saker`: those of the agenda, in its order. */
export type Minutes = {
  readonly committee: Pick<Committee, 'name' | 'shortName'>;
  readonly meeting: Meeting;
  readonly attendance: readonly SeatAttendance[];
  readonly nameOf: (personId: string) => string;
  readonly saker: readonly Sak[];
  readonly ballots: readonly Ballot[];
  readonly rounds: readonly Pick<Round, 'id' | 'status' | 'closedAt'>[];
  /** What this meeting has decided of tiltak that were unclear or proposed deleted. */
  readonly decided: readonly DecidedTiltak[];
  /** The next meeting, when it is planned. */
  readonly next: Meeting | undefined;
};

/** «Referat fra møte i FSU DIG 30.01.24» */
export function referatTitle({ shortName }: Pick<Committee, 'shortName'>, { startsAt }: Pick<Meeting, 'startsAt'>) {
  return `Referat fra møte i ${shortName} ${shortDayOn(dayOf(startsAt))}`;
}

/** The referat as a text, in the form that the committees' own have: lines with bars in them are rows of a table. */
export function referatBody(minutes: Minutes): string {
  return [
    headerRows(minutes),
    ...presentParts(minutes),
    ...minutes.saker.flatMap((sak) => sakParts(sak, minutes)),
    ...aheadParts(minutes),
  ].join('\n\n');
}

/** Whether a paragraph of a referat is one of its headings; the word before a vedtak is said of by `isVedtakWord`. */
export function isReferatHeading(paragraph: string): boolean {
  if (paragraph.includes('\n')) return false;
  return Object.values<string>(HEADINGS).includes(paragraph) || /^Sak(:| \d+\/\d{2}) .*[^.]$/.test(paragraph);
}

export function isVedtakWord(paragraph: string): boolean {
  return paragraph === VEDTAK;
}

/** A cell that ends no row and begins no new one. */
const cell = (text: string) =>
  text
    .replace(/\s*\|\s*/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim();
const row = (...cells: readonly string[]) => cells.map(cell).join(' | ');

function headerRows({ committee, meeting }: Minutes): string {
  const { place, mode, ledBy, minuteTaker } = meeting;
  return [
    row('Utvalg', committee.name),
    row('Tid', capitalized(meetingTime(meeting))),
    ...(place ? [row('Sted', place)] : []),
    ...(mode ? [row('Møteform', modeText[mode])] : []),
    ...(ledBy ? [row('Møteleder', ledBy)] : []),
    ...(minuteTaker ? [row('Referent', minuteTaker)] : []),
  ].join('\n');
}

function presentParts({ attendance, meeting, nameOf, saker }: Minutes): string[] {
  const memberOf = ({ seat }: SeatAttendance) => (seat.memberId === undefined ? '' : nameOf(seat.memberId));
  const isRegistered = meeting.attendance.length > 0;
  const present = attendance
    .filter((one) => one.present)
    .map((one) => {
      if (one.vara === undefined) return row(memberOf(one), one.seat.name);
      const member = memberOf(one);
      return row(one.vara.name, member ? `${one.seat.name}, vara for ${member}` : one.seat.name);
    });
  // a member whose vara came had forfall too; the reason is nobody's business
  const absent = attendance.flatMap((one) => {
    if (one.seat.memberId === undefined || (one.present && one.vara === undefined)) return [];
    return [row(memberOf(one), one.present ? `${one.seat.name} (vara møtte)` : one.seat.name)];
  });
  const numberOf = (sakId: string) => saker.find(({ id }) => id === sakId)?.number;
  const sakName = (sakId: string) => `sak ${numberOf(sakId) ?? ''}`.trim();
  const inPart = standing(meeting).flatMap(({ seatId, scope, ...one }) => {
    const of = attendance.find(({ seat }) => seat.id === seatId);
    const call = scope.what === 'whole' ? undefined : coveredBy(one);
    return call && of
      ? [row(call.varaName, `${of.seat.name}, vara for ${memberOf(of)}${actingIn(scope, sakName)}`)]
      : [];
  });
  const guests = meeting.guests.flatMap(({ name, sakId }) =>
    sakId === undefined ? [] : [row(name, `sak ${numberOf(sakId) ?? ''}`.trim())],
  );
  const others = meeting.guests.flatMap(({ name, sakId }) => (sakId === undefined ? [cell(name)] : []));
  return [
    ...(isRegistered
      ? [...section(HEADINGS.present, [...present, ...inPart]), ...section(HEADINGS.absent, absent)]
      : []),
    ...section(HEADINGS.guests, guests),
    ...section(HEADINGS.others, others),
  ];
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, lines.join('\n')];
}

/** A closed sak is written down without its title and all that was said of it: the referat is read by everybody. */
function closedParts({ number }: Pick<Sak, 'number'>): string[] {
  return [`Sak ${number ?? ''} Lukket sak`.replace(/\s+/g, ' '), CLOSED];
}

function sakParts(sak: Sak, minutes: Minutes): string[] {
  if (sak.closed) return closedParts(sak);
  const item = protocolOf(minutes.meeting, sak.id);
  const ballot = minutes.ballots.find(({ id }) => id === item?.ballotId);
  const round = minutes.rounds.find(({ id }) => id === item?.roundId);
  return [
    cell(sakHeading(sak)),
    ...(item?.text ? [item.text] : []),
    ...(ballot?.status === 'closed' ? [votingLine(ballot)] : []),
    ...(round && item?.outcome === 'ingen' ? roundParts(round, sak) : outcomeParts(item)),
    ...section(
      HEADINGS.decided,
      minutes.decided
        .filter(({ tiltak }) => tiltak.proposal?.decided?.sakId === sak.id)
        .map((one) => `– ${cell(decidedText(one))}`),
    ),
  ];
}

/** How a sak that was sent on a round ended there, so far. */
function roundParts({ status, closedAt }: Minutes['rounds'][number], { vedtak = [] }: Sak): string[] {
  if (status === 'approved' && closedAt)
    return [...vedtakParts(vedtak), `Vedtatt på e-postrunde ${shortDayOn(dayOf(closedAt))}.`];
  return ['Saken behandles på e-postrunde.'];
}

function outcomeParts(item: ProtocolItem | undefined): string[] {
  switch (item?.outcome) {
    case 'vedtak':
      return vedtakParts(item.vedtak);
    case 'utsatt':
      return ['Saken er utsatt.'];
    case 'utgikk':
      // its text may say so itself, and why
      return /^Utgikk\b/m.test(item.text ?? '') ? [] : ['Utgikk.'];
    case 'folges-opp':
      return ['Saken følges opp.'];
    default:
      return [];
  }
}

/** Word for word: each point is a paragraph, with its number when there are several. */
function vedtakParts(points: readonly string[]): string[] {
  if (points.length === 0) return [];
  return [VEDTAK, ...numberedPoints(points)];
}

function aheadParts({ meeting, next }: Minutes): string[] {
  const when = next
    ? meetingTime(next)
    : meeting.nextMeetingOn && longDate(new Date(`${meeting.nextMeetingOn}T12:00:00Z`));
  const where = next?.mode ? `, ${modeText[next.mode]}` : '';
  return [
    ...(when ? [HEADINGS.next, `${capitalized(when)}${where}.`] : []),
    ...section(
      HEADINGS.coming,
      meeting.coming.map(({ title }) => `– ${cell(title)}`),
    ),
  ];
}
