import { roleNames } from '../../cards/text/setup.ts';
import { tabText } from '../../cards/text/tab.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isClosed, mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import { rolesIn } from '../../store/committee/rules-members.ts';
import type { Deps } from '../turn.ts';
import type { Reading } from './reading.ts';
import type { WireCommittee, WireMe } from './wire.ts';

/** The committees that somebody belongs to: by a seat, a role, or as vara for a seat. Each once, by short name. */
export async function committeesOf(deps: Pick<Deps, 'committees'>, personId: string): Promise<readonly Committee[]> {
  const all = [...(await deps.committees.of(personId)), ...(await deps.committees.withVara(personId))];
  const each = new Map(all.map((committee) => [committee.id, committee]));
  return [...each.values()].sort((a, b) => a.shortName.localeCompare(b.shortName, 'nb'));
}

/** Whoever looks, as the tab's page is told. */
export function meOf({ name, viewerId, committees, deps }: Reading & { readonly name: string }): WireMe {
  return { name, chat: deps.links.chat, committees: committees.map((committee) => wireOf(committee, viewerId)) };
}

function wireOf(committee: Committee, personId: string): WireCommittee {
  const { id, name, shortName } = committee;
  return {
    id,
    name,
    shortName,
    roles: rolesWords(committee, personId),
    may: [
      ...(mayRunRounds(committee, personId) ? (['rounds'] as const) : []),
      ...(mayRunAgenda(committee, personId) ? (['agenda'] as const) : []),
    ],
    ...(isClosed(committee) && { isClosed: true }),
  };
}

function rolesWords(committee: Committee, personId: string): string {
  const roles = rolesIn(committee).flatMap((one) => (one.personId === personId ? [roleNames[one.role]] : []));
  if (roles.length > 0) return roles.join(', ');
  return committee.seats.some(({ memberId }) => memberId === personId) ? tabText.member : tabText.vara;
}
