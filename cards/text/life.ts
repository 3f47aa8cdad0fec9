import type { Dated, Rotation } from '../../store/committee/life.ts';
import type { AppointingProblem, LifeProblem } from '../../store/committee/rules-life-form.ts';
import type { PlanOutcome } from '../../store/committee/rules-planned.ts';
import { count, longDate, shortDayOn } from './format.ts';
import { representsNames } from './setup.ts';

export const lifeText = {
  change: 'Datoer og rullering',
  formTitle: 'Datoer og rullering',
  formAbout:
    'Alle feltene er valgfrie. Utvalget får beskjed om evaluering og avslutning 30 dager før og på dagen. Er det en fridag, kommer beskjeden neste virkedag.',
  evaluatesOn: 'Dag for evaluering',
  endsOn: 'Siste dag for et midlertidig utvalg',
  rotatesOn: 'Neste gang ledelsen rullerer',
  rotatesTo: 'Parten som da har tur',
  nobodys: 'Ikke valgt',
  remindDays: 'Så mange dager før skal de som oppnevner, få en påminnelse',
  save: 'Lagre datoene',

  evaluates: 'Evalueres',
  ends: 'Avsluttes',
  rotates: 'Ledelsen rullerer',
  rotatesOf: ({ on, represents }: Rotation) => `${shortDayOn(on)}, ${representsNames[represents]} har tur`,
  quorum: 'Vedtaksført',
  quorumOf: (quorum: number) =>
    `Når minst ${count(quorum, 'stemmeberettiget plass', 'stemmeberettigede plasser')} er dekket`,
  vacantTask: (seat: string) => `Å gjøre: ${seat} er ledig. Be den som oppnevner, om et medlem.`,
  vacantTasks: (n: number, seats: string) =>
    `Å gjøre: ${n} plasser er ledige: ${seats}. Be dem som oppnevner, om medlemmer.`,
  vara: (names: string) => `Vara: ${names}`,
  appointedBy: (party: string) => `Oppnevnes av ${party}`,
  contact: (name: string) => `Kontakt: ${name}`,
  datePassed: (what: 'ends' | 'evaluates', on: string) =>
    what === 'ends'
      ? `Å gjøre: Siste dag var ${shortDayOn(on)}. Avslutt utvalget, eller sett en ny dato.`
      : `Dagen for evaluering var ${shortDayOn(on)}.`,
  rotationDue: ({ on, represents }: Rotation) =>
    `Å gjøre: Ledelsen skulle rullere ${shortDayOn(on)}, og ${representsNames[represents]} har tur. Endre lederen under «Endre medlemmer», eller flytt dagen fram.`,
  moveRotation: 'Flytt rulleringen ett år fram',
  planned: (on: string, seat: string, before: string, after: string) =>
    `Planlagt ${shortDayOn(on)}: ${seat}, ${before} → ${after}`,
  takeBack: (seat: string) => `Ta tilbake byttet: ${seat}`,
  morePlanned: (n: number) => `Og ${count(n, 'planlagt bytte', 'planlagte bytter')} til.`,
  goneSeat: 'En plass som ikke finnes lenger',
  from: 'Fra dato (tomt betyr i dag)',

  appointing: 'Hvem oppnevner',
  appointingTitle: 'Hvem oppnevner til plassen?',
  appointingAbout: 'Oppgi hvem som fyller plassen, og hvem dere spør der når den blir ledig eller mangler vara.',
  appointingOf: (seat: string) => `Plass: ${seat}`,
  next: 'Videre',
  party: 'Oppnevnes av (kommune, sykehus, råd eller organisasjon)',
  contactNow: (name: string) => `Kontakt nå: ${name}`,
  picked: 'Søk etter kontakten i Teams',
  removeContact: 'Kontakt',
  removeChoice: 'Fjern kontakten',
  saveAppointing: 'Lagre oppnevningen',

  close: 'Avslutt utvalget',
  closeTitle: (shortName: string) => `Avslutte ${shortName}?`,
  closeAbout:
    'Når utvalget er avsluttet, sendes det ingen påminnelser, og ingen kan melde saker, planlegge møter eller sende noe på e-postrunde. Alt som er gjort, kan fortsatt leses, og sekretariatet kan åpne utvalget igjen.',
  cannotClose: 'Utvalget kan ikke avsluttes ennå, for dette pågår:',
  rounds: (n: number) =>
    `${count(n, 'e-postrunde', 'e-postrunder')}. Vent til svarfristen er ute og runden er avgjort, eller trekk den fra «status».`,
  meetings: (n: number) => `${count(n, 'møte', 'møter')}. Gjør ferdig protokollen, eller avlys møtet fra «møteplan».`,
  nominations: (n: number) =>
    `${count(n, 'forespørsel', 'forespørsler')} om medlemmer eller varaer. Avslutt dem fra «vara».`,
  plansFall: (n: number) => `${count(n, 'planlagt bytte', 'planlagte bytter')} av medlem faller bort.`,
  remains: (saker: number, referater: number) =>
    `Dette blir liggende slik det er: ${[
      ...(saker > 0 ? [count(saker, 'sak som ikke er ferdig', 'saker som ikke er ferdige')] : []),
      ...(referater > 0 ? [count(referater, 'referat som ikke er ferdig', 'referater som ikke er ferdige')] : []),
    ].join(' og ')}.`,
  closeNow: 'Ja, avslutt utvalget',
  reopen: 'Åpne utvalget igjen',
  closedOn: (day: string) => `Utvalget ble avsluttet ${day}. Alt kan leses, men ingenting nytt kan settes i gang.`,
  show: 'Vis oppsettet',
} as const;

