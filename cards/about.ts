import type { Execute } from './elements.ts';
import { shortened } from './size.ts';

/** What tells two things apart is seldom longer, and the button is read with it each time. */
const LONGEST_NAME = 80;

/**
 * Buttons of one thing in a list: whoever hears them, or goes from button to button, is told which one they belong to («Åpne: Felles
 * fagdager»). It begins with what stands on the button, as a client may take it for the button's name, and what one says to press it
 * must be in that. Old clients have no such texts, and do without.
 */
export function about(name: string, ...actions: readonly Execute[]): Execute[] {
  const told = shortened(name.replace(/\s+/g, ' ').trim(), LONGEST_NAME);
  return actions.map((action) => ({ ...action, tooltip: `${action.title}: ${told}` }));
}
