import { change } from '../store/change.ts';
import { type Effect, emit, type SakNews } from '../store/effect.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isOver } from '../store/meeting/rules-agenda-send.ts';
import { noteCallUnreached } from '../store/meeting/rules-call-answer.ts';
import { coveredBy, isInhabil } from '../store/meeting/rules-holder.ts';
import { tellSak } from '../store/sak/rules-told.ts';
import type { Delivery, Settled } from './attempt.ts';
import type { Deps } from './turn.ts';

type Unreached = Extract<Effect, { kind: 'call-unreached' }>;
type Recused = Extract<SakNews, { what: 'recused' }>;

/** What forfall wants sent: a vara who is not reached gives way to the next one, and a sak hears who is inhabil. */
export function forfallDelivery(deps: Deps, other: Delivery<Meeting>): Delivery<Meeting> {
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });

  const callNext = async ({ forfallId, varaId }: Unreached, { committeeId }: Meeting) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return undefined;
    return (current: Meeting) => noteCallUnreached(current, committee, { forfallId, varaId }, clocks());
  };

  /** As the meeting says once it is told: two that are on their way at a time leave what was said last. */
  const tellRecused = async (sakId: string, { seatId, ...news }: Recused, meeting: Meeting) => {
    for (let current: Meeting | undefined = meeting, told: boolean | undefined; current; ) {
      const isRecused = isInhabil(current, seatId, sakId);
      if (isRecused === told) return undefined;
      told = isRecused;
      await change(deps.saker.collection, sakId, (sak) => tellSak(sak, { ...news, seatId, isRecused }, clocks()));
      current = await deps.meetings.collection.get(meeting.id);
    }
    return undefined;
  };

  return {
    ...other,
    send: async (effect, meeting) => {
      if (effect.kind === 'call-unreached') return callNext(effect, meeting);
      if (effect.kind === 'sak-told' && effect.news.what === 'recused')
        return tellRecused(effect.sakId, effect.news, meeting);
      return isNeedless(effect, meeting, deps.now()) ? undefined : other.send(effect, meeting);
    },
    giveUp: (effect, why) => {
      const forfallId = calledIn(effect);
      if (forfallId === undefined || effect.kind !== 'personal-card') return other.giveUp(effect, why);
      return unreached(forfallId, effect.personId, deps.realNow());
    },
  };
}

/** The forfall that a card calls somebody in for. */
function calledIn(effect: Effect): string | undefined {
  return effect.kind === 'personal-card' && effect.view.view === 'call-in' ? effect.view.forfallId : undefined;
}

/** The committee, which names the next one, is read when this is carried out. */
function unreached(forfallId: string, varaId: string, realNow: Date): Settled<Meeting> {
  const key = `call-unreached:${forfallId}:${varaId}`;
  return (meeting) => emit(meeting, { realNow }, { kind: 'call-unreached', key, forfallId, varaId });
}

/** Whether a card about a call-in says nothing any more: the meeting is over, or whoever was not asked in time is not needed. */
function isNeedless(effect: Effect, meeting: Meeting, now: Date): boolean {
  const forfall = meeting.forfall?.find(({ id }) => id === calledIn(effect));
  const call = forfall?.calls.find(({ varaId }) => effect.kind === 'personal-card' && varaId === effect.personId);
  if (forfall === undefined || call === undefined) return false;
  if (meeting.state !== 'cancelled' && isOver(meeting, now)) return true;
  const { state } = call;
  if (state === 'declined' || state === 'unreached') return true;
  return state === 'timed-out' && coveredBy(forfall) !== undefined;
}
