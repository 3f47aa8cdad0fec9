import { fileReceivedCard, receivedAs } from '../../cards/file.ts';
import { begunBy } from '../setup-begin.ts';
import { post, runBy, type Shows, said } from './view.ts';

/** What people see of files. */
export const fileShows: Shows<'file-received'> = {
  'file-received': async (deps, viewerId, { fileId, unread }) => {
    const file = await deps.files.collection.get(fileId);
    const committees = await runBy(deps, viewerId);
    if (file === undefined) return said('not-found');
    if (file.by !== viewerId) return said('not-for-you');
    const active = committees.length > 0 ? await deps.referater.active(committees.map(({ id }) => id)) : [];
    const drafts = active.filter(({ state }) => state === 'draft');
    const running = active.filter(({ state }) => state === 'circulating' || state === 'undecided');
    const saker = [
      ...(await deps.saker.draftsOf(viewerId)),
      ...(await deps.saker.proposedBy(viewerId)).filter(({ status }) => status === 'returned'),
    ];
    const setups = await begunBy(deps, viewerId);
    const uses = { committees, drafts, running, saker, setups, ...(unread && { unread }) };
    return post(receivedAs(file), fileReceivedCard(file, uses));
  },
};
