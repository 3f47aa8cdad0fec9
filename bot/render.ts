import type { Card } from '../cards/elements.ts';
import { helpCard } from '../cards/help.ts';
import { noticeCard } from '../cards/notice.ts';
import { overviewCard } from '../cards/overview.ts';
import { referatFormCard, referatPreviewCard } from '../cards/referat.ts';
import { askCard, receiptCard } from '../cards/round.ts';
import { roundStatusCard } from '../cards/round-status.ts';
import { notice } from '../cards/text/notices.ts';
import type { Committee } from '../store/committee/record.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import { DEFAULT_TIME, proposedDeadline } from '../store/referat/rules.ts';
import type { Round } from '../store/round/record.ts';
import type { View } from '../store/view.ts';
import type { Deps, Post } from './turn.ts';

type ViewOf<K extends View['view']> = Extract<View, { view: K }>;
type Show<K extends View['view']> = (deps: Deps, viewerId: string, view: ViewOf<K>, round?: Round) => Promise<Post>;

const post = (summary: string, card: Card): Post => ({ summary, card });
const said = (code: string): Post => post(notice(code), noticeCard(code));

const shows: { readonly [K in View['view']]: Show<K> } = {
  help: async (deps, viewerId, { unknown }) => {
    const runsRounds = (await runBy(deps, viewerId)).length > 0;
    return post('Utvalgsbot: hjelp', helpCard({ runsRounds, unknown: unknown ?? false }));
  },
  notice: async (_deps, _viewerId, view) => said(view.notice),
  'referat-overview': async (deps, viewerId) => {
    const ids = (await runBy(deps, viewerId)).map(({ id }) => id);
    const asking = await deps.rounds.asking(viewerId);
    const hasAnswered = (round: Round) => round.answers.some(({ personId }) => personId === viewerId);
    const overview = {
      waiting: asking.filter((round) => !hasAnswered(round)),
      answered: asking.filter(hasAnswered),
      drafts: ids.length > 0 ? await deps.referater.drafts(ids) : [],
      running: ids.length > 0 ? await deps.rounds.open(ids) : [],
      runsRounds: ids.length > 0,
    };
    return post('Referat', overviewCard(overview));
  },
  'referat-form': async (deps, viewerId, { referatId, typed, problems = [] }) => {
    const committees = await runBy(deps, viewerId);
    const [first] = committees;
    if (first === undefined) return said('not-for-you');
    const fresh = {
      committeeId: first.id,
      deadlineOn: proposedDeadline(first.settings.roundDays, deps.now()),
      deadlineTime: DEFAULT_TIME,
    };
    return post('Referat til e-postrunde', referatFormCard({ referatId, committees, typed: typed ?? fresh, problems }));
  },
  'referat-preview': async (deps, viewerId, { referatId, moved, problem }) => {
    const referat = await deps.referater.collection.get(referatId);
    const committee = referat && (await deps.committees.collection.get(referat.committeeId));
    if (!referat || !committee) return said('not-found');
    if (!mayRunRounds(committee, viewerId)) return said('not-for-you');
    const card = referatPreviewCard(referat, { committee, moved: moved ?? false, ...(problem && { problem }) });
    return post('Forhåndsvisning av referat', card);
  },
  round: async (deps, viewerId, view, known) => {
    const round = known ?? (await deps.rounds.collection.get(view.roundId));
    if (round === undefined) return said('not-found');
    if (!round.seats.some(({ holderId }) => holderId === viewerId)) return said('not-asked');
    const answer = round.answers.find(({ personId }) => personId === viewerId);
    if (round.status !== 'open' || (answer && !view.change))
      return post(`E-postrunde: ${round.title}`, receiptCard(round, answer, view.problem));
    const referat = await deps.referater.collection.get(round.subject.id);
    if (referat === undefined) return said('not-found');
    const problem = view.problem === undefined ? undefined : { problem: view.problem, typed: view.typed ?? '' };
    return post(`Til godkjenning: ${round.title}`, askCard(round, referat, viewerId, problem));
  },
  'round-status': async (deps, viewerId, { roundId, from }, known) => {
    const round = known ?? (await deps.rounds.collection.get(roundId));
    const committee = round && (await deps.committees.collection.get(round.committeeId));
    if (!round || !committee) return said('not-found');
    if (!mayRunRounds(committee, viewerId)) return said('not-for-you');
    return post(`E-postrunde: ${round.title}`, roundStatusCard(round, from));
  },
};

/**
 * The card for a view, as this viewer may see it, from the newest records. `round` is one that the caller has just
 * read or written, to spare reading it again.
 */
export function render(deps: Deps, viewerId: string, view: View, round?: Round): Promise<Post> {
  const show = shows[view.view] as Show<View['view']>;
  return show(deps, viewerId, view as never, round);
}

/** The committees in which this person writes referater and runs rounds. */
async function runBy(deps: Deps, personId: string): Promise<readonly Committee[]> {
  return (await deps.committees.of(personId)).filter((committee) => mayRunRounds(committee, personId));
}
