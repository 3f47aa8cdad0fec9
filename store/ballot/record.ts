import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id, instant } from '../fields.ts';

export const BALLOT_VERSION = 1;

export const voteSchema = z.enum(['for', 'against', 'abstain']);
export type Vote = z.infer<typeof voteSchema>;

const voterSchema = z.object({
  seatId: id,
  seatName: z.string().max(200),
  holderId: id,
  holderName: z.string().max(200),
  actsFor: z.string().max(200).optional(),
  // who had the seat before in this voting: a vote of theirs stands until the new holder changes it
  earlierHolderIds: z.array(id).max(100).optional(),
  // that this seat has voted; what it voted stands below, and in a secret ballot nowhere
  votedAt: instant.optional(),
});
export type Voter = z.infer<typeof voterSchema>;

export const ballotSchema = z.object({
  ...storedFields,
  committeeId: id,
  meetingId: id,
  sakId: id,
  question: z.string().min(1).max(4000),
  secret: z.boolean(),
  status: z.enum(['open', 'closed']),
  openedBy: id,
  openedAt: instant,
  closedAt: instant.optional(),
  // the entitled seats; those that are inhabil stand apart and are not counted
  voters: z.array(voterSchema).min(1).max(300),
  recused: z.array(z.object({ seatId: id, seatName: z.string().max(200) })).max(300),
  // entitled seats whose vara the bot does not know: they cannot vote here, and it is said
  unknown: z
    .array(z.object({ seatId: id, seatName: z.string().max(200) }))
    .max(300)
    .optional(),
  // the version of the meeting by which the seats were last given to those who act for them
  heldBy: z.int().nonnegative().optional(),
  // whom the card did not reach
  unreached: z.array(id).max(300).optional(),
  // an open ballot only: who voted what
  votes: z.array(z.object({ seatId: id, vote: voteSchema, at: instant, by: id.optional() })).max(300),
  // a secret ballot only: how many voted what
  counted: z.object({ for: z.int().nonnegative(), against: z.int().nonnegative(), abstain: z.int().nonnegative() }),
  emitted: z.int().nonnegative(),
});

/** One voting over one sak in a meeting, per seat. */
export type Ballot = z.infer<typeof ballotSchema>;

/** A voting in which nobody has voted. */
export function newBallot(
  fields: Pick<
    Ballot,
    | 'id'
    | 'tenantId'
    | 'committeeId'
    | 'meetingId'
    | 'sakId'
    | 'question'
    | 'secret'
    | 'openedBy'
    | 'openedAt'
    | 'voters'
    | 'recused'
  > &
    Partial<Pick<Ballot, 'unknown'>>,
): Ballot {
  return {
    ...newlyStored(fields, BALLOT_VERSION),
    ...fields,
    status: 'open',
    votes: [],
    counted: { for: 0, against: 0, abstain: 0 },
    emitted: 0,
  };
}
