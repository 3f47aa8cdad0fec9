import { z } from 'zod';
import type { RosterMember } from '../../store/setup/rules-people.ts';

/** As many as Teams gives at a time. */
export const ROSTER_PAGE = 500;

// what is said of a member differs with the kind of conversation and account; only who it is must be there
const word = (longest: number) => z.string().trim().min(1).max(longest).optional().catch(undefined);
const memberSchema = z.object({
  id: z.string().min(1).max(512),
  name: word(1024),
  objectId: z.guid().optional().catch(undefined),
  aadObjectId: z.guid().optional().catch(undefined),
  email: word(254),
  userPrincipalName: word(254),
  tenantId: z.guid().optional().catch(undefined),
});
const rosterSchema = z.object({
  members: z.array(z.unknown()).nullish(),
  continuationToken: z.string().min(1).max(4096).nullish().catch(undefined),
});

/** A member as Teams says it; undefined for what cannot be read, and for bots. */
export function readMember(said: unknown): RosterMember | undefined {
  const parsed = memberSchema.safeParse(said);
  if (!parsed.success || parsed.data.id.startsWith('28:')) return undefined;
  const { id: teamsId, name, aadObjectId, email, userPrincipalName, tenantId } = parsed.data;
  const objectId = parsed.data.objectId ?? aadObjectId;
  return {
    teamsId,
    name: (name ?? '').replace(/\s+/g, ' ').slice(0, 200),
    ...(objectId && { objectId: objectId.toLowerCase() }),
    ...(email && { email: email.toLowerCase() }),
    ...(userPrincipalName && { userPrincipalName: userPrincipalName.toLowerCase() }),
    ...(tenantId && { tenantId: tenantId.toLowerCase() }),
  };
}

/** One page of a roster. */
export function readRoster(said: unknown): { readonly members: readonly RosterMember[]; readonly next?: string } {
  const { members, continuationToken } = rosterSchema.catch({}).parse(said);
  const read = (members ?? []).flatMap((member) => readMember(member) ?? []);
  return { members: read, ...(continuationToken && { next: continuationToken }) };
}
