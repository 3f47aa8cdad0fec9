import { helpCard } from '../cards/help.ts';
import type { Round } from '../store/round/record.ts';
import type { View } from '../store/view.ts';
import type { Deps, Post } from './turn.ts';
import { fileShows } from './views/file.ts';
import { referatShows } from './views/referat.ts';
import { roundShows } from './views/round.ts';
import { roundFormShows } from './views/round-forms.ts';
import { post, runBy, type Show, type Shows, said } from './views/view.ts';

// a view without an entry does not compile
const shows: Shows<View['view']> = {
  help: async (deps, viewerId, { unknown = false, shared = false }) => {
    const runsRounds = (await runBy(deps, viewerId)).length > 0;
    return post('Utvalgsbot: hjelp', helpCard({ runsRounds, unknown, shared }));
  },
  notice: async (_deps, _viewerId, view) => said(view.notice),
  ...referatShows,
  ...roundShows,
  ...roundFormShows,
  ...fileShows,
};

/**
 * The card for a view, as this viewer may see it, from the newest records. `round` is one that the caller has just
 * read or written, to spare reading it again.
 */
export function render(deps: Deps, viewerId: string, view: View, round?: Round): Promise<Post> {
  const show = shows[view.view] as Show<View['view']>;
  return show(deps, viewerId, view as never, round);
}
