import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { type AgendaShown, listOf } from './agenda-build.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  paragraph,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { backElements, pagedText } from './round.ts';
import { fitting, fittingChoices, shortened } from './size.ts';
import { agendaText } from './text/agenda.ts';
import { sakText, vedleggOf } from './text/agenda-sak.ts';
import { forfallButtons } from './text/forfall.ts';
import { meetingLine, meetingTitle } from './text/meeting.ts';
import { planText } from './text/meeting-plan.ts';
import { minutesText } from './text/minutes.ts';

/** Who has said what, by name, and how many have said nothing. */
export type Answers = {
  readonly comes: readonly string[];
  readonly forfall: readonly string[];
  readonly silent: number;
};

export type CardState = {
  readonly answers: Answers;
  /** The meeting was held or cancelled, or its time has passed: nobody answers any more, or is reminded. */
  readonly isOver: boolean;
  /** Whether what a sak is about may be seen: of a closed one, only that it is there. */
  readonly maySee: (sak: Sak) => boolean;
  readonly problem?: string;
  /** What the viewer has answered. */
  readonly own?: boolean;
  /** The forfall that the viewer has reported and nobody covers, and how far it has come. */
  readonly forfall?: readonly string[];
  /** The viewer has a seat, and may report forfall for a part or a sak. */
  readonly hasSeat?: boolean;
  /** The viewer sees everybody's forfall. */
  readonly seesForfall?: boolean;
  /** Who acts for the viewer, or for whom they act, in sentences. */
  readonly acting?: readonly string[];
  /** The viewer acts for somebody, and has no part in the committee's own plan. */
  readonly isVara?: boolean;
  /** Somebody acts for the viewer, who may take the seat back. */
  readonly hasVara?: boolean;
  /** The viewer may remind the others, and change the agenda. */
  readonly runs?: boolean;
};

/** With more saker than these, the one to read is chosen from a list. */
const MOST_BUTTONS = 12;
const CHOICE_BYTES = 9 * 1024;
/** What is tried to fit: names of all seats and whole titles first, then ever fewer and shorter ones. */
const STEPS = 80;
const MOST_NAMES = 160;
const LONGEST_TITLE = 300;
const SHORTEST_TITLE = 12;
/** Lines of who acts for whom: nobody has so many but somebody inhabil in that many saker. */
const MOST_ACTING = 10;

/** The agenda as it was sent, in the committee's conversation or, with what only some may do, in somebody's 1:1 chat. */
export function agendaCard(agenda: AgendaShown, state: CardState, isShared: boolean): Card {
  return fitting((step) => cardAt(agenda, state, isShared, step / STEPS), STEPS);
}

function cardAt(agenda: AgendaShown, state: CardState, isShared: boolean, share: number): Card {
  const { meeting, committee, saker } = agenda;
  const { answers, isOver, problem, own, acting = [], forfall = [] } = state;
  const named = (names: readonly string[]) => {
    const shown = names.slice(0, Math.floor(MOST_NAMES * share));
    return names.length === 0 ? agendaText.nobody : agendaText.named(shown, names.length - shown.length);
  };
  const title = (sak: Sak) =>
    shortened(titleOf(sak, state), Math.max(SHORTEST_TITLE, Math.floor(LONGEST_TITLE * share)));
  const published = meeting.agendaPublished;
  return card(
    heading(agendaText.cardTitle(committee.shortName)),
    ...noticeLines(problem),
    ...(meeting.state === 'cancelled' ? [paragraph(agendaText.cancelled)] : []),
    facts({ [agendaText.time]: meetingLine(meeting) }),
    ...listOf(saker.map((sak) => agendaText.sak(agenda.numberOf(sak.id) ?? '', title(sak)))),
    ...(own === undefined ? [] : [paragraph(agendaText.yours(own))]),
    ...[...forfall, ...acting]
      .slice(0, Math.ceil(MOST_ACTING * share))
      .map((line) => paragraph(shortened(line, Math.floor(LONGEST_TITLE * share)))),
    ...backElements(state.hasVara && !isOver ? meeting.id : undefined),
    facts({
      [agendaText.comes]: named(answers.comes),
      [agendaText.forfall]: named(answers.forfall),
      [agendaText.silent]: String(answers.silent),
    }),
    ...(isOver ? [] : [paragraph(agendaText.ask)]),
    ...ways(agenda, state, isShared),
    ...(published ? [paragraph(agendaText.published(published.where, published.at))] : []),
  );
}

/** What a sak is called to somebody: of a closed one they may not see, only that it is there. */
export function titleOf(sak: Sak, { maySee }: Pick<CardState, 'maySee'>): string {
  if (!maySee(sak)) return agendaText.closedSak;
  return sak.closed ? `${sak.title}${agendaText.closedMark}` : sak.title;
}

