import { count, number } from './format.ts';

const tiltak = (n: number) => `${number(n)} tiltak`;

/** What is asked of the secretariat about a plan's owners and dates. */
export const planAskText = {
  title: (plan: string) => `Hvem skal vi spørre? ${plan}`,
  about:
    'Ingen blir spurt om disse tiltakene før du har sagt hvem vi skal spørre. Svaret gjelder alle tiltak i planen med samme ansvarlig, også neste gang planen leses inn.',
  allClear: 'Alle tiltak i planen har noen som kan spørres, og alle frister er forstått.',
  owner: (written: string, n: number) => `«${written}» er ansvarlig for ${tiltak(n)}.`,
  putOff: 'Ingen foreløpig.',
  area: (focusArea: string, n: number) =>
    focusArea === '' ? `${tiltak(n)} står uten ansvarlig:` : `${tiltak(n)} i «${focusArea}» står uten ansvarlig:`,
  date: (written: string, n: number) => `Hva menes med fristen «${written}»? Den gjelder ${tiltak(n)}.`,
  choose: 'Velg hvem',
  chooseForAll: 'Velg for alle',
  chooseForOne: (n: number) => `Velg for nr. ${number(n)}`,
  sayDate: 'Svar',
  contactTitle: 'Hvem skal vi spørre?',
  forOwner: (written: string, n: number) => `Om ${tiltak(n)} der «${written}» er ansvarlig:`,
  forArea: (focusArea: string, n: number) =>
    focusArea === '' ? `Om ${tiltak(n)} uten ansvarlig:` : `Om ${tiltak(n)} uten ansvarlig i «${focusArea}»:`,
  forOne: 'Om dette tiltaket:',
  suggestions: 'Forslag',
  person: 'Noen andre',
  personHint: 'Søk etter navn',
  personName: 'Navnet, hvis Teams ikke kjenner det igjen',
  atMost: 'Du kan velge inntil fem. De blir spurt i sin neste oppsummering, og én kan svare for alle.',
  save: 'Spør disse',
  nobody: 'Ingen foreløpig',
  dateTitle: (written: string) => `Hva menes med «${written}»?`,
  dateAbout: (n: number) => `Fristen gjelder ${tiltak(n)}. Ordene i planen blir stående.`,
  on: 'Siste dag',
  saveDate: 'Lagre datoen',
  noDate: 'Uten frist',
  back: 'Tilbake',
  nextPage: 'Neste side',
  page: (page: number, pages: number) => `Side ${number(page + 1)} av ${number(pages)}`,
  why: (role: string, committee: string) => `${role} i ${committee}`,
  roles: { chair: 'leder', viceChair: 'nestleder', secretariat: 'sekretariat' },
  more: (n: number) => `${count(n, 'tiltak', 'tiltak')} til`,
} as const;

/** What is wrong with an answer about a plan's owners or dates. */
export const planAskProblemText: Readonly<Record<string, string>> = {
  'contact-missing': 'Velg minst én, eller trykk «Ingen foreløpig».',
  'too-many-contacts': 'Velg høyst fem.',
  'person-unknown': 'Teams sier ikke hva personen heter. Skriv navnet også.',
  'date-missing': 'Velg en dato, eller trykk «Uten frist».',
};
