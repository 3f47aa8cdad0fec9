import { change } from '../store/change.ts';
import type { Effect, Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import { followSak } from '../store/sak/rules-follow.ts';
import { nextContactTime } from '../store/time.ts';
import type { Delivery } from './attempt.ts';
import { withAgenda } from './deliver-agenda.ts';
import { withAside } from './deliver-aside.ts';
import { conversationDelivery } from './deliver-conversation.ts';
import { digestDelivery, followUpDelivery, tiltakDelivery } from './deliver-digest.ts';
import { fileDeliveries } from './deliver-file.ts';
import { forfallDelivery } from './deliver-forfall.ts';
import { lifeDelivery } from './deliver-life.ts';
import { meetingDelivery } from './deliver-meeting.ts';
import { ballotDelivery, minutesDelivery } from './deliver-minutes.ts';
import { nominationDelivery } from './deliver-nomination.ts';
import { roundDelivery } from './deliver-round.ts';
import { seatDelivery } from './deliver-seat.ts';
import { personalCards, serviceAround } from './personal.ts';
import type { RecordsSending } from './records.ts';
import { render } from './render.ts';
import { isGoneFrom } from './shared-address.ts';
import type { Deps, Teams } from './turn.ts';

/** How what each record sends is carried out: one entry for each collection that sends, or this does not compile. */
export type Deliveries = { readonly [K in keyof RecordsSending]: Delivery<RecordsSending[K]> };

/** How the outboxes of all collections are carried out. */
export function deliveries(deps: Deps, teams: Teams): Deliveries {
  const personal = personalCards(deps, teams);
  const files = fileDeliveries(deps, teams, personal);

  const common = async (effect: Effect, record: Stored, viewerId: string): Promise<undefined> => {
    const { tenantId } = record;
    if (effect.kind === 'reply') {
      const { conversationId, serviceUrl, view } = effect;
      if (await isGoneFrom(deps, { conversationId, tenantId })) return undefined;
      await teams.post({ conversationId, serviceUrl, tenantId }, await render(deps, viewerId, view));
    } else if (effect.kind === 'personal-card')
      await personal.post(effect.personId, effect.view, await serviceAround(deps, record));
    else if (effect.kind === 'sak-told') {
      const clocks = { now: deps.now(), realNow: deps.realNow() };
      const { sakId, news } = effect;
      const told = await deps.saker.collection.get(sakId);
      const committee = told && (await deps.committees.collection.get(told.committeeId));
      await change(deps.saker.collection, sakId, (sak) => followSak(sak, news, committee, clocks));
    }
    return undefined;
  };
  const heldUntil = ({ inWorkingHours }: Effect) => {
    if (!inWorkingHours) return undefined;
    const now = deps.now();
    const contactAt = nextContactTime(now);
    return contactAt > now ? contactAt : undefined;
  };
  const simple = <T extends Stored>(collection: Collection<T>): Delivery<T> => ({
    collection,
    send: (effect, record) => common(effect, record, record.id),
    giveUp: () => undefined,
    heldUntil,
  });
  return {
    rounds: roundDelivery(deps, teams, { personal, common, heldUntil }),
    persons: withAside(files.persons(simple(deps.persons.collection)), deps.realNow),
    conversations: withAside(conversationDelivery(deps, simple(deps.conversations.collection)), deps.realNow),
    saker: simple(deps.saker.collection),
    meetings: withAgenda(
      deps,
      teams,
      personal,
      minutesDelivery(
        deps,
        seatDelivery(
          deps,
          forfallDelivery(deps, meetingDelivery(deps, followUpDelivery(deps, simple(deps.meetings.collection)))),
        ),
      ),
    ),
    numbers: simple(deps.numbers.collection),
    committees: lifeDelivery(deps, simple(deps.committees.collection)),
    nominations: nominationDelivery(deps, personal, simple(deps.nominations.collection)),
    ballots: ballotDelivery(simple(deps.ballots.collection)),
    tiltak: tiltakDelivery(deps, simple(deps.tiltak.collection)),
    digests: digestDelivery(deps, personal, simple(deps.digests.collection)),
  };
}
