import type { OwnerRef } from '../../store/tiltak/owner.ts';
import { type Directory, resolveOwner } from '../../store/tiltak/rules-owner.ts';

const REGION = {
  SSU: 'Strategisk samarbeidsutvalg',
  'FSU BU': 'Faglig samarbeidsutvalg barn og unge',
  'FSU REST': 'Faglig samarbeidsutvalg for rekruttering og stabilisering',
  'FSU DIG': 'Faglig samarbeidsutvalg for digital samhandling',
  'FSU FLR': 'Fagråd for fastleger og sykehusleger (Fastlegerådet)',
  'FSU AVVIK': 'Faglig samarbeidsutvalg for samhandlingsavvik',
  'FSU AKM': 'Faglig samarbeidsutvalg for akuttmedisinsk samhandling',
};
const PEOPLE = { kari: 'Kari Nordmann', ola: 'Ola Hansen', ola2: 'Ola Ås', siv: 'Siv Anne Berg' };

/** Committees as their short and full names say, each with a chair, a vice chair and a secretary of its own. */
export function aDirectory(
  named: Readonly<Record<string, string>>,
  people: Readonly<Record<string, string>> = {},
): Directory {
  const committees = Object.entries(named).map(([shortName, name]) => ({
    id: shortName,
    shortName,
    name,
    chairId: `leder ${shortName}`,
    viceChairId: `nestleder ${shortName}`,
    secretariatIds: [`sekr ${shortName}`],
  }));
  return {
    committees,
    homeId: committees[0]?.id ?? '',
    people: Object.entries(people).map(([id, name]) => ({ id, name })),
  };
}

/** Seven committees under the names that one region gives them, and four people. The plan is the SSU's. */
export const aRegion = () => aDirectory(REGION, PEOPLE);

/** Who is meant, in one line: «= FSU BU», «= chair FSU BU», «= kari», «SSU = SSU, UNN = ?», «?» or nothing. */
export function ownerMeant(written: string, directory: Directory): string {
  const read = resolveOwner(written, directory);
  if (read.kind === 'none') return '';
  if (read.kind === 'unknown') return '?';
  if (read.kind === 'known') return `= ${refText(read.ref)}`;
  return read.parts.map((part) => `${part.written} = ${part.ref ? refText(part.ref) : '?'}`).join(', ');
}

function refText(ref: OwnerRef): string {
  if (ref.kind === 'person') return ref.personId;
  return ref.kind === 'role' ? `${ref.role} ${ref.committeeId}` : ref.committeeId;
}
