import { newPlanIn } from '../../cards/plan-forms.ts';
import { change } from '../../store/change.ts';
import type { PlanImport } from '../../store/plan/import-record.ts';
import { MAX_PLAN_NAME } from '../../store/plan/record.ts';
import {
  choosePlan,
  dropImport,
  endUse,
  openAgain,
  useImport,
  waitAgain,
  wantedRows,
} from '../../store/plan/rules-import.ts';
import { done } from '../../store/result.ts';
import { closeTiltak } from '../../store/tiltak/rules-edit.ts';
import { oneLine } from '../../store/typed-text.ts';
import { importOf, isTooLarge, ownImport, planIn, previewedOf, unreadOf } from '../plan-import.ts';
import { storePlan } from '../plan-store.ts';
import type { Handlers, Shown } from '../turn.ts';
import { ownCommittee, runBy } from '../views/view.ts';
import { notice, show, typedFrom } from './answers.ts';

/** A plan that was dropped into the chat, from «Les inn som handlingsplan» to what became of it. */
export const planHandlers = {
  // the same file is one import, however often it is asked for
  'plan.read': async (deps, { person }, { fileId }) => {
    const file = await deps.files.collection.get(fileId);
    if (file === undefined) return notice('not-found');
    if (file.by !== person.id || (await runBy(deps, person.id)).length === 0) return notice('not-for-you');
    const read = await planIn(Buffer.from(file.base64, 'base64'));
    if (read.problems.length > 0) return show({ view: 'plan-unread', name: file.name, unread: unreadOf(read) });
    if (isTooLarge(read)) return notice('plan-too-large');
    const made = await importOf(deps, person.id, file, read);
    await deps.imports.collection.insert(made);
    const opened = await change(deps.imports.collection, made.id, (one) => openAgain(one, person.id));
    return opened.ok ? shownOf(opened.value) : notice(opened.refusal);
  },

  'plan.preview': async (_deps, _turn, { importId, page }) =>
    show({ view: 'plan-preview', importId, ...(page !== undefined && { page }) }),

  'plan.choose-form': async (_deps, _turn, { importId }) => show({ view: 'plan-choose-form', importId }),

  'plan.choose': async (deps, { person }, { importId, plan: chosen = '', name }) => {
    const typed = typedFrom({ plan: chosen, name });
    const again = (problem: string) => show({ view: 'plan-choose-form', importId, typed, problems: [problem] });
    const known = await deps.plans.collection.get(chosen || 'none');
    const committeeId = known?.committeeId ?? newPlanIn(chosen);
    if (committeeId === undefined) return again('plan-choice');
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const planName = known?.name ?? oneLine(name);
    if (planName === '' || planName.length > MAX_PLAN_NAME) return again('plan-name');
    const result = await change(deps.imports.collection, importId, (one) =>
      choosePlan(one, { committeeId, planName }, person.id),
    );
    return result.ok ? show({ view: 'plan-preview', importId }) : refused(importId, result.refusal);
  },

  'plan.difference': async (_deps, _turn, { importId, page }) =>
    show({ view: 'plan-difference', importId, ...(page !== undefined && { page }) }),

  'plan.use': async (deps, { person, receivedAt }, { importId, revision }) => {
    const own = await ownImport(deps, person.id, importId);
    if ('refused' in own) return notice(own.refused);
    const { planImport, committee } = own;
    if (committee === undefined) return show({ view: 'plan-preview', importId, problem: 'plan-no-committee' });
    const { into } = await previewedOf(deps, planImport, committee);
    if (into === undefined) return notice('not-found');
    const { plan, difference } = into;
    const begun = await change(deps.imports.collection, importId, (one) =>
      useImport(one, revision, { planId: plan.id, difference }, person.id),
    );
    if (!begun.ok) return refused(importId, begun.refusal);
    const stored = await storePlan(deps, {
      committee,
      name: begun.value.planName,
      columns: begun.value.columns,
      rows: wantedRows(begun.value),
      by: person.id,
      file: { name: begun.value.fileName, sha256: begun.value.sha256 },
      key: importId,
      now: receivedAt,
      realNow: deps.realNow(),
    });
    if (stored === 'import-under-way') {
      await change(deps.imports.collection, importId, waitAgain);
      return show({ view: 'plan-preview', importId, problem: stored });
    }
    await change(deps.imports.collection, importId, endUse);
    return show({ view: 'plan-done', importId });
  },

  'plan.drop': async (deps, { person }, { importId }) => {
    const dropped = await change(deps.imports.collection, importId, (one) => dropImport(one, person.id));
    return dropped.ok ? notice('plan-dropped') : refused(importId, dropped.refusal);
  },

  'plan.done': async (_deps, _turn, { importId, page }) =>
    show({ view: 'plan-done', importId, ...(page !== undefined && { page }) }),

  'plan.take-out': async (deps, { person, receivedAt }, { importId }) => {
    const own = await ownImport(deps, person.id, importId);
    if ('refused' in own) return notice(own.refused);
    const { state, difference, planId } = own.planImport;
    if (state !== 'used') return show({ view: 'plan-preview', importId });
    let isAny = false;
    for (const tiltakId of goneIn(difference)) {
      const out = await change(deps.tiltak.collection, tiltakId, (tiltak) =>
        // only of this plan, and as the card has listed them
        tiltak.planId === planId ? closeTiltak(tiltak, person.id, receivedAt) : done(tiltak),
      );
      isAny ||= out.ok;
    }
    // what the committee has still to decide of stays
    return show({ view: 'plan-done', importId, problem: isAny ? 'plan-taken-out' : 'tiltak-proposed' });
  },
} satisfies Partial<Handlers>;

/** The tiltak that were listed as not being in the file. */
export function goneIn(difference: PlanImport['difference']): readonly string[] {
  return (difference?.lines ?? []).flatMap(({ what, tiltakId }) => (what === 'gone' ? tiltakId : []));
}

function shownOf({ id: importId, state }: PlanImport): Shown {
  return show(
    state === 'used' ? { view: 'plan-done', importId, problem: 'plan-used' } : { view: 'plan-preview', importId },
  );
}

/** What is shown in place of a card that is out of date. */
export function refused(importId: string, refusal: string): Shown {
  if (refusal === 'plan-used') return show({ view: 'plan-done', importId, problem: refusal });
  if (refusal === 'import-changed' || refusal === 'plan-half' || refusal === 'row-gone')
    return show({ view: 'plan-preview', importId, problem: refusal });
  return notice(refusal);
}
