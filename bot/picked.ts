import { z } from 'zod';
import type { Committee } from '../store/committee/record.ts';
import { entraKey } from '../store/person/record.ts';
import { conversationIdFor } from './ids.ts';
import { memberOf, rosterAddress } from './roster.ts';
import { entriesOf, personMeant } from './setup-people.ts';
import type { Deps } from './turn.ts';

/** The picker gives an id and no name; Teams says it of somebody who is in the committee's conversation. */
export async function rosterName(deps: Deps, committee: Committee, objectId: string): Promise<string | undefined> {
  const { tenantId, conversation } = committee;
  if (conversation === undefined) return undefined;
  const known = await deps.conversations.collection.get(conversationIdFor(tenantId, conversation.conversationId));
  const member = known && (await memberOf(deps, rosterAddress(known, known.tenantId), objectId));
  return member === undefined || member === 'nobody' ? undefined : member.name;
}

/**
 * Whoever was found in Teams' people picker, stored when the bot has not heard of them. Undefined: nobody was chosen;
 * `unknown`: nothing says what they are called.
 */
export async function pickedPerson(
  deps: Deps,
  committee: Committee,
  { picked = '', name = '' }: { readonly picked?: string | undefined; readonly name?: string | undefined },
): Promise<{ readonly name: string; readonly personId: string } | 'unknown' | undefined> {
  const objectId = z.guid().safeParse(picked.trim());
  if (!objectId.success) return undefined;
  const keys = [entraKey(committee.tenantId, objectId.data)];
  const known = await personMeant(deps, { keys });
  if (known) return { name: known.name, personId: known.id };
  const called = (await rosterName(deps, committee, objectId.data)) ?? name.trim().replace(/\s+/g, ' ');
  if (called === '' || called.length > 200) return 'unknown';
  const line = { line: 1, name: called, roles: [], keys, found: 'connected' as const };
  const { entries } = await entriesOf(deps, committee.tenantId, [line]);
  const personId = entries[0]?.memberId;
  return personId === undefined ? 'unknown' : { name: called, personId };
}
