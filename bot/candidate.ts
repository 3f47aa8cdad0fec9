import type { Committee } from '../store/committee/record.ts';
import type { Candidate } from '../store/nomination/record.ts';
import { type CandidateProblem, readCandidate, type TypedCandidate } from '../store/nomination/rules-form.ts';
import { mailKey } from '../store/person/record.ts';
import { pickedPerson } from './picked.ts';
import { entriesOf } from './setup-people.ts';
import type { Deps } from './turn.ts';

/** Who is proposed: found in Teams, or by name and address; stored when the bot has not heard of them. */
export async function candidateFrom(
  deps: Deps,
  committee: Committee,
  typed: TypedCandidate,
): Promise<Omit<Candidate, 'id' | 'state'> | CandidateProblem> {
  const read = readCandidate(typed);
  if ('problem' in read) return read.problem;
  const { objectId, name, email, workplace } = read.candidate;
  const said = { ...(email && { email }), ...(workplace && { workplace }) };
  if (objectId !== undefined) {
    const person = await pickedPerson(deps, committee, { picked: objectId, name });
    if (person === undefined || person === 'unknown') return 'name-wanted';
    return { ...person, ...said };
  }
  const line = { line: 1, name, email, roles: [], keys: [mailKey(email)], found: 'waiting' as const };
  const { entries } = await entriesOf(deps, committee.tenantId, [line]);
  const personId = entries[0]?.memberId;
  if (personId === undefined) return 'person-wanted';
  // somebody whom the bot knows by that address is called what they are called
  const known = await deps.persons.collection.get(personId);
  return { personId, name: known?.name || name, ...said };
}
