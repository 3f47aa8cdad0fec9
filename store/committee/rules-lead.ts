import { dayOf } from '../time.ts';
import type { Committee } from './record.ts';

/** Somebody who became or ceased to be leder or nestleder, on a day in Oslo. */
export type LeadChange = {
  readonly on: string;
  readonly role: 'chair' | 'vice-chair';
  readonly isGiven: boolean;
  readonly personId: string;
};

const ROLE = /^role-(given|taken):(chair|vice-chair)$/;

/** How the lead of a committee changed in a year, as its history has it. Who led it from the first is no change. */
export function leadChanges({ history }: Pick<Committee, 'history'>, year: number): readonly LeadChange[] {
  return history.flatMap(({ at, what, onBehalfOf }) => {
    const [, how, role] = ROLE.exec(what) ?? [];
    const on = dayOf(at);
    if (how === undefined || onBehalfOf === undefined || !on.startsWith(`${year}-`)) return [];
    return [{ on, role: role === 'chair' ? 'chair' : 'vice-chair', isGiven: how === 'given', personId: onBehalfOf }];
  });
}
