import { digestCard } from '../../cards/digest.ts';
import { digestText, tiltakTitle } from '../../cards/text/digest.ts';
import { type AnswerShown, awayCard, handOverCard, tiltakAnswerCard } from '../../cards/tiltak-answer.ts';
import { isAway } from '../../store/digest/rules.ts';
import type { Back } from '../../store/digest/view.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { leaderToTell } from '../../store/tiltak/rules-silent.ts';
import { dayOf } from '../../store/time.ts';
import { namesIn } from '../names.ts';
import { mayAnswer, readerOf } from '../tiltak.ts';
import { waitingFor } from '../tiltak-wanted.ts';
import type { Deps } from '../turn.ts';
import { post, type Shows, said } from './view.ts';

const LONGEST_SUMMARY = 120;

/** What is shown of what somebody is asked and told of tiltak. */
export const digestShows: Shows<'digest' | 'digest-away' | 'tiltak-answer' | 'tiltak-hand-over'> = {
  digest: async (deps, viewerId, { fresh = false, page, saved = [], again = [], notice }) => {
    const read = readerOf(deps);
    const now = deps.now();
    const { digest, wanted } = await waitingFor(deps, viewerId, fresh, read);
    const tiltakBy = async (ids: readonly string[]) =>
      (await Promise.all(ids.map((id) => deps.tiltak.collection.get(id)))).flatMap((one) => one ?? []);
    const registered = await tiltakBy(saved);
    const named = await tiltakBy(again.map(({ tiltakId }) => tiltakId));
    const ways = await Promise.all(named.map((tiltak) => mayAnswer(deps, tiltak, viewerId, read)));
    // of what is not theirs, or never was, nothing is shown to whoever names it
    const typed = named.filter((_one, n) => ways[n] !== undefined);
    const isTheirs = ({ tiltakId }: { readonly tiltakId: string }) => typed.some(({ id }) => id === tiltakId);
    const refused = again.every(isTheirs) ? undefined : 'tiltak-not-yours';
    const all = [...wanted.map(({ tiltak }) => tiltak), ...registered, ...typed];
    const committees = new Map(
      await Promise.all(all.map(async ({ committeeId }) => [committeeId, await read.committee(committeeId)] as const)),
    );
    const card = digestCard({
      wanted,
      saved: registered,
      again: typed.flatMap((tiltak) => {
        const kept = again.find(({ tiltakId }) => tiltakId === tiltak.id);
        return kept ? [{ tiltak, typed: kept, isOpen: tiltak.state === 'open' }] : [];
      }),
      page,
      notice: notice ?? refused,
      rhythm: digest?.rhythm ?? 'weekly',
      awayUntil: digest && isAway(digest, now) ? digest.pausedUntil : undefined,
      nameOf: await namesIn(deps, all.flatMap(peopleIn)),
      committeeOf: ({ committeeId }) => committees.get(committeeId)?.shortName ?? '',
      leaderHears: (tiltak) =>
        leaderToTell(tiltak, committees.get(tiltak.committeeId)?.roles.chairId, viewerId) !== undefined,
      today: dayOf(now),
    });
    const asked = wanted.filter(({ item }) => item.want === 'ask').length;
    return post(digestText.summary(asked, wanted.length - asked), card);
  },

  'digest-away': async (_deps, _viewerId, { typed = {}, problems = [] }) =>
    post(digestText.awayTitle, awayCard({ typed, problems })),

  'tiltak-answer': async (deps, viewerId, { tiltakId, back, saved = false, typed = {}, problems = [] }) => {
    const found = await toAnswer(deps, viewerId, tiltakId, back);
    if (typeof found === 'string') return said(found);
    const { shown, way } = found;
    const card = tiltakAnswerCard({ ...shown, typed, problems, isSaved: saved, onBehalf: way === 'registered' });
    return post(summaryOf(shown), card);
  },

  'tiltak-hand-over': async (deps, viewerId, { tiltakId, back, typed = {}, problems = [] }) => {
    const found = await toAnswer(deps, viewerId, tiltakId, back);
    if (typeof found === 'string') return said(found);
    return post(digestText.handTitle, handOverCard({ ...found.shown, typed, problems }));
  },
};

const summaryOf = ({ tiltak, committeeName }: AnswerShown) => tiltakTitle(tiltak, committeeName, LONGEST_SUMMARY);

/** One tiltak, for somebody who may answer for it; else the notice that says why not. */
async function toAnswer(deps: Deps, viewerId: string, tiltakId: string, back: Back | undefined) {
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  const committee = tiltak && (await deps.committees.collection.get(tiltak.committeeId));
  if (tiltak === undefined || committee === undefined) return 'not-found';
  const way = await mayAnswer(deps, tiltak, viewerId);
  if (way === undefined) return 'tiltak-not-yours';
  if (tiltak.state === 'closed') return 'tiltak-closed';
  const nameOf = await namesIn(deps, peopleIn(tiltak));
  const shown: AnswerShown = { tiltak, committeeName: committee.shortName, nameOf, today: dayOf(deps.now()), back };
  return { shown, way };
}

/** Everybody who is named where a tiltak is shown. */
function peopleIn({ statuses, asks, unreached, handedOver }: Tiltak): string[] {
  const by = statuses.at(-1)?.by;
  const ids = [by, unreached?.personId, handedOver?.by, handedOver?.to, ...asks.map(({ personId }) => personId)];
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
