import { newTiltak, type Tiltak } from '../tiltak/record.ts';
import { planned } from '../tiltak/rules-ask.ts';
import { fold } from './rules-match-like.ts';
import type { Placed, Understood } from './rules-merge-row.ts';
import { readAs, subjectOf, type WantedRow } from './wanted.ts';

/** Whose plan a file is read into, who reads it, and how an id follows from what a tiltak is. */
export type Importing = {
  readonly plan: { readonly id: string; readonly tenantId: string; readonly committeeId: string };
  readonly by: string;
  readonly now: Date;
  readonly idOf: (...parts: readonly string[]) => string;
};

/** The tiltak that a row brings into a plan which has none for it. `taken`: ids that others of the plan have. */
export function newOfRow(
  { row, order }: Placed,
  understood: Understood,
  importing: Importing,
  taken: ReadonlySet<string>,
): Tiltak {
  const { by, now } = importing;
  const { id: planId, tenantId, committeeId } = importing.plan;
  const owner = row.owner || undefined;
  const contactIds = owner === undefined ? [] : understood.contactIds(owner);
  const made = newTiltak({
    id: newId(row, importing, taken),
    tenantId,
    committeeId,
    planId,
    order,
    text: subjectOf(row),
    place: placeOf(row),
    cells: [...row.cells],
    imported: readAs(row),
    part: row.part,
    owner,
    ownerRef: owner === undefined ? undefined : understood.ownerRef(owner),
    contactIds: contactIds.length > 0 ? [...contactIds] : undefined,
    due: row.due || undefined,
    dueOn: understood.dueOn(row),
  });
  made.history.push({ at: now, by, what: 'imported' });
  // prose is a status without a class: nothing makes one of it but a person
  if (fold(row.status) !== '') made.statuses.push({ text: row.status, at: now, by, from: 'plan' });
  return planned(made, now);
}

function newId(row: WantedRow, { plan, idOf }: Importing, taken: ReadonlySet<string>): string {
  const said = row.read ?? row;
  const name = [plan.id, said.focusArea, said.goal, said.point, subjectOf(said), row.part].map(
    (part) => `${part ?? ''}`,
  );
  let id = idOf(...name);
  for (let n = 2; taken.has(id); n++) id = idOf(...name, String(n));
  return id;
}

function placeOf({ focusArea, goal, how, point }: WantedRow): Tiltak['place'] {
  const place: Tiltak['place'] = {};
  if (focusArea) place.focusArea = focusArea;
  if (goal) place.goal = goal;
  if (how) place.how = how;
  if (point) place.point = point;
  return place;
}
