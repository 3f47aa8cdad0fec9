import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
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
import { fittingChoices } from './size.ts';
import { forfallFormText } from './text/forfall.ts';
import { whenAndWhere } from './text/meeting.ts';
import { problemLines } from './text/problems.ts';

type Choice = { readonly title: string; readonly value: string };

/** What the seats, and the saker, in one form may take of a message. */
const SEATS_BYTES = 8 * 1024;
const SAKER_BYTES = 12 * 1024;

export type ForfallForm = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  /** Those it can be reported for, when it is done on behalf of somebody. */
  readonly seats?: readonly Choice[] | undefined;
  /** The saker of the sent agenda. */
  readonly saker: readonly Choice[];
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly page?: number | undefined;
};

/** Forfall for a whole meeting, a part of it, or the saker somebody is inhabil in. */
export function forfallFormCard(form: ForfallForm): Card {
  const { meeting, committee, seats, saker, typed, problems } = form;
  const { id: meetingId } = meeting;
  const onBehalf = seats && ({ onBehalf: true } as const);
  const hasSaker = saker.length > 0;
  const leave = seats
    ? button(forfallFormText.cancel, { verb: 'forfall.status', meetingId })
    : button(forfallFormText.cancel, { verb: 'forfall.own', meetingId });
  return emptiable(
    card(
      heading(seats ? forfallFormText.onBehalfTitle : forfallFormText.title),
      paragraph(forfallFormText.meeting(committee.shortName, whenAndWhere(meeting))),
      ...problemLines(problems, {}),
      ...(seats ? [paragraph(forfallFormText.onBehalfAbout), ...seatElements(form, seats)] : []),
      whatInput(typed.what, hasSaker),
      { type: 'Input.Time', id: 'from', label: forfallFormText.from, ...prefilled(typed.from) },
      { type: 'Input.Time', id: 'to', label: forfallFormText.to, ...prefilled(typed.to) },
      ...(hasSaker ? [sakerInput(saker, typed.saker)] : [paragraph(forfallFormText.notSent)]),
      reasonInput(typed.reason),
      paragraph(forfallFormText.reasonAbout),
      buttons(submit(forfallFormText.send, { verb: 'forfall.report', meetingId, ...onBehalf }), leave),
    ),
  );
}

/** In parts when there are too many for one card; the part with the chosen one unless told. */
function seatElements({ meeting, typed, page }: ForfallForm, seats: readonly Choice[]): Element[] {
  if (seats.length === 0) return [];
  const pages = inPages(seats, SEATS_BYTES);
  const withChosen = pages.findIndex((part) => part.some(({ value }) => value === typed.seatId));
  const shown = Math.min(page ?? Math.max(withChosen, 0), pages.length - 1);
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'seatId',
    label: forfallFormText.seat,
    style: 'compact',
    choices: pages[shown] ?? [],
    ...(shown === withChosen && prefilled(typed.seatId)),
  };
  if (pages.length === 1) return [input];
  const next = {
    verb: 'forfall.form',
    meetingId: meeting.id,
    onBehalf: true,
    page: (shown + 1) % pages.length,
  } as const;
  return [input, buttons(button(forfallFormText.moreSeats, next))];
}

function whatInput(what: string | undefined, hasSaker: boolean): Input {
  const choices = [
    { title: forfallFormText.whole, value: 'whole' },
    { title: forfallFormText.part, value: 'part' },
    ...(hasSaker ? [{ title: forfallFormText.inhabil, value: 'sak' }] : []),
  ];
  return {
    type: 'Input.ChoiceSet',
    id: 'what',
    label: forfallFormText.what,
    style: 'expanded',
    choices,
    value: choices.some(({ value }) => value === what) && what ? what : 'whole',
  };
}

function sakerInput(saker: readonly Choice[], ticked: string | undefined): Input {
  const known = (ticked ?? '').split(',').filter((id) => saker.some(({ value }) => value === id));
  return {
    type: 'Input.ChoiceSet',
    id: 'saker',
    label: forfallFormText.saker,
    style: 'expanded',
    wrap: true,
    isMultiSelect: true,
    choices: fittingChoices(saker, SAKER_BYTES),
    ...prefilled(known.join(',')),
  };
}

const NONE = 'ingen';

function reasonInput(reason: string | undefined): Input {
  const choices = [
    { title: forfallFormText.none, value: NONE },
    { title: forfallFormText.sykdom, value: 'sykdom' },
    { title: forfallFormText.kollisjon, value: 'kollisjon' },
    { title: forfallFormText.annet, value: 'annet' },
  ];
  const value = choices.some((one) => one.value === reason) && reason ? reason : NONE;
  return { type: 'Input.ChoiceSet', id: 'reason', label: forfallFormText.reason, style: 'compact', choices, value };
}
