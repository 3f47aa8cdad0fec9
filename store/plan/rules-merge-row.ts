import { note } from '../effect.ts';
import type { OwnerRef } from '../tiltak/owner.ts';
import { newestStatus, ownerKeysOf, type Status, type Tiltak, type Written } from '../tiltak/record.ts';
import { planned } from '../tiltak/rules-ask.ts';
import { isDeleted } from '../tiltak/rules-decide.ts';
import { fold } from './rules-match-like.ts';
import { BETWEEN_PARTS } from './table.ts';
import { readAs, subjectOf, type WantedRow } from './wanted.ts';

/** What is known of the owners and dates of a plan as they are written. */
export type Understood = {
  readonly ownerRef: (written: string) => OwnerRef | undefined;
  /** Whom the secretariat has named for it. */
  readonly contactIds: (written: string) => readonly string[];
  readonly dueOn: (row: Pick<WantedRow, 'due' | 'dueOn'>) => string | undefined;
  /** How the status table writes what somebody has said: read in again, it is no news. */
  readonly statusWritten?: (status: Status) => string;
};

const SHOWN = ['text', 'focusArea', 'goal', 'how', 'point', 'owner', 'due', 'status'] as const;
/** One thing that people see a difference in; `state`: it was taken out, and is in the plan again. */
export type Change = {
  readonly field: (typeof SHOWN)[number] | 'state';
  readonly before: string;
  readonly after: string;
};

/** A row, and where it stands among the others. */
export type Placed = { readonly row: WantedRow; readonly order: number };

/** A tiltak as a row of its plan's file has it from now on. */
export function withRow(
  tiltak: Tiltak,
  { row, order }: Placed,
  understood: Understood,
  { by, now }: { readonly by: string; readonly now: Date },
): Tiltak {
  const read = readAs(row);
  const { imported: before } = tiltak;
  // what the file says again, and nobody has mended, leaves alone what was changed since
  const isNews = (field: keyof Written) =>
    row[field] !== read[field] || before === undefined || before[field] !== read[field];
  const { imported: _read, part: _part, owner: _owner, ownerRef: _ref, contactIds: _named, ...others } = tiltak;
  const { due: _due, dueOn: _on, ...kept } = others;
  // put together once: a plan of 10,000 rows is copied for each time that it is not
  const filled: Tiltak = {
    ...kept,
    order,
    cells: [...row.cells],
    imported: read,
    ...(row.part !== undefined && { part: row.part }),
    place: placed(tiltak, row, isNews),
    text: isNews('text') || isNews('how') ? subjectOf(row) : tiltak.text,
    ...ownerOf(tiltak, row, isNews('owner'), understood),
    ...dueOf(tiltak, row, isNews('due'), understood),
  };
  const said = isNews('status') ? withStatus(filled, row.status, { by, now }, understood) : filled;
  const open = reopened(said, { by, now });
  return hasOtherTime(tiltak, open) ? planned(open, now) : open;
}

function placed(tiltak: Tiltak, row: WantedRow, isNews: (field: keyof Written) => boolean): Tiltak['place'] {
  const value = (field: keyof Tiltak['place']) => (isNews(field) ? row[field] : tiltak.place[field]);
  const [focusArea, goal, how, point] = [value('focusArea'), value('goal'), value('how'), value('point')];
  return { ...(focusArea && { focusArea }), ...(goal && { goal }), ...(how && { how }), ...(point && { point }) };
}

function ownerOf(
  tiltak: Tiltak,
  row: WantedRow,
  isNews: boolean,
  understood: Understood,
): Pick<Tiltak, 'owner' | 'ownerRef' | 'contactIds' | 'ownerKeys'> {
  const isOther = isNews && fold(row.owner) !== fold(tiltak.owner ?? '');
  const { ownerRef: was, contactIds: named } = tiltak;
  const owner = isNews ? row.owner : (tiltak.owner ?? '');
  const known = owner === '' ? [] : understood.contactIds(owner);
  const contactIds = isOther || named === undefined ? known : named;
  const ownerRef = (isOther ? undefined : was) ?? (owner === '' ? undefined : understood.ownerRef(owner));
  const asked = { ...(ownerRef && { ownerRef }), ...(contactIds.length > 0 && { contactIds: [...contactIds] }) };
  return { ...(owner && { owner }), ...asked, ownerKeys: ownerKeysOf(asked) };
}

