import type { TiltakChange } from '../../store/tiltak/rules-changes.ts';
import { standingOf } from '../../store/tiltak/rules-report.ts';
import { count, fullDay, shortDay } from './format.ts';
import { dueText, editLine, standingName, statusLine } from './tiltak.ts';

export const changesText = {
  title: (since: Date | undefined) => (since ? `Nytt siden møtet ${shortDay(since)}` : 'Nytt i planen'),
  section: (since: Date) => `Endret siden møtet ${fullDay(since)}`,
  nothing: 'Ingenting er endret siden sist møte.',
  noMeeting: 'Utvalget har ikke holdt noe møte her ennå, så alt er tatt med.',
} as const;

/** «2 nye tiltak, 3 nye statuser, 1 gjennomført, 1 ny frist» */
export function changeSums(changes: readonly TiltakChange[]): string {
  const of = (is: (change: TiltakChange) => boolean) => changes.filter(is).length;
  const sums: readonly (readonly [number, string, string])[] = [
    [of(({ isNew }) => isNew), 'nytt tiltak', 'nye tiltak'],
    [of(({ statuses }) => statuses.length > 0), 'tiltak med ny status', 'tiltak med ny status'],
    [of(({ isDone }) => isDone), 'gjennomført', 'gjennomførte'],
    [of(({ dueWas }) => dueWas !== undefined), 'frist er flyttet', 'frister er flyttet'],
    [of(({ tiltak }) => tiltak.state === 'closed'), 'tatt ut av planen', 'tatt ut av planen'],
    [of(isOtherwise), 'endret ellers', 'endret ellers'],
  ];
  return `${sums
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => count(n, one, many))
    .join(', ')}.`;
}

/** Neither new, nor answered, moved or taken out: its text, or whose it is. */
function isOtherwise({ tiltak, isNew, statuses, dueWas }: TiltakChange): boolean {
  return !isNew && statuses.length === 0 && dueWas === undefined && tiltak.state === 'open';
}

/** What is new of one tiltak, a line each. */
export function changeLines(change: TiltakChange, nameOf: (id: string) => string): readonly string[] {
  const { tiltak, isNew, statuses, dueWas, edits } = change;
  const { owner } = tiltak;
  return [
    ...(isNew ? [`Nytt tiltak. ${standingName(standingOf(tiltak))}.`] : []),
    ...statuses.map((status) => statusLine(status, owner, nameOf)),
    ...(dueWas === undefined ? [] : [dueMoved(change, dueWas)]),
    ...edits.flatMap((edit) => editLine(edit, nameOf) ?? []),
  ];
}

function dueMoved({ tiltak }: TiltakChange, was: string): string {
  const now = dueText(tiltak);
  if (now === undefined) return `Fristen «${was}» er tatt bort.`;
  return was === '' ? `Frist satt: ${now}.` : `Fristen er flyttet fra ${was} til ${now}.`;
}
