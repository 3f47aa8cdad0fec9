import { change } from '../store/change.ts';
import { entraKey, type Person, type Reference, teamsKey } from '../store/person/record.ts';
import { type Sighting, seePerson } from '../store/person/rules.ts';
import { done, type Result } from '../store/result.ts';
import { idFrom } from './ids.ts';
import { acquaint, introduction, introductionIn, welcome } from './introduce.ts';
import type { Deps, From, Place } from './turn.ts';

/** The id a person gets when nothing is known but who they are in Teams. */
export function personIdFor(key: string): string {
  return idFrom('person', key);
}

/** Whoever sent a verified activity, if the bot has heard of them. */
export async function knownPerson({ persons: { collection } }: Deps, from: From): Promise<Person | undefined> {
  const key = keyOf(from);
  const person = await collection.get(personIdFor(key));
  // a record that gave up its identity to another one is not meant
  return person?.keys.includes(key) ? person : collection.getByKey(key);
}

/**
 * Whoever sent a verified activity, with name and 1:1 chat as it says: made when the bot hears from them for the first
 * time, and written later only when there is news. Teams is asked who a new person is; `asksAgain`: also somebody of
 * whom it has not said so yet, where an answer is not waited for.
 */
export async function personOf(deps: Deps, from: From, place: Place, asksAgain = false): Promise<Person> {
  const key = keyOf(from);
  const known = await knownPerson(deps, from);
  // the tab says who somebody is and nothing else: neither how they are reached, nor what Teams calls them
  if (place.kind === 'tab' && known !== undefined) return known;
  if (known !== undefined) {
    const isIntroduced = known.homeTenantId !== undefined || !asksAgain;
    const person = isIntroduced ? known : await acquaint(deps, known, key, await introduction(deps, from, place));
    return seen(deps, person, from, place);
  }
  const stored = await welcome(deps, fieldsOf(from), await introduction(deps, from, place));
  if (stored === undefined) throw new Error('a person who was just stored is gone');
  if (place.kind === 'tab') return stored;
  return seen(deps, stored, from, place);
}

/**
 * Whoever looks at the tab in a conversation, if the bot has heard of them: also somebody who has a seat under their
 * e-mail address and was never heard from, as Teams says who they are where they are a member. What is named is a hint
 * and no right. Who is met so is stored, as whoever writes is, and Teams is not asked again.
 */
export async function personLooking(deps: Deps, from: From, conversationId: string): Promise<Person | undefined> {
  const known = await knownPerson(deps, from);
  if (known?.homeTenantId !== undefined) return known;
  const introduced = await introductionIn(deps, from, conversationId);
  if (introduced.homeTenantId === undefined) return known;
  return known ? acquaint(deps, known, keyOf(from), introduced) : welcome(deps, fieldsOf(from), introduced);
}

function fieldsOf(from: From) {
  const key = keyOf(from);
  return { id: personIdFor(key), tenantId: from.tenantId, name: from.name || 'Ukjent', key };
}

function keyOf({ tenantId, objectId, teamsId }: From): string {
  return objectId ? entraKey(tenantId, objectId) : teamsKey(tenantId, teamsId);
}

async function seen(deps: Deps, person: Person, from: From, place: Place): Promise<Person> {
  const sighting = sightingOf(from, place);
  if (seePerson(person, sighting) === person) return person;
  const updated = await change(
    deps.persons.collection,
    person.id,
    (current): Result<Person, never> => done(seePerson(current, sighting)),
  );
  return updated.ok ? updated.value : person;
}

function sightingOf(from: From, place: Place): Sighting {
  const { serviceUrl, conversationId } = place;
  const reference: Reference = { serviceUrl, conversationId, teamsId: from.teamsId };
  return { name: from.name, serviceUrl, ...(place.kind === 'personal' && { reference }) };
}
