import type { Committee } from '../committee/record.ts';
import { runnersOf } from '../committee/rules.ts';
import { type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import type { Sak } from './record.ts';

/**
 * Tells whoever proposed a sak where it stands, in working hours; a telling that waits gives way to this one. Not when
 * they did it themselves (`by`): they see it where they pressed.
 */
export function tellProposer(sak: Sak, clocks: Clocks, by?: string): Sak {
  const { id: sakId, proposedBy: personId } = sak;
  if (personId === by || sak.fixed !== undefined) return sak;
  const view = { view: 'sak-status', sakId } as const;
  return emitAgain(sak, whenContactable(clocks), { kind: 'personal-card', personId, view });
}

/** Shows a sak to the chair and the secretariat, who decide what becomes of it, but for whoever sends it. */
export function tellHandlers(sak: Sak, { roles }: Committee, clocks: Clocks, by: string): Sak {
  const view = { view: 'sak', sakId: sak.id } as const;
  return emitAgain(
    sak,
    whenContactable(clocks),
    ...runnersOf(roles)
      .filter((id) => id !== by)
      .map((personId) => ({ kind: 'personal-card', personId, view }) as const),
  );
}
