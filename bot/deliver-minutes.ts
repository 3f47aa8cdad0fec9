import type { Ballot } from '../store/ballot/record.ts';
import { noteUnreached } from '../store/ballot/rules.ts';
import { change } from '../store/change.ts';
import { type Effect, emit } from '../store/effect.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { approves } from '../store/meeting/rules-protocol.ts';
import { followVedtak } from '../store/referat/rules-meeting.ts';
import type { Delivery, Settled } from './attempt.ts';
import type { Deps } from './turn.ts';

type Approval = Extract<Effect, { kind: 'referat-approved' }>;

/** What a protocol wants told to the referater that its vedtak approve. */
export function minutesDelivery(deps: Deps, other: Delivery<Meeting>): Delivery<Meeting> {
  return {
    ...other,
    send: (effect, meeting) =>
      effect.kind === 'referat-approved' ? approveByVedtak(deps, effect, meeting.id) : other.send(effect, meeting),
  };
}

/**
 * «bekreftes godkjent»: as the protocol says by now, for a vedtak may have been corrected since. Whoever recorded it is
 * told when the referat does not follow.
 */
async function approveByVedtak(
  deps: Deps,
  { referatId, sakId, on, vedtak, by }: Approval,
  meetingId: string,
): Promise<Settled<Meeting> | undefined> {
  const meeting = await deps.meetings.collection.get(meetingId);
  const sak = (await deps.saker.collection.get(sakId))?.number;
  const isApproved = meeting !== undefined && approves(meeting, sakId, referatId);
  const followed = await change(deps.referater.collection, referatId, (referat) =>
    followVedtak(referat, { isApproved, on, vedtak, ...(sak && { sak }) }, { personId: by, now: deps.now() }),
  );
  if (followed.ok || (followed.refusal !== 'on-round' && followed.refusal !== 'already-published')) return undefined;
  const view = { view: 'minutes-unfollowed', referatId, sakId, why: followed.refusal } as const;
  const card = { kind: 'personal-card', key: `unfollowed:${referatId}:${sakId}`, personId: by, view } as const;
  return (current) => emit(current, { realNow: deps.realNow() }, card);
}

/** What a voting wants sent. Whom its card does not reach is named to whoever runs it. */
export function ballotDelivery(delivery: Delivery<Ballot>): Delivery<Ballot> {
  return {
    ...delivery,
    giveUp: (effect) =>
      effect.kind === 'personal-card' ? (ballot) => noteUnreached(ballot, effect.personId) : undefined,
  };
}
