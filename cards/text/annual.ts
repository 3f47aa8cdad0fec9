import type { Committee, Seat } from '../../store/committee/record.ts';
import type { LeadChange } from '../../store/committee/rules-lead.ts';
import { type AnnualFacts, type Block, toFill } from './annual-facts.ts';
import { followedParts } from './annual-follow-up.ts';
import { forfallParts, meetingParts, nextYearParts, sakParts } from './annual-meetings.ts';
import { count, shortDayOn } from './format.ts';
import { leaderNames } from './round-signing.ts';
import { representsNames } from './setup.ts';

export const annualText = {
  button: (year: number) => `Lag utkast til årsrapport ${year}`,
  title: (committee: string, year: number) => `Årsrapport ${year} ${committee}`,
  offer: (title: string) => `Utkast til ${title}, til å redigere`,
  fileName: (title: string) => `UTKAST ${title}`,
  about:
    'Utkastet er en Word-fil. Rediger den, og slipp den i chatten når den er ferdig. Da kan den sendes til signering eller legges ved en sak.',
} as const;

/** The draft of a committee's årsrapport (domain a10): what is stored, and where the secretariat writes the rest. */
export function annualReport(facts: AnnualFacts): readonly Block[] {
  const { committee, year, on } = facts;
  return [
    { text: `UTKAST per ${shortDayOn(on)}. Det som står i hakeparentes, fylles ut av sekretariatet.` },
    { heading: 'Sammensetning' },
    ...composition(facts),
    { heading: 'Ledelse' },
    ...lead(facts),
    { heading: 'Møter' },
    ...meetingParts(facts),
    { heading: 'Forfall' },
    ...forfallParts(facts),
    { heading: 'Saker og tema' },
    ...sakParts(facts),
    { heading: 'Oppfølging av vedtak og tiltak' },
    ...followedParts(facts),
    { heading: 'Egenevaluering' },
    { text: toFill() },
    { heading: 'Oppsummering' },
    { text: toFill() },
    { heading: `Møteplan for ${year + 1}` },
    ...nextYearParts(facts),
    { text: toFill('Sted og dato') },
    ...signers(committee, facts.nameOf).map((text) => ({ text })),
  ];
}

function composition({ committee: { name, seats }, on, nameOf }: AnnualFacts): Block[] {
  const voting = seats.filter((seat) => seat.voting).length;
  const vacant = seats.filter(({ memberId }) => memberId === undefined).length;
  const speaking = seats.length - voting;
  const rights = speaking > 0 ? `${voting} med stemmerett og ${speaking} med møte- og talerett` : 'alle med stemmerett';
  const left = vacant > 0 ? ` ${count(vacant, 'plass er ledig', 'plasser er ledige')}.` : '';
  return [
    {
      text: `${name} har ${count(seats.length, 'plass', 'plasser')}, ${rights}, og ${count(seats.length - vacant, 'medlem', 'medlemmer')}.${left} Oversikten viser plassene per ${shortDayOn(on)}.`,
    },
    {
      rows: [
        ['Plass', 'Part', 'Medlem', 'Vara', 'Rett'],
        ...seats.map((seat) => [
          seat.name,
          representsNames[seat.represents],
          seat.memberId === undefined ? 'Ledig' : nameOf(seat.memberId),
          varasOf(seat),
          seat.voting ? 'Stemmerett' : 'Møte- og talerett',
        ]),
      ],
    },
  ];
}

function varasOf({ varas = [] }: Seat): string {
  return varas.length === 0 ? '–' : varas.map(({ name }) => name).join(', ');
}

const roleNames: Readonly<Record<LeadChange['role'], string>> = { chair: 'leder', 'vice-chair': 'nestleder' };

function lead({ committee, leadChanges, nameOf }: AnnualFacts): Block[] {
  const { chairId, viceChairId, secretariatIds } = committee.roles;
  const name = (personId: string | undefined) => (personId === undefined ? 'ikke registrert' : nameOf(personId));
  const changes = leadChanges.map(
    ({ on, role, isGiven, personId }) =>
      `${shortDayOn(on)}: ${nameOf(personId)} ${isGiven ? 'ble' : 'gikk av som'} ${roleNames[role]}.`,
  );
  return [
    { text: `Leder: ${name(chairId)}` },
    { text: `Nestleder: ${name(viceChairId)}` },
    { text: `Sekretariat: ${secretariatIds.length === 0 ? 'ikke registrert' : secretariatIds.map(nameOf).join(', ')}` },
    ...(changes.length > 0
      ? [{ text: `Endringer i ledelsen i løpet av året:\n${changes.join('\n')}` }]
      : [{ text: 'Det er ikke registrert endringer i ledelsen i løpet av året.' }]),
  ];
}

/** Leder and nestleder, as they stand under the report. */
function signers({ roles: { chairId, viceChairId } }: Committee, nameOf: (id: string) => string): string[] {
  const chair = chairId === undefined ? toFill('Navn') : nameOf(chairId);
  return [
    `${leaderNames.chair}: ${chair}`,
    ...(viceChairId === undefined || viceChairId === chairId
      ? []
      : [`${leaderNames.viceChair}: ${nameOf(viceChairId)}`]),
  ];
}
