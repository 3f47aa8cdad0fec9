import { emit, type NewEffect, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { isConnected, type Person, type Reference } from './record.ts';

const REMEMBERED_TURNS = 50;

/** What an activity says of the person who sent it. `reference` only when it came from their 1:1 chat. */
export type Sighting = { readonly name: string; readonly serviceUrl: string; readonly reference?: Reference };

/** Keeps name and 1:1 chat up to date. Gives back the very same record when there is nothing new. */
export function seePerson(person: Person, { name, serviceUrl, reference }: Sighting): Person {
  const known = person.reference;
  const moved =
    reference !== undefined &&
    (known?.conversationId !== reference.conversationId ||
      known.serviceUrl !== reference.serviceUrl ||
      known.teamsId !== reference.teamsId);
  const renamed = name !== '' && name !== person.name;
  if (!moved && !renamed && person.serviceUrl === serviceUrl) return person;
  return { ...person, serviceUrl, ...(renamed && { name }), ...(moved && { reference }) };
}

/** What one message or press wants, once: the same one delivered again is refused. */
export function wantOnce(
  person: Person,
  turnId: string,
  effects: readonly NewEffect[],
  realNow: Date,
): Result<Person, 'answered-before'> {
  if (person.recentTurns.includes(turnId)) return refuse('answered-before');
  const recentTurns = [...person.recentTurns, turnId].slice(-REMEMBERED_TURNS);
  return done(emit({ ...person, recentTurns }, { realNow }, ...effects));
}

/** Answers one message, once. */
export function replyOnce(
  person: Person,
  turnId: string,
  reply: Omit<Extract<NewEffect, { kind: 'reply' }>, 'kind' | 'key'>,
  realNow: Date,
): Result<Person, 'answered-before'> {
  return wantOnce(person, turnId, [{ kind: 'reply', key: `reply:${turnId}`, ...reply }], realNow);
}

/** The person removed the app: nothing is sent to the chat that is gone. */
export function forgetChat(person: Person, now: Date): Result<Person, never> {
  if (person.reference === undefined) return done(person);
  const { reference: _gone, ...rest } = person;
  return done(note<Person>(rest, { at: now, by: person.id, what: 'removed-app' }));
}

/** What Teams says of a member of a conversation. */
export type Introduction = { readonly email?: string; readonly homeTenantId?: string };

/**
 * The person is somebody in Teams: `keys` are theirs from now on. Nobody who is known in Teams already becomes another
 * one. Gives back the very same record when there is nothing new.
 */
export function connectPerson(
  person: Person,
  keys: readonly string[],
  { email, homeTenantId }: Introduction,
  now: Date,
): Result<Person, 'somebody-else'> {
  if (isConnected(person) && !keys.some((key) => isConnected({ keys: [key] }) && person.keys.includes(key)))
    return refuse('somebody-else');
  const added = keys.filter((key) => !person.keys.includes(key));
  const isNews =
    (email !== undefined && email !== person.email) ||
    (homeTenantId !== undefined && homeTenantId !== person.homeTenantId);
  if (added.length === 0 && !isNews) return done(person);
  const known: Person = {
    ...person,
    keys: [...person.keys, ...added],
    ...(email !== undefined && { email }),
    ...(homeTenantId !== undefined && { homeTenantId }),
  };
  return done(isConnected(person) ? known : note(known, { at: now, by: person.id, what: 'connected' }));
}

/** Gives up all identities, which belong to another record of the same human. */
export function releaseKeys(person: Person, to: string, now: Date): Result<Person, never> {
  if (person.keys.length === 0) return done(person);
  return done(note({ ...person, keys: [] }, { at: now, by: person.id, what: 'merged', onBehalfOf: to }));
}

/** Somebody who is known by an address alone is called otherwise from now on: the names of all others Teams says. */
export function renameWaiting(
  person: Person,
  name: string,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Result<Person, never> {
  if (isConnected(person) || person.name === name) return done(person);
  return done(note({ ...person, name }, { at: now, by: personId, what: 'renamed', was: person.name }));
}
