import { fittingChoices } from './size.ts';

/** What the list of seats may take of a message: 160 of them with long names do not fit one card. */
const LIST_BYTES = 20 * 1024;

/** Seats or saker to tick. Names are cut where they would not fit, and it shows. */
export function tickChoices(all: Parameters<typeof fittingChoices>[0]) {
  return fittingChoices(all, LIST_BYTES);
}
