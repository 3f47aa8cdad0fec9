import type { Committee } from '../committee/record.ts';
import { peopleIn } from '../committee/record.ts';
import { emit, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain, renewShared } from '../round/effects.ts';
import type { Attachment } from '../sak/record.ts';
import { soonEnough } from './effects.ts';
import type { AgendaItem, Meeting, OwnCard } from './record.ts';
import { unanswered } from './rules-agenda-silent.ts';
import { coveredBy, isVaraIn, standing } from './rules-holder.ts';

export type SendRefusal = 'meeting-over' | 'agenda-empty' | 'agenda-changed-meanwhile' | 'agenda-sent-before';

/**
 * Begins to send an agenda, as it was previewed. From this write on it is sent, whoever finishes it: nobody changes it
 * meanwhile, and an effect waits until its saker have their numbers. Safe to repeat.
 */
export function beginSending(
  meeting: Meeting,
  { revision, personId }: { readonly revision: number; readonly personId: string },
  clocks: Clocks,
): Result<Meeting, SendRefusal> {
  if (meeting.sending?.revision === revision) return done(meeting);
  if (meeting.sent?.revision === revision) return refuse('agenda-sent-before');
  if (meeting.agendaRevision !== revision) return refuse('agenda-changed-meanwhile');
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  if (meeting.items.length === 0) return refuse('agenda-empty');
  const sending = { ...meeting, sending: { at: clocks.now, by: personId, revision } };
  return done(emit(sending, atOnce(clocks), { kind: 'agenda-sending', key: `agenda-sending:${revision}` }));
}

/** Whether a meeting was held or cancelled, or its time has passed. */
export function isOver({ state, endsAt }: Pick<Meeting, 'state' | 'endsAt'>, now: Date): boolean {
  return state === 'held' || state === 'cancelled' || endsAt <= now;
}

/** What the saker of an agenda are known by when it is sent. */
export type Numbered = {
  readonly committee: Pick<Committee, 'seats' | 'roles' | 'conversation'>;
  /** Of every sak on the agenda, by its id. */
  readonly numberOf: (sakId: string) => string | undefined;
  readonly attachmentsOf: (sakId: string) => readonly Attachment[];
  /** The revision that the numbers were taken for. */
  readonly revision: number;
};

/**
 * The agenda was sent: its saker are told their numbers, their vedlegg are numbered across the meeting, and the agenda
 * card goes to the committee's conversation, or to each of its people when it has none. Safe to repeat.
 */
export function completeSending(meeting: Meeting, numbered: Numbered, clocks: Clocks): Result<Meeting, never> {
  const { sending, ...rest } = meeting;
  if (sending === undefined || sending.revision !== numbered.revision) return done(meeting);
  const { conversation } = numbered.committee;
  const isFirst = meeting.sent === undefined;
  const sent: Meeting = {
    ...rest,
    state: meeting.state === 'planned' ? 'called' : meeting.state,
    sent: sending,
    items: withVedlegg(meeting.items, numbered.attachmentsOf),
    ...(isFirst && conversation && { shared: { ...conversation } }),
  };
  const noted = note(sent, { at: clocks.now, by: sending.by, what: isFirst ? 'agenda-sent' : 'agenda-sent-again' });
  const shown = showAgenda(tellSaker(noted, numbered, clocks), numbered.committee, isFirst, clocks);
  return done(showToVaras(shown, clocks));
}

/** Those who act for somebody at the meeting have no part in the committee's conversation: each has a card. */
function showToVaras(meeting: Meeting, clocks: Clocks): Meeting {
  const varaIds = [...new Set(standing(meeting).flatMap((one) => coveredBy(one)?.varaId ?? []))];
  return renewOwn(sendToEach(meeting, withoutCard(meeting, varaIds), clocks), varaIds, clocks);
}

function withoutCard({ cards = [] }: Pick<Meeting, 'cards'>, personIds: readonly string[]): string[] {
  return personIds.filter((personId) => !cards.some((one) => one.personId === personId));
}

function sendToEach(meeting: Meeting, personIds: readonly string[], clocks: Clocks): Meeting {
  const view = { view: 'agenda-card', meetingId: meeting.id } as const;
  const cards = personIds.map((personId) => ({ kind: 'personal-card' as const, personId, view }));
  return emitAgain(meeting, soonEnough([meeting], clocks), ...cards);
}

/** What lies in people's own chats shows the agenda as it is, without a message. */
function renewOwn(meeting: Meeting, personIds: readonly string[], clocks: Clocks): Meeting {
  const known = (meeting.cards ?? []).filter(({ personId }) => personIds.includes(personId));
  const renewed = known.map(({ personId }) => ({ kind: 'agenda-card-update' as const, personId }));
  return emitAgain(meeting, atOnce(clocks), ...renewed);
}