function ways({ meeting, committee, saker, numberOf }: AgendaShown, state: CardState, isShared: boolean): Element[] {
  const readable = saker.filter(state.maySee);
  const read = isShared ? ('agenda.shared' as const) : ('agenda.read' as const);
  return [
    ...buttonRows(answerButtons({ meeting, committee }, state)),
    ...readers(meeting.id, readable, read, numberOf),
    ...buttonRows(isShared ? statusButtons(meeting.id, state) : runButtons(meeting, state)),
  ];
}

/** What somebody answers to an agenda, and what they get of it. */
export function answerButtons({ meeting, committee }: Pick<AgendaShown, 'meeting' | 'committee'>, state: CardState) {
  const { id: meetingId } = meeting;
  const { isOver } = state;
  const papers = button(agendaText.papers, { verb: 'agenda.papers', meetingId });
  const calendar = button(planText.calendar, { verb: 'meeting.calendar', committeeId: committee.id, meetingId });
  const answer = [
    button(agendaText.comes, { verb: 'agenda.answer', meetingId, comes: true }),
    button(agendaText.forfall, { verb: 'agenda.answer', meetingId, comes: false }),
  ];
  const more = [
    ...(state.hasSeat && !isOver ? [button(forfallButtons.part, { verb: 'forfall.form' as const, meetingId })] : []),
    ...(state.forfall?.length || state.hasVara
      ? [button(forfallButtons.own, { verb: 'forfall.own' as const, meetingId })]
      : []),
  ];
  return [...(isOver ? [] : answer), ...more, papers, ...(state.isVara && !isOver ? [calendar] : [])];
}

function statusButtons(meetingId: string, { seesForfall }: CardState): Execute[] {
  return seesForfall ? [button(forfallButtons.status, { verb: 'forfall.status', meetingId })] : [];
}

/** What those who run the agenda, or see everybody's forfall, can do with it. */
export function runButtons(meeting: Meeting, state: CardState): Execute[] {
  const { id: meetingId, agendaPublished } = meeting;
  const isEnded = meeting.state === 'cancelled' || meeting.state === 'held';
  if (!state.runs) return statusButtons(meetingId, state);
  return [
    ...statusButtons(meetingId, state),
    ...(state.isOver ? [] : [button(agendaText.remind, { verb: 'agenda.remind', meetingId })]),
    // what was raised in the meeting has a place in its protocol once it stands on the agenda
    ...(isEnded ? [] : [button(agendaText.change, { verb: 'agenda.build', meetingId })]),
    ...(agendaPublished ? [] : [button(agendaText.publish, { verb: 'agenda.publish-form', meetingId })]),
    button(minutesText.title, { verb: 'minutes.show', meetingId }),
  ];
}

function readers(
  meetingId: string,
  saker: readonly Sak[],
  verb: 'agenda.read' | 'agenda.shared',
  numberOf: AgendaShown['numberOf'],
): Element[] {
  if (saker.length === 0) return [];
  if (saker.length <= MOST_BUTTONS)
    return buttonRows(
      saker.map(({ id }) => button(agendaText.read(numberOf(id) ?? ''), { verb, meetingId, sakId: id, page: 0 })),
    );
  const choices = saker.map(({ id, title }) => ({ title: agendaText.sak(numberOf(id) ?? '', title), value: id }));
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'sakId',
      label: agendaText.readChoose,
      style: 'compact',
      choices: fittingChoices(choices, CHOICE_BYTES),
    },
    buttons(submit(agendaText.readChosen, { verb, meetingId, page: 0 })),
  ];
}

/** One sak in full, page by page, with the way back to the agenda. */
export function readCard(
  { meeting, committee, numberOf }: AgendaShown,
  sak: Sak,
  { page = 0, isShared }: { readonly page?: number; readonly isShared: boolean },
): Card {
  const { id: meetingId } = meeting;
  const verb = isShared ? ('agenda.shared' as const) : ('agenda.read' as const);
  const item = meeting.items.find(({ sakId }) => sakId === sak.id);
  const text = sakText(sak, numberOf(sak.id), vedleggOf(sak, item));
  return card(
    heading(meetingTitle(committee, meeting)),
    ...pagedText(text, page, (next) => ({ verb, meetingId, sakId: sak.id, page: next })),
    buttons(
      button(agendaText.toAgenda, isShared ? { verb: 'agenda.shared', meetingId } : { verb: 'agenda.card', meetingId }),
      button(agendaText.papers, { verb: 'agenda.papers', meetingId }),
    ),
  );
}

/** A short word to somebody who has not said whether they come. */
export function agendaReminderCard({ meeting, committee }: Pick<AgendaShown, 'meeting' | 'committee'>): Card {
  const { id: meetingId } = meeting;
  return card(
    heading(agendaText.reminderTitle(meetingTitle(committee, meeting))),
    paragraph(agendaText.reminder),
    facts({ [agendaText.time]: meetingLine(meeting) }),
    buttons(
      button(agendaText.comes, { verb: 'agenda.answer', meetingId, comes: true }),
      button(agendaText.forfall, { verb: 'agenda.answer', meetingId, comes: false }),
      button(agendaText.open, { verb: 'agenda.card', meetingId }),
    ),
  );
}
