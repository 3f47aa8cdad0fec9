import type { Card } from '../../cards/elements.ts';
import { changesCard } from '../../cards/tiltak-changes.ts';
import { addCard, editCard } from '../../cards/tiltak-form.ts';
import { tiltakHomeCard, tiltakListCard } from '../../cards/tiltak-list.ts';
import { closeCard, tiltakCard } from '../../cards/tiltak-one.ts';
import { type PlanGlance, planCard } from '../../cards/tiltak-plan.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { changedSince } from '../../store/tiltak/rules-changes.ts';
import { areasOf, countPlan } from '../../store/tiltak/rules-report.ts';
import { aPlan, aPlanned, IMPORTED, said } from './plans.ts';
import { aCommittee, NOW } from './records.ts';

const today = '2026-03-02';
const committee = aCommittee();
const plan = aPlan();
const planned = { committee, plan };
const nameOf = (id: string) => ({ kari: 'Kari Nes', siv: 'Siv Lie', lise: 'Lise Dal' })[id] ?? id;
const place = { focusArea: 'Helhetlige pasientforløp', goal: 'Gode overganger fra barn til voksen' };
const kari = { owner: 'FSU BU', contactIds: ['kari'], ownerKeys: ['person:kari'] };
const later = new Date('2026-02-24T12:00:00Z');

const tiltak: readonly Tiltak[] = [
  aPlanned(0, {
    ...kari,
    place,
    text: 'Utarbeide en felles plan for bedre overganger fra barn til voksen',
    due: 'innen utgangen av 2025',
    dueOn: '2025-12-31',
    statuses: [said({ class: 'delayed', text: 'Noe forsinket. Utkastet er på høring i kommunene.', at: later })],
    history: [
      { at: IMPORTED, by: 'siv', what: 'imported' },
      { at: later, by: 'kari', what: 'due', was: 'våren 2025' },
      { at: NOW, by: 'siv', what: 'contacts-named' },
    ],
  }),
  aPlanned(1, {
    ...kari,
    place,
    text: 'Samarbeide om kurs på tvers av nivåene og samle koordinatorene',
    due: 'våren 2026',
    dueOn: '2026-05-31',
    statuses: [said({ at: NOW, text: 'Første kurs er holdt, og det neste er i april.' })],
  }),
  aPlanned(2, {
    place,
    text: 'Felles fagdager innen psykisk helse og rus',
    owner: 'UNN og kommunene',
    statuses: [said({ class: 'done', at: later, by: 'siv', from: 'registered', text: 'Holdt i februar.' })],
  }),
  aPlanned(3, {
    text: 'Kartlegge hvilke stillinger som står ledige',
    statuses: [
      said({ class: undefined, text: 'Se punktet over.', from: 'plan', by: 'siv', at: new Date('2026-01-12') }),
    ],
  }),
  aPlanned(4, { text: 'Hospitering mellom sykehus og kommune', owner: 'FSU REST' }),
  aPlanned(5, {
    text: 'Felles introduksjon for nyansatte',
    statuses: [said({ class: 'delete-proposed', text: 'Overflødig punkt.', at: later })],
    proposal: { kind: 'delete', at: later, by: 'kari' },
  }),
  aPlanned(6, { text: 'Rekrutteringskampanje', statuses: [said({ class: 'not-followed-up', text: '', at: later })] }),
];
const asked = { today, hasContact: ({ contactIds = [] }: Tiltak) => contactIds.length > 0 };
const glance = (changes: Partial<PlanGlance> = {}, all = tiltak): PlanGlance => ({
  ...planned,
  count: countPlan(all, asked),
  proposed: 1,
  areas: areasOf(all),
  runs: true,
  ...changes,
});
const [first = aPlanned(0), second = aPlanned(1), third = aPlanned(2)] = tiltak;
const closed: Tiltak = {
  ...third,
  state: 'closed',
  history: [...third.history, { at: NOW, by: 'siv', what: 'closed' }],
};
const loose: Tiltak = { ...second, source: { sakId: 'a', number: '25/23', point: 3 } };
const may = { run: true, answer: false, readPlan: true };
const one = { ...planned, asked: ['Kari Nes'], nameOf, may, isOverdue: false };
const since = new Date('2026-02-10T11:00:00Z');
const changes = changedSince([...tiltak, closed], since);
const home = { today, mine: [first, second, third], plans: [] };
const other = glance({ plan: { id: 'plan-2', name: 'Rekruttering og stabilisering' }, runs: false });
const filled = { typed: {}, problems: [] };

/** Tiltak and plans, in each of their shapes. */
export const tiltakGallery: Readonly<Record<string, Card>> = {
  'a plan at a glance': planCard(glance()),
  'a plan at a glance for a member': planCard(glance({ runs: false, proposed: 0 })),
  'a plan without tiltak': planCard(glance({ proposed: 0, problem: 'tiltak-added' }, [])),
  'what a committee has decided': planCard(glance({ plan: undefined, proposed: 0 }, [loose, closed])),
  'somebody’s tiltak': tiltakHomeCard(home),
  'somebody’s tiltak and their plan': tiltakHomeCard({ ...home, plans: [glance()] }),
  'the choice of a plan': tiltakHomeCard({ ...home, mine: [], plans: [glance(), other] }),
  'no tiltak': tiltakHomeCard({ ...home, mine: [] }),
  'the tiltak of a plan': tiltakListCard({ ...planned, tiltak, filter: 'all', today }),
  'the tiltak of one area, none of them': tiltakListCard({
    ...planned,
    tiltak: [],
    filter: 'overdue',
    area: { name: 'Rekruttering', n: 1 },
    today,
  }),
  'one tiltak': tiltakCard({ ...one, tiltak: first, isOverdue: true, problem: 'tiltak-kept' }),
  'one tiltak as its owner sees it': tiltakCard({ ...one, tiltak: loose, may: { ...may, run: false, answer: true } }),
  'one tiltak that was taken out': tiltakCard({ ...one, tiltak: closed, asked: [] }),
  'the question whether a tiltak is taken out': closeCard({ ...planned, tiltak: first }),
  'the same of one that the committee decides': closeCard({ ...planned, tiltak: tiltak[5] ?? first }),
  'the form to change a tiltak': editCard(
    { ...planned, tiltak: first, contacts: [{ id: 'kari', name: 'Kari Nes' }] },
    filled,
  ),
  'the form for a new tiltak': addCard({ ...planned, newId: 'new' }, { typed: {}, problems: ['tiltak-text'] }),
  'what is new in a plan': changesCard({ ...planned, since, changes, nameOf }),
  'nothing new in a plan': changesCard({ ...planned, since: undefined, changes: [], nameOf }),
};
