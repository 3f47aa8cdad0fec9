import type { Committee } from '../committee/record.ts';
import { emit, type NewEffect, note } from '../effect.ts';
import type { Meeting } from '../meeting/record.ts';
import { actorIn, recusedIn } from '../meeting/rules-acting.ts';
import { type MinutesRefusal, minutesRefusal, presentSeatIds } from '../meeting/rules-attendance.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Sak } from '../sak/record.ts';
import { type Ballot, newBallot, type Voter } from './record.ts';

export type OpenBallotRefusal =
  | MinutesRefusal
  | 'sak-not-on-agenda'
  | 'question-missing'
  | 'question-too-long'
  | 'secret-only-closed'
  | 'nobody-votes';

/** The n-th voting over a sak in a meeting: whoever opens it twice opens it once. */
export const ballotIdFor = (meetingId: string, sakId: string, number: number) =>
  `ballot_${meetingId}_${sakId}_${number}`;

export type Opening = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly sak: Sak;
  readonly number: number;
  readonly question: string;
  readonly secret: boolean;
  readonly openedBy: string;
  readonly nameOf: (personId: string) => string;
};

/** Opens a voting: every entitled seat that is not inhabil gets a card, a vara the one of the seat it acts for. */
export function openBallot(opening: Opening, clocks: Clocks): Result<Ballot, OpenBallotRefusal> {
  const { meeting, committee, sak, number, secret, openedBy } = opening;
  const { now, realNow } = clocks;
  const question = opening.question.trim();
  const refusal = minutesRefusal(meeting, committee, { personId: openedBy, now });
  if (refusal) return refuse(refusal);
  if (!meeting.items.some(({ sakId }) => sakId === sak.id)) return refuse('sak-not-on-agenda');
  if (question === '') return refuse('question-missing');
  if (question.length > MAX_QUESTION) return refuse('question-too-long');
  // what is voted in secret is dealt with behind closed doors
  if (secret && sak.closed !== true) return refuse('secret-only-closed');
  const { voters, recused, unknown } = entitledTo(opening, now);
  if (voters.length === 0) return refuse('nobody-votes');
  const ballot = newBallot({
    id: ballotIdFor(meeting.id, sak.id, number),
    tenantId: committee.tenantId,
    committeeId: committee.id,
    meetingId: meeting.id,
    sakId: sak.id,
    question,
    secret,
    openedBy,
    openedAt: now,
    voters,
    recused,
    ...(unknown.length > 0 && { unknown }),
  });
  const cards = [...new Set(voters.map(({ holderId }) => holderId))].map(
    (personId): NewEffect => ({
      kind: 'personal-card',
      key: `ballot-card:${personId}`,
      personId,
      view: { view: 'ballot', ballotId: ballot.id },
    }),
  );
  return done(note(emit(ballot, { realNow }, ...cards), { at: now, by: openedBy, what: 'opened' }));
}

/** A longer one would not fit the card of somebody who votes. */
export const MAX_QUESTION = 3000;

type Named = { readonly seatId: string; readonly seatName: string };

/**
 * The voting seats that were present, or all of them while nobody has registered who was; each in whoever acts for it in
 * this sak now. A vara who is a name and nobody the bot knows cannot vote here.
 */
export function entitledTo(
  { meeting, committee, sak, nameOf }: Pick<Opening, 'meeting' | 'committee' | 'sak' | 'nameOf'>,
  now: Date,
) {
  const present = presentSeatIds(meeting);
  const inhabil = recusedIn(meeting, committee.seats, sak, now);
  const voters: Voter[] = [];
  const recused: Named[] = [];
  const unknown: Named[] = [];
  for (const seat of committee.seats) {
    if (!seat.voting || (present !== undefined && !present.includes(seat.id))) continue;
    const named = { seatId: seat.id, seatName: seat.name };
    const actor = actorIn(meeting, seat, { sakId: sak.id, at: now }, nameOf);
    if (inhabil.includes(seat.id)) recused.push(named);
    else if (actor === 'unknown') unknown.push(named);
    else if (typeof actor !== 'string') voters.push({ ...named, ...actor });
  }
  return { voters, recused, unknown };
}
