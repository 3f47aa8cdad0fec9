import type { Handlers } from '../turn.ts';
import { show } from './answers.ts';

export const countsHandlers = {
  'counts.show': async (_deps, _turn, { committeeId, year, page }) =>
    show({ view: 'counts', committeeId, ...(year !== undefined && { year }), ...(page !== undefined && { page }) }),
} satisfies Partial<Handlers>;
