import { type Committee, peopleIn } from '../store/committee/record.ts';
import { isClosed } from '../store/committee/rules.ts';
import type { Directory } from '../store/tiltak/rules-owner.ts';
import type { Records } from './records.ts';

/** Who can own the tiltak of a committee's plan: the committees of its organisation and their people. */
export async function directoryOf(deps: Pick<Records, 'committees' | 'persons'>, home: Committee): Promise<Directory> {
  const open = (await deps.committees.inTenant(home.tenantId)).filter((committee) => !isClosed(committee));
  const committees = open.some(({ id }) => id === home.id) ? open : [...open, home];
  const ids = [...new Set(committees.flatMap(peopleIn))];
  const people = await Promise.all(ids.map((id) => deps.persons.collection.get(id)));
  return {
    committees: committees.map(({ id, name, shortName, roles: { chairId, viceChairId, secretariatIds } }) => ({
      id,
      name,
      shortName,
      ...(chairId && { chairId }),
      ...(viceChairId && { viceChairId }),
      secretariatIds,
    })),
    homeId: home.id,
    people: people.flatMap((person) => (person ? [{ id: person.id, name: person.name }] : [])),
  };
}
