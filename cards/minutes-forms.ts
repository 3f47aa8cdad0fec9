import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { attendanceOf, type SeatAttendance } from '../store/meeting/rules-attendance.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { inPages } from './pages.ts';
import { pickerInput } from './picker.ts';
import { meetingTitle } from './text/meeting.ts';
import { minutesText, sakHeading } from './text/minutes.ts';
import { deadlineText, problemLines } from './text/problems.ts';
import { tickChoices } from './tick-choices.ts';

/** A form about a meeting as it stands: what was typed, and what is wrong with it. */
export type MinutesForm = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly nameOf: (personId: string) => string;
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly page?: number | undefined;
};

const back = ({ id: meetingId }: Meeting) => button(minutesText.back, { verb: 'minutes.show', meetingId });

function frame(title: string, { meeting, committee, problems }: MinutesForm, body: readonly Element[]): Card {
  return emptiable(
    card(
      heading(title),
      paragraph(meetingTitle(committee, meeting)),
      // each of them is a notice of its own
      ...problemLines(problems, deadlineText),
      ...body,
    ),
  );
}

/** «Kari Nes, Tromsø kommune», and who sits there in their place. */
function seatName({ seat, vara }: SeatAttendance, nameOf: (personId: string) => string): string {
  const member = seat.memberId === undefined ? seat.name : `${nameOf(seat.memberId)}, ${seat.name}`;
  return vara ? `${member} (vara: ${vara.name})` : member;
}

/** Who was there: one list to tick, filled in with those who said «Kommer». */
export function presenceCard(form: MinutesForm): Card {
  const { meeting, committee, nameOf } = form;
  const rows = attendanceOf(meeting, committee);
  if (rows.length === 0)
    return frame(minutesText.presenceTitle, form, [paragraph(minutesText.nobodyToTick), buttons(back(meeting))]);
  const isFirst = meeting.attendance.length === 0;
  const ticked = rows.filter(({ present }) => present).map(({ seat }) => seat.id);
  return frame(minutesText.presenceTitle, form, [
    paragraph(minutesText.presenceAbout),
    ...(isFirst && ticked.length > 0 ? [paragraph(minutesText.presenceFrom)] : []),
    {
      type: 'Input.ChoiceSet',
      id: 'present',
      label: minutesText.presenceSeats,
      style: 'expanded',
      wrap: true,
      isMultiSelect: true,
      choices: tickChoices(rows.map((row) => ({ title: seatName(row, nameOf), value: row.seat.id }))),
      ...prefilled(ticked.join(',')),
    },
    buttons(submit(minutesText.save, { verb: 'minutes.presence', meetingId: meeting.id }), back(meeting)),
  ]);
}

/** What the seats in one form may take of a message. */
const SEATS_BYTES = 14 * 1024;

/** Who sat in a seat in place of its member. */
export function varaCard(form: MinutesForm): Card {
  const { meeting, committee, typed, nameOf, page } = form;
  const registered = (seatId: string) => meeting.attendance.find((one) => one.seatId === seatId)?.vara;
  const choices = committee.seats.map((seat) => {
    const vara = registered(seat.id);
    return { title: seatName({ seat, present: false, ...(vara && { vara }) }, nameOf), value: seat.id };
  });
  const pages = inPages(choices, SEATS_BYTES);
  const withChosen = pages.findIndex((part) => part.some(({ value }) => value === typed.seatId));
  const shown = Math.min(page ?? Math.max(withChosen, 0), pages.length - 1);
  const inputs: Input[] = [
    {
      type: 'Input.ChoiceSet',
      id: 'seatId',
      label: minutesText.varaSeat,
      style: 'compact',
      choices: pages[shown] ?? [],
      ...(shown === withChosen && prefilled(typed.seatId)),
    },
    pickerInput(minutesText.varaPicked, minutesText.varaPickedHint, typed.picked),
    { type: 'Input.Text', id: 'name', label: minutesText.varaName, ...prefilled(typed.name) },
  ];
  const next = { verb: 'minutes.vara-form' as const, meetingId: meeting.id, page: (shown + 1) % pages.length };
  return frame(minutesText.varaTitle, form, [
    paragraph(minutesText.varaAbout),
    ...inputs,
    paragraph(minutesText.varaVotes),
    buttons(
      submit(minutesText.save, { verb: 'minutes.vara', meetingId: meeting.id }),
      ...(pages.length > 1 ? [button(minutesText.moreSeats, next)] : []),
      back(meeting),
    ),
  ]);
}

