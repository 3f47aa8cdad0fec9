import { helpCard, sharedHelpCard } from '../cards/help.ts';
import type { HelpRole } from '../cards/text/help.ts';
import type { Committee } from '../store/committee/record.ts';
import { mayRunAgenda, mayRunRounds } from '../store/committee/rules.ts';
import type { Round } from '../store/round/record.ts';
import type { View } from '../store/view.ts';
import { committeeIn } from './setup-aside.ts';
import type { Deps, Post } from './turn.ts';
import { agendaShows } from './views/agenda.ts';
import { ballotShows } from './views/ballot.ts';
import { documentShows } from './views/document.ts';
import { fileShows } from './views/file.ts';
import { meetingShows } from './views/meeting.ts';
import { minutesShows } from './views/minutes.ts';
import { referatShows } from './views/referat.ts';
import { roundShows } from './views/round.ts';
import { roundFormShows } from './views/round-forms.ts';
import { sakShows } from './views/sak.ts';
import { sakerShows } from './views/saker.ts';
import { setupShows } from './views/setup.ts';
import { post, type Show, type Shows, said } from './views/view.ts';

/** What somebody may do at most, in any of their committees. */
function roleIn(committees: readonly Committee[], personId: string): HelpRole {
  if (committees.some((committee) => mayRunRounds(committee, personId))) return 'secretariat';
  if (committees.some((committee) => mayRunAgenda(committee, personId))) return 'vice-chair';
  return committees.length > 0 ? 'member' : 'nowhere';
}

// a view without an entry does not compile
const shows: Shows<View['view']> = {
  help: async (deps, viewerId, { unknown = false, shared = false, conversationId }) => {
    const title = 'Utvalgsbot: hjelp';
    if (!shared) return post(title, helpCard({ role: roleIn(await deps.committees.of(viewerId), viewerId), unknown }));
    const conversation =
      conversationId === undefined ? undefined : await deps.conversations.collection.get(conversationId);
    const canSetUp = conversation !== undefined && (await committeeIn(deps, conversation)) === undefined;
    return post(title, sharedHelpCard({ unknown, canSetUp }));
  },
  notice: async (_deps, _viewerId, view) => said(view.notice),
  ...referatShows,
  ...roundShows,
  ...roundFormShows,
  ...documentShows,
  ...fileShows,
  ...sakShows,
  ...sakerShows,
  ...setupShows,
  ...meetingShows,
  ...agendaShows,
  ...minutesShows,
  ...ballotShows,
};

/**
 * The card for a view, as this viewer may see it, from the newest records. `round` is one that the caller has just
 * read or written, to spare reading it again.
 */
export function render(deps: Deps, viewerId: string, view: View, round?: Round): Promise<Post> {
  const show = shows[view.view] as Show<View['view']>;
  return show(deps, viewerId, view as never, round);
}
