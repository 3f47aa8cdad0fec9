import type { Execute } from '../../cards/elements.ts';
import { standingName } from '../../cards/text/tiltak.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { type Standing, standingOf } from '../../store/tiltak/rules-report.ts';
import type { WireState } from './wire.ts';

const LOOKS: Readonly<Record<Standing, WireState['look']>> = {
  'not-followed-up': 'bad',
  'in-progress': 'info',
  delayed: 'warning',
  done: 'good',
  unclear: 'warning',
  'delete-proposed': 'warning',
  'by-others': 'info',
  prose: 'neutral',
  none: 'neutral',
};

/** How it goes with a tiltak, in the words of the cards. */
export function stateOf(tiltak: Pick<Tiltak, 'statuses'>): WireState {
  const standing = standingOf(tiltak);
  return { text: standingName(standing), look: LOOKS[standing] };
}

/** The buttons of a card, as the page has them. */
export function actionsOf(buttons: readonly Execute[]) {
  return buttons.map(({ title, data }) => ({ text: title, action: data }));
}
