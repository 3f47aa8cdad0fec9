import type { Committee } from '../committee/record.ts';
import { mayRunAgenda } from '../committee/rules.ts';
import type { SakNews } from '../effect.ts';
import { done, type Result } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import { tellProposer } from './effects.ts';
import type { Sak } from './record.ts';
import { tellSak } from './rules-told.ts';

/**
 * A sak is told what became of it elsewhere, and its proposer with it; not those who run the agenda, who did it. Safe to
 * repeat: what it knew already is told to nobody.
 */
export function followSak(
  sak: Sak,
  news: SakNews,
  committee: Committee | undefined,
  clocks: Clocks,
): Result<Sak, never> {
  const { value: told } = tellSak(sak, news, clocks) as { readonly value: Sak };
  // who is inhabil is no news of how it goes with it
  if (told === sak || news.what === 'recused' || (committee && mayRunAgenda(committee, sak.proposedBy)))
    return done(told);
  return done(tellProposer(told, clocks));
}
