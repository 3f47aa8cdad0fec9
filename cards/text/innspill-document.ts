import type { Asked, Comment, Round } from '../../store/round/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { count, longTime } from './format.ts';
import { holderText } from './round.ts';

/** «Kari Vik (Sandøy kommune), punkt 3» */
export function commentLine(seat: Asked, { sak }: Comment): string {
  return sak === undefined ? holderText(seat) : `${holderText(seat)}: ${sak}`;
}

const names = (seats: readonly Asked[]) => (seats.length === 0 ? 'ingen' : seats.map(holderText).join('; '));

/** The document that the innspill of a round are collected in. */
export const innspillDocText = {
  title: (name: string) => `Innspill: ${name}`,
  facts: (round: Round): readonly string[] => [
    `Utvalg: ${round.committeeName}`,
    `Frist: ${longTime(round.deadline)}`,
    `Spurt: ${count(round.seats.length, 'plass', 'plasser')}`,
  ],
  othersHeading: 'Uten innspill',
  others: (round: Round): readonly string[] => {
    const { heard, comments } = tally(round);
    const wrote = new Set(comments.map(({ seat }) => seat.seatId));
    const answered = new Set(heard.map(({ seatId }) => seatId));
    return [
      `Har svart at de ikke har innspill: ${names(heard.filter(({ seatId }) => !wrote.has(seatId)))}.`,
      `Har ikke svart: ${names(round.seats.filter(({ seatId }) => !answered.has(seatId)))}.`,
    ];
  },
} as const;
