import { fileReceivedCard } from '../../cards/file.ts';
import { fileText } from '../../cards/text/file.ts';
import { post, runBy, type Shows, said } from './view.ts';

/** What people see of files. */
export const fileShows: Shows<'file-received'> = {
  'file-received': async (deps, viewerId, { fileId }) => {
    const file = await deps.files.collection.get(fileId);
    const committees = await runBy(deps, viewerId);
    if (file === undefined) return said('not-found');
    if (file.by !== viewerId || committees.length === 0) return said('not-for-you');
    const active = await deps.referater.active(committees.map(({ id }) => id));
    const drafts = active.filter(({ state }) => state === 'draft');
    const running = active.filter(({ state }) => state === 'circulating' || state === 'undecided');
    return post(fileText.received(file.name), fileReceivedCard(file, { committees, drafts, running }));
  },
};
