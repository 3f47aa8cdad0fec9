import type { Referat } from '../store/referat/record.ts';
import type { Round } from '../store/round/record.ts';
import { tally } from '../store/round/tally.ts';
import { button, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { longTime, shortDayOn } from './text/format.ts';

const SHOWN = 8;

/** The first of a list, and how many more there are: twenty of each would not fit a message. */
function some<T>(list: readonly T[], show: (item: T) => readonly Element[]): Element[] {
  const left = list.length - SHOWN;
  return [
    ...list.slice(0, SHOWN).flatMap(show),
    ...(left > 0 ? [paragraph(`${left} til vises når noen av disse er ferdige.`)] : []),
  ];
}

/** What waits for the viewer, and, for those who run rounds, their drafts and open rounds. */
export function overviewCard({
  waiting,
  answered,
  drafts,
  running,
  runsRounds,
}: {
  readonly waiting: readonly Round[];
  readonly answered: readonly Round[];
  readonly drafts: readonly Referat[];
  readonly running: readonly Round[];
  readonly runsRounds: boolean;
}): Card {
  const own: Element[] = [
    heading('Venter på deg'),
    ...(waiting.length === 0 ? [paragraph('Ingen referater venter på svar fra deg.')] : []),
    ...some(waiting, (round) => [
      paragraph(`${round.title} (${round.committeeName}). Svarfrist ${longTime(round.deadline)}.`),
      buttons(button('Les og svar', { verb: 'round.show', roundId: round.id })),
    ]),
    ...some(answered, (round) => [
      paragraph(`${round.title} (${round.committeeName}). Du har svart.`),
      buttons(button('Vis svaret', { verb: 'round.show', roundId: round.id })),
    ]),
  ];
  if (!runsRounds) return card(...own);
  return card(
    ...own,
    ...(running.length > 0 ? [heading('E-postrunder som pågår')] : []),
    ...some(running, (round) => [
      paragraph(
        `${round.title} (${round.committeeName}): ${tally(round).yes.length} av ${round.seats.length} har godkjent. Svarfrist ${longTime(round.deadline)}.`,
      ),
      buttons(button('Vis status', { verb: 'round.status', roundId: round.id })),
    ]),
    ...(drafts.length > 0 ? [heading('Utkast')] : []),
    ...some(drafts, (referat) => [
      paragraph(`${referat.title}, møte ${shortDayOn(referat.meetingOn)}`),
      buttons(button('Fortsett på utkastet', { verb: 'referat.edit', referatId: referat.id })),
    ]),
    heading('Nytt referat'),
    buttons(button('Skriv nytt referat', { verb: 'referat.new' })),
  );
}
