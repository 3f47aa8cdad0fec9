import type { Deps } from './turn.ts';

/** People's names as they are today. */
export async function namesIn(deps: Deps, personIds: readonly string[]): Promise<(personId: string) => string> {
  const people = await Promise.all(personIds.map((id) => deps.persons.collection.get(id)));
  const names = new Map(people.map((person) => [person?.id, person?.name]));
  return (id) => names.get(id) ?? 'Ukjent';
}
