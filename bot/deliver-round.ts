import type { Effect } from '../store/effect.ts';
import type { Delivery as CardDelivery, Lying, Round } from '../store/round/record.ts';
import { roundIdFor } from '../store/round/rules-ask.ts';
import { cardTo, deliveryTo } from '../store/round/rules-count.ts';
import { missReminder, noteDelivery, noteReminder, noteShared, wantsReminder } from '../store/round/rules-deliver.ts';
import { openNextRound } from '../store/round/rules-open.ts';
import { loseNextRound } from '../store/round/rules-revise.ts';
import type { Delivery, Settled } from './attempt.ts';
import { namesIn } from './names.ts';
import { type PersonalCards, serviceNear } from './personal.ts';
import { render } from './render.ts';
import { told } from './round-told.ts';
import { followOnceOpen, holdersOfReferat } from './seats.ts';
import { noticing, sharedAddress } from './shared-address.ts';
import { type Deps, type Teams, UndeliveredError } from './turn.ts';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
type Done = Promise<Settled<Round> | undefined>;

const viewOf = ({ id: roundId }: Round) => ({ view: 'round', roundId }) as const;

/** What a round wants sent: cards to those who are asked, the shared card, and the news to its referat. */
export function roundDelivery(
  deps: Deps,
  teams: Teams,
  {
    personal,
    common,
    heldUntil,
  }: {
    readonly personal: PersonalCards;
    readonly common: (effect: Effect, round: Round, viewerId: string) => Promise<undefined>;
    readonly heldUntil: (effect: Effect) => Date | undefined;
  },
): Delivery<Round> {
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });

  // whoever has never written to the bot is written to through the service that carried the opening of the round
  const openersService = ({ openedBy: by, committeeId }: Round) => serviceNear(deps, { by, committeeId });

  const seatCard = async ({ holderId }: EffectOf<'seat-card'>, round: Round): Done => {
    // over meanwhile, or somebody else's seat by now: the card would only ask in vain
    if (
      round.status !== 'open' ||
      deps.now() >= round.deadline ||
      !round.seats.some((seat) => seat.holderId === holderId)
    )
      return undefined;
    const lying = cardTo(round, holderId);
    const isThere = lying !== undefined && (await isRenewed(lying, holderId, round));
    const sent = isThere ? lying : await postCard(holderId, round);
    // once it is there, and no sooner: what arrives at the deadline proves nothing
    const arrived = clocks();
    const card = { at: arrived.now, ...sent };
    return (current) => noteDelivery(current, { ...card, holderId, state: 'delivered' }, arrived, round);
  };

  const postCard = async (holderId: string, round: Round) =>
    personal.post(holderId, viewOf(round), await openersService(round));

  /** Whether the card lies where it was sent, and shows the round as it is: one that cannot be renewed is sent anew. */
  const isRenewed = async (lying: Lying, holderId: string, round: Round): Promise<boolean> => {
    try {
      return await personal.renew(holderId, lying, viewOf(round), round);
    } catch (error) {
      if (error instanceof UndeliveredError && error.why !== 'for-now') return false;
      throw error;
    }
  };

  const renewCard = async ({ holderId }: EffectOf<'seat-card-update'>, round: Round): Done => {
    const delivery = deliveryTo(round, holderId);
    if (delivery?.state === 'delivered') await personal.renew(holderId, delivery, viewOf(round), round);
    return undefined;
  };

  const remind = async ({ holderId }: EffectOf<'seat-reminder'>, round: Round): Done => {
    if (!wantsReminder(round, holderId, deps.now())) return undefined;
    await personal.post(holderId, { view: 'round-reminder', roundId: round.id }, await openersService(round));
    const at = clocks();
    return (current) => noteReminder(current, holderId, at);
  };

  const share = async (round: Round): Done => {
    const address = await sharedAddress(deps, round);
    if (address === undefined) return undefined;
    const card = await render(deps, round.openedBy, { view: 'round-shared', roundId: round.id }, round);
    const { activityId } = await noticing(deps, address, (there) => teams.post(there, card));
    return (current) => noteShared(current, activityId, clocks());
  };

  const renewShared = async (round: Round): Done => {
    const address = await sharedAddress(deps, round);
    const activityId = round.shared?.activityId;
    if (address === undefined || activityId === undefined) return undefined;
    const card = await render(deps, round.openedBy, { view: 'round-shared', roundId: round.id }, round);
    await noticing(deps, address, (there) => teams.update(there, activityId, card));
    return undefined;
  };

  const tellSubject = async (id: string): Done => {
    // the newest state: what was true when the effect was emitted may be past
    const round = await deps.rounds.collection.get(id);
    if (round === undefined) return undefined;
    await told[round.subject.kind](deps, round);
    await followOnceOpen(deps, round);
    return undefined;
  };

  const openNext = async ({ textHash, deadline, by }: EffectOf<'next-round'>, before: Round): Done => {
    // opened before, by this very effect or by a process that died with it
    if (await deps.rounds.collection.get(roundIdFor(before.subject.id, before.number + 1))) return undefined;
    const committee = await deps.committees.collection.get(before.committeeId);
    const referat = await deps.referater.collection.get(before.subject.id);
    if (!committee || !referat) return (current) => loseNextRound(current, by, clocks());
    const nameOf = await namesIn(
      deps,
      committee.seats.flatMap(({ memberId }) => memberId ?? []),
    );
    const next = { before, textHash, deadline };
    const holders = await holdersOfReferat(deps, referat, committee, nameOf);
    const opened = openNextRound({ committee, referat, nameOf, holders, openedBy: by }, next, clocks());
    if (!opened.ok) return (current) => loseNextRound(current, by, clocks());
    await deps.rounds.collection.insert(opened.value);
    return undefined;
  };

  const tell = async ({ personId, view }: EffectOf<'personal-card'>, round: Round): Done => {
    await personal.post(personId, view, await openersService(round));
    return undefined;
  };

  return {
    collection: deps.rounds.collection,
    heldUntil,
    send: (effect, round) => {
      switch (effect.kind) {
        case 'seat-card':
          return seatCard(effect, round);
        case 'seat-card-update':
          return renewCard(effect, round);
        case 'seat-reminder':
          return remind(effect, round);
        case 'shared-card':
          return share(round);
        case 'shared-card-update':
          return renewShared(round);
        case 'round-told':
          return tellSubject(round.id);
        case 'next-round':
          return openNext(effect, round);
        case 'personal-card':
          return tell(effect, round);
        default:
          return common(effect, round, round.openedBy);
      }
    },
    giveUp: (effect, { why }) => {
      // whoever had the card, and cannot be reminded of it
      if (effect.kind === 'seat-reminder' && (why === 'not-installed' || why === 'blocked')) {
        const lost = { holderId: effect.holderId, why };
        return (current) => missReminder(current, lost, clocks());
      }
      if (effect.kind !== 'seat-card') return undefined;
      const { holderId } = effect;
      const at = deps.now();
      const delivery: CardDelivery = { holderId, state: 'not-reached', at, why: why === 'for-now' ? 'failed' : why };
      return (current) => noteDelivery(current, delivery, clocks());
    },
  };
}
