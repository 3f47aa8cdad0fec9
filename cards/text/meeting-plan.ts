import type { Meeting, MeetingState } from '../../store/meeting/record.ts';
import type { Clash } from '../../store/meeting/rules-clash.ts';
import { count, shortDay } from './format.ts';
import { meetingTime } from './meeting.ts';

const stateText: Readonly<Record<MeetingState, string>> = {
  planned: 'planlagt',
  called: 'innkalt',
  held: 'holdt',
  cancelled: 'avlyst',
};

/** What becomes of the saker of a meeting that is not held, by how many of them are decided on rounds instead. */
const fateText = {
  none: 'Sakene tas opp i et senere møte.',
  some: 'Sakene som er sendt på e-postrunde, avgjøres der. De andre tas opp i et senere møte.',
  all: 'Sakene avgjøres på e-postrunde.',
} as const;

export const planText = {
  title: (committee: string) => `Møteplan for ${committee}`,
  chooseTitle: 'Hvilket utvalg?',
  empty: 'Det er ingen kommende møter i planen.',
  emptyEditor: 'Det er ingen kommende møter i planen. Legg inn ett om gangen, eller lim inn hele møteplanen.',
  past: 'Tidspunktet er passert, men møtet er ikke avsluttet.',
  page: (page: number, pages: number) => `Møter, side ${page + 1} av ${pages}`,
  next: 'Vis flere møter',
  open: (meeting: Meeting) => `Åpne ${shortDay(meeting.startsAt)}`,
  add: 'Nytt møte',
  paste: 'Lim inn møter',
  coming: 'Kommende saker',
  calendarAll: 'Legg møteplanen i kalenderen',
  calendar: 'Legg i kalenderen',
  toPlan: 'Til møteplanen',
  comingTitle: 'Kommende saker',

  when: 'Tid',
  where: 'Møteform og sted',
  whereUnknown: 'Ikke oppgitt',
  state: 'Status',
  stateOf: ({ state, cancelled }: Meeting, by: string) =>
    cancelled ? `avlyst ${shortDay(cancelled.at)} av ${by}` : stateText[state],
  reason: 'Begrunnelse',
  change: 'Flytt eller endre',
  cancelMeeting: 'Avlys møtet',
  wished: (title: string) => `Ønsket hit: ${title}`,

  movedTitle: (committee: string) => `Møtet i ${committee} er flyttet`,
  changedTitle: (committee: string) => `Møtet i ${committee} er endret`,
  cancelledTitle: (committee: string) => `Møtet i ${committee} er avlyst`,
  before: 'Før',
  now: 'Nå',
  cancelledAbout: (when: string, onRound: 'all' | 'some' | 'none') => `Møtet ${when} holdes ikke. ${fateText[onRound]}`,
  byReason: (reason: string) => `Begrunnelse: ${reason}`,

  kommende: (title: string, wished: string | undefined) => (wished ? `${title} (ønsket ${wished})` : title),
  offer: (title: string, isCancelled: boolean) =>
    isCancelled ? `${title} er avlyst: kalenderfil som tar det ut av kalenderen` : `${title} til kalenderen`,
  offerAll: (title: string) => `${title} til kalenderen`,
  left: (n: number) => `${count(n, 'sak', 'saker')} til står under «Kommende saker».`,
} as const;

/** «Kolliderer med møte i FSU DIG …»; names only for those who arrange meetings. */
export function clashText({ meeting, committee, people }: Clash, names: string | undefined): string {
  const who = count(people.length, 'person er med i begge utvalgene', 'personer er med i begge utvalgene');
  const named = names ? ` (${names})` : '';
  return `Kolliderer med møte i ${committee.shortName} ${meetingTime(meeting)}: ${who}${named}.`;
}
