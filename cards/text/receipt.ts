import type { ApprovedBy } from '../../store/committee/record.ts';
import type { Became, Receipt, SeatLine } from '../../store/round/receipt.ts';
import type { Remark } from '../../store/round/record.ts';
import { count, longTime, shortDayOn, shortTime } from './format.ts';
import { approvedBy } from './referat.ts';
import { askedNames, otherWayText, remarkKindText, ruleText, unreachedText } from './round.ts';

const time = (iso: string) => shortTime(new Date(iso));

const outcomeNames: Record<SeatLine['outcome'], string> = {
  yes: 'Godkjente',
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
  'lifted-to-meeting': 'Ba om at referatet tas opp i møtet',
  'registered-approved': 'Registrerte godkjenning',
  'registered-remark-skrivefeil': 'Registrerte godkjenning med merknad om skrivefeil',
  'registered-remark-realitet': 'Registrerte merknad til innholdet',
  'registered-lifted-to-meeting': 'Registrerte ønske om å ta referatet opp i møtet',
  'registration-undone': 'Angret registrert svar',
  extended: 'Forlenget fristen',
  reminded: 'Sendte påminnelse til dem som ikke hadde svart',
  'typos-corrected': 'Sendte ny versjon, bare skrivefeil',
  undecided: 'Runden ble avsluttet uten å være avgjort',
  withdrawn: 'Trakk runden',
  replaced: 'Sendte endret innhold i en ny runde',
};

type Line = Receipt['history'][number];

/** «Kari Vik: Godkjente (Sandøy kommune)»; some words of the history mean another thing when no seat is named. */
function historyText({ by, what, seat, onBehalfOf }: Line): string {
  const who = by === 'bot' ? 'Utvalgsbot' : by;
  if (what === 'approved' && seat === undefined) return `${who}: Runden ble avsluttet, og referatet er godkjent`;
  if (what === 'lifted-to-meeting' && seat === undefined) return `${who}: Bestemte at referatet tas opp i neste møte`;
  if (what === 'seat-moved') return `${who}: Flyttet plassen (${seat}) fra ${onBehalfOf} til en annen`;
  const said = Object.hasOwn(historyNames, what) ? historyNames[what] : what;
  return `${who}: ${said}${seat ? ` (${seat})` : ''}${onBehalfOf ? `, på vegne av ${onBehalfOf}` : ''}`;
}

/** The sentences of the receipt of a round. */
export const receiptText = {
  title: (referat: string) => `Kvittering for e-postrunde: ${referat}`,
  facts: ({ committee, referat, round, counts }: Receipt): readonly (readonly [string, string])[] => [
    ['Utvalg', committee],
    ['Møtedato', shortDayOn(referat.meetingOn)],
    ['Runde', `nr. ${round.number}`],
    ['Sendt', `${time(round.openedAt)} av ${round.openedBy}`],
    ['Svarfrist', longTime(new Date(round.deadline))],
    ...(round.closedAt ? [['Avsluttet', time(round.closedAt)] as const] : []),
    ['Spurt', `${count(counts.asked, 'plass', 'plasser')}: ${askedNames[round.asked].toLowerCase()}`],
    ['Regel', ruleText(round.rule)],
  ],
  outcomeHeading: 'Utfall',
  outcome: ({ round, counts }: Receipt, wording: ApprovedBy): readonly string[] => [
    resultText(round, wording),
    `Godkjente aktivt: ${counts.yes} av ${counts.asked}.`,
    `Innvendinger: ${counts.objection}.`,
    `Svarte ikke: ${counts.silent}.`,
    ...(counts.absent > 0 ? [`Ikke til stede i møtet, og svarte ikke: ${counts.absent}.`] : []),
    `Ikke nådd: ${counts['not-reached']}.`,
    `Merknader: ${counts.remarks}.`,
  ],
  versionsHeading: 'Teksten',
  version: ({ textSha256, at, file }: Receipt['versions'][number], n: number) =>
    `Versjon ${n + 1}, ${time(at)}. SHA-256 av teksten: ${textSha256}.${file ? ` Fil: ${file.name}, SHA-256: ${file.sha256}.` : ''}`,
  seatsHeading: 'Svar',
  columns: ['Plass', 'Medlem', 'Svar', 'Når og hvordan', 'Kort og påminnelser'] as const,
  seat: (line: SeatLine): readonly string[] => [
    line.seat,
    `${line.holder}${line.actsFor ? `, vara for ${line.actsFor}` : ''}`,
    answerText(line),
    line.answer ? `${time(line.answer.at)}, ${channelText(line.answer)}` : '–',
    deliveryText(line),
  ],
  remarksHeading: 'Merknader',
  remark: ({ by, kind, sak, text, became }: Receipt['remarks'][number]) =>
    `${by}, ${remarkKindText[kind]}${sak ? `, sak ${sak.replace(/^sak\s+/i, '')}` : ''}: ${text} (${becameNames[became]}.)`,
  historyHeading: 'Hendelser',
  history: (line: Line) => `${time(line.at)} ${historyText(line)}.`,
} as const;

function resultText(round: Receipt['round'], wording: ApprovedBy): string {
  switch (round.status) {
    case 'open':
      return 'Runden pågår. Kvitteringen viser hvordan den står nå.';
    case 'approved':
      return `Referatet er godkjent ${approvedBy(wording)}.`;
    case 'undecided':
      return round.liftedToMeeting
        ? 'Referatet ble ikke avgjort og tas opp i neste møte.'
        : 'Referatet ble ikke avgjort.';
    case 'withdrawn':
      return `Runden ble trukket.${round.reason ? ` Begrunnelse: ${round.reason}` : ''}`;
    case 'replaced':
      return 'Innholdet ble endret, og en ny runde ble sendt.';
  }
}

function answerText({ answer, outcome }: SeatLine): string {
  if (answer === undefined) return outcomeNames[outcome];
  if (answer.choice === 'lift-to-meeting') return 'Ta opp i møtet';
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
