import type { Committee } from './record.ts';

/** Whether somebody may write a referat, and open and follow a round: the secretariat and the chair (design 3.2). */
export function mayRunRounds(committee: Committee, personId: string): boolean {
  return committee.roles.chairId === personId || committee.roles.secretariatIds.includes(personId);
}
