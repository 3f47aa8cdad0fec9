import { filterSchema } from '../../store/tiltak/view.ts';
import type { Handlers } from '../turn.ts';
import { show } from './answers.ts';

/** What can be looked at of tiltak and plans. */
export const tiltakReportHandlers = {
  'tiltak.home': async (_deps, _turn, { page }) => show({ view: 'tiltak', ...(page !== undefined && { page }) }),
  'tiltak.plan': async (_deps, _turn, { verb: _verb, ...of }) => show({ view: 'tiltak-plan', ...of }),

  // what was chosen is typed: nothing chosen is everything
  'tiltak.list': async (_deps, _turn, { verb: _verb, filter, area, ...rest }) => {
    const chosen = filterSchema.safeParse(filter);
    const n = /^\d{1,3}$/.test(area ?? '') ? Number(area) : undefined;
    return show({
      view: 'tiltak-list',
      ...rest,
      ...(chosen.success && { filter: chosen.data }),
      ...(n !== undefined && { area: n }),
    });
  },

  'tiltak.changes': async (_deps, _turn, { verb: _verb, ...of }) => show({ view: 'tiltak-changes', ...of }),
  'tiltak.one': async (_deps, _turn, { verb: _verb, ...of }) => show({ view: 'tiltak-one', ...of }),
  'tiltak.edit-form': async (_deps, _turn, { tiltakId }) => show({ view: 'tiltak-edit', tiltakId }),
  'tiltak.close-form': async (_deps, _turn, { tiltakId }) => show({ view: 'tiltak-close', tiltakId }),
} satisfies Partial<Handlers>;
