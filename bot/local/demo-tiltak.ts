/**
 * The handlingsplan of the demo's SSU, as somebody would write it, and what its owners have said so far. All of it is
 * invented. People are named by their key in `demo.ts`.
 */
type DemoAnswer = {
  readonly by: string;
  readonly daysAgo: number;
  readonly class: 'not-followed-up' | 'in-progress' | 'delayed' | 'done' | 'unclear' | 'delete-proposed' | 'by-others';
  readonly text?: string;
  readonly byOthers?: string;
};

export type DemoTiltak = {
  readonly area: string;
  readonly goal: string;
  readonly text: string;
  /** As it is written in the plan. */
  readonly owner?: string;
  /** Its last day, so many days from now, or in words. */
  readonly due?: number | string;
  /** As it is written in the plan: nobody has said which class that is. */
  readonly status?: string;
  readonly answer?: DemoAnswer;
};

export const demoPlan = {
  committee: 'ssu',
  name: 'Felles handlingsplan',
  fileName: 'Felles handlingsplan.docx',
  readBy: 'aud',
  daysAgo: 60,
  headings: ['Innsatsområde', 'Hva vil vi?', 'Tiltak', 'Ansvarlig', 'Når', 'Status'],
} as const;

const home = { area: 'Trygg utskrivning', goal: 'Pasienten er ventet når hun kommer hjem' };
const children = { area: 'Barn og unge', goal: 'Ingen familie skal fortelle alt to ganger' };
const learning = { area: 'Felles opplæring', goal: 'Vi lærer det samme, og vi lærer det sammen' };
const digital = { area: 'Digital samhandling', goal: 'Det er like lett å ringe som å sende brev' };

export const demoTiltak: readonly DemoTiltak[] = [
  {
    ...home,
    text: 'Prøve ut fast kontaktperson for kommunene på tre sengeposter',
    owner: 'Tone Varlid',
    due: -30,
    answer: { by: 'tone', daysAgo: 20, class: 'delayed', text: 'To poster er i gang. Den tredje mangler folk.' },
  },
  {
    ...home,
    text: 'Lage en felles sjekkliste for utskrivning før helg',
    owner: 'Tone Varlid',
    due: 35,
    answer: { by: 'tone', daysAgo: 20, class: 'in-progress', text: 'Et utkast er sendt til kommunene.' },
  },
  { ...home, text: 'Telle varsler som kommer for sent, hver måned', owner: 'Tone Varlid', due: 'Fortløpende' },
  {
    ...children,
    text: 'Beskrive hvem som gjør hva når et barn legges inn',
    owner: 'FSU BU',
    due: -12,
    answer: { by: 'guro', daysAgo: 8, class: 'not-followed-up', text: 'Vi tar det opp i neste møte i FSU BU.' },
  },
  {
    ...children,
    text: 'Prøve ut felles time hos fastlege og psykolog',
    owner: 'FSU BU',
    due: 90,
    answer: { by: 'guro', daysAgo: 8, class: 'unclear', text: 'Vi vet ikke om dette gjelder alle kommunene.' },
  },
  {
    ...learning,
    text: 'Hospitering mellom sykehus og hjemmetjeneste',
    owner: 'Nordlys sykehus og kommunene',
    due: -10,
    status: 'Flere har meldt interesse, men ingen har begynt.',
  },
  {
    ...learning,
    text: 'Felles kurs i vurdering av akutt sykdom',
    owner: 'Anne Stormo',
    due: -15,
    answer: { by: 'anne', daysAgo: 20, class: 'done', text: '46 deltok, halvparten fra kommunene.' },
  },
  {
    ...learning,
    text: 'Nyhetsbrev om samhandling hvert kvartal',
    owner: 'Liv Grønnes',
    answer: { by: 'liv', daysAgo: 20, class: 'delete-proposed', text: 'Nettsidene dekker dette nå.' },
  },
  {
    ...digital,
    text: 'Få oversikt over hvem som kan bruke video',
    owner: 'Anne Stormo',
    due: 60,
    answer: { by: 'anne', daysAgo: 20, class: 'by-others', byOthers: 'Fylkeskommunens digitaliseringsnettverk' },
  },
  { ...digital, text: 'Teste digital hjemmeoppfølging i to kommuner', due: '12. april' },
  { ...digital, text: 'Gi fastlegene varsel når en pasient skrives ut' },
];
