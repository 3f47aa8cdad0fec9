import { answerButtons, type CardState, runButtons } from '../../cards/agenda.ts';
import { button, type Execute } from '../../cards/elements.ts';
import { meetingButtons } from '../../cards/meeting-plan.ts';
import { backElements } from '../../cards/round.ts';
import { namesText } from '../../cards/setup-members.ts';
import { agendaText } from '../../cards/text/agenda.ts';
import { callText } from '../../cards/text/forfall.ts';
import { capitalized } from '../../cards/text/format.ts';
import { meetingTime, meetingTitle, meetingWhere } from '../../cards/text/meeting.ts';
import { clashText, planText } from '../../cards/text/meeting-plan.ts';
import { minutesText } from '../../cards/text/minutes.ts';
import { notice } from '../../cards/text/notices.ts';
import { tabMeetingText } from '../../cards/text/tab-meetings.ts';
import { mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { callStanding } from '../../store/meeting/rules-call-stands.ts';
import type { Forecast } from '../../store/meeting/rules-forecast.ts';
import { standing } from '../../store/meeting/rules-holder.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import { type Agenda, asSent } from '../agenda.ts';
import { seatsOf } from '../forfall.ts';
import { comingSaker } from '../meeting-coming.ts';
import { clashesIn, clashNames } from '../meeting-plan.ts';
import { agendaStateOf } from '../views/agenda.ts';
import { pointsOf, shownAgenda } from './agenda-points.ts';
import { cancellers, meetingState } from './meetings.ts';
import { buttonOf, buttonsIn } from './native.ts';
import type { Reading } from './reading.ts';
import type { WireButton } from './wire-rounds.ts';

const REMIND = 'forecast.remind';

/** What a meeting's page and the side panel both show of it. `forecast`: for those who run it. */
export async function headOf(
  { deps, viewerId }: Reading,
  agenda: Agenda,
  { forecast, nowAt }: { readonly forecast?: Forecast | undefined; readonly nowAt?: string | undefined },
) {
  const { meeting, committee } = agenda;
  const nameOf = await cancellers(deps, [meeting]);
  // as the agenda card, which shows nothing that was not sent
  const state = await agendaStateOf(deps, asSent(agenda), viewerId);
  const shown = shownAgenda(agenda, viewerId);
  return {
    id: meeting.id,
    committeeId: committee.id,
    committee: committee.shortName,
    title: meetingTitle(committee, meeting),
    when: capitalized(meetingTime(meeting)),
    place: capitalized(meetingWhere(meeting)) || planText.whereUnknown,
    state: meetingState(meeting, nameOf, deps.now()),
    notes: [...ownNotes(agenda, state, viewerId, deps.now()), ...(await planNotes({ deps, viewerId }, agenda))],
    agendaState: agendaStateText(agenda, shown),
    agenda: pointsOf(shown, viewerId, nowAt),
    actions: await actionsOf({ deps, viewerId }, agenda, state, forecast),
  };
}

function agendaStateText({ meeting }: Agenda, shown: Agenda): string {
  if (meeting.sent) return `${agendaText.state(meeting)}.`;
  return shown.saker.length > 0 ? tabMeetingText.draftAgenda : tabMeetingText.noAgenda;
}

/** What whoever looks has said, who acts for whom, and why the meeting is not held. */
function ownNotes({ meeting, committee }: Agenda, state: CardState, viewerId: string, now: Date): string[] {
  const { cancelled, agendaPublished } = meeting;
  const calls = callsOf({ meeting, committee }, viewerId, now);
  return [
    ...(cancelled?.reason ? [planText.byReason(cancelled.reason)] : []),
    ...(state.own === undefined ? [] : [agendaText.yours(state.own)]),
    ...(state.forfall ?? []),
    ...(state.acting ?? []),
    ...calls.map(({ call }) => callText(call, 'Du', now)),
    ...(agendaPublished ? [agendaText.published(agendaPublished.where, agendaPublished.at)] : []),
  ];
}

/** What the plan says of a meeting that is to come, to those in its committee. */
async function planNotes({ deps, viewerId }: Pick<Reading, 'deps' | 'viewerId'>, { meeting, committee }: Agenda) {
  if (isOver(meeting, deps.now()) || !committee.people.includes(viewerId)) return [];
  const [clashes = []] = await clashesIn(deps, committee, [meeting]);
  const nameOf = await clashNames(deps, committee, viewerId, clashes);
  const named = comingSaker(await deps.meetings.coming([committee.id]));
  return [
    ...clashes.map((clash) => clashText(clash, nameOf && namesText(clash.people.map(nameOf)))),
    ...named.flatMap(({ title, wishedMeetingId }) => (wishedMeetingId === meeting.id ? [planText.wished(title)] : [])),
  ];
}

/** The questions to whoever looks, as a vara, that are still to answer or that they said yes to. */
function callsOf({ meeting, committee }: Pick<Agenda, 'meeting' | 'committee'>, viewerId: string, now: Date) {
  return standing(meeting).flatMap((forfall) =>
    forfall.calls
      .filter(({ varaId }) => varaId === viewerId)
      .filter((call) => ['asked', 'late', 'accepted'].includes(callStanding(meeting, committee, forfall, call, now)))
      .map((call) => ({ forfall, call })),
  );
}

/** The ways that the chat's cards of the meeting and of its agenda have, each once. */
async function actionsOf(
  { deps, viewerId }: Pick<Reading, 'deps' | 'viewerId'>,
  agenda: Agenda,
  state: CardState,
  forecast: Forecast | undefined,
): Promise<WireButton[]> {
  const { meeting, committee } = agenda;
  const { id: meetingId, sent } = meeting;
  const isIn = committee.people.includes(viewerId);
  const isOff = isOver(meeting, deps.now());
  const viewer = {
    mayPlan: mayRunAgenda(committee, viewerId),
    hasSeat: seatsOf(committee, viewerId).length > 0,
    seesForfall: mayRunRounds(committee, viewerId),
  };
  const mayAnswer = viewer.hasSeat || state.isVara === true;
  const answer = sent ? answerButtons(agenda, state).filter(({ verb }) => mayAnswer || verb !== 'agenda.answer') : [];
  const calls = callsOf(agenda, viewerId, deps.now()).map(({ forfall }) =>
    button(tabMeetingText.toCall, { verb: 'forfall.called', meetingId, forfallId: forfall.id }),
  );
  const build = button(agendaText.build, { verb: 'agenda.build', meetingId });
  const ofPlan = isIn ? meetingButtons(meeting, viewer, { forecast, now: deps.now() }) : [];
  // one reminder under two names
  const remindsOnce = (one: Execute) => one.verb !== 'agenda.remind' || !ofPlan.some(({ verb }) => verb === REMIND);
  const all: Execute[] = [
    ...answer,
    ...calls,
    ...ofPlan,
    ...(sent ? runButtons(meeting, state).filter(remindsOnce) : viewer.mayPlan && !isOff ? [build] : []),
    ...(viewer.seesForfall ? await toReferat(deps, meetingId) : []),
  ];
  const back = buttonsIn(backElements(state.hasVara && !isOff ? meetingId : undefined));
  return once([...back, ...all.map(buttonOf).map(named)]);
}

/** Each way once, by the name that it has first. */
function once(buttons: readonly WireButton[]): WireButton[] {
  const keyOf = ({ action }: WireButton) => JSON.stringify(action);
  return buttons.filter((one, n) => buttons.findIndex((other) => keyOf(other) === keyOf(one)) === n);
}

/** What is called «Møtet» beside the meeting's cards is its protocol here, and the page shows what somebody has answered. */
function named(button: WireButton): WireButton {
  if (button.action.verb === 'minutes.show') return { ...button, text: tabMeetingText.minutes };
  return button.action.verb === 'agenda.answer' ? { ...button, said: notice('coming-saved') } : button;
}

async function toReferat(deps: Reading['deps'], meetingId: string): Promise<Execute[]> {
  const referatId = referatIdFor(meetingId);
  const referat = await deps.referater.collection.get(referatId);
  return referat ? [button(minutesText.toReferat, { verb: 'referat.show', referatId })] : [];
}
