import { z } from 'zod';
import { change } from '../store/change.ts';
import type { Committee, Vara } from '../store/committee/record.ts';
import type { Entry } from '../store/committee/rules-members.ts';
import { isConnected, mailKey, newPerson, type Person } from '../store/person/record.ts';
import { connectPerson } from '../store/person/rules.ts';
import type { PlannedLine } from '../store/setup/record.ts';
import type { Acquainted } from '../store/setup/rules-people.ts';
import { personIdFor } from './identity.ts';
import type { Deps } from './turn.ts';

type Persons = Pick<Deps, 'persons'>;

/** The people of a committee, as they are stored. */
export async function peopleOf(
  { persons }: Persons,
  { people }: Pick<Committee, 'people'>,
): Promise<ReadonlyMap<string, Person>> {
  const found = await Promise.all(people.map((id) => persons.collection.get(id)));
  return new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : [])));
}

export const acquaintedAs = ({ name, keys, email }: Person): Acquainted => ({
  name,
  keys,
  // an address that the rules of mail do not know stands among the keys alone
  email: email?.toLowerCase() ?? addressIn(keys),
});

function addressIn(keys: readonly string[]): string | undefined {
  const prefix = mailKey('');
  return keys.find((key) => key.startsWith(prefix))?.slice(prefix.length);
}

/** Whoever a line means, if the bot has heard of them: the one who is known in Teams before one who is waited for. */
export async function personMeant(
  { persons }: Persons,
  { keys }: Pick<PlannedLine, 'keys'>,
): Promise<Person | undefined> {
  const found = (await Promise.all(keys.map((key) => persons.collection.getByKey(key)))).filter(
    (person) => person !== undefined,
  );
  const own = keys.filter((key) => isConnected({ keys: [key] }));
  // an address that is another's by now means nobody
  const theirs = found.filter(
    (person) => own.length === 0 || !isConnected(person) || own.some((key) => person.keys.includes(key)),
  );
  return theirs.find(isConnected) ?? theirs[0];
}

/** Says of those who are known by an address alone whether the bot has heard from them meanwhile. */
export async function withKnown(deps: Persons, lines: readonly PlannedLine[]): Promise<PlannedLine[]> {
  return Promise.all(
    lines.map(async (line): Promise<PlannedLine> => {
      if (line.found === 'connected') return line;
      const person = await personMeant(deps, line);
      return person && isConnected(person) ? { ...line, keys: person.keys, found: 'connected' } : line;
    }),
  );
}

/** Lines as a committee takes them: whoever the bot has not heard of is stored first. Doing it twice does it once. */
export async function entriesOf(
  deps: Pick<Deps, 'persons' | 'now'>,
  tenantId: string,
  lines: readonly PlannedLine[],
): Promise<{ readonly entries: readonly Entry[]; readonly isConnected: (personId: string) => boolean }> {
  const people = await Promise.all(
    lines.map((line) => (line.name === undefined ? undefined : personFor(deps, tenantId, line))),
  );
  const connected = new Set(people.flatMap((person) => (person && isConnected(person) ? person.id : [])));
  return {
    entries: entriesFor(lines, (n) => people[n], deps.now()),
    isConnected: (personId) => connected.has(personId),
  };
}

/** The same without storing anybody: people nobody has heard of have made-up ids. */
export async function entriesAsSeen(deps: Pick<Deps, 'persons' | 'now'>, lines: readonly PlannedLine[]) {
  const people = await Promise.all(lines.map((line) => personMeant(deps, line)));
  const seen = lines.map(({ line, name = '' }, n) => people[n] ?? { id: `line:${line}`, name });
  const entries = entriesFor(lines, (n) => (lines[n]?.name === undefined ? undefined : seen[n]), deps.now());
  return { entries, names: new Map(seen.map(({ id, name }) => [id, name])) };
}

/** A line that names a vara is no entry of its own: it stands with its seat. */
function entriesFor(
  lines: readonly PlannedLine[],
  personAt: (n: number) => Pick<Person, 'id' | 'name'> | undefined,
  now: Date,
): Entry[] {
  const varasOf = (seatLine: number) =>
    lines.flatMap(({ varaOf }, n): Vara[] => {
      const person = varaOf === seatLine ? personAt(n) : undefined;
      return person ? [{ personId: person.id, name: person.name, acceptedAt: now }] : [];
    });
  return lines.flatMap(({ line, roles, seat, varaOf }, n): Entry[] => {
    if (varaOf !== undefined) return [];
    const [person, varas] = [personAt(n), varasOf(line)];
    return [
      { roles, ...(seat && { seat }), ...(person && { memberId: person.id }), ...(varas.length > 0 && { varas }) },
    ];
  });
}

async function personFor(deps: Pick<Deps, 'persons' | 'now'>, tenantId: string, line: PlannedLine): Promise<Person> {
  const { collection } = deps.persons;
  const { homeTenantId } = line;
  const address = z.email().safeParse(line.email);
  const known = { ...(address.success && { email: address.data }), ...(homeTenantId && { homeTenantId }) };
  const person = await personMeant(deps, line);
  const taken = await Promise.all(line.keys.map((key) => collection.getByKey(key)));
  const free = line.keys.filter((_, n) => taken[n] === undefined);
  if (person === undefined) {
    const [key = mailKey(line.email ?? '')] = line.keys;
    const made = newPerson({ id: personIdFor(key), tenantId, keys: free, name: line.name ?? '', ...known });
    await collection.insert(made);
    return (await collection.get(made.id)) ?? (await collection.getByKey(key)) ?? made;
  }
  // only what a roster says is added to somebody who is known
  if (homeTenantId === undefined) return person;
  const own = [...line.keys.filter((key) => person.keys.includes(key)), ...free];
  const now = deps.now();
  const result = await change(collection, person.id, (current) => connectPerson(current, own, known, now));
  return result.ok ? result.value : person;
}
