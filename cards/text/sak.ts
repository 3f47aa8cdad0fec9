import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Sak, SakStatus, SakType } from '../../store/sak/record.ts';
import { capitalized, count, number, shortDayOn, shortTime } from './format.ts';
import { meetingTime } from './meeting.ts';

export const sakTypeText: Readonly<Record<SakType, string>> = {
  orientering: 'Orienteringssak',
  drøfting: 'Drøftingssak',
  beslutning: 'Beslutningssak',
};

const sakStatusText: Readonly<Record<SakStatus, string>> = {
  draft: 'Utkast, ikke sendt inn',
  proposed: 'Venter på behandling',
  returned: 'Venter på utfyllende opplysninger',
  accepted: 'Godtatt for saksliste',
  rejected: 'Avvist',
  scheduled: 'På saksliste',
  decided: 'Behandlet',
  withdrawn: 'Trukket',
};

export const sakText = {
  command: 'Meld sak',
  formTitle: (committee: string) => `Meld sak til ${committee}`,
  about: 'Ingen pasientopplysninger: Skriv ikke noe som kan knyttes til en pasient.',
  shortAbout: 'Svar på tre spørsmål, så blir det en sak. Du kan bytte til det fullstendige skjemaet når som helst.',
  title: 'Tittel',
  from: 'Fra',
  fromHint: 'Navn, og hvem du melder saken for',
  fromOutside: (name: string) => `${name} (utenfor utvalget)`,
  outsider: 'Melder du saken for noen utenfor utvalget?',
  outsiderChoice: 'Ja. Skriv hvem under «Fra»',
  to: 'Til (valgfritt)',
  background: 'Saksframstilling (valgfritt)',
  backgroundHint:
    'Skriv eller lim inn teksten her, eller slipp en .docx-fil i chatten med meg. Tabeller i filen blir med.',
  fromFile: (name: string, length: number) => `Saksframstillingen er lest fra «${name}» (${number(length)} tegn).`,
  keptText: (label: string, length: number) =>
    `${label}: Teksten du skrev (${number(length)} tegn) er tatt vare på, men er for lang til å redigeres i kortet.`,
  ownText: 'Skriv teksten på nytt i kortet',
  proposal: 'Forslag til vedtak (valgfritt)',
  proposalHint: 'Ett punkt på hver linje. Lengre punkter kan nummereres: 1. … 2. …',
  wished: 'Ønsket møte',
  nextMeeting: 'Neste møte',
  lateMeeting: (time: string) => `${time} (fristen er ute)`,
  type: 'Type sak (valgfritt)',
  noType: 'Ikke valgt',
  links: 'Lenker til vedlegg (valgfritt)',
  linksHint: 'Én på hver linje. Du kan skrive et navn foran: Rapport https://…',
  files: 'Vedlegg (fjern krysset for å ta bort et vedlegg)',
  what: 'Hva gjelder saken?',
  whatHint: 'Den første linjen blir tittelen.',
  why: 'Hvorfor er den viktig?',
  wish: 'Hva ønsker du at utvalget gjør?',
  answer: 'Svar på det utvalget spurte om',
  preview: 'Forhåndsvis',
  keep: 'Lagre utkast',
  toShort: 'Bytt til kort skjema',
  toFull: 'Bytt til fullstendig skjema',
  attach: 'Legg ved filer',
  otherCommittee: 'Velg et annet utvalg',
  previewTitle: (committee: string) => `Forhåndsvisning av sak til ${committee}`,
  previewAbout: 'Slik blir saken sendt til lederen og sekretariatet. Kontroller den, og send den inn.',
  send: 'Send inn',
  change: 'Endre',
  cancel: 'Avbryt',
  chooseTitle: 'Hvilket utvalg gjelder saken?',
  chooseAbout: 'Du kan melde sak selv om du ikke er medlem av utvalget.',
  committee: 'Utvalg',
  committeeHint: 'Velg utvalg',
  next: 'Neste',
  moreCommittees: 'Vis flere utvalg',
  draftsTitle: 'Du har begynt på en sak',
  draft: (title: string, committee: string) => `${title} (${committee})`,
  moreDrafts: (n: number) => `${count(n, 'eldre utkast', 'eldre utkast')} er ikke vist her.`,
  carryOn: 'Fortsett på utkastet',
  discard: 'Slett utkastet',
  newSak: 'Ny sak',
  attachTitle: 'Legg ved filer',
  proposalTitle: 'Forslag til vedtak',
  attachmentsTitle: 'Vedlegg',
  requestsTitle: 'Utfyllende opplysninger',
  asked: (name: string, at: Date, text: string) => `${name} spurte ${shortTime(at)}: ${text}`,
  answered: (at: Date, text: string) => `Svar ${shortTime(at)}: ${text}`,
  changedInstead: (at: Date) => `Saken ble endret og sendt på nytt ${shortTime(at)}.`,
  vedtakTitle: 'Vedtak',
  reason: (text: string) => `Begrunnelse: ${text}`,
  fromMessage: 'Meldingen saken ble laget fra',
  sendFile: (n: number) => `Send meg vedlegg ${n}`,
  offerFile: (title: string) => `Vedlegg til saken «${title}»`,
  backgroundFile: 'Send meg saksframstillingen som fil',
  previous: 'Forrige side',
  nextPage: 'Neste side',
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}`,
  lateFor: (meeting: string) => `Fristen for et tidligere møte var ute da saken ble meldt. Den går til ${meeting}.`,
  closed: 'Lukket sak: bare for stemmeberettigede medlemmer.',
  accept: 'Sett på saksliste',
  move: 'Flytt til dette møtet',
  meeting: 'Møte',
  ask: 'Be om utfyllende opplysninger',
  postpone: 'Utsett',
  reject: 'Avvis',
  withdraw: 'Trekk saken',
  edit: 'Endre saken',
  sendAnswer: 'Send svaret',
  show: 'Vis saken',
  toList: 'Alle saker',
  toSak: 'Tilbake til saken',
  questionTitle: 'Be om utfyllende opplysninger',
  questionAbout: 'Spørsmålet går til den som meldte saken, og svaret kommer tilbake hit.',
  question: 'Hva trenger dere å vite?',
  postponeTitle: 'Utsett saken',
  laterMeeting: 'Utsett til',
  laterUnplanned: 'Et senere møte som ikke er planlagt ennå',
  optionalReason: 'Begrunnelse (valgfritt)',
  rejectTitle: 'Avvis saken',
  rejectAbout: 'Den som meldte saken, får se begrunnelsen.',
  rejectReason: 'Begrunnelse',
  similar: (committee: string, title: string) => `Ligner på en sak i ${committee}: «${title}».`,
  showSimilar: 'Vis den andre saken',
  similarTitle: 'To saker ligner på hverandre',
  similarAbout: (mine: string, other: string) =>
    `En sak som er meldt til ${mine}, ligner på en sak i ${other}. Avklar gjerne mellom sekretariatene hvem som behandler den.`,
  sakIn: (committee: string) => `Saken i ${committee}`,
  listTitle: 'Saker',
  listIn: (committee: string) => `Saker i ${committee}`,
  waitsForYou: 'Venter på deg',
  yours: 'Saker du har meldt',
  none: 'Det er ingen saker her nå.',
  noneYours: 'Du har ikke meldt noen saker.',
  inCommittee: (committee: string) => `Alle i ${committee}`,
  unknownSak: 'Uten tittel',
} as const;

/** What stands where a meeting is named: the meeting, or the next one. */
export function sakMeetingText(meeting: Pick<Meeting, 'startsAt' | 'endsAt'> | undefined): string {
  return meeting ? `møtet ${meetingTime(meeting)}` : 'neste møte';
}

const outcomeText = { utgikk: 'Utgikk av sakslisten', 'folges-opp': 'Behandlet, og følges opp' } as const;

/** Where a sak stands, in one sentence. `meeting`: the one it is for. */
export function sakStanding(sak: Sak, meeting?: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  const { status, number: sakNumber, decidedOn, postponed } = sak;
  switch (status) {
    case 'proposed':
      return postponed ? 'Utsatt til et senere møte' : sakStatusText.proposed;
    case 'accepted':
      return postponed
        ? `Utsatt til ${sakMeetingText(meeting)}`
        : `${sakStatusText.accepted} til ${sakMeetingText(meeting)}`;
    case 'scheduled':
      return `${sakStatusText.scheduled}${sakNumber ? ` som sak ${sakNumber}` : ''}${meeting ? ` i ${sakMeetingText(meeting)}` : ''}`;
    case 'decided':
      if (sak.outcome === 'utgikk' || sak.outcome === 'folges-opp') return outcomeText[sak.outcome];
      return `${sakStatusText.decided}${sakNumber ? ` som sak ${sakNumber}` : ''}${decidedOn ? ` ${shortDayOn(decidedOn)}` : ''}`;
    default:
      return sakStatusText[status];
  }
}

/** What somebody did with a sak, and how it is said when nobody did. */
const deeds: Readonly<Record<string, readonly [did: string, done: string]>> = {
  sent: ['sendte inn saken', 'Sendt inn'],
  answered: ['svarte', 'Besvart'],
  accepted: ['satte saken på saksliste', 'Satt på saksliste'],
  moved: ['flyttet saken til et annet møte', 'Flyttet til et annet møte'],
  returned: ['ba om utfyllende opplysninger', 'Bedt om utfyllende opplysninger'],
  postponed: ['utsatte saken', 'Utsatt'],
  rejected: ['avviste saken', 'Avvist'],
  withdrawn: ['trakk saken', 'Trukket'],
};

/** «Lise Vik avviste saken 12.03.24 kl. 09.14.»; nothing for what is not said of a sak. */
export function lastDeed({ history }: Sak, nameOf: (personId: string) => string): string | undefined {
  const last = history.findLast(({ what }) => Object.hasOwn(deeds, what));
  return last && `${deedText(last, nameOf)} ${shortTime(last.at)}.`;
}

/** What is told of a sak's history, the first first: «Lise Vik avviste saken» */
export function deedsOf({ history }: Sak, nameOf: (personId: string) => string) {
  return history
    .filter(({ what }) => Object.hasOwn(deeds, what))
    .map((entry) => ({ at: shortTime(entry.at), what: deedText(entry, nameOf) }));
}

function deedText({ by, what }: Sak['history'][number], nameOf: (personId: string) => string): string {
  const [did, done] = deeds[what] ?? [];
  return by === 'bot' ? `${done}` : `${nameOf(by)} ${did}`;
}

/** What a meeting is called where it is chosen. */
export const meetingChoice = (meeting: Meeting) => capitalized(meetingTime(meeting));

/** A committee where it is chosen: short name first, as people know it. */
export function committeeChoice({ name, shortName }: Pick<Committee, 'name' | 'shortName'>): string {
  return name.includes(shortName) ? name : `${shortName}: ${name}`;
}
