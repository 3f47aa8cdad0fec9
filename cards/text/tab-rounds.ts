import type { SeatLine } from '../../store/round/receipt.ts';
import type { RoundStatus } from '../../store/round/record.ts';
import { longTime, shortTime } from './format.ts';
import type { Look } from './tab.ts';

/** How the state of a round looks beside its words. */
export const roundLook: Readonly<Record<RoundStatus, Look>> = {
  open: 'info',
  approved: 'good',
  undecided: 'warning',
  withdrawn: 'neutral',
  replaced: 'neutral',
  collected: 'neutral',
};

/** The same of what became of a seat. */
export const outcomeLook: Readonly<Record<SeatLine['outcome'], Look>> = {
  yes: 'good',
  against: 'bad',
  abstained: 'neutral',
  heard: 'good',
  objection: 'warning',
  silent: 'neutral',
  absent: 'neutral',
  'not-reached': 'bad',
};

/** What the tab says of rounds. */
export const tabRoundText = {
  due: (deadline: Date) => `Svarfrist ${longTime(deadline)}`,
  ended: (at: Date) => `Avsluttet ${shortTime(at)}`,
  notYet: 'Du har ikke svart ennå.',
  silent: 'Ikke svart',
  moved: 'En annen svarer',
  before: (number: number) => `Runde nr. ${number}`,
  after: (number: number) => `Ny runde: nr. ${number}`,
  sak: 'Saken det gjelder',
  committee: 'Utvalg',
  meetingOn: 'Møtedato',
  rule: 'Regel',
  summary: 'Sammendrag',
} as const;
