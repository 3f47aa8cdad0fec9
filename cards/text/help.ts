/** What somebody is in their committees, as far as it decides what they can do here. */
export type HelpRole = 'secretariat' | 'vice-chair' | 'member' | 'vara' | 'nowhere';

/** What each of them can do. */
export const helpFor: Readonly<Record<HelpRole, string>> = {
  secretariat:
    'Du kan behandle saker som er meldt, legge inn møter, sette opp og sende sakslisten, melde forfall for medlemmer og registrere vara, føre referatet fra møtet og sende saker og referater på e-postrunde. Et referat som er skrevet et annet sted, kan du slippe som .docx-fil i chatten, og en handlingsplan som .docx, .xlsx eller .csv. Under «Referat» følger du med på svarene, og ser hva du selv skal svare på. Under «Tiltak» ser du hvordan det går med handlingsplanen, registrerer status, og laster ned statustabellen. Tall og utkast til årsrapporten finner du under «Møteplan».',
  'vice-chair':
    'Du kan behandle saker som er meldt, legge inn møter, og sette opp og sende sakslisten. Har du en plass i utvalget, melder du forfall under «Forfall». Når noe er på e-postrunde, får du et kort å svare på. Under «Referat» ser du hva som venter på svar fra deg, og under «Tiltak» handlingsplanen og tiltakene dine.',
  member:
    'Du kan melde saker og se hvor de står, lese sakslisten og svare «Kommer» eller «Forfall», og legge møtene i kalenderen. Under «Forfall» melder du også forfall for en del av et møte, og ser hvem som møter for deg. Når noe er på e-postrunde, får du et kort å svare på. Under «Referat» ser du hva som venter på svar fra deg, og under «Tiltak» handlingsplanen og tiltakene dine.',
  vara: 'Du er vararepresentant. Når den du er vara for, melder forfall, får du et kort med møtet og spørsmål om du kan møte. Under «Forfall» ser du hva du er spurt om, og under «Saksliste» møtene du har sagt ja til. Du kan også melde en sak til et utvalg og se hvor den står.',
  nowhere:
    'Du kan melde en sak til et utvalg og se hvor den står. Du er ikke med i noe utvalg her ennå. Er utvalget ikke satt opp, kan du gjøre det nå. Er det satt opp, kan sekretariatet legge deg til.',
};

export const helpText = {
  title: 'Utvalgsbot',
  unknown: 'Det forsto jeg ikke. Her er det jeg kan hjelpe med:',
  about:
    'Jeg hjelper utvalget fra sak til referat, og med å følge opp etterpå: saker, møteplan, saksliste, referat, e-postrunder og tiltak.',
  setUpHere: 'Utvalget som hører til her, er ikke satt opp ennå.',
  commands:
    'Du kan også skrive «meld sak», «saker», «saksliste», «forfall», «møteplan», «referat», «tiltak», «vara», «oppsett» eller «hjelp».',
  shared:
    'Her kan dere melde saker. Når en saksliste eller en e-postrunde er sendt ut, ligger det et felles kort her, der medlemmene også kan svare. Alt annet gjør vi i en-til-en-chatten: Åpne chatten med meg og skriv «hjelp».',
  referat: 'Referat',
  agenda: 'Saksliste',
  forfall: 'Forfall',
  write: 'Nytt referat',
  vara: 'Vara',
  setup: 'Oppsett',
  help: 'Hjelp',
} as const;
