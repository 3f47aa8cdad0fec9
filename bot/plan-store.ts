import { statusAsWritten } from '../cards/text/tiltak-table.ts';
import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import { newPlan, type Plan, type PlanColumns } from '../store/plan/record.ts';
import { beginImport, endImport } from '../store/plan/rules-import-under-way.ts';
import { type Merge, mergePlan } from '../store/plan/rules-merge.ts';
import { isUntouched } from '../store/plan/rules-merge-row.ts';
import { understoodIn } from '../store/plan/rules-understood.ts';
import type { WantedRow } from '../store/plan/wanted.ts';
import { done } from '../store/result.ts';
import type { Directory } from '../store/tiltak/rules-owner.ts';
import { dayOf } from '../store/time.ts';
import { idFrom } from './ids.ts';
import { directoryOf } from './plan-directory.ts';
import type { Records } from './records.ts';

export type PlanDeps = Pick<Records, 'committees' | 'persons' | 'plans' | 'tiltak' | 'meetings'>;

/** What is read into which plan, by whom. A committee has one plan of a name, in any case of its letters. */
export type PlanToStore = {
  readonly committee: Committee;
  readonly name: string;
  readonly columns: PlanColumns;
  readonly rows: readonly WantedRow[];
  readonly by: string;
  readonly now: Date;
};
export type Storing = PlanToStore & {
  readonly file: { readonly name: string; readonly sha256: string };
  readonly realNow: Date;
  /** What names this import: the same again goes on where it stopped. */
  readonly key: string;
};

/** What a file makes of a plan, without storing anything. */
export async function previewPlan(
  deps: PlanDeps,
  wanted: PlanToStore,
): Promise<{ readonly plan: Plan; readonly isNew: boolean; readonly merge: Merge; readonly directory: Directory }> {
  const { committee, name, columns, rows, by, now } = wanted;
  const [known] = await deps.plans.named(committee.id, name);
  const { id: committeeId, tenantId } = committee;
  const id = idFrom('plan', committeeId, name.trim().toLowerCase());
  const plan = known ?? newPlan({ id, tenantId, committeeId, name: name.trim(), columns });
  const directory = await directoryOf(deps, committee);
  const understood = {
    ...understoodIn(plan, directory, await nextMeetingOn(deps, committeeId, now)),
    statusWritten: statusAsWritten,
  };
  const existing = known ? await deps.tiltak.ofPlan(plan.id) : [];
  const importing = { plan, by, now, idOf: (...parts: readonly string[]) => idFrom('tiltak', ...parts) };
  return { plan, isNew: known === undefined, merge: mergePlan(existing, rows, understood, importing), directory };
}

/**
 * Reads rows into a committee's plan, and makes the plan when there is none of that name. Each row follows from the plan and
 * from what it says, so that doing it again, after it stopped half-way or at the same time as a colleague, does it once.
 */
export async function storePlan(
  deps: PlanDeps,
  storing: Storing,
): Promise<{ readonly plan: Plan; readonly merge: Merge } | 'import-under-way'> {
  const { columns, rows, by, key, file, now, realNow } = storing;
  const before = await previewPlan(deps, storing);
  if (before.isNew) await deps.plans.collection.insert(before.plan);
  const { added, changed, gone } = before.merge;
  const counts = { rows: rows.length, added: added.length, changed: changed.length, gone: gone.length };
  const begun = await change(deps.plans.collection, before.plan.id, (plan) =>
    beginImport(plan, { key, by, columns, ...counts }, realNow),
  );
  if (!begun.ok) {
    if (begun.refusal === 'not-found') throw new Error(`the plan ${before.plan.id} is gone`);
    return begun.refusal;
  }
  // a colleague's import may have ended while this one waited for the plan
  const { merge } = before.plan.version === begun.value.version - 1 ? before : await previewPlan(deps, storing);
  await write(deps, merge);
  const ended = await change(deps.plans.collection, begun.value.id, (plan) =>
    endImport(plan, { key, fileName: file.name, sha256: file.sha256 }, now),
  );
  return { plan: ended.ok ? ended.value : begun.value, merge };
}

/** The day of a committee's next planned meeting. */
export async function nextMeetingOn(
  { meetings }: Pick<Records, 'meetings'>,
  committeeId: string,
  now: Date,
): Promise<string | undefined> {
  const next = (await meetings.coming([committeeId])).find(({ startsAt }) => startsAt >= now);
  return next && dayOf(next.startsAt);
}

async function write({ tiltak }: Pick<Records, 'tiltak'>, { added, changed, unchanged, moved }: Merge): Promise<void> {
  const { collection } = tiltak;
  await inChunks(added, async (made) => {
    // somebody else's import, or this one before it stopped, has it already
    await collection.insert(made);
  });
  const others = [...changed, ...[...unchanged, ...moved].filter(({ before, after }) => !isUntouched(before, after))];
  await inChunks(others, async ({ before, apply }) => {
    await change(collection, before.id, (current) => done(apply(current)));
  });
}

const CHUNK = 2000;

/** Many at a time: writes that wait together are written together. */
async function inChunks<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += CHUNK) await Promise.all(all.slice(from, from + CHUNK).map(work));
}
