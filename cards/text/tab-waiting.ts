import type { Want } from '../../store/digest/want.ts';
import type { Referat } from '../../store/referat/record.ts';
import type { RoundKind } from '../../store/round/record.ts';
import { count, longDate, longTime } from './format.ts';

const asks: Readonly<Record<RoundKind, string>> = {
  godkjenning: 'Godkjenn referatet, eller si hva som er galt.',
  vedtak: 'Stem over forslaget.',
  innspill: 'Gi innspill, eller si at du ikke har noen.',
  signering: 'Les dokumentet og signer.',
};

const wants: Readonly<Record<Want, string>> = {
  ask: 'Hvordan går det med tiltaket?',
  silent: 'Ingen har svart på flere spørsmål om tiltaket. Velg hva som skal skje.',
  leader: 'Ingen har svart på spørsmål om tiltaket, og sekretariatet vil at du skal vite det.',
  unreached: 'Spørsmålet om tiltaket nådde ikke fram. Finn noen andre å spørre.',
  owner: 'Den som ble spurt, har ikke ansvaret for tiltaket. Finn noen andre å spørre.',
};

const referater: Readonly<Partial<Record<Referat['state'], string>>> = {
  draft: 'Utkastet til referat er ikke sendt.',
  approved: 'Referatet er godkjent og ikke publisert.',
};

/** What «Venter på deg» says of each thing: what is asked, in one sentence. */
export const waitingText = {
  until: (at: Date) => `Frist: ${longTime(at)}`,
  on: (at: Date) => `Møtet: ${longTime(at)}`,
  day: (day: Date) => `Frist: ${longDate(day)}`,
  asks: (kind: RoundKind) => asks[kind],
  comes: 'Si om du kommer eller har forfall.',
  propose: 'Innmelding',
  proposed: 'Du er foreslått',
  call: 'Si om du kan møte som vara.',
  vote: 'Stem i møtet som pågår.',
  wants: (want: Want) => wants[want],
  overdue: 'Fristen for tiltaket er ute.',
  moreTiltak: (n: number) => `${count(n, 'tiltak', 'tiltak')} til`,
  more: 'Se alle tiltakene du er ansvarlig for.',
  returned: 'Du er spurt om noe før saken kan settes opp.',
  draft: 'Du har begynt på saken og ikke sendt den.',
  setup: 'Du har begynt å sette opp utvalget og er ikke ferdig.',
  newCommittee: 'Nytt utvalg',
  toAccept: 'Saken er meldt. Sett den opp, spør om mer, utsett eller avvis.',
  undecidedRound: 'E-postrunden er ikke avgjort. Velg hva som skal skje videre.',
  objections: (n: number) => `E-postrunden har ${count(n, 'innvending', 'innvendinger')} som skal behandles.`,
  referat: (state: Referat['state']) => referater[state],
  document: 'Utkastet er ikke sendt på e-postrunde.',
  noAgenda: 'Sakslisten er ikke sendt.',
  agendaChanged: 'Sakslisten er endret etter at den ble sendt.',
  minutes: 'Møtet er begynt, og protokollen er ikke avsluttet.',
  toWrite: 'Møtet er holdt, og det er ikke laget noe referat.',
  planQuestions: (n: number) => `${count(n, 'spørsmål', 'spørsmål')} om ansvarlige og frister er ikke besvart.`,
} as const;
