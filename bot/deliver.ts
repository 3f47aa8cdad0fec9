import { change } from '../store/change.ts';
import type { Effect, Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import type { Person } from '../store/person/record.ts';
import { markCirculating, markOutcome } from '../store/referat/rules.ts';
import type { Round, Delivery as SeatDelivery } from '../store/round/record.ts';
import { noteDelivery } from '../store/round/rules.ts';
import { deliveryTo } from '../store/round/tally.ts';
import { nextContactTime } from '../store/time.ts';
import type { View } from '../store/view.ts';
import type { Delivery, Send, Settled } from './attempt.ts';
import { render } from './render.ts';
import { type Address, type Deps, type Teams, UndeliveredError } from './turn.ts';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** How the outboxes of all collections are carried out: one entry a collection. */
export function deliveries(deps: Deps, teams: Teams) {
  const personal = personalCards(deps, teams);

  const reply = async ({ conversationId, serviceUrl, view }: EffectOf<'reply'>, viewerId: string) => {
    await teams.post({ conversationId, serviceUrl }, await render(deps, viewerId, view));
    return undefined;
  };

  const common = async (effect: Effect, viewerId: string): Promise<undefined> => {
    if (effect.kind === 'reply') return reply(effect, viewerId);
    if (effect.kind === 'personal-card') await personal.post(effect.personId, effect.view);
    return undefined;
  };

  const round: Send<Round> = async (effect, record) => {
    switch (effect.kind) {
      case 'seat-card':
        // nobody is asked what they cannot answer any more
        return deps.now() < record.deadline ? seatCard(effect, record) : undefined;
      case 'seat-card-update':
        await renewSeatCard(effect, record);
        return undefined;
      case 'round-opened':
        await change(deps.referater.collection, record.subject.id, (referat) =>
          markCirculating(referat, record.id, deps.now()),
        );
        return undefined;
      case 'round-closed': {
        const { status } = record;
        if (status !== 'open')
          await change(deps.referater.collection, record.subject.id, (referat) =>
            markOutcome(referat, record.id, status, deps.now()),
          );
        return undefined;
      }
      case 'personal-card':
        await personal.post(effect.personId, effect.view, await openersService(record));
        return undefined;
      default:
        return common(effect, record.openedBy);
    }
  };

  // whoever has never written to the bot is written to through the service that carried the opening of the round
  const openersService = async ({ openedBy }: Round) => (await deps.persons.collection.get(openedBy))?.serviceUrl;

  const seatCard = async ({ seatId }: EffectOf<'seat-card'>, record: Round): Promise<Settled<Round>> => {
    const holderId = record.seats.find((seat) => seat.seatId === seatId)?.holderId ?? '';
    const sent = await personal.post(holderId, { view: 'round', roundId: record.id }, await openersService(record));
    const delivery: SeatDelivery = { seatId, state: 'delivered', at: deps.now(), ...sent };
    return (current) => noteDelivery(current, delivery, deps.realNow());
  };

  const renewSeatCard = async ({ seatId }: EffectOf<'seat-card-update'>, record: Round) => {
    const holderId = record.seats.find((seat) => seat.seatId === seatId)?.holderId ?? '';
    const delivery = deliveryTo(record, holderId);
    if (delivery?.state !== 'delivered' || delivery.activityId === undefined) return;
    const post = await render(deps, holderId, { view: 'round', roundId: record.id }, record);
    await teams.update(delivery, delivery.activityId, post);
  };

  const heldUntil = ({ inWorkingHours }: Effect) => {
    if (!inWorkingHours) return undefined;
    const now = deps.now();
    const contactAt = nextContactTime(now);
    return contactAt > now ? contactAt : undefined;
  };

  const simple = <T extends Stored>(collection: Collection<T>): Delivery<T> => ({
    collection,
    send: (effect, record) => common(effect, record.id),
    giveUp: () => undefined,
    heldUntil,
  });

  const rounds: Delivery<Round> = {
    collection: deps.rounds.collection,
    heldUntil,
    send: round,
    giveUp: (effect, { why }) => {
      if (effect.kind !== 'seat-card') return undefined;
      const { seatId } = effect;
      const delivery: SeatDelivery = {
        seatId,
        state: 'not-reached',
        at: deps.now(),
        why: why === 'for-now' ? 'failed' : why,
      };
      return (current) => noteDelivery(current, delivery, deps.realNow());
    },
  };
  return { rounds, persons: simple(deps.persons.collection) };
}

/** Cards into somebody's 1:1 chat with the bot, which is opened when there is none yet. */
function personalCards(deps: Deps, teams: Teams) {
  const addressOf = async (person: Person, fallbackServiceUrl: string | undefined): Promise<Address> => {
    if (person.reference) return person.reference;
    const serviceUrl = person.serviceUrl ?? fallbackServiceUrl;
    const objectId = person.keys.find((key) => key.startsWith('entra:'))?.split(':')[2];
    if (serviceUrl === undefined || objectId === undefined)
      throw new UndeliveredError('not-installed', 'no chat and no way to open one');
    const { tenantId } = person;
    return { serviceUrl, conversationId: await teams.openPersonal({ serviceUrl, tenantId, memberId: objectId }) };
  };
  return {
    post: async (personId: string, view: View, fallbackServiceUrl?: string) => {
      const person = await deps.persons.collection.get(personId);
      if (person === undefined) throw new UndeliveredError('unknown-address', 'nobody with this id');
      const { serviceUrl, conversationId } = await addressOf(person, fallbackServiceUrl);
      const { activityId } = await teams.post({ serviceUrl, conversationId }, await render(deps, personId, view));
      return { serviceUrl, conversationId, ...(activityId !== undefined && { activityId }) };
    },
  };
}
