import type { Committee } from '../../store/committee/record.ts';
import type { Deps } from '../turn.ts';
import type { WirePage } from './wire.ts';

/** Who looks, and what they may look into. */
export type Reading = {
  readonly deps: Deps;
  /** The person's id; of somebody whom the bot never heard of, the one they would get. */
  readonly viewerId: string;
  /** Those that they belong to today. */
  readonly committees: readonly Committee[];
  readonly query: URLSearchParams;
};

/** Makes a page of the tab. `id` is what the path names. Throws `NotYoursError`. */
export type Reader = (reading: Reading, id: string) => Promise<WirePage>;

/** What is not there, and what is not for whoever asks: they are told the same. */
export class NotYoursError extends Error {
  override readonly name = 'NotYoursError';
}

/** The committee of an id, if whoever looks belongs to it. Throws `NotYoursError`. */
export function committeeOf({ committees }: Reading, id: string | undefined): Committee {
  const committee = committees.find((known) => known.id === id);
  if (committee === undefined) throw new NotYoursError();
  return committee;
}

/** Those of the chat that the page is shown in, as Teams names it there: a hint that chooses among their own, and no right. */
export function committeesHere({ committees, query }: Reading): readonly Committee[] {
  const chat = query.get('chat');
  return committees.filter(({ conversation }) => conversation && conversation.conversationId === chat);
}

/** What was found, unless it is nothing. Throws `NotYoursError`. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new NotYoursError();
  return thing;
}
