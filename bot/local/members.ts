import { HttpError } from './http.ts';
import type { RoomPerson } from './model.ts';

// what Teams makes of a page size that is too small, too large or not given
const LEAST = 50;
const MOST = 500;
const USUAL = 200;

/** Somebody as a member call tells of them: `tenantId` is their own organisation's. */
export function accountOf({ teamsId, name, objectId, email, tenantId }: RoomPerson, ownTenant: string): object {
  const [surname = '', ...given] = name.split(' ').reverse();
  return {
    id: teamsId,
    objectId,
    aadObjectId: objectId,
    name,
    givenName: given.reverse().join(' '),
    surname,
    email,
    userPrincipalName: email,
    tenantId: tenantId ?? ownTenant,
    userRole: tenantId === undefined ? 'user' : 'guest',
  };
}

/** One page of a list, and the token for the next one when there is more. Throws 400 for a token that is none of ours. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams): { members: T[]; continuationToken?: string } {
  const asked = Number(query.get('pageSize') ?? USUAL);
  const size = Math.min(Math.max(Number.isInteger(asked) ? asked : USUAL, LEAST), MOST);
  const from = placeIn(query.get('continuationToken'));
  const next = from + size;
  const members = all.slice(from, next);
  return next < all.length ? { members, continuationToken: tokenFor(next) } : { members };
}

const tokenFor = (place: number) => Buffer.from(`from ${place}`).toString('base64url');

function placeIn(token: string | null): number {
  if (!token) return 0;
  const [, place] = /^from (\d{1,6})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (place === undefined) throw new HttpError(400, 'BadArgument', 'Invalid continuation token.');
  return Number(place);
}
