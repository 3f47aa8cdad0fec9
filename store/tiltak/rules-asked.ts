import type { Committee } from '../committee/record.ts';
import type { Tiltak } from './record.ts';

/**
 * Who is asked about a tiltak today: whoever was named, else the owner as written. A committee answers by its chair, else its
 * vice chair, else the first of its secretariat.
 */
export function askedAbout(
  { contactIds = [], ownerRef }: Pick<Tiltak, 'contactIds' | 'ownerRef'>,
  committeeOf: (committeeId: string) => Pick<Committee, 'roles'> | undefined,
): readonly string[] {
  if (contactIds.length > 0) return contactIds;
  if (ownerRef === undefined) return [];
  if (ownerRef.kind === 'person') return [ownerRef.personId];
  const roles = committeeOf(ownerRef.committeeId)?.roles;
  if (roles === undefined) return [];
  const { chairId, viceChairId, secretariatIds } = roles;
  const one = (personId: string | undefined) => (personId === undefined ? [] : [personId]);
  if (ownerRef.kind === 'committee') return one(chairId ?? viceChairId ?? secretariatIds[0]);
  if (ownerRef.role === 'secretariat') return secretariatIds;
  return one(ownerRef.role === 'chair' ? chairId : viceChairId);
}
