import { planDifferenceCard, planDoneCard } from '../../cards/plan-done.ts';
import { planChooseCard, planColumnsCard, planRowCard, planSplitCard } from '../../cards/plan-forms.ts';
import { planPreviewCard } from '../../cards/plan-preview.ts';
import { planUnreadCard } from '../../cards/plan-unread.ts';
import { planText } from '../../cards/text/plan.ts';
import { goneIn } from '../actions/plan.ts';
import { ownImport, previewedOf, shownRow } from '../plan-import.ts';
import { openQuestions } from '../plan-questions.ts';
import { post, runBy, type Shows, said } from './view.ts';

type Names =
  | 'plan-unread'
  | 'plan-preview'
  | 'plan-row-form'
  | 'plan-split-form'
  | 'plan-columns-form'
  | 'plan-choose-form'
  | 'plan-difference'
  | 'plan-done';

/** What somebody sees of the plan that they read from a file. */
export const planShows: Shows<Names> = {
  'plan-unread': async (_deps, _viewerId, { name, unread }) =>
    post(planText.unreadTitle(name), planUnreadCard(name, unread)),

  'plan-preview': async (deps, viewerId, { importId, page = 0, problem }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    const { planImport, committee } = own;
    if (planImport.state === 'dropped') return said('plan-dropped');
    if (planImport.state === 'used') return said('plan-used');
    const previewed = await previewedOf(deps, planImport, committee);
    return post(planText.title(planImport.fileName), planPreviewCard(planImport, { ...previewed, page, problem }));
  },

  'plan-row-form': async (deps, viewerId, { importId, at, part, typed = {}, problems = [] }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    const row = shownRow(own.planImport, at, part);
    if (row === undefined) return said('row-gone');
    return post(planText.rowTitle(row.line, part), planRowCard(own.planImport, { at, row, typed, problems }));
  },

  'plan-split-form': async (deps, viewerId, { importId, at, typed = {}, problems = [] }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    const row = own.planImport.rows[at];
    if (row === undefined) return said('row-gone');
    return post(planText.splitTitle(row.line), planSplitCard(own.planImport, { at, row, typed, problems }));
  },

  'plan-columns-form': async (deps, viewerId, { importId, page = 0, unread }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    const { planImport } = own;
    const shown = { columns: planImport.columns, page, ...(unread && { unread }) };
    return post(planText.columnsTitle, planColumnsCard(planImport, shown));
  },

  'plan-choose-form': async (deps, viewerId, { importId, typed = {}, problems = [] }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    const committees = await Promise.all(
      (await runBy(deps, viewerId)).map(async (committee) => ({ committee, plans: await deps.plans.of(committee.id) })),
    );
    return post(planText.chooseTitle, planChooseCard(own.planImport, { committees, typed, problems }));
  },

  'plan-difference': async (deps, viewerId, { importId, page = 0 }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    if (own.planImport.state === 'used') return said('plan-used');
    const { into } = await previewedOf(deps, own.planImport, own.committee);
    if (into === undefined) return said('plan-no-committee');
    return post(planText.differenceTitle, planDifferenceCard(own.planImport, into.difference, page));
  },

  'plan-done': async (deps, viewerId, { importId, page = 0, problem }) => {
    const own = await ownImport(deps, viewerId, importId);
    if ('refused' in own) return said(own.refused);
    const { planImport, committee } = own;
    if (planImport.state === 'storing') return said('plan-half');
    if (planImport.state !== 'used' || committee === undefined || planImport.planId === undefined)
      return said('plan-dropped');
    const open = await openQuestions(deps, committee, planImport.planId);
    if (open === undefined) return said('not-found');
    const gone = new Set(goneIn(planImport.difference));
    const shown = {
      gone: open.tiltak.filter(({ id, state }) => gone.has(id) && state === 'open').length,
      unowned: open.questions.reduce((n, one) => (one.what === 'date' ? n : n + one.tiltak.length), 0),
      dates: open.questions.filter(({ what }) => what === 'date').length,
    };
    return post(planText.doneTitle(planImport.planName), planDoneCard(planImport, { ...shown, page, problem }));
  },
};
