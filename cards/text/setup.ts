import type { CommitteeSettings, Role, Seat } from '../../store/committee/record.ts';
import { count } from './format.ts';

export const roleNames: Record<Role, string> = {
  chair: 'leder',
  'vice-chair': 'nestleder',
  secretariat: 'sekretariat',
};

export const representsNames: Record<Seat['represents'], string> = {
  kommune: 'kommune',
  helseforetak: 'helseforetak',
  bruker: 'bruker',
  fastlege: 'fastlege',
  ansatte: 'ansatte',
  annet: 'annet',
};

export const votingText = (voting: boolean) => (voting ? 'stemmeberettiget' : 'møte- og talerett');

export const setupText = {
  greetTitle: 'Hei! Jeg er Utvalgsbot.',
  greetPlace: (name: string | undefined) => `Du la meg til i ${name ? `«${name}»` : 'en chat eller et team'}.`,
  greetHere: ', du la meg til her.',
  greetAbout:
    'Jeg sender referater på e-postrunde og holder oversikt over hvem som har svart. Først må utvalget settes opp: navn, medlemmer, og hvem som er leder og sekretariat. Det tar noen minutter, og alt kan endres siden.',
  start: 'Sett opp utvalg',

  formTitle: 'Sett opp utvalg',
  formFor: (name: string | undefined) =>
    `Utvalget knyttes til ${name ? `«${name}»` : 'chatten eller kanalen du kom fra'}. Der kommer det felles kortet når et referat er på e-postrunde.`,
  formAlone:
    'Utvalget har ingen egen chat eller kanal. Du kan gi det en siden: Legg meg til der, og skriv «@Utvalgsbot oppsett».',
  name: 'Navn',
  nameHint: 'Strategisk samarbeidsutvalg',
  shortName: 'Kortnavn',
  shortNameHint: 'SSU',
  members: 'Medlemmer, én på hver linje: navn; e-post; rolle; representerer; vara for',
  membersHint: 'Kari Nes; kari.nes@eksempel.no; leder; Storvik kommune',
  membersAbout:
    'Du kan lime inn fra Excel, eller slippe listen som fil (.xlsx eller .csv) i chatten med meg. Rolle er leder, nestleder, medlem, møte- og talerett eller sekretariat, også flere: «leder, sekretariat». Skriv «Ledig» som navn for en ledig plass. Et sekretariat som ikke representerer noen, har ingen plass; for andre skriver du «uten plass» der. En vara får en egen linje, med navnet på medlemmet eller plassen i siste felt.',
  rosterFailed: 'Deltakerlisten kunne ikke hentes fra Teams nå. Fyll inn medlemmene selv.',
  rosterLeft: (left: number) =>
    `${count(left, 'deltaker', 'deltakere')} fikk ikke plass her. Legg til dem som skal være med.`,
  membersTooLong:
    'Listen er for lang til å redigeres i kortet, og er tatt vare på. Lim inn hele listen på nytt for å bytte den ut, eller la feltet stå tomt.',
  listDownload: 'Last ned listen som Excel-fil',
  listName: 'Medlemmer',
  listOffer: 'Medlemslisten, til å fylle ut. Slipp den i chatten her når du er ferdig.',
  listRead: (rows: number, columns: string) =>
    `Jeg leser dette som en medlemsliste: ${count(rows, 'rad', 'rader')}, med kolonnene ${columns}.`,
  listUnused: (columns: string) => `Ikke brukt: ${columns}.`,
  listHasMore: 'Filen har flere medlemslister. Bare den første er lest. Samle alle i én liste for å få med resten.',
  listNothingYet: 'Ingenting er lagret i utvalget ennå. Du får se hva som er forstått, før du lagrer.',
  useListBegun: (name: string | undefined) =>
    name ? `Bruk i oppsettet for «${name}»` : 'Bruk i oppsettet jeg har begynt på',
  useListIn: (shortName: string) => `Bruk for medlemmene i ${shortName}`,
  useListNew: 'Sett opp et nytt utvalg med listen',
  choicesTitle: 'Hvordan referater godkjennes',
  choicesAbout: 'Dette kan velges nå, eller i det første skjemaet som sender et referat.',
  silence:
    'Ved stilltiende godkjenning regnes den som ikke svarer innen fristen, som enig, men bare når kortet og minst én påminnelse har nådd fram, minst én har godkjent og ingen har innvendinger. Ved de andre reglene er taushet aldri et ja, og et vedtak fattes aldri ved taushet.',
  later: 'Velges når det første referatet sendes',
  roundDays: 'Lengden på en e-postrunde, i dager',
  preview: 'Forhåndsvis',
  change: 'Endre',
  cancel: 'Avbryt',

  previewTitle: 'Kontroller utvalget',
  previewAbout: 'Slik blir utvalget. Kontroller særlig hvem hver plass representerer, og hvem som har stemme.',
  create: 'Opprett utvalget',
  counts: 'Plasser',
  countsOf: (seats: number, voting: number, vacant: number) =>
    `${count(seats, 'plass', 'plasser')}, ${count(voting, 'stemmeberettiget', 'stemmeberettigede')}${vacant > 0 ? `, ${count(vacant, 'ledig', 'ledige')}` : ''}`,
  secretariat: 'Sekretariat',
  chair: 'Leder',
  viceChair: 'Nestleder',
  nobody: 'Ingen',
  rule: 'Godkjenning',
  days: 'E-postrunde',
  daysOf: (days: number) => count(days, 'dag', 'dager'),
  published: 'Publiseres på',
  conversation: 'Chat eller kanal',
  unnamed: 'Knyttet til en chat eller kanal',
  noConversation:
    'Ingen ennå. Legg meg til i chatten eller kanalen, og skriv «@Utvalgsbot oppsett» der for å knytte den til utvalget.',
  vacant: 'Ledig',
  waiting: (names: string) => `Er ikke med i chatten eller kanalen, og får kort når de har lagt til appen: ${names}.`,
  waitingAlone: (names: string) => `Er ikke koblet til Teams ennå, og får kort når de har lagt til appen: ${names}.`,
  foreign: (names: string) =>
    `Er med i chatten eller kanalen, men hører til en annen organisasjon, så e-postadressen er ikke kontrollert: ${names}. De kan kobles til Teams med «Bytt medlem» når utvalget er opprettet. Kontroller da at det er riktig person.`,
  page: (page: number, pages: number) => `Medlemmer, side ${page + 1} av ${pages}`,
  nextPage: 'Vis flere medlemmer',
  andMore: (n: number) => ` og ${n} til`,

  changeTitle: 'Endre medlemmer',
  differenceTitle: 'Kontroller endringene',
  noDifference: 'Listen er den samme som før. Det er ingenting å lagre.',
  moreDifferences: (left: number) => `Og ${count(left, 'endring', 'endringer')} til.`,
  save: 'Lagre endringene',
  differences: {
    'seat-added': (seat: string, holder: string) => `Ny plass: ${seat}, ${holder}`,
    'seat-removed': (seat: string, holder: string) => `Plass ut: ${seat}, ${holder}`,
    'holder-changed': (seat: string, before: string, holder: string) => `Bytte: ${seat}, ${before} → ${holder}`,
    'vote-given': (seat: string) => `Får stemmerett: ${seat}`,
    'vote-taken': (seat: string) => `Mister stemmerett: ${seat}`,
    'seat-renamed': (before: string, seat: string) => `Nytt navn eller ny part: ${before} → ${seat}`,
    'vara-named': (seat: string, name: string) => `Ny vara: ${seat}, ${name}`,
    'role-given': (role: string, name: string) => `Blir ${role}: ${name}`,
    'role-taken': (role: string, name: string) => `Er ikke lenger ${role}: ${name}`,
  },
  roundsGoOn: 'E-postrunder som pågår, endres ikke: De som er spurt der, er fortsatt spurt, og ingen andre.',
  beyondRule:
    'Regelen for godkjenning krever da flere enn det er å spørre, så ingen e-postrunde kan sendes. Endre den under «Endre innstillinger».',
  notOnList: 'Du står ikke på listen, og kan da ikke endre oppsettet.',
  losesRights: 'Du er da ikke lenger leder eller sekretariat, og kan ikke endre oppsettet.',

  title: (shortName: string) => `Oppsett: ${shortName}`,
  chooseTitle: 'Hvilket utvalg?',
  noneTitle: 'Oppsett',
  none: 'Du er ikke med i noe utvalg her ennå. Du kan sette opp et nytt, eller be sekretariatet legge deg til.',
  carryOn: 'Fortsett på det du begynte på',
  notConnected: 'ikke koblet til Teams ennå',
  notReached: 'har ikke åpnet chatten ennå',
  reached: 'Har åpnet chatten',
  reachedOf: (reached: number, of: number) => `${reached} av ${of}`,
  changeMembers: 'Endre medlemmer',
  belowQuorum: (quorum: number) =>
    `Utvalget er vedtaksført når minst ${count(quorum, 'stemmeberettiget plass', 'stemmeberettigede plasser')} er dekket, og kan ikke ha færre enn det. Ingenting er lagret. Sett tallet ned under «Endre innstillinger» i oppsettet først.`,
  changeSettings: 'Endre innstillinger',
  changeSeat: 'Bytt medlem',
  writeReferat: 'Nytt referat',

  settingsTitle: 'Endre innstillinger',
  publishedAt: 'Hvor referater publiseres (valgfritt)',
  mandate: 'Mandat',
  vedtekter: 'Vedtekter',
  mandateUrl: 'Lenke til mandatet (valgfritt)',
  vedtekterUrl: 'Lenke til vedtektene (valgfritt)',
  linkHint: 'https://',
  quorum: 'Hvor mange stemmeberettigede plasser må være dekket for å være vedtaksført? (valgfritt)',
  seatTitle: 'Bytt medlem',
  seatAbout: 'Velg plassen, og hvem som skal ha den.',
  vacate: 'Ingen',
  vacateChoice: 'La plassen stå ledig',
  seat: 'Plass',
  moreSeats: 'Vis andre plasser',
  picked: 'Søk etter personen i Teams',
  pickedHint: 'Navn eller e-postadresse',
  seatName: 'Eller skriv navnet',
  seatEmail: 'E-postadressen (sammen med navnet)',

  attachTitle: 'Hvilket utvalg gjelder det?',
  attachAbout: (name: string | undefined) =>
    `Velg utvalget som skal bruke ${name ? `«${name}»` : 'chatten eller kanalen du kom fra'}, eller sett opp et nytt.`,
  startNew: 'Sett opp et nytt utvalg',
} as const;

/** The documents that a committee works by, where it has said where they are. */
export function linksOf({
  mandateUrl,
  vedtekterUrl,
}: Pick<CommitteeSettings, 'mandateUrl' | 'vedtekterUrl'>): readonly {
  readonly title: string;
  readonly url: string;
}[] {
  return [
    ...(mandateUrl ? [{ title: setupText.mandate, url: mandateUrl }] : []),
    ...(vedtekterUrl ? [{ title: setupText.vedtekter, url: vedtekterUrl }] : []),
  ];
}
