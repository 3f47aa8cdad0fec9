import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { classOf, isProposed, type Tiltak } from './record.ts';
import { planned } from './rules-ask.ts';

/** What a committee decides of a tiltak that is unclear or proposed deleted. */
export const decisions = ['keep', 'clarify', 'delete'] as const;
export type Decision = (typeof decisions)[number];
export type DecideRefusal = 'tiltak-closed' | 'no-proposal' | 'clearer-text' | 'decided-in-meeting';

/** Who registers it, and the meeting and sak in which it was decided; without them: somewhere else. */
export type DecidedBy = {
  readonly personId: string;
  readonly now: Date;
  readonly meetingId?: string | undefined;
  readonly sakId?: string | undefined;
};

/** Whether its committee itself has decided to delete it: only another decision of the committee takes that back. */
export function isDeleted({ state, proposal }: Pick<Tiltak, 'state' | 'proposal'>): boolean {
  return state === 'closed' && proposal?.decided?.what === 'delete';
}

/** It stands on the agenda of a meeting that was sent. */
export function layBefore(tiltak: Tiltak, meetingId: string): Result<Tiltak, never> {
  const { proposal } = tiltak;
  if (proposal === undefined || !isProposed(tiltak) || proposal.meetingId === meetingId) return done(tiltak);
  return done({ ...tiltak, proposal: { ...proposal, meetingId } });
}

/**
 * Registers what the committee has decided: it is kept, gets a clearer text, or is deleted, and stays readable. One that was
 * registered wrongly can be registered anew, in its meeting when it has one: it has the text that it had before. The same again
 * changes nothing.
 */
export function decideProposal(
  tiltak: Tiltak,
  { what, text }: { readonly what: Decision; readonly text: string },
  { personId, now, meetingId, sakId }: DecidedBy,
): Result<Tiltak, DecideRefusal> {
  const { proposal } = tiltak;
  if (proposal === undefined) return refuse('no-proposal');
  const { decided: before } = proposal;
  // closed by something else than this decision
  if (tiltak.state === 'closed' && before?.what !== 'delete') return refuse('tiltak-closed');
  // the minutes of that meeting tell of it: a form from somewhere else does not take it out of them
  if (before?.meetingId !== undefined && before.meetingId !== meetingId) return refuse('decided-in-meeting');
  const original = before?.before ?? tiltak.text;
  if (what === 'clarify' && (text === '' || text === original)) return refuse('clearer-text');
  const isSame = before?.what === what && (what !== 'clarify' || tiltak.text === text);
  if (isSame) return done(tiltak);
  const { openIn: _open, ...rest } = tiltak;
  const decided = {
    what,
    at: now,
    by: personId,
    ...(meetingId && { meetingId }),
    ...(sakId && { sakId }),
    ...(what === 'clarify' && { before: original }),
  };
  const isOver = what === 'delete';
  const registered: Tiltak = {
    ...rest,
    text: what === 'clarify' ? text : original,
    proposal: { ...proposal, decided },
    state: isOver ? 'closed' : 'open',
    ...(!isOver && classOf(tiltak) !== 'done' && { openIn: tiltak.committeeId }),
    asks: [],
  };
  const line = { at: now, by: personId, what: `proposal:${what}`, ...(what === 'clarify' && { was: original }) };
  return done(planned(note(registered, line), now));
}
