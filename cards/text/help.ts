export const helpText = {
  title: 'Utvalgsbot',
  unknown: 'Det forsto jeg ikke. Her er det jeg kan hjelpe med:',
  about: 'Jeg tar imot saker til utvalget, sender referater på e-postrunde og holder oversikt over hvem som har svart.',
  secretariat:
    'Du kan skrive et referat eller slippe det som .docx-fil i chatten, sende det på e-postrunde og følge med på svarene. Referater du selv skal svare på, finner du samme sted.',
  member: 'Du får et kort når et referat skal godkjennes. Under «Referat» ser du hva som venter på deg.',
  setUp:
    'Du er ikke med i noe utvalg her ennå. Er utvalget ikke satt opp, kan du gjøre det nå. Er det satt opp, kan sekretariatet legge deg til.',
  setUpHere: 'Utvalget som hører til her, er ikke satt opp ennå.',
  commands: 'Du kan også skrive «meld sak», «saker», «saksliste», «referat», «oppsett» eller «hjelp».',
  shared:
    'Når et referat er på e-postrunde, ligger det et felles kort her, der medlemmene også kan svare. Alt annet gjør vi i en-til-en-chatten: Åpne chatten med meg og skriv «hjelp».',
  referat: 'Referat',
  agenda: 'Saksliste',
  write: 'Nytt referat',
  setup: 'Oppsett',
  help: 'Hjelp',
} as const;
