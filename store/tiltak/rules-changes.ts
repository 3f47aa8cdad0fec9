import type { HistoryEntry } from '../fields.ts';
import { classOf, type Status, type Tiltak } from './record.ts';

/** What happened with one tiltak since a time. */
export type TiltakChange = {
  readonly tiltak: Tiltak;
  readonly isNew: boolean;
  /** What was said of it since, the oldest first. */
  readonly statuses: readonly Status[];
  /** Said to be done, and it was not before. */
  readonly isDone: boolean;
  /** Its last day is another one: what it was before. */
  readonly dueWas?: string | undefined;
  /** What was done with the record itself: taken out of the plan, taken in again, its text or owner changed. */
  readonly edits: readonly HistoryEntry[];
  /** Everybody who did any of it, each once. */
  readonly by: readonly string[];
};

const EDITS: readonly string[] = [
  'text',
  'owner',
  'contacts-named',
  'date-said',
  'handed-over',
  'import-changed',
  'proposal:keep',
  'proposal:clarify',
  'proposal:delete',
  'closed',
  'reopened',
];

/** What is different in a plan since a time, in its order: new tiltak, statuses, dates that moved, what was taken out. */
export function changedSince(tiltak: readonly Tiltak[], since: Date): readonly TiltakChange[] {
  return tiltak.flatMap((one) => changeOf(one, since) ?? []);
}

function changeOf(tiltak: Tiltak, since: Date): TiltakChange | undefined {
  const { history, statuses: all } = tiltak;
  const isNew = history[0] !== undefined && history[0].at > since;
  // what a file says of a tiltak that comes with it is no news of it
  const statuses = all.filter(({ at, from }) => at > since && !(isNew && from === 'plan'));
  const later = history.filter(({ at }) => at > since);
  const moved = isNew ? undefined : later.find(({ what }) => what === 'due');
  const edits = later.filter(({ what }) => EDITS.includes(what));
  if (!isNew && statuses.length === 0 && moved === undefined && edits.length === 0) return undefined;
  const before = all.filter(({ at }) => at <= since);
  return {
    tiltak,
    isNew,
    statuses,
    isDone: classOf(tiltak) === 'done' && classOf({ statuses: before }) !== 'done',
    dueWas: moved && (moved.was ?? ''),
    edits,
    by: [...new Set([...statuses.map(({ by }) => by), ...edits.map(({ by }) => by), ...(moved ? [moved.by] : [])])],
  };
}

/** One line of what has happened with a tiltak: something said of it, or done with it. */
export type HistoryLine = { readonly at: Date } & ({ readonly status: Status } | { readonly entry: HistoryEntry });

/** All that has happened with a tiltak, the newest first. A status is told once, as it was said. */
export function historyOf({ statuses, history }: Tiltak): readonly HistoryLine[] {
  const told = history.filter(({ what }) => !what.startsWith('status:'));
  return [
    ...statuses.map((status): HistoryLine => ({ at: status.at, status })),
    ...told.map((entry): HistoryLine => ({ at: entry.at, entry })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
