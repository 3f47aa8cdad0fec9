import type { Card } from '../../cards/elements.ts';
import { fileReceivedCard } from '../../cards/file.ts';
import { planAskCard, planContactCard, planDateCard } from '../../cards/plan-ask.ts';
import { planDifferenceCard, planDoneCard } from '../../cards/plan-done.ts';
import { planChooseCard, planColumnsCard, planRowCard, planSplitCard } from '../../cards/plan-forms.ts';
import { planPreviewCard } from '../../cards/plan-preview.ts';
import { planUnreadCard } from '../../cards/plan-unread.ts';
import type { Question } from '../../store/plan/rules-questions.ts';
import { aTiltak } from './minutes-room.ts';
import { anImport, COLUMNS, DIFFERENCE, SHOWN } from './plan-cards.ts';
import { aPlan, aRow } from './plans.ts';
import { aCommittee, aFile, aSetup } from './records.ts';

const committee = aCommittee();
const plan = aPlan();
const filled = { typed: {}, problems: [] };
const into = {
  committee,
  plan,
  isNew: true,
  difference: { ...DIFFERENCE, added: 3, changed: 0, gone: 0, unchanged: 0 },
};
const tiltak = aTiltak({ id: 'tiltak-1', planId: plan.id, owner: 'UNN og kommunene', due: '12. april' });
const unowned = ['Starte opp digitalt utvalg', 'Rekruttere fastleger'].map((text, n) =>
  aTiltak({ id: `t-${n}`, text }),
);
const questions: readonly Question[] = [
  {
    what: 'owner',
    written: 'UNN og kommunene',
    read: { kind: 'unknown', suggestions: [] },
    tiltak: [tiltak],
    isPutOff: false,
  },
  { what: 'owner', written: 'Felles', read: { kind: 'unknown', suggestions: [] }, tiltak: [tiltak], isPutOff: true },
  { what: 'area', focusArea: 'Rekruttering', tiltak: unowned },
  { what: 'area', focusArea: '', tiltak: unowned },
  { what: 'date', written: '12. april', tiltak: [tiltak] },
];
const proposed = [
  { personId: 'lise', name: 'Lise Moe', why: 'leder i SSU' },
  { personId: 'kari', name: 'Kari Nes' },
];
const contact = { tiltak, count: 3, proposed, named: ['lise'], ...filled };

/** Every kind of card about a plan that is read from a file. */
export const planGallery: Readonly<Record<string, Card>> = {
  'a file that is a handlingsplan': fileReceivedCard(aFile({ name: 'Plan.csv', planRows: 31 }), {
    committees: [committee],
    drafts: [],
    running: [],
    saker: [],
    setups: [],
  }),
  'a file that is a list of members': fileReceivedCard(
    aFile({
      name: 'Medlemmer.xlsx',
      memberList: { rows: 24, columns: ['Navn', 'E-post', 'Rolle'], unused: ['Telefon'] },
    }),
    { committees: [committee], drafts: [], running: [], saker: [], setups: [aSetup()] },
  ),
  'a file whose table is no handlingsplan': fileReceivedCard(aFile({ name: 'Tall.xlsx' }), {
    committees: [committee],
    drafts: [],
    running: [],
    saker: [],
    setups: [],
    unread: [{ problem: 'cell-too-long', line: 12, heading: 'Når', most: 200 }],
  }),
  'a file that is nothing else either': planUnreadCard('Medlemmer.csv', [{ problem: 'no-columns' }]),
  'a plan as it was read': planPreviewCard(anImport(), { rows: SHOWN, into, page: 0 }),
  'a plan that was there': planPreviewCard(anImport(), {
    rows: SHOWN,
    into: { ...into, isNew: false, difference: DIFFERENCE },
    page: 0,
    problem: 'row-mended',
  }),
  'a plan whose committee is not chosen': planPreviewCard(anImport(), { rows: SHOWN, page: 0 }),
  'a row to mend': planRowCard(anImport(), {
    at: 2,
    row: aRow('Holde kurs | Holde fagdag', { part: 2, owner: 'SEKR', due: '2026', dueOn: '2026-12-31' }),
    ...filled,
  }),
  'a row that could not be used': planRowCard(anImport(), {
    at: 0,
    row: aRow('Lage plan'),
    typed: { due: '31.02.26' },
    problems: ['row-text', 'row-day'],
  }),
  'a row to divide': planSplitCard(anImport(), { at: 1, row: aRow('Holde kurs | Holde fagdag'), ...filled }),
  'columns to set by hand': planColumnsCard(anImport(), { columns: COLUMNS, page: 0 }),
  'columns of which none is a tiltak': planColumnsCard(anImport(), {
    columns: [...COLUMNS, ...COLUMNS, ...COLUMNS],
    page: 1,
    unread: [{ problem: 'no-columns' }],
  }),
  'the choice of a plan': planChooseCard(anImport(), { committees: [{ committee, plans: [plan] }], ...filled }),
  'the difference before it is stored': planDifferenceCard(anImport(), DIFFERENCE, 0),
  'what became of a plan': planDoneCard(anImport({ state: 'used', planId: plan.id, difference: DIFFERENCE }), {
    gone: 1,
    unowned: 12,
    dates: 2,
    page: 0,
  }),
  'a plan that leaves nothing open': planDoneCard(
    anImport({ state: 'used', planId: plan.id, difference: DIFFERENCE }),
    {
      gone: 0,
      unowned: 0,
      dates: 0,
      page: 0,
      problem: 'plan-taken-out',
    },
  ),
  'what a plan leaves open': planAskCard(plan, { questions, page: 0 }),
  'a plan about which nothing is asked': planAskCard(plan, { questions: [], page: 0, problem: 'contacts-saved' }),
  'whom to ask about an owner': planContactCard(plan, { ...contact, scope: 'owner' }),
  'whom to ask about a focus area': planContactCard(plan, { ...contact, scope: 'area', problems: ['contact-missing'] }),
  'whom to ask about one tiltak': planContactCard(plan, { ...contact, scope: 'tiltak', count: 1 }),
  'what a date means': planDateCard(plan, { tiltak, count: 1, ...filled }),
  'the same without one': planDateCard(plan, { tiltak, count: 4, typed: { on: 'x' }, problems: ['date-missing'] }),
};
