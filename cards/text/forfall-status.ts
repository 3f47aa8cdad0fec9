import { number } from './format.ts';

export const forfallStatusText = {
  title: (meeting: string) => `Forfall og vara: ${meeting}`,
  none: 'Ingen har meldt forfall til dette møtet.',
  summary: (all: number, covered: number) => {
    if (all === 1) return `1 forfall er meldt. Det er ${covered === 1 ? 'dekket' : 'ikke dekket'} av vara.`;
    const part = covered === 0 ? 'Ingen er' : covered === all ? 'Alle er' : `${number(covered)} er`;
    return `${number(all)} forfall er meldt. ${part} dekket av vara.`;
  },
  who: (member: string, seat: string) => `${member}, ${seat}`,
  vacant: 'Ledig plass',
  by: (name: string) => `Meldt av ${name}.`,
  dry: 'Det er ingen flere varaer å spørre.',
  noVara: 'Plassen har ingen vara.',
  dryHelp:
    'Du kan registrere en som har sagt ja på telefon eller e-post, be den som oppnevner, om en ny vara, eller flytte saker til e-postrunde.',
  notInTeams: 'Har ikke chat med Utvalgsbot, så send sakspapirene selv.',
  assign: 'Registrer vara',
  assignOther: 'Registrer en annen vara',
  release: 'Ta plassen tilbake til medlemmet',
  onBehalf: 'Meld forfall for et medlem',
  toAgenda: 'Saksliste',
  toMeeting: 'Til møtet',
  page: (page: number, pages: number) => `Side ${page + 1} av ${pages}`,
  next: 'Neste side',

  assignTitle: 'Registrer vara',
  assignAbout:
    'Registrer en som har sagt ja på telefon eller e-post. Den som var spurt eller skulle møte før, får beskjed, og varaen får et kort med møtet.',
  picked: 'Finn personen i Teams',
  pickedHint: 'Skriv navn eller e-post',
  name: 'Navn, hvis personen ikke finnes i Teams',
  email: 'E-post',
  save: 'Lagre',
  cancel: 'Avbryt',
} as const;
