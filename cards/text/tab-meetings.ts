import type { MeetingState } from '../../store/meeting/record.ts';
import type { SeatState } from '../../store/meeting/rules-forecast.ts';
import { capitalized, number } from './format.ts';
import { planText } from './meeting-plan.ts';
import type { Look } from './tab.ts';

/** How the state of a meeting looks beside its words. */
export const meetingLook: Readonly<Record<MeetingState, Look>> = {
  planned: 'neutral',
  called: 'info',
  held: 'good',
  cancelled: 'bad',
};

export const tabMeetingText = {
  isOn: 'Pågår nå',
  past: planText.past,
  minutes: 'Før protokoll',
  toCall: 'Om å møte som vara',
  noAgenda: 'Sakslisten er ikke sendt ennå.',
  draftAgenda: 'Sakslisten er ikke sendt. Bare de som lager den, ser den nå.',
  comingLine: (comes: number, forfall: number, silent: number) =>
    `${number(comes)} kommer, ${number(forfall)} forfall, ${silent === 0 ? 'alle har svart' : `${number(silent)} har ikke svart`}`,
  vacant: 'Ledig',
  present: 'Til stede',
  saidComing: 'Har svart at de kommer',
  fixed: 'Fast sak',
  round: 'E-postrunden om referatet',
  wished: (title: string, day: string | undefined) => planText.kommende(title, day),
  stateOf: (meeting: Parameters<typeof planText.stateOf>[0], by: string) => capitalized(planText.stateOf(meeting, by)),
} as const;

type SeatWord = SeatState | 'present' | 'absent';

/** What is known of a seat at a meeting; afterwards, as it was registered. */
export const seatWords: Readonly<Record<SeatWord, string>> = {
  comes: 'Kommer',
  covered: 'Vara møter',
  partly: 'Kommer til deler av møtet',
  called: 'Forfall, og vara er spurt',
  silent: 'Har ikke svart',
  away: 'Forfall',
  vacant: 'Ledig',
  present: 'Til stede',
  absent: 'Ikke til stede',
};

/** How that looks beside its words. */
export const seatLook: Readonly<Record<SeatWord, Look>> = {
  comes: 'good',
  covered: 'good',
  partly: 'warning',
  called: 'warning',
  silent: 'neutral',
  away: 'bad',
  vacant: 'neutral',
  present: 'good',
  absent: 'bad',
};