/** The news of a date, as it stands on the day it is read. */
export function newsText(name: string, what: Dated, on: string, today: string): string {
  const day = longDate(new Date(`${on}T12:00:00Z`));
  if (what === 'ends') {
    if (on > today) return `${name} avsluttes ${day}.`;
    return on === today ? `${name} avsluttes i dag.` : `Siste dag for ${name} var ${day}.`;
  }
  if (what === 'evaluates') {
    if (on > today) return `Arbeidet i ${name} skal evalueres ${day}.`;
    return on === today ? `Arbeidet i ${name} skal evalueres i dag.` : `Arbeidet i ${name} skulle evalueres ${day}.`;
  }
  if (on > today) return `Ledelsen av ${name} rullerer ${day}.`;
  return on === today ? `Ledelsen av ${name} rullerer i dag.` : `Ledelsen av ${name} skulle rullere ${day}.`;
}

export const newsTitle: Record<Dated, string> = {
  ends: 'Utvalget avsluttes',
  evaluates: 'Utvalget skal evalueres',
  rotates: 'Ledelsen av utvalget rullerer',
};

export const rotationText = {
  turn: (represents: Rotation['represents']) => `Det er ${representsNames[represents]} som har tur til å lede.`,
  ask: 'Du er oppført som den som oppnevner. Gi sekretariatet beskjed om hvem som overtar.',
  contacts: (names: string) => `Disse har fått samme påminnelse, fordi de oppnevner: ${names}.`,
  unreached: (names: string) => `Disse er ikke koblet til Teams, så dere må spørre dem selv: ${names}.`,
  noContacts:
    'Det er ikke registrert hvem som oppnevner, så dere må spørre selv. Legg inn kontakter under «Hvem oppnevner».',
} as const;

export const seatChangedText = {
  movedTitle: 'Nytt medlem',
  notMovedTitle: 'Et planlagt bytte ble ikke gjennomført',
  yours: (seat: string, committee: string, on: string) =>
    `Du har fra ${shortDayOn(on)} plassen ${seat} i ${committee}.`,
  yoursAbout:
    'Du får innkallinger og e-postrunder for plassen. E-postrunder som allerede er sendt, besvares av den som ble spurt.',
  moved: (seat: string, name: string, on: string) => `${name} har fra ${shortDayOn(on)} plassen ${seat}.`,
  vacated: (seat: string, on: string) => `Plassen ${seat} er ledig fra ${shortDayOn(on)}.`,
  rolesStay:
    'Roller følger ikke plassen. Skal noen andre være leder eller nestleder, endrer dere det under «Endre medlemmer».',
  planned: (seat: string, name: string | undefined, on: string) =>
    `${shortDayOn(on)} skulle plassen ${seat} ${name ? `gå til ${name}` : 'bli ledig'}.`,
  why: {
    'seat-gone': 'Plassen finnes ikke lenger.',
    'other-holder': 'En annen har fått plassen i mellomtiden, så den ble ikke flyttet.',
    'has-seat': 'Personen har en annen plass i utvalget, så den ble ikke flyttet.',
  } satisfies Record<Exclude<PlanOutcome, 'moved' | 'as-planned'>, string>,
} as const;

export const lifeProblemText: Record<LifeProblem | AppointingProblem, string> = {
  'evaluates-odd': 'Dagen for evaluering finnes ikke. Skriv den som 12.03.2027.',
  'evaluates-past': 'Dagen for evaluering er passert. Velg en dag fram i tid.',
  'evaluates-far': 'Dagen for evaluering er mer enn ti år fram i tid.',
  'ends-odd': 'Siste dag finnes ikke. Skriv den som 12.03.2027.',
  'ends-past': 'Siste dag er passert. Velg en dag fram i tid, eller bruk «Avslutt utvalget».',
  'ends-far': 'Siste dag er mer enn ti år fram i tid.',
  'rotates-odd': 'Dagen for rulleringen finnes ikke. Skriv den som 12.03.2027.',
  'rotates-past': 'Dagen for rulleringen er passert. Velg en dag fram i tid.',
  'rotates-far': 'Dagen for rulleringen er mer enn ti år fram i tid.',
  'rotates-to': 'Velg parten som har tur når ledelsen rullerer.',
  'rotates-when': 'Oppgi dagen ledelsen rullerer, eller la parten stå som «Ikke valgt».',
  'remind-days': 'Skriv hvor mange dager før rulleringen påminnelsen skal komme, som et helt tall fra 0 til 180.',
  'party-too-long': 'Den som oppnevner, kan ha et navn på høyst 200 tegn.',
  'contact-or-none': 'Velg enten en kontakt, eller at kontakten skal fjernes.',
};
