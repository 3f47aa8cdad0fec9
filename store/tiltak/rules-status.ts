import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { addDays, dayOf } from '../time.ts';
import { newestStatus, type Status, type Tiltak } from './record.ts';
import { planned } from './rules-ask.ts';

/** What is said of a tiltak: its class, in prose, and perhaps a new last day. */
export type StatusInput = Pick<Status, 'class' | 'text' | 'byOthers'> & {
  readonly due?: string | undefined;
  readonly dueOn?: string | undefined;
};
export type SaidBy = {
  readonly personId: string;
  readonly from: 'answer' | 'registered';
  /** How many statuses stood there when they were asked; absent: it is not asked about. */
  readonly seen?: number | undefined;
};
/** `tiltak-answered`: something was said since they were asked, which they have not seen. */
export type StatusRefusal = 'tiltak-closed' | 'tiltak-answered';

/**
 * Writes what somebody says of a tiltak. Nobody is asked about it again before the next period. «Uklart» and «foreslås
 * slettet» become a proposal to the committee: nothing is deleted by it. The same again, from the same person and of the same
 * question or within a minute, is written once.
 */
export function answerStatus(
  tiltak: Tiltak,
  input: StatusInput,
  { personId, from, seen }: SaidBy,
  now: Date,
): Result<Tiltak, StatusRefusal> {
  if (tiltak.state === 'closed') return refuse('tiltak-closed');
  const { due, dueOn, ...said } = input;
  const status: Status = { ...said, at: now, by: personId, from };
  if (isAgain(tiltak, status, seen)) return done(tiltak);
  if (seen !== undefined && seen < tiltak.statuses.length) return refuse('tiltak-answered');
  const { openIn: _open, ...rest } = heardOf(tiltak);
  const dated = due === undefined ? rest : withDue(rest, { due, dueOn }, personId, now);
  const answered: Tiltak = {
    ...dated,
    statuses: [...tiltak.statuses, status],
    ...(status.class !== 'done' && { openIn: tiltak.committeeId }),
  };
  const noted = note(withProposal(answered, status), {
    at: now,
    by: personId,
    what: `status:${status.class ?? 'prose'}`,
  });
  return done(planned(noted, now));
}

/** Somebody has answered: nothing that came of silence counts any more. */
function heardOf(tiltak: Tiltak): Tiltak {
  const {
    snoozedUntil: _snooze,
    silentToldAt: _told,
    silentDecided: _decided,
    unreached: _unreached,
    ...rest
  } = tiltak;
  return { ...rest, asks: [] };
}

/** The tiltak with another last day, and a line that says what it was. */
export function withDue<T extends Omit<Tiltak, 'openIn'>>(
  tiltak: T,
  { due, dueOn }: { readonly due: string; readonly dueOn?: string | undefined },
  by: string,
  at: Date,
): T {
  if (due === (tiltak.due ?? '') && dueOn === tiltak.dueOn) return tiltak;
  const { due: was = '', dueOn: _day, ...rest } = tiltak;
  const dated = { ...rest, ...(due && { due }), ...(dueOn && { dueOn }) } as unknown as T;
  return note(dated, { at, by, what: 'due', was });
}

const AGAIN_MS = 60_000;

/** Whether the newest status is this one: the press came twice, or was repeated at once. */
function isAgain({ statuses }: Tiltak, now: Status, seen: number | undefined): boolean {
  const before = statuses.at(-1);
  if (before === undefined) return false;
  const isOfQuestion = seen !== undefined && seen === statuses.length - 1;
  if (!isOfQuestion && now.at.getTime() - before.at.getTime() > AGAIN_MS) return false;
  const said = ({ class: one, text, byOthers, by, from }: Status) => JSON.stringify([one, text, byOthers, by, from]);
  return said(before) === said(now);
}

/** A class that asks the committee something opens a proposal; any other one takes an undecided one back. */
function withProposal(tiltak: Tiltak, { class: said, at, by }: Status): Tiltak {
  const kind = said === 'unclear' ? 'clarify' : said === 'delete-proposed' ? 'delete' : undefined;
  const { proposal, ...rest } = tiltak;
  if (kind !== undefined && proposal?.kind === kind && proposal.decided === undefined) return tiltak;
  if (kind !== undefined) return { ...rest, proposal: { kind, at, by } };
  return proposal !== undefined && proposal.decided === undefined && said !== undefined ? rest : tiltak;
}

const MONTH_DAYS = 30;

/** «Spør meg om en måned»: it is left alone until then, whatever comes due. */
export function snooze(tiltak: Tiltak, personId: string, now: Date): Result<Tiltak, 'tiltak-closed'> {
  if (tiltak.state === 'closed') return refuse('tiltak-closed');
  const snoozedUntil = addDays(dayOf(now), MONTH_DAYS);
  if (tiltak.snoozedUntil === snoozedUntil) return done(tiltak);
  const snoozed: Tiltak = { ...heardOf(tiltak), snoozedUntil };
  return done(planned(note(snoozed, { at: now, by: personId, what: 'snoozed' }), now));
}

/** What was said since somebody was asked, if they have not seen it. */
export function saidSince(tiltak: Tiltak, seen: number | undefined): Status | undefined {
  return seen !== undefined && seen < tiltak.statuses.length ? newestStatus(tiltak) : undefined;
}
