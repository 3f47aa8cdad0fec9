/**
 * The demo's committees and the referat that waits to be sent: invented, in the form and size of real ones. People are
 * named by their key in `demo.ts`; `null` is a vacant seat.
 */

type Rest = { readonly speaking?: true; readonly varas?: readonly string[] };

type DemoSeat = readonly [
  person: string | null,
  represents: 'kommune' | 'helseforetak' | 'bruker' | 'fastlege' | 'ansatte' | 'annet',
  name: string,
  rest?: Rest,
];

export type DemoCommittee = {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  /** Where the committee talks, as Teams names it. */
  readonly chatKind: 'channel' | 'groupChat';
  readonly chatId: string;
  readonly chair: string;
  readonly viceChair: string;
  readonly secretariat: readonly string[];
  /** How its rounds are decided; absent: to be chosen in the first form. */
  readonly approvalRule?: 'everyone';
  readonly seats: readonly DemoSeat[];
};

export const demoCommittees: readonly DemoCommittee[] = [
  {
    key: 'ssu',
    name: 'Strategisk samarbeidsutvalg (SSU)',
    shortName: 'SSU',
    chatKind: 'channel',
    chatId: '19:6d0f4b5e1c5a4f0e9a572f6f0a1d2001@thread.tacv2',
    chair: 'ingrid',
    viceChair: 'bente',
    secretariat: ['aud', 'terje'],
    approvalRule: 'everyone',
    seats: [
      ['ingrid', 'kommune', 'Storvik kommune', { varas: ['ragnhild'] }],
      ['marit', 'kommune', 'Havnes kommune'],
      ['jonas', 'kommune', 'Fjelldal kommune'],
      ['siri', 'kommune', 'Lyngvær kommune'],
      ['odd', 'kommune', 'Sandøy kommune', { varas: ['amund'] }],
      ['hege', 'kommune', 'Bjørkli kommune'],
      ['nils', 'kommune', 'Indre Vik kommune'],
      ['geir', 'kommune', 'Ytre Holmen kommune'],
      ['bente', 'helseforetak', 'Nordlys sykehus, direktør'],
      ['pal', 'helseforetak', 'Nordlys sykehus, klinikksjef'],
      ['tone', 'helseforetak', 'Nordlys sykehus, samhandling'],
      ['kjell', 'helseforetak', 'Nordlys sykehus, akuttmottak'],
      ['anne', 'helseforetak', 'Nordlys sykehus, fag'],
      ['rune', 'helseforetak', 'Nordlys sykehus, psykisk helse', { varas: ['jorunn'] }],
      ['wenche', 'bruker', 'Brukerutvalget'],
      ['egil', 'fastlege', 'Fastlegene'],
      ['samira', 'bruker', 'Ungdomsrådet', { speaking: true, varas: ['mikkel'] }],
      ['kari', 'ansatte', 'Ansatte i kommunene', { speaking: true }],
      ['lars', 'ansatte', 'Ansatte i sykehuset', { speaking: true }],
      ['eva', 'annet', 'Statsforvalteren', { speaking: true }],
      ['arne', 'annet', 'Universitetet', { speaking: true }],
      ['maja', 'annet', 'Fylkeskommunen', { speaking: true }],
      ['ole', 'helseforetak', 'Nordlys sykehus, prehospitalt', { speaking: true }],
      ['terje', 'kommune', 'Kommunenes sekretariat', { speaking: true }],
    ],
  },
  {
    key: 'fsu-bu',
    name: 'Faglig samarbeidsutvalg for barn og unge (FSU BU)',
    shortName: 'FSU BU',
    chatKind: 'groupChat',
    chatId: '19:6d0f4b5e1c5a4f0e9a572f6f0a1d2002@thread.v2',
    chair: 'guro',
    viceChair: 'randi',
    secretariat: ['aud'],
    seats: [
      ['guro', 'helseforetak', 'Nordlys sykehus, barn og unge', { varas: ['vigdis', 'eirik'] }],
      ['henning', 'helseforetak', 'Nordlys sykehus, psykologtjenesten'],
      ['liv', 'helseforetak', 'Nordlys sykehus, rehabilitering'],
      ['kjell', 'helseforetak', 'Nordlys sykehus, akuttmottak'],
      ['randi', 'kommune', 'Fjelldal kommune', { varas: ['torunn'] }],
      ['isak', 'kommune', 'Lyngvær kommune', { varas: ['torunn'] }],
      ['berit', 'kommune', 'Havnes kommune'],
      ['sverre', 'kommune', 'Storvik kommune'],
      ['samira', 'bruker', 'Ungdomsrådet', { varas: ['mikkel'] }],
      ['egil', 'fastlege', 'Fastlegene'],
      [null, 'kommune', 'Indre Vik kommune'],
    ],
  },
];

