import { change } from '../store/change.ts';
import { type Digest, type DigestItem, digestIdOf, newDigest } from '../store/digest/record.ts';
import { addWant, isAway, noteSent, noteUnsent, putBack, takeOut } from '../store/digest/rules.ts';
import { digestTime } from '../store/digest/rules-quiet.ts';
import { withoutThese } from '../store/digest/rules-wanted.ts';
import { type Effect, emit } from '../store/effect.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { askBeforeMeeting, noteAsked, noteUnreached } from '../store/tiltak/rules-ask.ts';
import { dayOf } from '../store/time.ts';
import type { Delivery } from './attempt.ts';
import { type PersonalCards, serviceNear } from './personal.ts';
import { contactsOf, readerOf } from './tiltak.ts';
import { wantedOf } from './tiltak-wanted.ts';
import type { Deps } from './turn.ts';

type OfKind<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** So many tiltak are written at a time: others get in between. */
const TOGETHER = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

/** One that fails keeps none of the others waiting; it is thrown when all are done, and they are tried again. */
async function someAtATime<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (let from = 0; from < all.length; from += TOGETHER) {
    const outcomes = await Promise.allSettled(all.slice(from, from + TOGETHER).map(work));
    failures.push(...outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])));
  }
  if (failures.length > 0) throw failures[0];
}

/** What tiltak send: a place in somebody's next digest. */
export function tiltakDelivery(deps: Deps, other: Delivery<Tiltak>): Delivery<Tiltak> {
  return {
    ...other,
    send: async (effect, tiltak) => {
      if (effect.kind !== 'digest-wants') return other.send(effect, tiltak);
      const { personId, want, at } = effect;
      const person = await deps.persons.collection.get(personId);
      if (person === undefined) return undefined;
      const id = digestIdOf(personId);
      const { collection } = deps.digests;
      // two who make it at once make one
      if ((await collection.get(id)) === undefined) await collection.insert(newDigest(personId, person.tenantId));
      await change(collection, id, (digest) => addWant(digest, { tiltakId: tiltak.id, want, at }, deps.now()));
      return undefined;
    },
    // a question comes back by itself in a week; news is tried again the next day
    giveUp: (effect, why) => {
      if (effect.kind !== 'digest-wants' || effect.want === 'ask') return other.giveUp(effect, why);
      const { key, kind, personId, want, at } = effect;
      const when = { realNow: new Date(deps.realNow().getTime() + DAY_MS) };
      return (tiltak) => emit(tiltak, when, { key, kind, personId, want, ...(at && { at }) });
    },
  };
}

/** What meetings send for their committee's tiltak: the question how it goes, three weeks before. */
export function followUpDelivery(deps: Deps, other: Delivery<Meeting>): Delivery<Meeting> {
  const askAll = async ({ committeeId, startsAt }: Meeting) => {
    const open = await deps.tiltak.openIn(committeeId);
    await someAtATime(open, ({ id }) =>
      change(deps.tiltak.collection, id, (tiltak) => askBeforeMeeting(tiltak, dayOf(startsAt), deps.now())),
    );
  };
  return {
    ...other,
    send: async (effect, meeting) => {
      if (effect.kind !== 'ask-tiltak') return other.send(effect, meeting);
      // cancelled meanwhile
      if (meeting.comingIn !== undefined) await askAll(meeting);
      return undefined;
    },
  };
}

/** Digests: one card each, and what became of it told to the tiltak that it asks about. */
export function digestDelivery(deps: Deps, personal: PersonalCards, other: Delivery<Digest>): Delivery<Digest> {
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });

  const sendCard = async ({ number, attempts }: OfKind<'digest-card'>, { id, personId }: Digest) => {
    // what is answered from now on is answered after the question, however long the card is on its way
    const askedAt = deps.now();
    const taken = await change(deps.digests.collection, id, (digest) => takeOut(digest, number));
    if (!taken.ok) return undefined;
    const digest = taken.value;
    if (isAway(digest, deps.now())) return (current: Digest) => putBack(current, number, deps.now());
    const items = await itemsOf(personId, digest.outgoing);
    const earlier = await itemsOf(
      personId,
      withoutThese([...(digest.earlier ?? []), ...(digest.sent?.items ?? [])], items),
    );
    if (items.length > 0)
      await personal.post(personId, { view: 'digest', fresh: true }, await serviceOf(items[0]?.tiltakId));
    const sent = { items, earlier, isAgain: attempts > 1 };
    return (current: Digest) => noteSent(current, number, sent, { now: askedAt, realNow: deps.realNow() });
  };

  const itemsOf = async (personId: string, items: readonly DigestItem[] = []) =>
    (await wantedOf(deps, personId, items)).map(({ item }) => item);

  // whoever was never heard from is written to through the service of the committee's own conversation
  const serviceOf = async (tiltakId = '') =>
    serviceNear(deps, { committeeId: (await deps.tiltak.collection.get(tiltakId))?.committeeId });

  const tell = async ({ number, tiltakIds, at, why }: OfKind<'digest-told'>, { personId }: Digest) => {
    const read = readerOf(deps);
    await someAtATime(tiltakIds, async (id) => {
      const tiltak = why && (await deps.tiltak.collection.get(id));
      const contacts = tiltak && (await contactsOf(deps, tiltak, read));
      await change(deps.tiltak.collection, id, (current) =>
        why && contacts
          ? noteUnreached(current, { personId, why, contacts }, clocks())
          : noteAsked(current, personId, number, at),
      );
    });
    return undefined;
  };

  return {
    ...other,
    // a retry must not come in a holiday either
    heldUntil: (effect) => {
      if (effect.kind !== 'digest-card') return other.heldUntil?.(effect);
      const now = deps.now();
      const contactAt = digestTime(now);
      return contactAt > now ? contactAt : undefined;
    },
    send: (effect, digest) => {
      if (effect.kind === 'digest-card') return sendCard(effect, digest);
      return effect.kind === 'digest-told' ? tell(effect, digest) : other.send(effect, digest);
    },
    giveUp: (effect, { why }) => {
      if (effect.kind !== 'digest-card') return undefined;
      const reason = why === 'for-now' ? 'failed' : why;
      return (digest) => noteUnsent(digest, effect.number, reason, clocks());
    },
  };
}
