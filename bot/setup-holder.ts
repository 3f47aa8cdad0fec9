import { z } from 'zod';
import { VACANT } from '../cards/setup-forms.ts';
import type { Committee } from '../store/committee/record.ts';
import { entraKey, mailKey } from '../store/person/record.ts';
import type { PlannedLine } from '../store/setup/record.ts';
import { rosterName } from './picked.ts';
import { personMeant } from './setup-people.ts';
import type { Deps } from './turn.ts';

type TypedHolder = {
  readonly picked?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly vacant?: string | undefined;
};
type HolderProblem =
  | 'person-wanted'
  | 'person-or-vacant'
  | 'person-or-name'
  | 'name-wanted'
  | 'email-wanted'
  | 'name-too-long'
  | 'email-odd';

const emailSchema = z.email().max(254);

/** Who is to have the seat: nobody, somebody found in Teams, or somebody by name and address. */
export async function holderIn(
  deps: Deps,
  committee: Committee,
  { picked = '', name = '', email = '', vacant }: TypedHolder,
): Promise<readonly PlannedLine[] | HolderProblem> {
  const typed = { name: name.trim().replace(/\s+/g, ' '), email: email.trim().toLowerCase() };
  const line = { line: 1, roles: [], found: 'connected' as const };
  if (typed.name.length > 200) return 'name-too-long';
  if (typed.email !== '' && !emailSchema.safeParse(typed.email).success) return 'email-odd';
  const isNamed = [picked.trim(), typed.name, typed.email].some((one) => one !== '');
  if (vacant === VACANT) return isNamed ? 'person-or-vacant' : [];
  if (!isNamed) return 'person-wanted';
  const objectId = z.guid().safeParse(picked.trim());
  if (objectId.success) {
    const keys = [entraKey(committee.tenantId, objectId.data)];
    const called = (await personMeant(deps, { keys }))?.name ?? (await rosterName(deps, committee, objectId.data));
    // only one of two people would get the seat, and nobody sees which
    if (called && typed.name !== '' && called.toLowerCase() !== typed.name.toLowerCase()) return 'person-or-name';
    const known = called || typed.name;
    return known ? [{ ...line, name: known, keys, ...(typed.email && { email: typed.email }) }] : 'name-wanted';
  }
  if (typed.name === '') return 'name-wanted';
  if (typed.email === '') return 'email-wanted';
  return [{ ...line, ...typed, keys: [mailKey(typed.email)], found: 'waiting' }];
}
