import type { Card } from '../../cards/elements.ts';
import { changesCard } from '../../cards/tiltak-changes.ts';
import { editCard } from '../../cards/tiltak-form.ts';
import { tiltakHomeCard, tiltakListCard } from '../../cards/tiltak-list.ts';
import { closeCard, tiltakCard } from '../../cards/tiltak-one.ts';
import { planCard } from '../../cards/tiltak-plan.ts';
import { MAX_CONTACTS, MAX_DUE, MAX_OWNER, MAX_STATUS, MAX_TILTAK, type Tiltak } from '../../store/tiltak/record.ts';
import { changedSince } from '../../store/tiltak/rules-changes.ts';
import { areasOf, countPlan } from '../../store/tiltak/rules-report.ts';
import { aPlan, aPlanned, said } from './plans.ts';
import { aCommittee, NOW } from './records.ts';

const TILTAK = 300;
const AREAS = 60;

/** The cards about tiltak at the largest content that is accepted for them. */
export function largestTiltakCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const name = fill(200).trim() || 'x';
  const committee = aCommittee({ name, shortName: fill(40) });
  const planned = { committee, plan: aPlan({ name }) };
  const status = said({ class: 'by-others', text: fill(MAX_STATUS), byOthers: fill(MAX_OWNER), from: 'registered' });
  const tiltak = Array.from(
    { length: TILTAK },
    (_, n): Tiltak =>
      aPlanned(n, {
        text: `${n} ${fill(MAX_TILTAK)}`.slice(0, MAX_TILTAK),
        owner: fill(MAX_OWNER),
        due: fill(MAX_DUE),
        dueOn: '2025-12-31',
        place: {
          focusArea: `${n % AREAS} ${fill(2000)}`.slice(0, 2000),
          goal: `${n} ${fill(2000)}`.slice(0, 2000),
          how: fill(4000),
          point: fill(40),
        },
        statuses: Array.from({ length: 20 }, () => status),
        history: Array.from({ length: 20 }, () => ({ at: NOW, by: 'siv', what: 'text', was: fill(4000) })),
        proposal: { kind: 'clarify', at: NOW, by: 'kari' },
      }),
  );
  const glance = {
    ...planned,
    count: countPlan(tiltak, { today: '2026-03-02', hasContact: () => false }),
    proposed: TILTAK,
    areas: areasOf(tiltak),
    runs: true,
    problem: 'tiltak-added',
  };
  const [first = aPlanned(0)] = tiltak;
  const may = { run: true, answer: true, readPlan: true };
  const nameOf = () => name;
  const asked = Array.from({ length: MAX_CONTACTS }, () => name);
  const one = { ...planned, tiltak: first, asked, nameOf, may, isOverdue: true };
  const contacts = asked.map((name, n) => ({ id: `${n}`, name: `${n} ${name}` }));
  const changes = changedSince(tiltak, new Date(0));
  const since = NOW;
  const list = { ...planned, tiltak, filter: 'all', today: '2026-03-02' } as const;
  return {
    'a plan of 300 tiltak': planCard(glance),
    'the tiltak of a plan': tiltakListCard(list),
    'the tiltak of a plan, a page in the middle': tiltakListCard({ ...list, page: 9 }),
    'the tiltak of a plan, of one area': tiltakListCard({ ...list, area: { name: fill(2000), n: 1 } }),
    'somebody’s tiltak and their plan': tiltakHomeCard({ mine: tiltak, today: '2026-03-02', plans: [glance], page: 3 }),
    'somebody’s tiltak and many plans': tiltakHomeCard({
      mine: tiltak,
      today: '2026-03-02',
      plans: Array.from({ length: 60 }, () => glance),
    }),
    'one tiltak': tiltakCard({ ...one, problem: 'tiltak-proposed' }),
    'one tiltak, a page in the middle': tiltakCard({ ...one, page: 3 }),
    'whether a tiltak is taken out': closeCard({ ...planned, tiltak: first }),
    'the form for a tiltak': editCard(
      { ...planned, tiltak: first, contacts },
      { typed: {}, problems: ['owner-too-long'] },
    ),
    'what is new in a plan': changesCard({ ...planned, since, changes, nameOf, page: 2 }),
  };
}
