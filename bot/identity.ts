import { change } from '../store/change.ts';
import { entraKey, newPerson, type Person, type Reference, teamsKey } from '../store/person/record.ts';
import { type Sighting, seePerson } from '../store/person/rules.ts';
import { done, type Result } from '../store/result.ts';
import { idFrom } from './ids.ts';
import type { Deps, From, Place } from './turn.ts';

/** The id a person gets when nothing is known but who they are in Teams. */
export function personIdFor(key: string): string {
  return idFrom('person', key);
}

/** Whoever sent a verified activity, as stored; made when the bot hears from them for the first time. */
export async function personOf(deps: Deps, from: From, place: Place): Promise<Person> {
  const key = from.objectId ? entraKey(from.tenantId, from.objectId) : teamsKey(from.tenantId, from.teamsId);
  const { collection } = deps.persons;
  const known = (await collection.get(personIdFor(key))) ?? (await collection.getByKey(key));
  if (known !== undefined) return known;
  const name = from.name || 'Ukjent';
  await collection.insert(newPerson({ id: personIdFor(key), tenantId: from.tenantId, keys: [key], name }));
  const stored = await collection.get(personIdFor(key));
  if (stored === undefined) throw new Error('a person who was just stored is gone');
  return seen(deps, stored, from, place);
}

/** The person with name and 1:1 chat as this activity says; written only when that is news. */
export async function seen(deps: Deps, person: Person, from: From, place: Place): Promise<Person> {
  const sighting = sightingOf(from, place);
  if (seePerson(person, sighting) === person) return person;
  const updated = await change(
    deps.persons.collection,
    person.id,
    (current): Result<Person, never> => done(seePerson(current, sighting)),
  );
  return updated.ok ? updated.value : person;
}

export function sightingOf(from: From, place: Place): Sighting {
  const { serviceUrl, conversationId } = place;
  const reference: Reference = { serviceUrl, conversationId, teamsId: from.teamsId };
  return { name: from.name, serviceUrl, ...(place.kind === 'personal' && { reference }) };
}
