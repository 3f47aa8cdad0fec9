import type { Committee } from '../committee/record.ts';
import type { Tiltak } from './record.ts';

type Roles = Pick<Committee, 'roles'>;

/**
 * Who may answer for a tiltak, whoever is asked first before the others: those who are named, else the owner's person, role, or
 * committee (its chair, vice chair, secretariat). `owner`: the committee that owns it, or has the role.
 */
export function answerersOf(
  { contactIds = [], ownerRef }: Pick<Tiltak, 'contactIds' | 'ownerRef'>,
  owner: Roles | undefined,
): readonly string[] {
  if (contactIds.length > 0) return contactIds;
  if (ownerRef?.kind === 'person') return [ownerRef.personId];
  if (ownerRef === undefined || owner === undefined) return [];
  const { chairId, viceChairId, secretariatIds } = owner.roles;
  const of = {
    chair: present(chairId),
    viceChair: present(viceChairId),
    secretariat: secretariatIds,
  };
  if (ownerRef.kind === 'role') return of[ownerRef.role];
  return [...new Set([...of.chair, ...of.viceChair, ...of.secretariat])];
}

/** Whom to ask: everybody who is named, else the first who may answer. `exists`: whether there is such a person. */
export function askedOf(
  tiltak: Pick<Tiltak, 'contactIds' | 'ownerRef'>,
  owner: Roles | undefined,
  exists: (personId: string) => boolean,
): readonly string[] {
  const present = answerersOf(tiltak, owner).filter(exists);
  return tiltak.contactIds?.length ? present : present.slice(0, 1);
}

/** The committee whose roles say who owns a tiltak, if any. */
export function ownerCommitteeId({ ownerRef }: Pick<Tiltak, 'ownerRef'>): string | undefined {
  return ownerRef === undefined || ownerRef.kind === 'person' ? undefined : ownerRef.committeeId;
}

const present = (id: string | undefined) => (id === undefined ? [] : [id]);
