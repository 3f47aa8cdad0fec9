import { agendaViews } from '../store/agenda/view.ts';
import { ballotViews } from '../store/ballot/view.ts';
import { lifeViews } from '../store/committee/view-life.ts';
import { conversationViews } from '../store/conversation/view.ts';
import { digestViews } from '../store/digest/view.ts';
import { documentViews } from '../store/document/view.ts';
import { meetingViews } from '../store/meeting/view.ts';
import { countsViews } from '../store/meeting/view-counts.ts';
import { forecastViews } from '../store/meeting/view-forecast.ts';
import { forfallViews } from '../store/meeting/view-forfall.ts';
import { minutesViews } from '../store/meeting/view-minutes.ts';
import { nominationViews } from '../store/nomination/view.ts';
import { planViews } from '../store/plan/view.ts';
import { referatViews } from '../store/referat/view.ts';
import type { Round } from '../store/round/record.ts';
import { roundViews } from '../store/round/view.ts';
import { sakViews } from '../store/sak/view.ts';
import { setupViews } from '../store/setup/view.ts';
import { tiltakViews } from '../store/tiltak/view.ts';
import { tiltakVedtakViews } from '../store/tiltak/view-vedtak.ts';
import type { View } from '../store/view.ts';
import { later } from './later.ts';
import { withTabLink } from './tab-link.ts';
import type { Deps, Post } from './turn.ts';
import { type Show, type Shows, said } from './views/view.ts';

type ViewSchema = { readonly shape: { readonly view: { readonly value: View['view'] } } };
const viewsIn = <V extends ViewSchema>(schemas: readonly V[]): readonly V['shape']['view']['value'][] =>
  schemas.map(({ shape }) => shape.view.value);

// a view without an entry does not compile
const shows: Shows<View['view']> = {
  notice: async (_deps, _viewerId, view) => said(view.notice),
  ...later(['help'], async () => (await import('./views/help.ts')).helpShows),
  ...later(['said-to', ...viewsIn(setupViews)], async () => ({
    ...(await import('./views/setup.ts')).setupShows,
    ...(await import('./views/seat.ts')).seatShows,
  })),
  ...later(viewsIn(conversationViews), async () => (await import('./views/conversation.ts')).conversationShows),
  ...later(['app-link'], async () => (await import('./views/app-link.ts')).appLinkShows),
  ...later(['file-received'], async () => (await import('./views/file.ts')).fileShows),
  ...later(viewsIn(referatViews), async () => (await import('./views/referat.ts')).referatShows),
  ...later(viewsIn(roundViews), async () => ({
    ...(await import('./views/round.ts')).roundShows,
    ...(await import('./views/round-forms.ts')).roundFormShows,
  })),
  ...later(viewsIn(digestViews), async () => (await import('./views/digest.ts')).digestShows),
  ...later(viewsIn(documentViews), async () => (await import('./views/document.ts')).documentShows),
  ...later(viewsIn(sakViews), async () => ({
    ...(await import('./views/sak.ts')).sakShows,
    ...(await import('./views/saker.ts')).sakerShows,
  })),
  ...later(viewsIn(meetingViews), async () => (await import('./views/meeting.ts')).meetingShows),
  ...later(viewsIn(agendaViews), async () => (await import('./views/agenda.ts')).agendaShows),
  ...later(viewsIn(minutesViews), async () => (await import('./views/minutes.ts')).minutesShows),
  ...later(viewsIn(tiltakVedtakViews), async () => ({
    ...(await import('./views/tiltak-vedtak.ts')).tiltakVedtakShows,
    ...(await import('./views/tiltak-decide.ts')).tiltakDecideShows,
  })),
  ...later(viewsIn(forfallViews), async () => (await import('./views/forfall.ts')).forfallShows),
  ...later(viewsIn(countsViews), async () => (await import('./views/counts.ts')).countsShows),
  ...later(viewsIn(lifeViews), async () => (await import('./views/life.ts')).lifeShows),
  ...later(viewsIn(forecastViews), async () => (await import('./views/forecast.ts')).forecastShows),
  ...later(viewsIn(nominationViews), async () => ({
    ...(await import('./views/nomination.ts')).nominationShows,
    ...(await import('./views/vara.ts')).varaShows,
  })),
  ...later(viewsIn(planViews), async () => ({
    ...(await import('./views/plan.ts')).planShows,
    ...(await import('./views/plan-ask.ts')).planAskShows,
  })),
  ...later(viewsIn(tiltakViews), async () => (await import('./views/tiltak.ts')).tiltakShows),
  ...later(viewsIn(ballotViews), async () => (await import('./views/ballot.ts')).ballotShows),
};

/**
 * The card for a view, as this viewer may see it, from the newest records, without a link to the tab: it is shown there
 * already, or in a dialog. `round` is one that the caller has just read or written, to spare reading it again.
 */
export function renderUnlinked(deps: Deps, viewerId: string, view: View, round?: Round): Promise<Post> {
  const show = shows[view.view] as Show<View['view']>;
  return show(deps, viewerId, view as never, round);
}

/** The same where people talk, with a link to its page in the tab. */
export async function render(deps: Deps, viewerId: string, view: View, round?: Round): Promise<Post> {
  const { card, ...rest } = await renderUnlinked(deps, viewerId, view, round);
  return { ...rest, card: await withTabLink(deps, view, card) };
}
