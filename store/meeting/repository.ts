import { duePage, outboxIndexes } from '../due.ts';
import { startingAt } from '../engine/cursor.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { MEETING_VERSION, type Meeting, meetingSchema } from './record.ts';
import { fromVersion1 } from './rules-follow-up-due.ts';

export const meetingDefinition: Definition<Meeting> = {
  name: 'meetings',
  schema: meetingSchema,
  schemaVersion: MEETING_VERSION,
  upcast: { 1: fromVersion1 },
  indexes: [
    { fields: ['comingIn', 'startsAt'], sorted: 'date' },
    { fields: ['heldIn', 'startsAt'], sorted: 'date' },
    { fields: ['committeeId', 'startsAt'], sorted: 'date' },
    { fields: ['callDueAt'], sorted: 'date' },
    { fields: ['riskDueAt'], sorted: 'date' },
    { fields: ['followUpDueAt'], sorted: 'date' },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about meetings. */
export const meetingRepository = (collection: Collection<Meeting>) => ({
  collection,
  /** Meetings in which somebody who was called in has not answered by this time, the one that waited longest first. */
  dueToCall: (by: Date) => duePage(collection, 'callDueAt', by, 50),
  /** Meetings of which it is to be weighed by this time whether enough people come. */
  dueToWeigh: (by: Date) => duePage(collection, 'riskDueAt', by, 50),
  /** Meetings before which it is to be asked by this time how it goes with the committee's tiltak. */
  dueToFollowUp: (by: Date) => duePage(collection, 'followUpDueAt', by, 50),
  /** Meetings of these committees that were neither held nor cancelled, the first one first. */
  coming: async (committeeIds: readonly string[]) =>
    (await collection.find({ comingIn: { in: committeeIds } }, { sort: 'startsAt', limit: 100 })).records,
  /** Those among them that begin before a time has passed. */
  comingBefore: async (committeeIds: readonly string[], until: Date) => {
    const where = { comingIn: { in: committeeIds }, startsAt: { atMost: until } };
    return (await collection.find(where, { sort: 'startsAt', limit: 500 })).records;
  },
  /** A committee's meetings that begin in this time, whatever became of them; at most 500. */
  between: async (committeeId: string, from: Date, until: Date) => {
    const where = { committeeId, startsAt: { atMost: until } };
    return (await collection.find(where, { sort: 'startsAt', after: startingAt(from), limit: 500 })).records;
  },
  /** A committee's meetings from a time on, whatever became of them, the first one first, fifty at a time. */
  from: (committeeId: string, time: Date, after = startingAt(time)) =>
    collection.find({ committeeId }, { sort: 'startsAt', after, limit: 50 }),
  /** Those until a time, the last one first. */
  until: (committeeId: string, time: Date, after?: string) =>
    collection.find(
      { committeeId, startsAt: { atMost: time } },
      { sort: 'startsAt', isReversed: true, limit: 50, ...(after !== undefined && { after }) },
    ),
  /** The first meetings of these committees from a time on that were neither held nor cancelled. */
  nextIn: async (committeeIds: readonly string[], time: Date) => {
    const options = { sort: 'startsAt', after: startingAt(time), limit: 20 } as const;
    return (await collection.find({ comingIn: { in: committeeIds } }, options)).records;
  },
  /** The first one that a committee ever planned. */
  firstOf: async (committeeId: string) =>
    (await collection.find({ committeeId }, { sort: 'startsAt', limit: 1 })).records,
  /** Meetings of these committees that were held at this time or later, the first one first; at most 500. */
  heldSince: async (committeeIds: readonly string[], time: Date) => {
    const options = { sort: 'startsAt', after: startingAt(time), limit: 500 } as const;
    return (await collection.find({ heldIn: { in: committeeIds } }, options)).records;
  },
});