function dueOf(tiltak: Tiltak, row: WantedRow, isNews: boolean, understood: Understood): Pick<Tiltak, 'due' | 'dueOn'> {
  const due = isNews ? row.due : (tiltak.due ?? '');
  const isSame = due === (tiltak.due ?? '');
  const dueOn = (isSame ? tiltak.dueOn : undefined) ?? (due === row.due ? understood.dueOn(row) : undefined);
  return { ...(due && { due }), ...(dueOn && { dueOn }) };
}

/** Prose from the plan is a status without a class: nothing makes one of it but a person. An empty cell says nothing. */
function withStatus(
  tiltak: Tiltak,
  text: string,
  { by, now }: { readonly by: string; readonly now: Date },
  { statusWritten }: Understood,
): Tiltak {
  const isSaid = (status: Status) => status.from !== 'plan' && cellKey(statusWritten?.(status)) === cellKey(text);
  if (text === '' || fold(newestStatus(tiltak)?.text ?? '') === fold(text) || tiltak.statuses.some(isSaid))
    return tiltak;
  const statuses = [...tiltak.statuses, { text, at: now, by, from: 'plan' as const }];
  return { ...tiltak, statuses, ...(tiltak.state === 'open' && { openIn: tiltak.committeeId }) };
}

/** A cell's text for comparing, whether its lines stand below each other or with bars between. */
const cellKey = (text = '') => fold(text.replaceAll(BETWEEN_PARTS, ' '));

/** A tiltak that was taken out is in the plan again. One that the committee has deleted stays deleted. */
function reopened(tiltak: Tiltak, { by, now }: { readonly by: string; readonly now: Date }): Tiltak {
  if (tiltak.state === 'open' || isDeleted(tiltak)) return tiltak;
  const open: Tiltak = { ...tiltak, state: 'open', openIn: tiltak.committeeId };
  return note(open, { at: now, by, what: 'reopened' });
}

function hasOtherTime(before: Tiltak, after: Tiltak): boolean {
  const isOther = (field: 'dueOn' | 'openIn' | 'state') => before[field] !== after[field];
  const isOwned = before.ownerKeys.join(' ') === after.ownerKeys.join(' ');
  return !isOwned || isOther('dueOn') || isOther('openIn') || isOther('state');
}

/** What people see a difference in between two states of a tiltak. */
export function changesIn(before: Tiltak, after: Tiltak): Change[] {
  const changes = SHOWN.map((field): Change => ({ field, before: shown(before, field), after: shown(after, field) }));
  return [
    ...(before.state === after.state ? [] : [{ field: 'state' as const, before: before.state, after: after.state }]),
    ...changes.filter((change) => fold(change.before) !== fold(change.after)),
  ];
}

function shown(tiltak: Tiltak, field: (typeof SHOWN)[number]): string {
  if (field === 'text' || field === 'owner' || field === 'due') return tiltak[field] ?? '';
  return field === 'status' ? (newestStatus(tiltak)?.text ?? '') : (tiltak.place[field] ?? '');
}

/** Whether a row has left a tiltak as it was, also where nobody sees it. */
export function isUntouched(before: Tiltak, after: Tiltak): boolean {
  const state = (tiltak: Tiltak) => {
    const { order, cells, part, imported, owner, ownerRef, contactIds, due, dueOn, text, place, statuses } = tiltak;
    const read = imported && SHOWN.map((field) => imported[field]);
    const stands = [place.focusArea, place.goal, place.how, place.point, text, due, dueOn, owner, tiltak.state];
    return JSON.stringify([order, cells, part, read, stands, ownerRef, contactIds, statuses.length]);
  };
  return state(before) === state(after);
}
