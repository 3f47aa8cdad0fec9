import { type Numbers, newNumbers } from '../../store/numbers/record.ts';
import { newSak, type Sak } from '../../store/sak/record.ts';
import { TENANT } from './records.ts';

/** The ledger of `committee-1` in 2026, in which no number was given yet. */
export function aLedger(changes: Partial<Numbers> = {}): Numbers {
  return { ...newNumbers({ tenantId: TENANT, committeeId: 'committee-1', year: 2026, first: 1 }), ...changes };
}

/** A sak of `committee-1` that was accepted. */
export function anAcceptedSak(id: string, changes: Partial<Sak> = {}): Sak {
  const committeeId = changes.committeeId ?? 'committee-1';
  return {
    ...newSak({
      id,
      tenantId: TENANT,
      committeeId,
      status: 'accepted',
      title: `Sak om ${id}`,
      from: 'Tromsø kommune',
      proposedBy: 'kari',
      form: 'full',
      background: `Bakgrunn for ${id}.`,
      proposal: [`Saken om ${id} tas til orientering.`],
      openIn: committeeId,
    }),
    ...changes,
  };
}
