import type { Meeting } from '../../store/meeting/record.ts';
import { type Numbers, newNumbers } from '../../store/numbers/record.ts';
import { numberOf } from '../../store/numbers/rules.ts';
import { newSak, type Sak } from '../../store/sak/record.ts';
import { aMeeting } from './meetings.ts';
import { NOW, TENANT } from './records.ts';

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

/** The meeting once its agenda of these saker was sent, with their numbers. */
export function aSentMeeting(saker: readonly Sak[], changes: Partial<Meeting> = {}): Meeting {
  return aMeeting({
    state: 'called',
    agendaRevision: 1,
    sent: { at: NOW, by: 'siv', revision: 1 },
    items: saker.map(({ id, attachments }, n) => ({
      sakId: id,
      attachments: attachments.map((attachment, i) => ({ number: 10 * n + i + 1, attachment })),
    })),
    ...changes,
  });
}

/** Numbers in the order of these saker, from 12/26. */
export function numbersOf(saker: readonly Sak[]): (sakId: string) => string | undefined {
  const ledger = aLedger({ first: 12, sakIds: saker.map(({ id }) => id) });
  return (sakId) => numberOf(ledger, sakId);
}
