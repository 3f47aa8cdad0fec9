/** What somebody is in their committees, as far as it decides what they can do here. `owner`: of tiltak, without a seat. */
export type HelpRole = 'secretariat' | 'vice-chair' | 'member' | 'vara' | 'owner' | 'nowhere';

/** What can be typed to the bot. Each is also a button in the help of those who have a use for it. */
export type CommandWord =
  | 'hjelp'
  | 'referat'
  | 'meld sak'
  | 'saker'
  | 'saksliste'
  | 'forfall'
  | 'møteplan'
  | 'tiltak'
  | 'vara'
  | 'oppsett';

type Ways = { readonly [W in Exclude<CommandWord, 'hjelp'>]?: string };

const ofEverybody = {
  'meld sak': 'Meld en sak til et utvalg. Du kan begynne nå og sende den senere.',
  saker: 'Se hvor sakene du har meldt, står.',
} satisfies Ways;

const ofMembers = {
  'meld sak': ofEverybody['meld sak'],
  saker: 'Se sakene i utvalget, og hvor det du har meldt, står.',
  saksliste: 'Les sakslisten, hent sakspapirene, og svar «Kommer» eller «Forfall».',
  forfall: 'Meld forfall, også for en del av et møte, og se hvem som møter for deg.',
  møteplan: 'Se møtene som kommer, og legg dem i kalenderen.',
  referat: 'Se hva som venter på svar fra deg på e-postrunde, og det du har svart.',
  tiltak: 'Se handlingsplanen, og si hvordan det går med tiltakene dine.',
  vara: 'Se hvem som er vara for deg, og foreslå en ny.',
  oppsett: 'Se hvem som har plass i utvalget, og hvilke regler det har.',
} satisfies Ways;

/** What each of them can do, command by command, in the order of the buttons. */
export const helpWays: Readonly<Record<HelpRole, Ways>> = {
  secretariat: {
    'meld sak': 'Meld en sak, eller registrer en for noen utenfor.',
    saker: 'Behandle saker som er meldt, og se hvor alle står.',
    møteplan: 'Legg inn, flytt og avlys møter. Her er også tall og utkast til årsrapporten.',
    saksliste: 'Sett opp og send sakslisten, og før vedtakene i møtet.',
    forfall: 'Meld forfall for medlemmer, og se hvem som møter som vara.',
    referat: 'Skriv og send referater på e-postrunde, følg med på svarene, og se hva du selv skal svare på.',
    tiltak: 'Se hvordan det går med handlingsplanen, registrer status, og last ned statustabellen.',
    vara: 'Be om vararepresentanter, og bekreft dem som er foreslått.',
    oppsett: 'Endre medlemmer, roller, datoer og regler.',
  },
  'vice-chair': {
    ...ofMembers,
    saker: 'Behandle saker som er meldt, og se hvor alle står.',
    saksliste: 'Sett opp og send sakslisten, eller les den som er sendt.',
    møteplan: 'Legg inn, flytt og avlys møter.',
  },
  member: ofMembers,
  vara: {
    forfall: 'Se hva du er spurt om, og svar på om du kan møte.',
    saksliste: 'Les sakslisten til møtene du har sagt ja til.',
    referat: 'Se hva som venter på svar fra deg etter et møte du var vara i.',
    vara: 'Se hvem du er vara for.',
    tiltak: 'Si hvordan det går med tiltak du er ansvarlig for.',
    ...ofEverybody,
  },
  owner: {
    tiltak: 'Se tiltakene du er ansvarlig for, og si hvordan det går.',
    ...ofEverybody,
  },
  nowhere: { ...ofEverybody, oppsett: 'Sett opp et utvalg du er sekretær for.' },
};

/** Who they are here, in a sentence or two, with what no command says. */
export const helpFor: Readonly<Record<HelpRole, string>> = {
  secretariat:
    'Du er leder eller sekretariat. Et referat som er skrevet et annet sted, kan du slippe her som .docx, og en handlingsplan som .docx, .xlsx eller .csv.',
  'vice-chair': 'Du er nestleder. Når noe er på e-postrunde, får du et kort å svare på.',
  member: 'Du er med i utvalget. Når noe er på e-postrunde eller et møte er innkalt, får du et kort å svare på.',
  vara: 'Du er vararepresentant. Når den du er vara for, melder forfall, får du et kort med møtet og spørsmål om du kan møte.',
  owner:
    'Du er ansvarlig for tiltak i en handlingsplan, uten å ha en plass i utvalget. Når det er tid for det, får du ett kort med alle tiltakene dine.',
  nowhere:
    'Du er ikke med i noe utvalg her ennå. Er utvalget satt opp, kan sekretariatet legge deg til. Er det ikke satt opp, kan du gjøre det nå.',
};

/** The first steps of a secretariat whose committee has done nothing yet. */
export const firstSteps = {
  title: 'De tre første skrittene',
  lines: (link: string) => [
    '1. Legg inn møtene under «Møteplan». Du kan lime inn hele møteplanen.',
    `2. Se under «Oppsett» hvem som ikke har åpnet chatten med meg ennå, og send dem lenken til appen: ${link}`,
    '3. Send det siste referatet på e-postrunde: Slipp det som .docx her, eller velg «Nytt referat». Resten lærer du underveis.',
  ],
} as const;

export const helpText = {
  title: 'Utvalgsbot',
  unknown: 'Det forsto jeg ikke. Her er det jeg kan hjelpe med:',
  about:
    'Jeg hjelper utvalget fra sak til referat, og med å følge opp etterpå: saker, møteplan, saksliste, referat, e-postrunder og tiltak.',
  tab: 'Fanen «Oversikt» viser det som venter på deg, og saker, møter og tiltak i utvalgene dine.',
  setUpHere: 'Utvalget som hører til her, er ikke satt opp ennå.',
  commands: (words: readonly string[]) => {
    const quoted = words.map((word) => `«${word}»`);
    return `Du kan også skrive ${quoted.slice(0, -1).join(', ')} eller ${quoted.at(-1)}.`;
  },
  shared:
    'Her kan dere melde saker. Når en saksliste eller en e-postrunde er sendt ut, ligger det et felles kort her, der medlemmene også kan svare. Alt annet gjør vi i en-til-en-chatten: Åpne chatten med meg og skriv «hjelp».',
  write: 'Nytt referat',
} as const;
