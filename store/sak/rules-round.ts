import { note } from '../effect.ts';
import { done, type Result } from '../result.ts';
import type { Round } from '../round/record.ts';
import { dayOf } from '../time.ts';
import type { Sak } from './record.ts';

/**
 * Told by a round where it stands: a proposal that was carried decides its sak, and one that is open again does not any
 * more. Safe to repeat and in any order; what became of a sak otherwise stays.
 */
export function followVedtakRound(sak: Sak, round: Round, now: Date): Result<Sak, never> {
  const { round: known } = sak;
  const isOlder =
    known !== undefined &&
    (known.number > round.number || (known.number === round.number && known.version >= round.version));
  if (isOlder || round.kind !== 'vedtak') return done(sak);
  const told = { ...sak, round: { id: round.id, number: round.number, version: round.version } };
  const wasDecidedByIt = sak.status === 'decided' && sak.decidedByRound === round.id;
  if (round.status === 'approved' && OPEN.includes(sak.status)) {
    const { openIn: _open, ...rest } = told;
    const vedtak = round.matter?.proposal ?? [];
    const decidedOn = dayOf(round.closedAt ?? now);
    const decided = { ...rest, status: 'decided' as const, vedtak, decidedOn, decidedByRound: round.id };
    return done(note(decided, { at: now, by: 'bot', what: 'decided-in-round' }));
  }
  if (round.status === 'approved' || !wasDecidedByIt) return done(told);
  const { vedtak: _vedtak, decidedOn: _on, decidedByRound: _by, ...rest } = told;
  const status = sak.number === undefined ? ('accepted' as const) : ('scheduled' as const);
  const open = { ...rest, status, openIn: sak.committeeId };
  return done(note(open, { at: now, by: 'bot', what: 'undecided-again' }));
}

/** What a sak is while it waits to be dealt with. */
const OPEN: readonly Sak['status'][] = ['accepted', 'scheduled'];
