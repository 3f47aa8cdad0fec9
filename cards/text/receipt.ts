import type { ApprovedBy } from '../../store/committee/record.ts';
import type { Became, Receipt, SeatLine } from '../../store/round/receipt.ts';
import type { Remark, RoundKind } from '../../store/round/record.ts';
import { count, longTime, shortDayOn, shortTime } from './format.ts';
import { approvedBy } from './referat.ts';
import { commentText, otherWayText, remarkKindText, roundAskedNames, roundName, unreachedText } from './round.ts';
import { SIGNED } from './round-signing.ts';
import { wordsOf } from './round-words.ts';

const time = (iso: string) => shortTime(new Date(iso));

/** What became of a seat. A yes and an objection have words of their own in each kind of round. */
const outcomeNames: Record<SeatLine['outcome'], string> = {
  yes: 'Godkjente',
  against: 'Stemte mot',
  abstained: 'Avsto',
  heard: 'Svarte',
  objection: 'Innvending',
  silent: 'Svarte ikke',
  absent: 'Ikke til stede i møtet, svarte ikke',
  'not-reached': 'Ikke nådd',
};

const becameNames: Record<Became, string> = {
  'typos-corrected': 'Skrivefeil er rettet i en senere versjon',
  stands: 'Innvendingen er ikke trukket tilbake',
  'content-changed': 'Innholdet er endret og sendt i en ny runde',
  noted: 'Teksten er ikke endret etter merknaden',
  'taken-back': 'Svaret ble senere endret',
};

/** What a line of the history says. A word that an older program wrote stands as it is. */
const historyNames: Readonly<Record<string, string>> = {
  opened: 'Runden ble sendt',
  approved: 'Godkjente',
  'remark-skrivefeil': 'Godkjente med merknad om skrivefeil',
  'remark-realitet': 'Sendte merknad til innholdet',
  'voted-for': 'Stemte for',
  'voted-against': 'Stemte mot',
  abstained: 'Avsto fra å stemme',
  commented: 'Sendte innspill',
  signed: 'Signerte',
  'had-no-comment': 'Svarte uten innspill',
  'lifted-to-meeting': 'Ba om at saken tas opp i møtet',
  'registered-approved': 'Registrerte godkjenning',
  'registered-remark-skrivefeil': 'Registrerte godkjenning med merknad om skrivefeil',
  'registered-remark-realitet': 'Registrerte merknad til innholdet',
  'registered-voted-for': 'Registrerte stemme for',
  'registered-voted-against': 'Registrerte stemme mot',
  'registered-abstained': 'Registrerte at medlemmet avstår',
  'registered-commented': 'Registrerte innspill',
  'registered-signed': 'Registrerte signering',
  'registered-had-no-comment': 'Registrerte at medlemmet ikke har innspill',
  'registered-lifted-to-meeting': 'Registrerte ønske om å ta saken opp i møtet',
  'registration-undone': 'Angret registrert svar',
  extended: 'Forlenget fristen',
  reminded: 'Sendte påminnelse til dem som ikke hadde svart',
  'typos-corrected': 'Sendte ny versjon, bare skrivefeil',
  undecided: 'Runden ble avsluttet uten å være avgjort',
  withdrawn: 'Trakk runden',
  replaced: 'Sendte endret innhold i en ny runde',
  collected: 'Runden ble avsluttet, og innspillene er samlet',
};

/** The same of a referat. */
const referatNames: Readonly<Record<string, string>> = {
  'lifted-to-meeting': 'Ba om at referatet tas opp i møtet',
  'registered-lifted-to-meeting': 'Registrerte ønske om å ta referatet opp i møtet',
};

type Line = Receipt['history'][number];

/** What is asked about in each kind of round, and what became of it when all is well. */
const subjects: Readonly<Record<RoundKind, { readonly subject: string; readonly approved: string }>> = {
  godkjenning: { subject: 'referatet', approved: 'referatet er godkjent' },
  vedtak: { subject: 'saken', approved: 'forslaget er vedtatt' },
  innspill: { subject: 'saken', approved: 'forslaget er vedtatt' },
  signering: { subject: 'dokumentet', approved: 'dokumentet er godkjent elektronisk' },
};

