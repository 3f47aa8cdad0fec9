import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isSent } from '../store/meeting/rules-agenda.ts';
import type { Sak } from '../store/sak/record.ts';
import { about } from './about.ts';
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
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { pagedText } from './round.ts';
import { fitting, fittingChoices, shortened } from './size.ts';
import { agendaText } from './text/agenda.ts';
import { sakText, vedleggOf } from './text/agenda-sak.ts';
import { meetingLine, meetingTitle } from './text/meeting.ts';

/** An agenda as its cards show it. */
export type AgendaShown = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly saker: readonly Sak[];
  readonly numberOf: (sakId: string) => string | undefined;
};

/** What a card may spend on the saker that are chosen from. */
const CHOICE_BYTES = 11 * 1024;
/** And on those that can be added: so many at a time. */
const ADD_BYTES = 4 * 1024;
const MOST_ADDABLE = 20;
/** Lines are cut in steps of eight characters until all of them fit. */
const STEPS = 40;
const STEP = 8;

/** A meeting of somebody's committees, and whether they may build its agenda. */
export type Coming = { readonly meeting: Meeting; readonly committee: Committee; readonly runs: boolean };

/** The coming meetings, and what can be done with their agendas. */
export function agendasCard(coming: readonly Coming[]): Card {
  return fitting(
    (shown) =>
      card(
        heading(agendaText.title),
        ...(coming.length === 0 ? [paragraph(agendaText.none)] : []),
        ...coming.slice(0, shown).flatMap(comingElements),
        ...(coming.length > shown ? [paragraph(agendaText.more(coming.length - shown))] : []),
      ),
    coming.length,
  );
}

function comingElements({ meeting, committee, runs }: Coming): Element[] {
  const { id: meetingId, sent } = meeting;
  const build = button(sent ? agendaText.change : agendaText.build, { verb: 'agenda.build', meetingId });
  const actions = [
    ...(sent ? [button(agendaText.open, { verb: 'agenda.card', meetingId })] : []),
    ...(runs ? [build] : []),
  ];
  return [
    heading(meetingTitle(committee, meeting)),
    paragraph(`${meetingLine(meeting)}. ${agendaText.state(meeting)}.`),
    ...buttonRows(about(meetingTitle(committee, meeting), ...actions)),
  ];
}

/** Where an agenda is put together: its saker in order, what can be done with one of them, and what can be added. */
export function buildCard(
  agenda: AgendaShown,
  {
    addable,
    proposals = 0,
    problem,
    typed,
  }: {
    readonly addable: readonly Sak[];
    /** Tiltak that wait for a decision, and that no sak of this agenda lays before the committee. */
    readonly proposals?: number;
    readonly problem?: string;
    readonly typed?: string;
  },
): Card {
  const { meeting, committee, saker } = agenda;
  const { id: meetingId, agendaRevision: revision } = meeting;
  const make = (step: number) =>
    card(
      heading(agendaText.buildTitle(meetingTitle(committee, meeting))),
      ...noticeLines(problem),
      facts({ [agendaText.time]: meetingLine(meeting) }),
      paragraph(meeting.sent ? agendaText.sentAbout : agendaText.buildAbout),
      ...listOf(linesOf(agenda).map((line) => shortened(line, step * STEP))),
      ...(saker.length > 0 ? oneSak(agenda) : []),
      {
        type: 'Input.Text',
        id: 'order',
        label: agendaText.order,
        placeholder: agendaText.orderHint,
        ...prefilled(typed),
      },
      buttons(submit(agendaText.saveOrder, { verb: 'agenda.order', meetingId, revision })),
      ...additions(meetingId, addable),
      ...(proposals > 0
        ? [
            paragraph(agendaText.proposals(proposals)),
            buttons(button(agendaText.addFollowUp, { verb: 'agenda.follow-up', meetingId })),
          ]
        : []),
      buttons(
        button(agendaText.preview, { verb: 'agenda.preview', meetingId }),
        ...(meeting.sent ? [button(agendaText.toCard, { verb: 'agenda.card', meetingId })] : []),
        button(agendaText.toMeetings, { verb: 'agenda.show' }),
      ),
    );
  return fitting(make, STEPS);
}