/** Every agenda card shows where and when the meeting is now: the one in the conversation, and those in people's own chats. */
export function renewAgenda(meeting: Meeting, { people }: Pick<Committee, 'people'>, clocks: Clocks): Meeting {
  const holders = (meeting.cards ?? []).map(({ personId }) => personId);
  const theirs = holders.filter((personId) => people.includes(personId) || isVaraIn(meeting, personId));
  return renewOwn(renewShared(meeting, clocks), theirs, clocks);
}

function tellSaker(meeting: Meeting, { numberOf, revision }: Numbered, clocks: Clocks): Meeting {
  const effects = meeting.items.flatMap(({ sakId }) => {
    const number = numberOf(sakId);
    if (number === undefined) return [];
    const news = { what: 'numbered', number, meetingId: meeting.id } as const;
    return [{ kind: 'sak-told' as const, key: `told:${revision}:${sakId}`, sakId, news }];
  });
  return emit(meeting, atOnce(clocks), ...effects);
}

/** The card in the committee's conversation, posted once and renewed in place; or one to each of its people. */
function showAgenda(meeting: Meeting, committee: Numbered['committee'], isFirst: boolean, clocks: Clocks): Meeting {
  if (!isFirst) return meeting.shared ? renewShared(meeting, clocks) : showAgain(meeting, committee, clocks);
  if (meeting.shared) return emit(meeting, atOnce(clocks), { kind: 'shared-card', key: 'shared-card' });
  return showToEach(meeting, committee, clocks);
}

type Members = Pick<Committee, 'seats' | 'roles'>;

/**
 * The agenda card to each of the committee's people: it has no conversation, or the bot is gone from the one it had
 * (design 4). Nobody gets it once the meeting is over.
 */
export function showToEach({ shared: _gone, ...meeting }: Meeting, committee: Members, clocks: Clocks): Meeting {
  if (isOver(meeting, clocks.now)) return meeting;
  // somebody of the secretariat may act as a vara, and has it then
  return sendToEach(meeting, withoutCard(meeting, peopleIn(committee)), clocks);
}

/**
 * What is new in an agenda, to the committee's people where it cannot be shown in their conversation. It is sent to those
 * who have not said whether they come, and to those without a seat whom it has not reached. Whoever has said it is asked
 * no more: their card is renewed where it lies.
 */
export function showAgain({ shared: _gone, ...meeting }: Meeting, committee: Members, clocks: Clocks): Meeting {
  if (isOver(meeting, clocks.now)) return meeting;
  const silent = unanswered(meeting, committee);
  const isMember = (personId: string) => committee.seats.some(({ memberId }) => memberId === personId);
  const others = peopleIn(committee).filter((personId) => !silent.includes(personId));
  const unreached = withoutCard(meeting, others).filter((personId) => !isMember(personId));
  return renewOwn(sendToEach(meeting, [...silent, ...unreached], clocks), others, clocks);
}

/** Notes where the agenda card in somebody's own chat is. One whose id Teams did not say cannot be renewed. */
export function noteOwnCard(
  meeting: Meeting,
  { personId, activityId, ...place }: Omit<OwnCard, 'activityId'> & Partial<OwnCard>,
): Meeting {
  if (activityId === undefined) return meeting;
  const others = (meeting.cards ?? []).filter((one) => one.personId !== personId);
  return { ...meeting, cards: [...others, { personId, ...place, activityId }] };
}

/** Numbers vedlegg in the order of the agenda. What was sent with a number keeps it, and what is new gets the next ones. */
function withVedlegg(items: readonly AgendaItem[], attachmentsOf: Numbered['attachmentsOf']): AgendaItem[] {
  let last = Math.max(0, ...items.flatMap(({ attachments = [] }) => attachments.map(({ number }) => number)));
  return items.map((item) => ({
    ...item,
    attachments: attachmentsOf(item.sakId).map((attachment) => {
      const before = item.attachments?.find((known) => sameAttachment(known.attachment, attachment));
      return { number: before?.number ?? ++last, attachment };
    }),
  }));
}

function sameAttachment(a: Attachment, b: Attachment): boolean {
  const idOf = (one: Attachment) => (one.kind === 'file' ? one.fileId : one.url);
  return a.kind === b.kind && idOf(a) === idOf(b);
}

/**
 * Notes where the agenda card is. What happened while it was on its way is shown by renewing it. `shown`: the meeting as
 * the card showed it.
 */
export function noteAgendaCard(
  meeting: Meeting,
  activityId: string | undefined,
  shown: Pick<Meeting, 'history'>,
  clocks: Clocks,
): Meeting {
  if (meeting.shared === undefined) return meeting;
  const { activityId: _before, ...place } = meeting.shared;
  const noted = { ...meeting, shared: { ...place, ...(activityId !== undefined && { activityId }) } };
  // every deed is noted, an answer that is another now too
  return meeting.history.length === shown.history.length ? noted : renewShared(noted, clocks);
}
