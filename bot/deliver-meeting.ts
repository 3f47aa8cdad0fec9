import { change } from '../store/change.ts';
import type { Effect } from '../store/effect.ts';
import { newsIn, tellEach } from '../store/meeting/effects.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { carryComing, firstAfter, removeComing } from '../store/meeting/rules-coming.ts';
import { wantOnce } from '../store/person/rules.ts';
import { done, type Result } from '../store/result.ts';
import type { Delivery } from './attempt.ts';
import { isOnRound } from './minutes.ts';
import { postShared, sharedAddress } from './shared-address.ts';
import { type Deps, HeldBackError } from './turn.ts';

/** How often it is looked for a next meeting, where there is none. Real time. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** What meetings send: files go by the person's own outbox, and «Kommende saker» to the next meeting. */
export function meetingDelivery(deps: Deps, other: Delivery<Meeting>): Delivery<Meeting> {
  /** What was named and has become a sak meanwhile. */
  const madeSince = async ({ id, committeeId }: Meeting) => {
    const [open, dealtWith] = await Promise.all([deps.saker.openIn([committeeId]), deps.saker.onAgendaOf(id)]);
    return [...open, ...dealtWith].filter(({ status }) => status !== 'draft').map(({ title }) => title);
  };
  const carry = async (meeting: Meeting) => {
    const next = firstAfter(await deps.meetings.coming([meeting.committeeId]), meeting.startsAt);
    // nothing that was named is lost while no next meeting is planned
    if (next === undefined) throw new HeldBackError(new Date(deps.realNow().getTime() + LOOK_AGAIN_MS));
    const titles = await madeSince(meeting);
    const unmade = removeComing(meeting, titles);
    const from = unmade.ok ? unmade.value : meeting;
    await change(deps.meetings.collection, next.id, (to): Result<Meeting, never> => done(carryComing(from, to)));
    return undefined;
  };
  /** What changed, told where the committee talks; to each of its people when the bot is gone from there. */
  const tell = async (effect: Extract<Effect, { kind: 'reply' }>, meeting: Meeting) => {
    const view = newsIn(effect);
    const address = await sharedAddress(deps, { tenantId: meeting.tenantId, shared: effect });
    const posted = await postShared(deps, address, async (there) => {
      await other.send({ ...effect, ...there }, meeting);
      return there;
    });
    const committee = posted ? undefined : await deps.committees.collection.get(meeting.committeeId);
    if (!view || !committee) return undefined;
    const clocks = { now: deps.now(), realNow: deps.realNow() };
    return (current: Meeting) => tellEach(current, view, committee, clocks);
  };
  return {
    ...other,
    send: async (effect, meeting) => {
      if (effect.kind === 'carry-coming') return carry(meeting);
      // the meeting was cancelled before its saker heard of it: they stand nowhere
      if (effect.kind === 'sak-told' && effect.news.what === 'numbered' && meeting.state === 'cancelled')
        return undefined;
      // nor are they given back while a round decides them: it does that itself, should it end without a vedtak
      if (effect.kind === 'sak-told' && meeting.state === 'cancelled' && (await isOnRound(deps, meeting, effect.sakId)))
        return undefined;
      if (effect.kind === 'reply') return tell(effect, meeting);
      if (effect.kind !== 'offer-file') return other.send(effect, meeting);
      const { key, personId, offer } = effect;
      const turnId = `${meeting.id}:${key}`;
      const own = { kind: 'offer-file', key: `offer:${turnId}`, personId, offer } as const;
      await change(deps.persons.collection, personId, (person) => wantOnce(person, turnId, [own], deps.realNow()));
      return undefined;
    },
  };
}
