/** One seat of a committee, opened from its set-up. */
export const seatTexts = {
  open: 'Åpne én plass',
  chooseTitle: 'Hvilken plass?',
  chooseAbout: 'Velg plassen du vil se og endre, eller legg til en ny.',
  openChosen: 'Åpne plassen',
  add: 'Ny plass',
  back: 'Tilbake til oppsettet',
  backToSeat: 'Tilbake til plassen',

  title: (seat: string) => `Plass: ${seat}`,
  holder: 'Medlem',
  email: 'E-post',
  varas: 'Vara',
  none: 'Ingen',
  appointedBy: 'Oppnevnes av',
  name: 'Hva plassen heter (kommunen, sykehuset, organisasjonen)',
  represents: 'Representerer',
  voting: 'Rettigheter',
  votes: 'Stemmeberettiget',
  speaks: 'Bare møte- og talerett',
  roles: 'Verv for den som har plassen',
  save: 'Lagre plassen',
  change: 'Bytt medlem, eller rett navn og adresse',
  vacate: 'Skal plassen stå ledig, velger du det under «Bytt medlem».',
  nameVara: 'Legg til vara',
  arrangeVaras: 'Rekkefølgen på varaer',
  appointing: 'Hvem oppnevner',
  remove: 'Ta bort plassen',

  newTitle: 'Ny plass',
  newAbout: 'Plassen står sist på listen, og er ledig til du gir den til noen.',
  create: 'Legg til plassen',

  varaTitle: (seat: string) => `Ny vara: ${seat}`,
  varaAbout:
    'Legg til en som allerede har sagt ja. Varaen kommer etter dem som står der fra før. Vil du at boten skal spørre, skriver du «vara».',

  removeTitle: (seat: string) => `Ta bort plassen ${seat}?`,
  removeAbout: (holder: string | undefined) =>
    `${holder ? `${holder} har ikke lenger plassen, men beholder vervene sine. ` : ''}Varaene og det som er planlagt for plassen, faller bort. Det som er svart og ført på den, kan fortsatt leses.`,
  removeNow: 'Ta bort',
} as const;
