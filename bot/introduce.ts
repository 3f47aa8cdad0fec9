import { z } from 'zod';
import { change } from '../store/change.ts';
import type { Conversation } from '../store/conversation/record.ts';
import { isConnected, mailKey, newPerson, type Person } from '../store/person/record.ts';
import { connectPerson, type Introduction, releaseKeys } from '../store/person/rules.ts';
import { handOver } from '../store/sak/rules-draft.ts';
import type { RosterMember } from '../store/setup/rules-people.ts';
import { conversationIdFor } from './ids.ts';
import { memberOf, rosterAddress } from './roster.ts';
import type { Deps, From, Place } from './turn.ts';

/** What Teams says of whoever sent an activity; `mails` only where their own tenant's word is taken for it. */
type Introduced = Introduction & { readonly mails: readonly string[] };

const NOTHING: Introduced = { mails: [] };

/**
 * Asks Teams who that is. Nothing depends on the answer: whoever is not introduced is known by their Entra id. Where the
 * bot was never added, Teams tells it nothing.
 */
export async function introduction(deps: Deps, from: From, place: Place): Promise<Introduced> {
  if (place.kind === 'tab') return NOTHING;
  if (place.kind === 'dialog' && !(await whereInstalled(deps, from.tenantId, place.conversationId))) return NOTHING;
  return introducedAt(deps, from, place, from.teamsId);
}

/**
 * The same of whoever looks at the tab in a conversation, which is named by their own page: Teams alone says whether they are in
 * it, and is asked only where the bot was added.
 */
export async function introductionIn(deps: Deps, from: From, conversationId: string): Promise<Introduced> {
  const conversation = await whereInstalled(deps, from.tenantId, conversationId);
  if (conversation === undefined || from.objectId === undefined) return NOTHING;
  return introducedAt(deps, from, conversation, from.objectId);
}

async function introducedAt(deps: Deps, from: From, at: Place | Conversation, memberId: string): Promise<Introduced> {
  const member = await memberOf(deps, rosterAddress(at, from.tenantId), memberId);
  if (member === undefined || member === 'nobody' || !isSame(member, from)) return NOTHING;
  return introducedAs(member, deps.allowedTenants);
}

async function whereInstalled({ conversations }: Deps, tenantId: string, conversationId: string) {
  const conversation = await conversations.collection.get(conversationIdFor(tenantId, conversationId));
  return conversation?.installed ? conversation : undefined;
}

function isSame(member: RosterMember, { teamsId, objectId }: From): boolean {
  return objectId === undefined ? member.teamsId === teamsId : member.objectId === objectId;
}

function introducedAs(
  { email, userPrincipalName, tenantId }: RosterMember,
  allowedTenants: readonly string[],
): Introduced {
  const address = z.email().safeParse(email);
  const isTrusted = tenantId !== undefined && allowedTenants.includes(tenantId);
  return {
    ...(address.success && { email: address.data }),
    ...(tenantId && { homeTenantId: tenantId }),
    mails: isTrusted ? [email, userPrincipalName].flatMap((mail) => (mail ? [mailKey(mail)] : [])) : [],
  };
}

/** Stores somebody the bot hears from for the first time: the one who was waited for under their address, if any. */
export async function welcome(
  deps: Deps,
  fields: Pick<Person, 'id' | 'tenantId' | 'name'> & { readonly key: string },
  introduced: Introduced,
): Promise<Person | undefined> {
  const { collection } = deps.persons;
  const { id, tenantId, name, key } = fields;
  const waiting = await waitingFor(deps, introduced);
  if (waiting !== undefined) return connected(deps, waiting.id, key, introduced);
  const { mails, ...known } = introduced;
  const free = await freeKeys(deps, mails);
  const made = (keys: readonly string[]) => newPerson({ id, tenantId, name, ...known, keys: [key, ...keys] });
  // an address that somebody takes at this very moment stays theirs
  if ((await collection.insert(made(free))) === 'duplicate') await collection.insert(made([]));
  return (await collection.get(id)) ?? collection.getByKey(key);
}

/**
 * Keeps what Teams says of somebody who was stored before it could be asked. Whoever was waited for under their address
 * takes over, unless this record has become somebody in a committee.
 */
export async function acquaint(deps: Deps, person: Person, key: string, introduced: Introduced): Promise<Person> {
  if (introduced.homeTenantId === undefined) return person;
  const waiting = await waitingFor(deps, introduced);
  if (waiting !== undefined && (await deps.committees.of(person.id)).length === 0) {
    const now = deps.now();
    // first, as nobody comes back to a record that has given up its keys
    await handOverSaker(deps, person.id, waiting.id);
    await change(deps.persons.collection, person.id, (current) => releaseKeys(current, waiting.id, now));
    return (await connected(deps, waiting.id, key, introduced)) ?? person;
  }
  return (await connected(deps, person.id, key, introduced)) ?? person;
}

/** Anybody may propose a sak, also before it is known who they are: in the tab Teams says nothing of it. */
async function handOverSaker({ saker }: Deps, from: string, to: string): Promise<void> {
  for (const { id } of [...(await saker.draftsOf(from)), ...(await saker.proposedBy(from))])
    await change(saker.collection, id, (sak) => handOver(sak, from, to));
}

async function connected(
  deps: Deps,
  personId: string,
  key: string,
  { mails, ...known }: Introduced,
): Promise<Person | undefined> {
  const keys = [key, ...(await freeKeys(deps, mails))];
  const now = deps.now();
  const result = await change(deps.persons.collection, personId, (person) => connectPerson(person, keys, known, now));
  return result.ok ? result.value : undefined;
}

/** Somebody who has a seat or a role under one of these addresses and was never heard from. */
async function waitingFor({ persons }: Deps, { mails }: Introduced): Promise<Person | undefined> {
  const known = await Promise.all(mails.map((mail) => persons.collection.getByKey(mail)));
  return known.find((person) => person !== undefined && !isConnected(person));
}

async function freeKeys({ persons }: Deps, keys: readonly string[]): Promise<string[]> {
  const taken = await Promise.all(keys.map((key) => persons.collection.getByKey(key)));
  return [...new Set(keys.filter((_, n) => taken[n] === undefined))];
}
