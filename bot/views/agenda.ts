import { agendaCard, agendaReminderCard, type CardState, readCard } from '../../cards/agenda.ts';
import { agendaPreviewCard, agendasCard, buildCard } from '../../cards/agenda-build.ts';
import { agendaPublishCard, fixedSakForm } from '../../cards/agenda-forms.ts';
import { agendaText } from '../../cards/text/agenda.ts';
import { sakHeading } from '../../cards/text/agenda-sak.ts';
import { meetingTitle } from '../../cards/text/meeting.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { mayTakeBack } from '../../store/meeting/rules-acting.ts';
import { fixedOf, fixedSakId, isFor, standingFixed } from '../../store/meeting/rules-agenda.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { unanswered } from '../../store/meeting/rules-agenda-silent.ts';
import { coveredBy, standing } from '../../store/meeting/rules-holder.ts';
import type { Sak } from '../../store/sak/record.ts';
import {
  type Agenda,
  agendaOf,
  asNumbered,
  asSent,
  contentOf,
  isVaraAt,
  maySee,
  ownAgenda,
  sentAgenda,
} from '../agenda.ts';
import { proposalsIn } from '../agenda-follow-up.ts';
import { forfallLines, sakNameIn, seatsOf } from '../forfall.ts';
import { deciding } from '../minutes.ts';
import { namesIn } from '../names.ts';
import type { Deps, Post } from '../turn.ts';
import { post, type Shows, said } from './view.ts';

/** What is shown of agendas. */
export const agendaShows: Shows<
  | 'agenda'
  | 'agenda-build'
  | 'agenda-edit-form'
  | 'agenda-preview'
  | 'agenda-card'
  | 'agenda-reminder'
  | 'agenda-read'
  | 'agenda-shared'
  | 'agenda-publish-form'
