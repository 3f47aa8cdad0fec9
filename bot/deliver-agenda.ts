import type { Effect } from '../store/effect.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { wantsMeetingReminder } from '../store/meeting/rules-agenda-answer.ts';
import { noteAgendaCard, noteOwnCard, showAgain, showToEach } from '../store/meeting/rules-agenda-send.ts';
import { finishSending } from './agenda-send.ts';
import type { Delivery, Settled } from './attempt.ts';
import { type PersonalCards, serviceAround } from './personal.ts';
import { render } from './render.ts';
import { postShared, sharedAddress } from './shared-address.ts';
import type { Deps, Teams } from './turn.ts';

type Done = Promise<Settled<Meeting> | undefined>;

const viewOf = ({ id: meetingId }: Meeting) => ({ view: 'agenda-card', meetingId }) as const;

/** What a meeting wants sent: its agenda card, reminders of it, and the end of a sending that somebody began. */
export function withAgenda(
  deps: Deps,
  teams: Teams,
  personal: PersonalCards,
  other: Delivery<Meeting>,
): Delivery<Meeting> {
  const cardOf = (meeting: Meeting) =>
    render(deps, meeting.sent?.by ?? meeting.id, { view: 'agenda-shared', meetingId: meeting.id });

  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });

  const toEach = async ({ committeeId }: Meeting, show: typeof showToEach): Done => {
    const committee = await deps.committees.collection.get(committeeId);
    return committee && ((current) => show(current, committee, clocks()));
  };

  const share = async (meeting: Meeting): Done => {
    const address = await sharedAddress(deps, meeting);
    const posted = await postShared(deps, address, async (there) => teams.post(there, await cardOf(meeting)));
    if (posted === undefined) return toEach(meeting, showToEach);
    return (current) => noteAgendaCard(current, posted.activityId, meeting, clocks());
  };

  const renew = async (meeting: Meeting): Done => {
    const activityId = meeting.shared?.activityId;
    if (activityId === undefined) return undefined;
    const address = await sharedAddress(deps, meeting);
    const isRenewed = await postShared(deps, address, async (there) => {
      await teams.update(there, activityId, await cardOf(meeting));
      return true;
    });
    return isRenewed ? undefined : toEach(meeting, showAgain);
  };

  const showOwn = async (personId: string, meeting: Meeting): Done => {
    const sent = await personal.post(personId, viewOf(meeting), await serviceAround(deps, meeting));
    return (current) => noteOwnCard(current, { personId, ...sent });
  };

  const renewOwn = async (personId: string, meeting: Meeting): Done => {
    const lying = meeting.cards?.find((one) => one.personId === personId);
    if (lying) await personal.renew(personId, lying, viewOf(meeting));
    return undefined;
  };

  const remind = async (personId: string, meeting: Meeting): Done => {
    const committee = await deps.committees.collection.get(meeting.committeeId);
    if (committee && wantsMeetingReminder(meeting, committee, personId, deps.now()))
      await personal.post(personId, { view: 'agenda-reminder', meetingId: meeting.id });
    return undefined;
  };

  return {
    ...other,
    send: (effect: Effect, meeting) => {
      switch (effect.kind) {
        case 'agenda-sending':
          return finishSending(deps, meeting.id).then(() => undefined);
        case 'shared-card':
          return share(meeting);
        case 'shared-card-update':
          return renew(meeting);
        case 'personal-card':
          return effect.view.view === 'agenda-card' ? showOwn(effect.personId, meeting) : other.send(effect, meeting);
        case 'agenda-card-update':
          return renewOwn(effect.personId, meeting);
        case 'agenda-reminder':
          return remind(effect.personId, meeting);
        default:
          return other.send(effect, meeting);
      }
    },
  };
}
