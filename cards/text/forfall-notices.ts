/** What is said of forfall and call-ins that cannot be registered, and what can be done instead. */
export const forfallNotices = {
  'not-your-seat': 'Du kan bare melde forfall for din egen plass. Sekretariatet og lederen kan gjøre det for andre.',
  'no-forfall': 'Det er ikke meldt forfall her lenger. Plassen er medlemmets.',
  'part-outside': 'Velg klokkeslett innenfor møtetiden, og slutt etter start.',
  'vara-has-acted': 'Varaen har allerede stemt eller svart for plassen. Nå kan bare sekretariatet flytte den tilbake.',
  'vara-acted-self':
    'Du har allerede stemt eller svart for plassen. Kan du ikke likevel, må du ta kontakt med sekretariatet.',
  'vara-was-there':
    'Det er registrert at en vara satt i plassen i møtet. Stemmer det ikke, retter sekretariatet oppmøtet først.',
  'forfall-cancelled': 'Møtet er avlyst, så det trengs ikke noe forfall.',
  'not-called': 'Du er ikke spurt om å møte som vara her. Ta kontakt med sekretariatet hvis du skulle ha vært spurt.',
  'call-withdrawn': 'Spørsmålet gjelder ikke lenger, så svaret ditt er ikke registrert.',
  'seat-covered': 'En annen møter for plassen allerede, så svaret ditt er ikke registrert.',
  'vara-elsewhere': 'Varaen møter for en annen plass i dette møtet. Ingen kan ha to plasser i ett møte.',
  'has-own-seat': 'Den som har egen plass i utvalget, kan ikke møte som vara for en annen.',
  'forfall-saved':
    'Forfallet er registrert. Har plassen vara, blir varaen spurt. Du får beskjed i en-til-en-chatten når noen møter for deg.',
  'forfall-no-committee':
    'Du er ikke med i noe utvalg her, verken som medlem eller fast vara, så det er ingen møter å vise. Skal du møte som vara likevel, bruker du kortet du fikk om det.',
  'forfall-no-seat': 'Du har ingen plass i utvalget, så du kan ikke melde forfall for deg selv.',
  'forfall-what': 'Velg om det gjelder hele møtet, en del av det eller en sak du er inhabil i.',
  'forfall-part': 'Skriv når du er borte, eller kryss av for sakene det gjelder.',
  'forfall-either': 'Velg enten klokkeslett eller saker for den delen av møtet du er borte.',
  'forfall-time': 'Skriv klokkeslettet som timer og minutter, for eksempel 12:30.',
  'forfall-sak': 'Kryss av for saken.',
  'forfall-seat': 'Velg hvem forfallet gjelder.',
  'forfall-person': 'Velg hvem som møter, i Teams eller med navn og e-post.',
} as const;
