import type { Plan } from '../store/plan/record.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { NOBODY_YET } from '../store/tiltak/rules-vedtak.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { pickerInput } from './picker.ts';
import { fittingChoices, shortened } from './size.ts';
import { minutesText, sakHeading } from './text/minutes.ts';
import { problemLines } from './text/problems.ts';
import { sakText } from './text/sak.ts';
import { tiltakVedtakProblems, tiltakVedtakText } from './text/tiltak-vedtak.ts';

/** How many points of a vedtak get a button of their own. */
const POINTS = 5;
/** How many of the tiltak that a point has given already are named, and how much of each. */
const NAMED = 2;
const NAMED_LENGTH = 100;
const PLANS_BYTES = 1500;
const PEOPLE_BYTES = 1800;

type At = {
  readonly meetingId?: string | undefined;
  readonly sakId: string;
  readonly back?: 'sak' | undefined;
};

/** The buttons for tiltak of a vedtak: one for each of its first points, and one for all the rest or a sak that is followed up. */
export function tiltakButtons({ meetingId, sakId, back }: At, points: readonly string[]): Execute[] {
  const data = { verb: 'tiltak.new-form' as const, ...(meetingId && { meetingId }), sakId, ...(back && { back }) };
  const whole = button(tiltakVedtakText.of, data);
  return [
    ...points.slice(0, POINTS).map((_, n) => button(tiltakVedtakText.ofPoint(n + 1), { ...data, point: n + 1 })),
    ...(points.length === 0 || points.length > POINTS ? [whole] : []),
  ];
}

export type TiltakForm = At & {
  readonly sak: Pick<Sak, 'number' | 'title'>;
  readonly point?: number | undefined;
  /** Which of the tiltak of its point this is, and those that there are. */
  readonly n: number;
  readonly before: readonly Pick<Tiltak, 'text'>[];
  /** The vedtakspunkt. */
  readonly written?: string | undefined;
  readonly plans: readonly Pick<Plan, 'id' | 'name'>[];
  /** Who may be meant by the owner as typed. */
  readonly suggested: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Typed;
  readonly problems: readonly string[];
};

/** A tiltak of a vedtakspunkt, or of a sak that is followed up. */
export function tiltakCard(form: TiltakForm): Card {
  const { meetingId, sakId, back, sak, point, n, before, typed, problems } = form;
  const to = {
    ...(meetingId && { meetingId }),
    sakId,
    ...(point !== undefined && { point }),
    ...(n > 1 && { n }),
    ...(back && { back }),
  };
  return card(
    heading(tiltakVedtakText.title),
    paragraph(sakHeading(sak)),
    ...problemLines(problems, tiltakVedtakProblems),
    ...beforeLines(before),
    paragraph(tiltakVedtakText.about),
    {
      type: 'Input.Text',
      id: 'text',
      label: tiltakVedtakText.text,
      isMultiline: true,
      ...prefilled(typed.text ?? (n === 1 ? form.written : undefined)),
    },
    { type: 'Input.Text', id: 'owner', label: tiltakVedtakText.owner, ...prefilled(typed.owner) },
    ...contactInput(form),
    pickerInput(tiltakVedtakText.picked, minutesText.varaPickedHint, typed.picked),
    { type: 'Input.Text', id: 'due', label: tiltakVedtakText.due, ...prefilled(typed.due) },
    ...keptInput(form),
    ...planInput(form),
    buttons(
      submit(tiltakVedtakText.save, { verb: 'tiltak.new', ...to }),
      back === 'sak' || meetingId === undefined
        ? button(sakText.toSak, { verb: 'sak.show', sakId })
        : button(minutesText.back, { verb: 'minutes.sak', meetingId, sakId }),
    ),
  );
}

function beforeLines(before: TiltakForm['before']): Element[] {
  if (before.length === 0) return [];
  const lines = before.slice(-NAMED).map(({ text }) => `– ${shortened(text, NAMED_LENGTH)}`);
  return [paragraph([`${tiltakVedtakText.before}:`, ...lines].join('\n'))];
}

/** Asked when the owner as typed is several, or nobody who is known. */
function contactInput({ suggested, typed, problems }: TiltakForm): Input[] {
  const isAsked = problems.some((one) => one === 'owner-several' || one === 'owner-unknown') || typed.contacts;
  if (!isAsked) return [];
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'contacts',
      label: tiltakVedtakText.contacts,
      style: 'expanded',
      wrap: true,
      isMultiSelect: true,
      choices: [
        ...fittingChoices(
          suggested.map(({ id, name }) => ({ title: name, value: id })),
          PEOPLE_BYTES,
        ),
        { title: tiltakVedtakText.nobodyYet, value: NOBODY_YET },
      ],
      ...prefilled(typed.contacts),
    },
  ];
}

/** Asked when no day is understood. */
function keptInput({ typed, problems }: TiltakForm): Input[] {
  const isAsked =
    problems.some((one) => one === 'due-no-year' || one === 'due-unknown' || one === 'due-no-meeting') || typed.dueKept;
  if (!isAsked) return [];
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'dueKept',
      label: tiltakVedtakText.dueKept,
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: [{ title: tiltakVedtakText.keepDue, value: 'kept' }],
      ...prefilled(typed.dueKept),
    },
  ];
}

function planInput({ plans, typed }: TiltakForm): Input[] {
  if (plans.length === 0) return [];
  const choices = fittingChoices(
    plans.map(({ id, name }) => ({ title: name, value: id })),
    PLANS_BYTES,
  );
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'planId',
      label: tiltakVedtakText.plan,
      style: 'compact',
      choices: [{ title: tiltakVedtakText.noPlan, value: NO_PLAN }, ...choices],
      value: choices.find(({ value }) => value === typed.planId)?.value ?? NO_PLAN,
    },
  ];
}

/** What is sent when no plan is named. */
const NO_PLAN = ' ';
