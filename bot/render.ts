import { helpCard } from '../cards/help.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import type { Round } from '../store/round/record.ts';
import type { View } from '../store/view.ts';
import { committeeIn } from './setup-aside.ts';
import type { Deps, Post } from './turn.ts';
import { agendaShows } from './views/agenda.ts';
import { ballotShows } from './views/ballot.ts';
import { documentShows } from './views/document.ts';
import { fileShows } from './views/file.ts';
import { minutesShows } from './views/minutes.ts';
import { referatShows } from './views/referat.ts';
import { roundShows } from './views/round.ts';
import { roundFormShows } from './views/round-forms.ts';
import { sakShows } from './views/sak.ts';
import { sakerShows } from './views/saker.ts';
import { setupShows } from './views/setup.ts';
import { post, type Show, type Shows, said } from './views/view.ts';

// a view without an entry does not compile
const shows: Shows<View['view']> = {
  help: async (deps, viewerId, { unknown = false, shared = false, conversationId }) => {
    const committees = await deps.committees.of(viewerId);
    const conversation =
      conversationId === undefined ? undefined : await deps.conversations.collection.get(conversationId);
    const isFree = conversation !== undefined && (await committeeIn(deps, conversation)) === undefined;
    const runsRounds = committees.some((committee) => mayRunRounds(committee, viewerId));
    const isAlone = committees.length === 0;
    return post('Utvalgsbot: hjelp', helpCard({ runsRounds, unknown, shared, canSetUp: shared ? isFree : isAlone }));
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