/** Lines in one block: each in a block of its own would take twice the room. */
export function listOf(lines: readonly string[]): Element[] {
  return lines.length === 0 ? [] : [paragraph(lines.join('\n'))];
}

function linesOf({ meeting, saker, numberOf }: AgendaShown): string[] {
  const sent = new Set(meeting.items.filter(isSent).map(({ sakId }) => sakId));
  return saker.map((sak, n) => {
    const isNew = meeting.sent !== undefined && !sent.has(sak.id);
    const title = `${sak.title}${sak.closed ? agendaText.closedMark : ''}${isNew ? agendaText.newMark : ''}`;
    return agendaText.line(n + 1, numberOf(sak.id), title);
  });
}

function oneSak({ meeting: { id: meetingId }, saker }: AgendaShown): Element[] {
  const choices = saker.map(({ id, title }, n) => ({ title: `${n + 1}. ${title}`, value: id }));
  const choose: Input = {
    type: 'Input.ChoiceSet',
    id: 'sakId',
    label: agendaText.choose,
    style: 'compact',
    choices: fittingChoices(choices, CHOICE_BYTES),
  };
  return [
    choose,
    buttons(
      submit(agendaText.up, { verb: 'agenda.move', meetingId, to: 'up' }),
      submit(agendaText.down, { verb: 'agenda.move', meetingId, to: 'down' }),
      submit(agendaText.takeOut, { verb: 'agenda.take-out', meetingId }),
      submit(agendaText.close, { verb: 'agenda.close', meetingId }),
      submit(agendaText.reopen, { verb: 'agenda.close', meetingId, isOpen: true }),
      submit(agendaText.edit, { verb: 'agenda.edit-form', meetingId }),
    ),
    paragraph(agendaText.closeAbout),
  ];
}

function additions(meetingId: string, addable: readonly Sak[]): Element[] {
  if (addable.length === 0) return [];
  const more = addable.length - MOST_ADDABLE;
  const choices = addable.slice(0, MOST_ADDABLE).map(({ id, title }) => ({ title, value: id }));
  return [
    heading(agendaText.addTitle),
    paragraph(`${agendaText.addAbout}${more > 0 ? ` ${agendaText.addMore(more)}` : ''}`),
    {
      type: 'Input.ChoiceSet',
      id: 'addId',
      label: agendaText.addChoose,
      style: 'compact',
      choices: fittingChoices(choices, ADD_BYTES),
    },
    buttons(submit(agendaText.add, { verb: 'agenda.add', meetingId })),
  ];
}

/** The whole agenda as it will be sent, page by page; `seen` names what its saker say. */
export function agendaPreviewCard(
  agenda: AgendaShown,
  { page = 0, seen, problem }: { readonly page?: number; readonly seen: string; readonly problem?: string },
): Card {
  const { meeting, committee, saker, numberOf } = agenda;
  const { id: meetingId, agendaRevision: revision, sent } = meeting;
  const items = new Map(meeting.items.map((item) => [item.sakId, item]));
  const text = saker.map((sak) => {
    const whole = sakText(sak, numberOf(sak.id), vedleggOf(sak, items.get(sak.id)));
    return sak.closed ? `${agendaText.closedSak}\n${whole}` : whole;
  });
  const actions: Execute[] = [
    button(sent ? agendaText.sendAgain : agendaText.send, { verb: 'agenda.send', meetingId, revision, seen }),
    button(agendaText.back, { verb: 'agenda.build', meetingId }),
  ];
  return card(
    heading(agendaText.previewOf),
    ...noticeLines(problem),
    facts({ [meetingTitle(committee, meeting)]: meetingLine(meeting) }),
    paragraph(sent ? agendaText.previewAgain : agendaText.previewAbout),
    ...pagedText(text.join('\n\n'), page, (next) => ({ verb: 'agenda.preview', meetingId, page: next })),
    buttons(...actions),
  );
}