/** «Kari Vik: Godkjente (Sandøy kommune)»; some words of the history mean another thing when no seat is named. */
export function historyText({ by, what, seat, onBehalfOf }: Line, kind: RoundKind): string {
  const who = by === 'bot' ? 'Utvalgsbot' : by;
  const { subject, approved } = subjects[kind];
  if (what === 'approved' && seat === undefined) return `${who}: Runden ble avsluttet, og ${approved}`;
  if (what === 'lifted-to-meeting' && seat === undefined) return `${who}: Bestemte at ${subject} tas opp i neste møte`;
  if (what === 'seat-moved') return `${who}: Flyttet plassen (${seat}) fra ${onBehalfOf} til en annen`;
  if (what === 'seat-inhabil') return `${who}: Tok plassen (${seat}) ut av runden, fordi medlemmet er inhabilt`;
  if (what === 'seat-covered') return `${who}: Tok plassen (${seat}) med i runden, med ${onBehalfOf} som vara`;
  const names = kind === 'godkjenning' ? { ...historyNames, ...referatNames } : historyNames;
  const said = Object.hasOwn(names, what) ? names[what] : what;
  return `${who}: ${said}${seat ? ` (${seat})` : ''}${onBehalfOf ? `, på vegne av ${onBehalfOf}` : ''}`;
}

/** The sentences of the receipt of a round. */
export const receiptText = {
  title: (receipt: Pick<Receipt, 'referat' | 'matter'>) => `Kvittering for e-postrunde: ${subjectOf(receipt)}`,
  facts: ({ committee, referat, round, counts }: Receipt): readonly (readonly [string, string])[] => [
    ['Utvalg', committee],
    ...(referat ? [['Møtedato', shortDayOn(referat.meetingOn)] as const] : []),
    ['Runde', `nr. ${round.number}`],
    ['Sendt', `${time(round.openedAt)} av ${round.openedBy}`],
    ['Svarfrist', longTime(new Date(round.deadline))],
    ...(round.closedAt ? [['Avsluttet', time(round.closedAt)] as const] : []),
    ['Spurt', `${count(counts.asked, 'plass', 'plasser')}: ${roundAskedNames[round.asked].toLowerCase()}`],
    ['Regel', wordsOf(round).rule(round)],
  ],
  outcomeHeading: 'Utfall',
  outcome: ({ round, counts, recused }: Receipt, wording: ApprovedBy): readonly string[] => [
    resultText(round, counts, wording),
    ...answered(round.kind, counts),
    `Svarte ikke: ${counts.silent}.`,
    ...(counts.absent > 0 ? [`Ikke til stede i møtet, og svarte ikke: ${counts.absent}.`] : []),
    `Ikke nådd: ${counts['not-reached']}.`,
    round.kind === 'godkjenning' || round.kind === 'signering'
      ? `Merknader: ${counts.remarks}.`
      : `${commentsHeading(round.kind)}: ${counts.comments}.`,
    ...(recused.length > 0
      ? [
          `Inhabile, ikke spurt og ikke talt med: ${recused.map(({ seat, holder }) => (holder ? `${holder} (${seat})` : seat)).join('; ')}.`,
        ]
      : []),
  ],
  versionsHeading: 'Teksten',
  version: ({ textSha256, at, file }: Receipt['versions'][number], n: number) =>
    `Versjon ${n + 1}, ${time(at)}. SHA-256 av teksten: ${textSha256}.${file ? ` Fil: ${file.name}, SHA-256: ${file.sha256}.` : ''}`,
  seatsHeading: 'Svar',
  columns: ['Plass', 'Medlem', 'Svar', 'Når og hvordan', 'Kort og påminnelser'] as const,
  seat: (line: SeatLine, kind: RoundKind): readonly string[] => [
    line.seat,
    `${line.holder}${line.actsFor ? `, vara for ${line.actsFor}` : ''}`,
    answerText(line, kind),
    line.answer ? `${time(line.answer.at)}, ${channelText(line.answer)}` : '–',
    deliveryText(line),
  ],
  remarksHeading: 'Merknader',
  remark: ({ by, kind, sak, text, became }: Receipt['remarks'][number]) =>
    `${by}, ${remarkKindText[kind]}${sak ? `, sak ${sak.replace(/^sak\s+/i, '')}` : ''}: ${text} (${becameNames[became]}.)`,
  historyHeading: 'Hendelser',
  commentsHeading,
  comments: ({ seats, round }: Receipt): readonly string[] =>
    seats.flatMap(({ seat, holder, answer }) =>
      answer?.comment
        ? [`${answer.by ?? holder} (${seat})${wordsOf(round).spoke(answer.choice)}: ${commentText(answer.comment)}`]
        : [],
    ),
  history: (line: Line, kind: RoundKind) => `${time(line.at)} ${historyText(line, kind)}.`,
} as const;

