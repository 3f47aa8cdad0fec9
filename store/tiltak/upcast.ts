import { historySchema } from '../fields.ts';
import { placeInList, tiltakSchema } from './record.ts';

/** A tiltak as the first version stored it: of a vedtak, with an owner who was picked. */
export function fromVersion1(document: Record<string, unknown>): Record<string, unknown> {
  const { ownerId, dueOn, ...rest } = document;
  const contactIds = typeof ownerId === 'string' ? [ownerId] : [];
  const askDueAt = typeof dueOn === 'string' ? `${dueOn}T23:00:00.000Z` : aQuarterAfter(rest.history);
  return {
    ...rest,
    schemaVersion: 2,
    ...(typeof dueOn === 'string' && { dueOn }),
    order: 0,
    place: {},
    ...(contactIds.length > 0 && { contactIds }),
    ownerKeys: contactIds.map((personId) => `person:${personId}`),
    state: 'open',
    openIn: rest.committeeId,
    statuses: [],
    asks: [],
    // whoever owns it is asked once its last day is over, or in a quarter
    ...(contactIds.length > 0 && askDueAt && { askDueAt }),
    emitted: 0,
  };
}

/** A tiltak as the second version stored it: nothing said where it stands in a list. */
export function fromVersion2(document: Record<string, unknown>): Record<string, unknown> {
  const read = tiltakSchema.pick({ state: true, statuses: true, dueOn: true, order: true }).safeParse(document);
  return { ...document, schemaVersion: 3, ...(read.success && { listed: placeInList(read.data) }) };
}

const QUARTER_MS = 91 * 24 * 60 * 60 * 1000;

/** A quarter after the first line of a stored history. */
function aQuarterAfter(history: unknown): string | undefined {
  const first = historySchema.array().safeParse(history).data?.[0];
  return first && new Date(first.at.getTime() + QUARTER_MS).toISOString();
}
