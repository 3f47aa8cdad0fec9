import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Tiltak } from './record.ts';
import { wants } from './rules-ask.ts';

export type SilentRefusal = 'silence-over' | 'silence-decided' | 'no-leader';

/** The leader who can be told of it: nobody who is silent about it themselves, or who decides it. */
export function leaderToTell(
  { asks }: Pick<Tiltak, 'asks'>,
  chairId: string | undefined,
  by: string,
): string | undefined {
  return chairId === by || asks.some(({ personId }) => personId === chairId) ? undefined : chairId;
}

/**
 * The secretariat decides what follows when a tiltak was asked about three times in vain: the leader hears of it, or it is
 * left. The first of them decides; what they have decided, said again, changes nothing.
 */
export function decideSilent(
  tiltak: Tiltak,
  what: 'leader' | 'leave',
  { by, chairId }: { readonly by: string; readonly chairId: string | undefined },
  clocks: Clocks,
): Result<Tiltak, SilentRefusal> {
  if (tiltak.silentToldAt === undefined) return refuse('silence-over');
  if (tiltak.silentDecided !== undefined)
    return tiltak.silentDecided.what === what ? done(tiltak) : refuse('silence-decided');
  const leaderId = leaderToTell(tiltak, chairId, by);
  if (what === 'leader' && leaderId === undefined) return refuse('no-leader');
  const at = clocks.now;
  const decided = note({ ...tiltak, silentDecided: { what, at, by } }, { at, by, what: `silent-${what}` });
  return done(what === 'leader' && leaderId !== undefined ? wants(decided, 'leader', [leaderId], clocks) : decided);
}
