import { note } from '../effect.ts';
import { withContacts } from '../plan/rules-questions.ts';
import { done, type Result, refuse } from '../result.ts';
import type { OwnerRef } from './owner.ts';
import { classOf, isProposed, ownerKeysOf, type Tiltak } from './record.ts';
import { planned } from './rules-ask.ts';
import { isDeleted } from './rules-decide.ts';
import { withDue } from './rules-status.ts';

/** A tiltak as the secretariat writes it: what is absent is nothing, and takes away what was there. */
export type TiltakEdit = {
  readonly text: string;
  readonly owner?: string | undefined;
  readonly ownerRef?: OwnerRef | undefined;
  readonly due?: string | undefined;
  readonly dueOn?: string | undefined;
  /** Whom to ask instead of the owner as written. */
  readonly contactIds: readonly string[];
};
export type EditRefusal = 'tiltak-closed' | 'tiltak-proposed' | 'tiltak-deleted';

/** Changes what a tiltak says, whose it is and when it is due, with a line for each that says what it was. */
export function editTiltak(
  tiltak: Tiltak,
  edit: TiltakEdit,
  { by, at }: { readonly by: string; readonly at: Date },
): Result<Tiltak, EditRefusal> {
  if (tiltak.state === 'closed') return refuse('tiltak-closed');
  const { text, due = '' } = edit;
  // the day that was said of «12. april», or meant by «neste møte» then, stands as long as the words do
  const dueOn = (due === (tiltak.due ?? '') ? tiltak.dueOn : undefined) ?? edit.dueOn;
  const worded = text === tiltak.text ? tiltak : note({ ...tiltak, text }, { at, by, what: 'text', was: tiltak.text });
  const asked = withContacts(withOwner(worded, edit, by, at), edit.contactIds, { by, now: at });
  const edited = withDue(asked, { due, dueOn }, by, at);
  return done(edited === tiltak ? tiltak : planned({ ...edited, ownerKeys: ownerKeysOf(edited) }, at));
}

function withOwner(tiltak: Tiltak, { owner, ownerRef }: TiltakEdit, by: string, at: Date): Tiltak {
  if (owner === tiltak.owner) return tiltak;
  const { owner: was = '', ownerRef: _ref, ...rest } = tiltak;
  return note({ ...rest, ...(owner && { owner }), ...(ownerRef && { ownerRef }) }, { at, by, what: 'owner', was });
}

/**
 * Takes a tiltak out of its plan: nobody is asked about it, and it stays with its history. Not while the committee has still
 * to decide of it: deleting is the committee's.
 */
export function closeTiltak(tiltak: Tiltak, by: string, at: Date): Result<Tiltak, EditRefusal> {
  if (tiltak.state === 'closed') return done(tiltak);
  if (isProposed(tiltak)) return refuse('tiltak-proposed');
  const { openIn: _open, askDueAt: _ask, snoozedUntil: _snooze, ...rest } = tiltak;
  return done(note({ ...rest, state: 'closed', asks: [] }, { at, by, what: 'closed' }));
}

/** Takes a tiltak in again that was taken out by hand: what the committee has deleted stays deleted. */
export function reopenTiltak(tiltak: Tiltak, by: string, at: Date): Result<Tiltak, EditRefusal> {
  if (tiltak.state === 'open') return done(tiltak);
  if (isDeleted(tiltak)) return refuse('tiltak-deleted');
  const open: Tiltak = { ...tiltak, state: 'open', ...(classOf(tiltak) !== 'done' && { openIn: tiltak.committeeId }) };
  return done(planned(note(open, { at, by, what: 'reopened' }), at));
}
