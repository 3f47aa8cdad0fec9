import { newSak, type Sak } from '../../store/sak/record.ts';
import { NOW, TENANT } from './records.ts';

/** A sak that Ola has sent to `committee-1`, and that waits for its chair and secretariat. */
export function aSak(changes: Partial<Sak> = {}): Sak {
  const sak = newSak({
    id: 'sak-1',
    tenantId: TENANT,
    committeeId: 'committee-1',
    status: 'proposed',
    title: 'Overgang fra sykehus til kommune',
    from: 'Ola Nes, ola kommune',
    background: 'Pasienter kommer hjem uten at kommunen vet det.\n\nUker | Antall\n9 | 12\n10 | 15',
    proposal: ['SSU tar saken til orientering.', 'SSU ber sekretariatet følge opp.'],
    proposedBy: 'ola',
    proposedAt: NOW,
    openIn: 'committee-1',
    form: 'full',
    revision: 2,
  });
  return { ...sak, history: [{ at: NOW, by: 'ola', what: 'sent' }], ...changes };
}

/** A sak that Ola has begun and not sent. */
export function aDraft(changes: Partial<Sak> = {}): Sak {
  const { proposedAt: _sent, openIn: _open, ...draft } = aSak();
  return {
    ...draft,
    status: 'draft',
    title: '',
    from: '',
    background: '',
    proposal: [],
    draftOf: 'ola',
    revision: 0,
    history: [],
    typed: { committeeId: 'committee-1', title: 'Ny sak', from: 'Ola Nes' },
    ...changes,
  };
}