> = {
  agenda: async (deps, viewerId) => {
    const [own, others] = await Promise.all([deps.committees.of(viewerId), deps.committees.withVara(viewerId)]);
    const committees = [...own, ...others.filter(({ id }) => !own.some((one) => one.id === id))];
    if (committees.length === 0) return said('agenda-no-committee');
    const meetings = await deps.meetings.coming(committees.map(({ id }) => id));
    const coming = meetings.flatMap((meeting) => {
      const committee = committees.find(({ id }) => id === meeting.committeeId);
      const runs = committee !== undefined && mayRunAgenda(committee, viewerId);
      // of a committee that somebody is vara in, the meetings in which they act
      const isTheirs = own.some(({ id }) => id === meeting.committeeId) || isVaraAt(meeting, viewerId);
      return committee && (runs || (meeting.sent && isTheirs)) ? [{ meeting, committee, runs }] : [];
    });
    return post(agendaText.title, agendasCard(coming));
  },
  'agenda-build': async (deps, viewerId, { meetingId, problem, typed }) => {
    const agenda = await ownAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    const addable = await addableTo(deps, agenda);
    const isFollowed = standingFixed(agenda.meeting).includes('oppfolging');
    const proposals = isFollowed ? 0 : await proposalsIn(deps, agenda.committee.id);
    const shown = { addable, proposals, ...(problem && { problem }), ...(typed && { typed }) };
    return post(agendaText.buildTitle(meetingTitle(agenda.committee, agenda.meeting)), buildCard(agenda, shown));
  },
  'agenda-edit-form': async (deps, viewerId, { meetingId, sakId, typed, problems = [] }) => {
    const agenda = await ownAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    const sak = agenda.saker.find(({ id }) => id === sakId);
    if (sak?.fixed === undefined) return said('not-fixed');
    return post(agendaText.editTitle, fixedSakForm(meetingId, sak, { problems, ...(typed && { typed }) }));
  },
  'agenda-preview': async (deps, viewerId, { meetingId, page, problem }) => {
    const agenda = await ownAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    const shown = { seen: contentOf(agenda), ...(page && { page }), ...(problem && { problem }) };
    return post(agendaText.previewOf, agendaPreviewCard(await asNumbered(deps, agenda), shown));
  },
  'agenda-card': async (deps, viewerId, { meetingId, problem }) => {
    const agenda = await sentAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    const state = { ...(await agendaStateOf(deps, agenda, viewerId)), ...(problem && { problem }) };
    return post(agendaText.cardTitle(agenda.committee.shortName), agendaCard(agenda, state, false));
  },
  'agenda-reminder': async (deps, viewerId, { meetingId }) => {
    const agenda = await sentAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    const { committee, meeting } = agenda;
    return post(agendaText.reminderTitle(meetingTitle(committee, meeting)), agendaReminderCard(agenda));
  },
  'agenda-read': async (deps, viewerId, { meetingId, sakId, page }) => {
    const agenda = await sentAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    const sak = agenda.saker.find(({ id }) => id === sakId);
    if (sak === undefined) return said('not-on-agenda');
    if (!maySee(agenda, sak, viewerId)) return said('sak-closed');
    return readPost(agenda, sak, false, page);
  },
  'agenda-shared': async (deps, viewerId, { meetingId, problem, sakId, page }) => {
    const known = await agendaOf(deps, meetingId);
    if (known === undefined) return said('not-found');
    const agenda = asSent(known);
    if (sakId === undefined) return sharedPost(deps, agenda, problem);
    const own = await sentAgenda(deps, viewerId, meetingId, known.meeting);
    if ('refused' in own) return sharedPost(deps, agenda, own.refused);
    const sak = agenda.saker.find(({ id }) => id === sakId);
    if (sak === undefined) return sharedPost(deps, agenda, 'choose-sak');
    // where others may look over one's shoulder a closed sak is shown to nobody
    if (sak.closed) return sharedPost(deps, agenda, 'sak-closed');
    return readPost(agenda, sak, true, page);
  },
  'agenda-publish-form': async (deps, viewerId, { meetingId, typed = {}, problems = [] }) => {
    const agenda = await ownAgenda(deps, viewerId, meetingId);
    if ('refused' in agenda) return said(agenda.refused);
    if (!agenda.meeting.sent) return said('agenda-not-sent');
    return post(agendaText.publishTitle, agendaPublishCard(agenda.meeting, agenda.committee, { typed, problems }));
  },
};

/** A sent agenda as somebody sees it: what was answered, who acts for whom, and what they may do. */
export async function agendaStateOf(deps: Deps, agenda: Agenda, viewerId: string): Promise<CardState> {
  const { meeting, committee } = agenda;
  const own = meeting.answers.find(({ seatId }) =>
    committee.seats.some(({ id, memberId }) => id === seatId && memberId === viewerId),
  );
  const seats = seatsOf(committee, viewerId);
  return {
    answers: await answersOf(deps, agenda),
    isOver: isOver(meeting, deps.now()),
    ...(await actingOf(deps, agenda, viewerId)),
    maySee: (sak: Sak) => maySee(agenda, sak, viewerId),
    hasSeat: seats.length > 0,
    forfall: await forfallLines(deps, agenda, seats),
    seesForfall: mayRunRounds(committee, viewerId),
    runs: mayRunAgenda(committee, viewerId),
    ...(own && { own: own.comes }),
  };
}

function readPost(agenda: Agenda, sak: Sak, isShared: boolean, page: number | undefined): Post {
  const shown = { isShared, ...(page !== undefined && { page }) };
  return post(sakHeading(sak, agenda.numberOf(sak.id)), readCard(agenda, sak, shown));
}

async function sharedPost(deps: Deps, agenda: Agenda, problem?: string): Promise<Post> {
  const state = {
    answers: await answersOf(deps, agenda),
    isOver: isOver(agenda.meeting, deps.now()),
    maySee: ({ closed }: Sak) => closed !== true,
    ...(problem && { problem }),
  };
  return post(agendaText.cardTitle(agenda.committee.shortName), agendaCard(agenda, state, true));
}

