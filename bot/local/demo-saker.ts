/**
 * What the demo's committee has before it: a meeting that is coming, and two saker. All of it is invented. People are
 * named by their key in `demo.ts`.
 */
export type DemoSak = {
  readonly key: string;
  readonly proposedBy: string;
  readonly from: string;
  readonly title: string;
  readonly background: string;
  readonly proposal: readonly string[];
  readonly type: 'orientering' | 'drøfting' | 'beslutning';
  /** Accepted for the coming meeting already; else the chair and the secretariat have it to decide. */
  readonly isAccepted: boolean;
};

export const demoMeeting = {
  committee: 'ssu',
  // from today; a Saturday or Sunday becomes the Monday. Three weeks before it, tomorrow, owners of tiltak are asked
  inDays: 22,
  from: '12:00',
  to: '14:00',
  mode: 'digitalt',
} as const;

export const demoSaker: readonly DemoSak[] = [
  {
    key: 'varsel',
    proposedBy: 'marit',
    from: 'Marit Åsnes, Havnes kommune',
    title: 'Erfaringer med varsel før helg',
    background: `Kommunene har nå brukt den nye rutinen for varsel før helg i et halvt år. Tilbakemeldingene er gode, men varselet kommer fortsatt sent fra noen avdelinger.

Kommune | Varsler i tide | Varsler for sent
Storvik | 41 | 6
Havnes | 23 | 2
Fjelldal | 12 | 5`,
    proposal: [
      'SSU tar erfaringene til orientering.',
      'SSU ber sykehuset gjennomgå praksis i avdelingene som varsler for sent.',
    ],
    type: 'beslutning',
    isAccepted: true,
  },
  {
    key: 'hospitering',
    proposedBy: 'lars',
    from: 'Lars Heimly, ansatte i sykehuset',
    title: 'Hospitering mellom sykehus og hjemmetjeneste',
    background:
      'Ansatte i mottaket og i hjemmetjenesten kjenner hverandres arbeidsdag for dårlig. Vi foreslår en ordning med to dagers hospitering hver vei.',
    proposal: ['SSU ber om at det prøves ut en ordning med hospitering i to kommuner.'],
    type: 'drøfting',
    isAccepted: false,
  },
];
