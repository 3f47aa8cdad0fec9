import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { BALLOT_VERSION, type Ballot, ballotSchema } from './record.ts';

export const ballotDefinition: Definition<Ballot> = {
  name: 'ballots',
  schema: ballotSchema,
  schemaVersion: BALLOT_VERSION,
  upcast: {},
  indexes: [{ fields: ['meetingId'] }, ...outboxIndexes],
};

/** The questions the bot asks about votings. */
export const ballotRepository = (collection: Collection<Ballot>) => ({
  collection,
  /** The votings of a meeting, in no order. */
  of: async (meetingId: string) => (await collection.find({ meetingId }, { limit: 200 })).records,
});