/** Who acts for this person at the meeting, and for whom they act themselves. */
async function actingOf(deps: Deps, { meeting, committee, numberOf }: Agenda, viewerId: string) {
  const covered = standing(meeting).flatMap((one) => {
    const seat = committee.seats.find(({ id }) => id === one.seatId);
    const call = coveredBy(one);
    return seat && call ? [{ seat, call, scope: one.scope }] : [];
  });
  const mine = covered.filter(({ seat }) => seat.memberId === viewerId);
  const others = covered.filter(({ call }) => call.varaId === viewerId);
  const nameOf = await namesIn(
    deps,
    others.flatMap(({ seat }) => seat.memberId ?? []),
  );
  const sakName = sakNameIn({ numberOf });
  const acting = [
    ...mine.map(({ call, scope }) => agendaText.actedFor(call.varaName, scope, sakName)),
    ...others.map(({ seat: { memberId, name }, scope }) =>
      agendaText.actsFor(memberId === undefined ? name : `${nameOf(memberId)} (${name})`, scope, sakName),
    ),
  ];
  const hasVara = mayTakeBack(meeting, committee.seats, viewerId);
  const isVara = others.length > 0;
  return { ...(acting.length > 0 && { acting }), ...(hasVara && { hasVara }), ...(isVara && { isVara }) };
}

/** Who has said what of coming, by their ids; of whoever has several seats, once. `covered`: the varas for all of it. */
export function saidOf(meeting: Meeting, committee: Committee) {
  const holders = (comes: boolean) => {
    const seatIds = meeting.answers.filter((answer) => answer.comes === comes).map(({ seatId }) => seatId);
    const seats = committee.seats.filter(({ id }) => seatIds.includes(id));
    return [...new Set(seats.flatMap(({ memberId }) => memberId ?? []))];
  };
  const covered = standing(meeting).flatMap((one) => {
    const call = one.scope.what === 'whole' ? coveredBy(one) : undefined;
    return call ? [{ call, memberId: committee.seats.find(({ id }) => id === one.seatId)?.memberId }] : [];
  });
  return { comes: holders(true), forfall: holders(false), covered, silent: unanswered(meeting, committee).length };
}

/** The same by name. */
async function answersOf(deps: Deps, { meeting, committee }: Agenda) {
  const { comes, forfall, covered, silent } = saidOf(meeting, committee);
  const nameOf = await namesIn(deps, [...comes, ...forfall, ...covered.flatMap(({ memberId }) => memberId ?? [])]);
  const varas = covered.map(({ call: { varaName }, memberId }) =>
    memberId === undefined ? varaName : agendaText.varaFor(varaName, nameOf(memberId)),
  );
  return { comes: [...comes.map(nameOf), ...varas], forfall: forfall.map(nameOf), silent };
}

/** What can be put on an agenda: accepted saker for this meeting that no round decides, and fixed ones that were taken off. */
export async function addableTo(deps: Deps, { meeting, committee }: Agenda): Promise<readonly Sak[]> {
  const onAgenda = new Set(meeting.items.map(({ sakId }) => sakId));
  const [open, coming] = await Promise.all([deps.saker.openIn([committee.id]), deps.meetings.coming([committee.id])]);
  const later = coming.filter(({ startsAt }) => startsAt > meeting.startsAt);
  const waiting = open.filter((sak) => sak.status === 'accepted' && isFor(sak, meeting, later));
  // one that a round decides by now, instead of a meeting that was cancelled, waits for no other one
  const rounds = await Promise.all(waiting.map((sak) => deciding(deps, sak)));
  const accepted = waiting.filter((_sak, n) => rounds[n] === undefined);
  const fixed = await Promise.all(
    fixedOf(committee).map((kind) => deps.saker.collection.get(fixedSakId(meeting.id, kind))),
  );
  return [...accepted, ...fixed.filter((sak) => sak !== undefined)].filter(({ id }) => !onAgenda.has(id));
}
