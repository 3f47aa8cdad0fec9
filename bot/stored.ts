import type { StoredCounts } from '../cards/text/conversation.ts';
import type { Committee } from '../store/committee/record.ts';
import type { Deps } from './turn.ts';

/** Counts what is kept of a committee, and reads none of it. */
export async function storedOf(deps: Deps, { id: committeeId, seats }: Committee): Promise<StoredCounts> {
  const [saker, meetings, referater, rounds, tiltak] = await Promise.all([
    deps.saker.collection.count({ committeeId }),
    deps.meetings.collection.count({ committeeId }, { sort: 'startsAt' }),
    deps.referater.collection.count({ committeeId }, { sort: 'meetingOn' }),
    deps.rounds.collection.count({ committeeId }),
    deps.tiltak.collection.count({ committeeId }),
  ]);
  const members = seats.filter(({ memberId }) => memberId !== undefined).length;
  return { members, saker, meetings, referater, rounds, tiltak };
}
