import type { Committee } from '../store/committee/record.ts';
import { oneLine } from '../store/typed-text.ts';
import { pickedPerson } from './picked.ts';
import type { Deps } from './turn.ts';

type Meant = { readonly personId: string } | 'person-unknown' | 'person-several' | 'picked-unknown';

const folded = (name: string) => oneLine(name).toLowerCase();

/**
 * Whom a name means among the people of all committees here: the whole name, else every word of it. `person-several`: it
 * fits more than one.
 */
export async function personNamed(deps: Deps, tenantId: string, written: string): Promise<Meant> {
  const name = folded(written);
  const words = name.split(' ');
  const committees = await deps.committees.inTenant(tenantId);
  const ids = [...new Set(committees.flatMap(({ people, varaIds }) => [...people, ...(varaIds ?? [])]))];
  const people = (await Promise.all(ids.map((id) => deps.persons.collection.get(id)))).filter(
    (one) => one !== undefined,
  );
  const whole = people.filter((person) => folded(person.name) === name);
  const fitting =
    whole.length > 0 ? whole : people.filter((person) => words.every((word) => wordsOf(person.name).has(word)));
  const [first] = fitting;
  if (first === undefined || name === '') return 'person-unknown';
  return fitting.length > 1 ? 'person-several' : { personId: first.id };
}

const wordsOf = (name: string) => new Set(folded(name).split(/[ -]/));

/** Whom somebody has found in Teams, or named. Undefined when nothing was filled in. */
export async function personMeantBy(
  deps: Deps,
  committee: Committee,
  { picked = '', name = '' }: { readonly picked?: string | undefined; readonly name?: string | undefined },
): Promise<Meant | undefined> {
  if (picked.trim() !== '') {
    const found = await pickedPerson(deps, committee, { picked, name });
    return found === undefined || found === 'unknown' ? 'picked-unknown' : found;
  }
  return oneLine(name) === '' ? undefined : personNamed(deps, committee.tenantId, name);
}
