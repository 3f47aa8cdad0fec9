import type { Committee, Seat } from '../committee/record.ts';
import { contactTimeOn, dayOf, nextContactTime, workingDaysBefore } from '../time.ts';
import type { Meeting } from './record.ts';
import { coveredBy, standing } from './rules-holder.ts';

/** From this many working days before a meeting, those who come must be enough; before that, those who still may. */
const NEAR_DAYS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What is known of a seat at a meeting: its member comes, to all of it or a part; a vara has said yes, or is asked; nobody
 * comes; nothing was said; or nobody has the seat. Whoever is inhabil in a sak comes all the same.
 */
export const seatStates = ['comes', 'covered', 'partly', 'called', 'silent', 'away', 'vacant'] as const;
export type SeatState = (typeof seatStates)[number];

/** Seats by what is known of them. */
export type SeatCount = Readonly<Record<SeatState, number>> & { readonly seats: number };

export type Forecast = {
  /** Those that somebody represents, each once, in the order of the seats. */
  readonly parts: readonly (SeatCount & { readonly part: Seat['represents'] })[];
  /** The seats that decide whether a meeting can be held: those with a vote, or all where none has one. */
  readonly deciding: SeatCount & { readonly areVoting: boolean };
  /** Of them: those that somebody comes for, and those that somebody may still come for. */
  readonly sure: number;
  readonly possible: number;
  /** How many are needed, and whether the committee has said so itself. */
  readonly needed: number;
  readonly isOwnQuorum: boolean;
  /** Why it is at risk: so many cannot come, or so few have said near the meeting that they do. */
  readonly risk?: 'forfall' | 'few' | undefined;
};

export type Forecasting = Pick<Committee, 'seats' | 'settings'>;

/**
 * Who comes to a meeting, as far as it is known, and whether it is in danger of being cancelled: when the seats that can
 * still be covered are fewer than the committee's quorum, and near the meeting when those that are covered are. No source
 * states a quorum (domain a6): where the committee has set none, half of its filled seats is the bot's own measure, and
 * the card says so.
 */
export function forecastOf(meeting: Meeting, { seats, settings }: Forecasting, now: Date): Forecast {
  const known = seats.map((seat) => ({ seat, state: stateOf(meeting, seat) }));
  const voting = known.filter(({ seat }) => seat.voting);
  const deciding = countOf((voting.length > 0 ? voting : known).map(({ state }) => state));
  const sure = deciding.comes + deciding.covered + deciding.partly;
  const possible = sure + deciding.called + deciding.silent;
  const { quorum } = settings;
  const needed = quorum ?? Math.ceil((deciding.seats - deciding.vacant) / 2);
  const near = nearFrom(meeting);
  const isFew = near !== undefined && near <= now && sure < needed;
  const risk = possible < needed ? 'forfall' : isFew ? 'few' : undefined;
  const parts = [...new Set(seats.map(({ represents }) => represents))].map((part) => ({
    part,
    ...countOf(known.flatMap(({ seat, state }) => (seat.represents === part ? [state] : []))),
  }));
  return {
    parts,
    deciding: { ...deciding, areVoting: voting.length > 0 },
    sure,
    possible,
    needed,
    isOwnQuorum: quorum !== undefined,
    risk,
  };
}

/** Whether anything is known at all: somebody was asked, or has said something unasked. */
export function isKnown({ parts }: Forecast, { sent }: Pick<Meeting, 'sent'>): boolean {
  return sent !== undefined || parts.some(({ seats, silent, vacant }) => silent + vacant < seats);
}

/** What is known of one seat. */
export function stateOf(meeting: Meeting, { id, memberId }: Seat): SeatState {
  const own = standing(meeting).filter(({ seatId, scope }) => seatId === id && scope.what !== 'sak');
  const whole = own.find(({ scope }) => scope.what === 'whole');
  if (whole && coveredBy(whole)) return 'covered';
  if (whole?.calls.some(({ state }) => state === 'asked')) return 'called';
  if (memberId === undefined) return 'vacant';
  if (whole) return 'away';
  if (own.length > 0) return own.every(coveredBy) ? 'covered' : 'partly';
  const said = meeting.answers.find(({ seatId }) => seatId === id);
  if (said === undefined) return 'silent';
  return said.comes ? 'comes' : 'away';
}

function countOf(states: readonly SeatState[]): SeatCount {
  const counted = Object.fromEntries(
    seatStates.map((state) => [state, states.filter((one) => one === state).length]),
  ) as Record<SeatState, number>;
  return { ...counted, seats: states.length };
}

/**
 * From when silence counts against a meeting: 08 on the third working day before it, and not before those who were called
 * to it have had a day to answer. None while nobody is called.
 */
export function nearFrom({
  startsAt,
  sent,
  history,
}: Pick<Meeting, 'startsAt' | 'sent' | 'history'>): Date | undefined {
  if (sent === undefined) return undefined;
  const calledAt = history.find(({ what }) => what === 'agenda-sent')?.at ?? sent.at;
  const near = contactTimeOn(workingDaysBefore(dayOf(startsAt), NEAR_DAYS));
  const asked = nextContactTime(new Date(calledAt.getTime() + DAY_MS));
  return near < asked ? asked : near;
}