/** The title of what was asked about, with the number of its sak. */
function subjectOf({ referat, matter }: Pick<Receipt, 'referat' | 'matter'>): string {
  return matter ? roundName({ title: matter.title, matter }) : (referat?.title ?? '');
}

/** What people wrote besides, or were asked to write. */
function commentsHeading(kind: RoundKind): string {
  return kind === 'innspill' ? 'Innspill' : 'Kommentarer';
}

/** How many answered what. */
function answered(kind: RoundKind, counts: Receipt['counts']): readonly string[] {
  switch (kind) {
    case 'godkjenning':
      return [`Godkjente aktivt: ${counts.yes} av ${counts.asked}.`, `Innvendinger: ${counts.objection}.`];
    case 'vedtak':
      return [
        `Stemte for: ${counts.yes} av ${counts.asked}.`,
        `Stemte mot: ${counts.against}.`,
        `Avsto: ${counts.abstained}.`,
        `Ville ta saken opp i møtet: ${counts.objection}.`,
      ];
    case 'innspill':
      return [`Svarte: ${counts.heard} av ${counts.asked}.`];
    case 'signering':
      return [`Signerte: ${counts.yes} av ${counts.asked}.`];
  }
}

function resultText(round: Receipt['round'], counts: Receipt['counts'], wording: ApprovedBy): string {
  const isReferat = round.kind === 'godkjenning';
  switch (round.status) {
    case 'open':
      return 'Runden pågår. Kvitteringen viser hvordan den står nå.';
    case 'approved':
      if (round.kind === 'signering') return SIGNED;
      return isReferat ? `Referatet er godkjent ${approvedBy(wording)}.` : 'Forslaget er vedtatt på e-postrunde.';
    case 'undecided': {
      if (round.kind === 'signering') return 'Dokumentet ble ikke signert av alle.';
      const isDown = round.isVotedDown ? 'Forslaget ble ikke vedtatt' : 'Saken ble ikke avgjort';
      const what = isReferat ? 'Referatet ble ikke avgjort' : isDown;
      return round.liftedToMeeting ? `${what} og tas opp i neste møte.` : `${what}.`;
    }
    case 'collected':
      return counts.comments === 0 ? 'Ingen har gitt innspill.' : 'Innspillene er samlet inn.';
    case 'withdrawn':
      return `Runden ble trukket.${round.reason ? ` Begrunnelse: ${round.reason}` : ''}`;
    case 'replaced':
      return 'Innholdet ble endret, og en ny runde ble sendt.';
  }
}

function answerText({ answer, outcome }: SeatLine, kind: RoundKind): string {
  if (answer === undefined) return outcomeNames[outcome];
  if (answer.choice === 'lift-to-meeting') return 'Ta opp i møtet';
  if (kind === 'vedtak' && outcome === 'yes') return 'Stemte for';
  if (kind === 'signering' && outcome === 'yes') return 'Signerte';
  if (kind === 'innspill') return answer.comment ? 'Ga innspill' : 'Ingen innspill';
  return answer.remark ? remarkText(answer.remark) : outcomeNames[outcome];
}

function remarkText({ kind }: Remark): string {
  return kind === 'skrivefeil' ? 'Godkjente, merknad om skrivefeil' : 'Merknad til innholdet';
}

function channelText({ channel, by, registeredBy }: NonNullable<SeatLine['answer']>): string {
  const whose = by === undefined ? '' : ` av ${by}`;
  if (channel === 'teams') return `i Teams${whose}`;
  return `${otherWayText[channel]}${whose}, registrert av ${registeredBy}`;
}

function deliveryText({ delivered, notReached, reminded }: SeatLine): string {
  if (notReached !== undefined) return `Ikke nådd: ${unreachedText[notReached].split('.')[0]}`;
  if (delivered === undefined) return 'Ikke sendt';
  const reminders = reminded.length > 0 ? `, påminnelse sendt ${reminded.map(time).join(' og ')}` : '';
  return `Nådd ${time(delivered)}${reminders}`;
}
