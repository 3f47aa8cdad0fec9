import type { Committee } from '../store/committee/record.ts';
import type { Plan } from '../store/plan/record.ts';
import { fold } from '../store/plan/rules-match-like.ts';
import { type Question, questionsIn } from '../store/plan/rules-questions.ts';
import type { Scope } from '../store/plan/view.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import type { Directory } from '../store/tiltak/rules-owner.ts';
import { directoryOf } from './plan-directory.ts';
import type { Deps } from './turn.ts';
import { ownIn } from './views/view.ts';

/** A plan with what it leaves open. */
export type OpenPlan = {
  readonly plan: Plan;
  readonly tiltak: readonly Tiltak[];
  readonly directory: Directory;
  readonly questions: readonly Question[];
};

/** A plan, and the committee that it is of, for somebody who runs rounds there; else the notice that says why not. */
export async function ownPlan(deps: Deps, personId: string, planId: string) {
  const own = await ownIn(deps, personId, await deps.plans.collection.get(planId));
  return 'refused' in own ? own : { plan: own.record, committee: own.committee };
}

/** What a plan leaves open, by all that is known now. */
export async function openQuestions(deps: Deps, committee: Committee, planId: string): Promise<OpenPlan | undefined> {
  const plan = await deps.plans.collection.get(planId);
  if (plan === undefined) return undefined;
  const directory = await directoryOf(deps, committee);
  const tiltak = await deps.tiltak.ofPlan(planId);
  return { plan, tiltak, directory, questions: questionsIn(plan, tiltak, directory) };
}

/**
 * Which tiltak an answer about one of them is for: all with the same owner as written, all of its focus area that have no
 * owner, or it alone. Those that were given to somebody else meanwhile keep them. `before`: whom the answer takes the place of.
 */
export function concernedBy(
  tiltakList: readonly Tiltak[],
  tiltak: Tiltak,
  scope: Scope,
  before: readonly string[],
): readonly Tiltak[] {
  if (scope === 'tiltak') return tiltakList.filter(({ id }) => id === tiltak.id);
  const isFree = ({ ownerKeys, contactIds = [] }: Tiltak) =>
    ownerKeys.length === 0 || JSON.stringify(contactIds) === JSON.stringify(before);
  const open = tiltakList.filter((one) => one.openIn !== undefined && isFree(one));
  const owner = fold(tiltak.owner ?? '');
  const area = fold(tiltak.place.focusArea ?? '');
  return open.filter(
    (one) => fold(one.owner ?? '') === owner && (scope === 'owner' || fold(one.place.focusArea ?? '') === area),
  );
}
