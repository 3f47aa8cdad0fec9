import { change } from '../store/change.ts';
import { isClosed } from '../store/committee/rules.ts';
import { withMeetingsTold } from '../store/committee/rules-life.ts';
import type { Effect } from '../store/effect.ts';
import { isAsked } from '../store/nomination/effects.ts';
import { candidateIn, type Nomination } from '../store/nomination/record.ts';
import { notePlaced, noteUnasked } from '../store/nomination/rules-decide.ts';
import { placeCandidate } from '../store/nomination/rules-place.ts';
import { noteAsked, noteReminded, noteSilent, wantsCard, wantsReminder } from '../store/nomination/rules-run.ts';
import { isConnected } from '../store/person/record.ts';
import type { Delivery } from './attempt.ts';
import { type PersonalCards, serviceNear } from './personal.ts';
import { peopleOf } from './setup-people.ts';
import type { Deps } from './turn.ts';

/** What a nomination wants sent: cards to those who are asked, and a place for whoever has said yes. */
export function nominationDelivery(
  deps: Deps,
  personal: PersonalCards,
  other: Delivery<Nomination>,
): Delivery<Nomination> {
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });

  // whoever has never written to the bot is written to through the service that carried the opening
  const openersService = ({ openedBy: by, committeeId }: Nomination) => serviceNear(deps, { by, committeeId });

  // a committee that was closed meanwhile asks nobody
  const isOver = async ({ committeeId }: Nomination) => {
    const committee = await deps.committees.collection.get(committeeId);
    return committee === undefined || isClosed(committee);
  };

  const place = async (candidateId: string, nomination: Nomination) => {
    const found = candidateIn(nomination, candidateId);
    const committee = await deps.committees.collection.get(nomination.committeeId);
    if (found === undefined) return undefined;
    if (committee === undefined)
      return (current: Nomination) => notePlaced(current, candidateId, 'not-found', clocks());
    const people = await peopleOf(deps, { people: [...committee.people, found.candidate.personId] });
    const isKnown = (id: string) => isConnected(people.get(id) ?? { keys: [] });
    const placed = await change(deps.committees.collection, committee.id, (current) =>
      withMeetingsTold(current, placeCandidate(current, nomination, found, isKnown, deps.now()), clocks()),
    );
    const problem = placed.ok ? undefined : placed.refusal;
    return (current: Nomination) => notePlaced(current, candidateId, problem, clocks());
  };

  return {
    ...other,
    send: async (effect, nomination) => {
      const { id: nominationId } = nomination;
      if (effect.kind === 'candidate-accepted') return place(effect.candidateId, nomination);
      if (effect.kind === 'seat-card') {
        const { holderId } = effect;
        if (!wantsCard(nomination, holderId) || (await isOver(nomination))) return undefined;
        await personal.post(holderId, { view: 'nomination', nominationId }, await openersService(nomination));
        return (current) => noteAsked(current, holderId, deps.now());
      }
      if (effect.kind === 'seat-reminder') {
        const { holderId } = effect;
        if (!wantsReminder(nomination, holderId, deps.now()) || (await isOver(nomination))) return undefined;
        await personal.post(holderId, { view: 'nomination-reminder', nominationId }, await openersService(nomination));
        return (current) => noteReminded(current, holderId, deps.now());
      }
      const candidateId = candidateAsked(effect);
      // withdrawn or answered meanwhile
      if (candidateId !== undefined && (!isAsked(nomination, candidateId) || (await isOver(nomination))))
        return undefined;
      return other.send(effect, nomination);
    },
    giveUp: (effect, { why }) => {
      const reason = why === 'for-now' ? 'failed' : why;
      if (effect.kind === 'seat-card') return (current) => noteSilent(current, effect.holderId, reason, clocks());
      const candidateId = candidateAsked(effect);
      if (candidateId !== undefined) return (current) => noteUnasked(current, candidateId, reason, clocks());
      return undefined;
    },
  };
}

/** Whom a card asks whether they will. */
function candidateAsked(effect: Effect): string | undefined {
  if (effect.kind !== 'personal-card' || effect.view.view !== 'nomination-ask') return undefined;
  return effect.view.candidateId;
}
