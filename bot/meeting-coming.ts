import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { ComingSak } from '../store/meeting/rules-coming.ts';
import { idFrom } from './ids.ts';
import type { Deps } from './turn.ts';

/** What chooses a sak of «Kommende saker» in a form: its title may hold a comma, and choices are sent between commas. */
export function comingValue(title: string): string {
  return idFrom('coming', title);
}

/** «Kommende saker» of a committee: what stands at each of its coming meetings, each once. */
export function comingSaker(meetings: readonly Meeting[]): ComingSak[] {
  const all = meetings.flatMap(({ coming }) => coming);
  return [...new Map(all.map((sak) => [comingValue(sak.title), sak])).values()];
}

/** The other committees of an organisation, by their short names: whose referater can be laid before this one. */
export async function othersIn(deps: Deps, { tenantId, id }: Committee): Promise<readonly Committee[]> {
  const all = await deps.committees.inTenant(tenantId);
  return all.filter((other) => other.id !== id).toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'nb'));
}