/** Everybody who has a seat or a role in a committee, once each: varas are not in its chat. */
export function peopleOf({ seats, chair, viceChair, secretariat }: DemoCommittee): readonly string[] {
  const holders = seats.flatMap(([holder]) => holder ?? []);
  return [...new Set([chair, viceChair, ...secretariat, ...holders])];
}

/** «SSU: leder · FSU BU: medlem»: what somebody is in the demo's committees, for the list of persons. */
export function rolesOf(person: string): string {
  const said = demoCommittees.flatMap((committee) => {
    const role = roleIn(committee, person);
    return role === undefined ? [] : [`${committee.shortName}: ${role}`];
  });
  return said.join(' · ');
}

function roleIn({ secretariat, chair, viceChair, seats }: DemoCommittee, person: string): string | undefined {
  if (secretariat.includes(person)) return 'sekretariat';
  if (chair === person) return 'leder';
  if (viceChair === person) return 'nestleder';
  const seat = seats.find(([holder]) => holder === person);
  if (seat !== undefined) return seat[3]?.speaking ? 'møte- og talerett' : 'medlem';
  return seats.some(([, , , rest]) => rest?.varas?.includes(person)) ? 'vararepresentant' : undefined;
}

export const demoReferat = {
  committee: 'ssu',
  writtenBy: 'aud',
  title: 'Referat fra møte i SSU',
  summary:
    'Åtte saker ble behandlet. SSU vedtok blant annet ny rutine for utskrivning før helg og nedsatte en arbeidsgruppe om felles opplæring.',
  text: `Til stede: 14 av 16 stemmeberettigede medlemmer og 6 med møte- og talerett.
Forfall: Sandøy kommune og Nordlys sykehus, psykisk helse.
Møteleder: Ingrid Holtevik. Referent: Aud Solbakken.

Sak 31: Innkalling og dagsorden
Det var ingen merknader til innkallingen.
Vedtak: Innkalling og dagsorden er godkjent.

Sak 32: Rutine for utskrivning før helg
Sekretariatet la fram et forslag som var på høring hos alle kommunene. Flere kommuner ønsket at varselet kommer senest torsdag kl. 12.
Vedtak:
1. SSU støtter den foreslåtte rutinen.
2. Varsel om utskrivning før helg sendes senest torsdag kl. 12.00.
3. Sekretariatet legger fram erfaringene etter seks måneder.

Sak 33: Felles opplæring i vurdering av akutt sykdom
Det er stort behov for samme opplæring i hjemmetjenesten og på legevakt.
Vedtak:
1. SSU nedsetter en arbeidsgruppe med to fra kommunene og to fra sykehuset.
2. Arbeidsgruppen legger fram et forslag i neste møte.

Sak 34: Økonomi og bruk av samhandlingsmidler
Sekretariatet orienterte om status. Om lag halvparten av midlene er brukt.
Vedtak: SSU tar saken til orientering.

Sak 35: Møteplan for neste år
Forslaget hadde åtte møter, seks digitale og to fysiske.
Vedtak: Møteplanen er vedtatt.

Sak 36: Referater fra fagutvalgene
Godkjente referater siden forrige møte var lagt ved.
Vedtak: SSU tar de vedlagte referatene til orientering.

Sak 37: Orientering fra partnerne
Sykehuset orienterte om ombyggingen av akuttmottaket. Kommunene orienterte om rekruttering av sykepleiere.
Vedtak: SSU tar informasjonen til orientering.

Sak 38: Neste møte og kommende saker
Neste møte er digitalt. Saker meldes fortløpende til sekretariatet.
Vedtak: SSU tar informasjonen om neste møte til orientering.`,
} as const;