/** Who led, wrote and took part, and when the next meeting is. */
export function aroundCard(
  form: MinutesForm & { readonly saker: readonly Sak[]; readonly nextOn?: string | undefined },
): Card {
  const { meeting, typed, saker, nextOn } = form;
  const filled = { ...stands(meeting, saker, nextOn), ...typed };
  const inputs: Input[] = [
    { type: 'Input.Text', id: 'ledBy', label: minutesText.ledBy, ...prefilled(filled.ledBy) },
    { type: 'Input.Text', id: 'minuteTaker', label: minutesText.minuteTaker, ...prefilled(filled.minuteTaker) },
    { type: 'Input.Text', id: 'guests', label: minutesText.guests, isMultiline: true, ...prefilled(filled.guests) },
    { type: 'Input.Text', id: 'others', label: minutesText.others, isMultiline: true, ...prefilled(filled.others) },
    { type: 'Input.Date', id: 'nextMeetingOn', label: minutesText.nextMeetingOn, ...prefilled(filled.nextMeetingOn) },
  ];
  return frame(minutesText.aroundTitle, form, [
    ...inputs,
    buttons(submit(minutesText.save, { verb: 'minutes.around', meetingId: meeting.id }), back(meeting)),
  ]);
}

/** What is registered, as somebody would type it. */
function stands(meeting: Meeting, saker: readonly Sak[], nextOn: string | undefined): Typed {
  const numberOf = (sakId: string) => saker.find(({ id }) => id === sakId)?.number ?? '';
  const guests = meeting.guests.flatMap(({ name, sakId }) => (sakId ? [`${name}, sak ${numberOf(sakId)}`] : []));
  const others = meeting.guests.flatMap(({ name, sakId }) => (sakId ? [] : [name]));
  const nextMeetingOn = meeting.nextMeetingOn ?? nextOn;
  return {
    ledBy: meeting.ledBy ?? '',
    minuteTaker: meeting.minuteTaker ?? '',
    guests: guests.join('\n'),
    others: others.join('\n'),
    ...(nextMeetingOn && { nextMeetingOn }),
  };
}

/** Which seats are inhabil in a sak. */
export function recusedCard(form: MinutesForm & { readonly sak: Sak }): Card {
  const { meeting, committee, sak, nameOf } = form;
  const to = { meetingId: meeting.id, sakId: sak.id };
  const rows = attendanceOf(meeting, committee);
  const leave = button(minutesText.back, { verb: 'minutes.sak', ...to });
  if (rows.length === 0)
    return frame(minutesText.recusedTitle, form, [paragraph(minutesText.nobodyToTick), buttons(leave)]);
  return frame(minutesText.recusedTitle, form, [
    paragraph(sakHeading(sak)),
    paragraph(minutesText.recusedAbout),
    {
      type: 'Input.ChoiceSet',
      id: 'recused',
      label: minutesText.recused,
      style: 'expanded',
      wrap: true,
      isMultiSelect: true,
      choices: tickChoices(rows.map((row) => ({ title: seatName(row, nameOf), value: row.seat.id }))),
      ...prefilled(sak.recusedSeatIds?.join(',')),
    },
    buttons(submit(minutesText.save, { verb: 'minutes.recused', ...to }), leave),
  ]);
}

/** Which saker are decided in rounds of their own instead, and until when. */
export function roundsCard(form: MinutesForm & { readonly saker: readonly Sak[] }): Card {
  const { meeting, typed, saker } = form;
  if (saker.length === 0)
    return frame(minutesText.roundsTitle, form, [paragraph(minutesText.roundsNone), buttons(back(meeting))]);
  return frame(minutesText.roundsTitle, form, [
    paragraph(minutesText.roundsAbout),
    {
      type: 'Input.ChoiceSet',
      id: 'saker',
      label: minutesText.roundsSaker,
      style: 'expanded',
      wrap: true,
      isMultiSelect: true,
      choices: tickChoices(saker.map((sak) => ({ title: sakHeading(sak), value: sak.id }))),
      ...prefilled(typed.saker),
    },
    {
      type: 'Input.Date',
      id: 'deadlineOn',
      label: minutesText.roundsDeadlineDay,
      ...prefilled(typed.deadlineOn),
    },
    {
      type: 'Input.Time',
      id: 'deadlineTime',
      label: minutesText.roundsDeadlineTime,
      ...prefilled(typed.deadlineTime),
    },
    buttons(submit(minutesText.roundsSend, { verb: 'minutes.rounds', meetingId: meeting.id }), back(meeting)),
  ]);
}
