import type { StoredCounts } from '../cards/text/conversation.ts';
import type { Committee } from '../store/committee/record.ts';
import { sakStatusSchema } from '../store/sak/record.ts';
import type { Deps } from './turn.ts';

const sent = sakStatusSchema.options.filter((status) => status !== 'draft');

/** Counts what is kept of a committee, and reads none of it. */
export async function storedOf(deps: Deps, { id: committeeId, seats }: Committee): Promise<StoredCounts> {
  const [saker, meetings, referater, rounds, tiltak] = await Promise.all([
    // drafts are their authors' own, and what every meeting has is nobody's
    deps.saker.collection.count({ committeeId, status: { in: sent } }, { sort: 'proposedAt' }),
    deps.meetings.collection.count({ committeeId }, { sort: 'startsAt' }),
    deps.referater.collection.count({ committeeId }, { sort: 'meetingOn' }),
    deps.rounds.collection.count({ committeeId }, { sort: 'openedAt' }),
    deps.tiltak.collection.count({ committeeId }),
  ]);
  const members = seats.filter(({ memberId }) => memberId !== undefined).length;
  return { members, saker, meetings, referater, rounds, tiltak };
}
