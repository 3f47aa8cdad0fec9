import type { Reason } from '../../store/meeting/forfall.ts';
import {
  type CountedState,
  type MeetingCount,
  percentOf,
  type ReasonCount,
  type YearCount,
} from '../../store/meeting/rules-counts.ts';
import { count, fullDay, number, shortDay } from './format.ts';

export const countsText = {
  button: 'Tall til årsrapporten',
  title: (committee: string, year: number) => `Forfall i ${committee} ${year}`,
  download: 'Last ned CSV',
  offer: (title: string) => `${title}, til regneark`,
  empty: 'Utvalget har ingen møter dette året.',
  meetings: 'Møter',
  next: 'Vis flere møter',
  page: (page: number, pages: number) => `Del ${page + 1} av ${pages} av møtene.`,
  held: 'Møter som er holdt',
  cancelled: 'Avlyste møter',
  forfall: 'Forfall',
  covered: 'Dekket av vara',
  partly: 'Forfall fra en del av møtet',
  inhabil: 'Inhabil i en sak',
  reasons: 'Oppgitte årsaker',
  about:
    'Summene gjelder møter som er holdt. De telles etter registrert oppmøte, ellers etter meldt forfall. Forfall fra en del av møtet og inhabilitet er talt for seg.',
  reasonsAbout:
    'Årsaker vises for et år som er over, når minst tre plasser har meldt forfall og ikke alle har oppgitt det samme. En årsak som er oppgitt færre enn tre ganger, er slått sammen med «ikke oppgitt».',
} as const;

const stateText: Readonly<Record<CountedState, string>> = {
  held: 'holdt',
  cancelled: 'avlyst',
  planned: 'planlagt',
  unended: 'ikke avsluttet',
};

const reasonText: Readonly<Record<Reason | 'rest', string>> = {
  sykdom: 'sykdom',
  kollisjon: 'kolliderende møte',
  annet: 'annet',
  rest: 'øvrige og ikke oppgitt',
};

type Share = Pick<MeetingCount, 'seats' | 'forfall'>;

/** «4 av 11 plasser (36 %)» */
export function shareText(share: Share): string {
  if (share.seats === 0) return number(0);
  const percent = percentOf(share);
  const of = `${number(share.forfall)} av ${count(share.seats, 'plass', 'plasser')}`;
  return percent === undefined ? of : `${of} (${number(percent)} %)`;
}

/** «14.04.26, holdt: forfall 4 av 11 plasser (36 %), 1 dekket av vara.» */
export function meetingCountText(meeting: MeetingCount): string {
  const { startsAt, state, covered, partly, inhabil } = meeting;
  const apart = [
    `forfall ${shareText(meeting)}`,
    ...(covered > 0 ? [`${number(covered)} dekket av vara`] : []),
    ...(partly > 0 ? [`${number(partly)} fra en del av møtet`] : []),
    ...(inhabil > 0 ? [`${number(inhabil)} inhabil i en sak`] : []),
  ];
  return `${shortDay(startsAt)}, ${stateText[state]}: ${apart.join(', ')}.`;
}

/** «sykdom: 5», one for each that is shown. */
export function reasonTexts(reasons: ReasonCount): readonly (readonly [string, number])[] {
  return (['sykdom', 'kollisjon', 'annet', 'rest'] as const).flatMap((reason) => {
    const n = reasons[reason];
    return n === undefined ? [] : [[reasonText[reason], n] as const];
  });
}

const HEADS = [
  'Utvalg',
  'År',
  'Møte',
  'Status',
  'Plasser',
  'Forfall',
  'Dekket av vara',
  'Uten vara',
  'Forfall i prosent',
  'Forfall fra en del av møtet',
  'Inhabil i en sak',
  'Grunnlag',
] as const;

type Counted = Pick<MeetingCount, 'seats' | 'forfall' | 'covered' | 'partly' | 'inhabil'>;

/** The same as rows of a table, each as long as the first. */
export function countsRows(committee: string, counted: YearCount): string[][] {
  const { year, meetings, held, sum, cancelled, reasons } = counted;
  const row = (...cells: readonly (string | number)[]) =>
    HEADS.map((_head, n) => String([committee, year, ...cells][n] ?? ''));
  const numbers = ({ seats, forfall, covered, partly, inhabil }: Counted) =>
    [seats, forfall, covered, forfall - covered, percentOf({ seats, forfall }) ?? '', partly, inhabil] as const;
  return [
    [...HEADS],
    ...meetings.map((one) =>
      row(fullDay(one.startsAt), stateText[one.state], ...numbers(one), one.isRegistered ? 'oppmøte' : 'meldt forfall'),
    ),
    row('Sum for møter som er holdt', count(held, 'møte', 'møter'), ...numbers(sum)),
    row(countsText.cancelled, count(cancelled, 'møte', 'møter')),
    ...(reasons ? reasonTexts(reasons).map(([text, n]) => row(`Årsak: ${text}`, '', '', n)) : []),
  ];
}
