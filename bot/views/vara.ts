import { type VaraShown, varaFormCard, varaOverviewCard } from '../../cards/nomination.ts';
import { varaSeatsCard } from '../../cards/nomination-status.ts';
import { askedText, nominationText } from '../../cards/text/nomination.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isClosed, mayRunRounds } from '../../store/committee/rules.ts';
import { hasAnswered, type Nomination } from '../../store/nomination/record.ts';
import { candidateWithRequest, requestOf } from '../actions/nomination.ts';
import { namesIn } from '../names.ts';
import type { Deps } from '../turn.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** What is shown of varas as they are. */
export const varaShows: Shows<'vara' | 'vara-seats' | 'vara-form'> = {
  vara: async (deps, viewerId, { problem }) => {
    // nobody is called in, and nobody proposed, where a committee is closed
    const open = async (found: Promise<readonly Committee[]>) =>
      (await found).filter((committee) => !isClosed(committee));
    const [own, withVara, asking] = await Promise.all([
      open(deps.committees.of(viewerId)),
      open(deps.committees.withVara(viewerId)),
      deps.nominations.asking(viewerId),
    ]);
    const runs = own.filter((committee) => mayRunRounds(committee, viewerId));
    const running = runs.length > 0 ? await deps.nominations.running(runs.map(({ id }) => id)) : [];
    const shown = {
      problem,
      own: own.flatMap((committee) => ownSeats(committee, viewerId)),
      actsFor: await actsFor(deps, withVara, viewerId),
      runs,
      running,
      ...waitingIn(asking, viewerId),
    };
    return post(nominationText.title, varaOverviewCard(shown));
  },
  'vara-seats': async (deps, viewerId, { committeeId, page, notice }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const nameOf = await namesIn(deps, committee.people);
    return post(nominationText.seats, varaSeatsCard(committee, { page, notice, nameOf }));
  },
  'vara-form': async (deps, viewerId, { committeeId, typed = {}, problems = [] }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return said('not-found');
    if (!committee.seats.some(({ memberId }) => memberId === viewerId)) return said('no-seat-for-vara');
    return post(nominationText.proposeOwn, varaFormCard(committee, { typed, problems }));
  },
};

function ownSeats(committee: Committee, viewerId: string): VaraShown['own'] {
  return committee.seats
    .filter(({ memberId }) => memberId === viewerId)
    .map(({ name, varas = [] }) => ({ committee, seatName: name, varas: varas.map((vara) => vara.name) }));
}

async function actsFor(deps: Deps, committees: readonly Committee[], viewerId: string): Promise<string[]> {
  const seats = committees.flatMap(({ shortName, seats }) =>
    seats
      .filter(({ varas = [] }) => varas.some(({ personId }) => personId === viewerId))
      .map((seat) => ({ seat, shortName })),
  );
  const nameOf = await namesIn(
    deps,
    seats.flatMap(({ seat }) => seat.memberId ?? []),
  );
  return seats.map(({ seat, shortName }) =>
    nominationText.actsFor(
      seat.memberId === undefined ? nominationText.vacant : nameOf(seat.memberId),
      seat.name,
      shortName,
    ),
  );
}

function waitingIn(asking: readonly Nomination[], viewerId: string): Pick<VaraShown, 'asks' | 'asked'> {
  return {
    asks: asking.flatMap((nomination) => {
      const request = requestOf(nomination, viewerId);
      const isSilent = request && nomination.status === 'open' && !hasAnswered(nomination, request.seatId);
      return isSilent ? { nomination, said: askedText(nomination, request) } : [];
    }),
    asked: asking.flatMap((nomination) =>
      nomination.answers
        .flatMap(({ candidates }) => candidates)
        .filter(({ personId, state }) => personId === viewerId && state === 'asked')
        .flatMap(({ id }) => {
          const found = candidateWithRequest(nomination, id);
          return found ? { nomination, ...found } : [];
        }),
    ),
  };
}
