import type { Committee } from '../store/committee/record.ts';
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
import { inPages } from './pages.ts';
import { meetingFormText } from './text/meeting-forms.ts';
import { planText } from './text/meeting-plan.ts';
import { meetingProblemLines } from './text/meeting-problems.ts';

/** A sak on the list, under the value that chooses it. */
export type ComingChoice = { readonly value: string; readonly title: string; readonly wished?: string | undefined };
export type MeetingChoice = { readonly value: string; readonly title: string };

/** The value of a wish for no meeting. */
export const NO_WISH = 'ingen';
/** What the saker in one form may take of a message. */
const CHOICES_BYTES = 12 * 1024;

/** «Kommende saker»: to add to, to wish a meeting for, to take from. */
export function comingCard(
  { id: committeeId, shortName }: Committee,
  {
    saker,
    meetings,
    typed,
    problems,
    page,
    said,
  }: {
    readonly saker: readonly ComingChoice[];
    readonly meetings: readonly MeetingChoice[];
    readonly typed: Typed;
    readonly problems: readonly string[];
    readonly page: number;
    readonly said?: string | undefined;
  },
): Card {
  const verb = 'meeting.coming';
  const hasSome = saker.length > 0;
  return card(
    heading(meetingFormText.comingTitle(shortName)),
    ...(said === undefined ? [] : [paragraph(said)]),
    ...meetingProblemLines(problems.map((problem) => ({ problem }))),
    paragraph(meetingFormText.comingAbout),
    ...(hasSome ? chosenInputs(committeeId, saker, typed.chosen, page) : [paragraph(meetingFormText.comingEmpty)]),
    { type: 'Input.Text', id: 'title', label: meetingFormText.comingNew, ...prefilled(typed.title) },
    wishedInput(meetings, typed.wished),
    buttons(
      submit(meetingFormText.comingAdd, { verb, committeeId, what: 'add' }),
      ...(hasSome
        ? [
            submit(meetingFormText.comingWish, { verb, committeeId, what: 'wish' }),
            submit(meetingFormText.comingRemove, { verb, committeeId, what: 'remove' }),
          ]
        : []),
      button(planText.toPlan, { verb: 'meeting.plan', committeeId }),
    ),
  );
}

/** In parts when there are too many for one card. */
function chosenInputs(
  committeeId: string,
  saker: readonly ComingChoice[],
  chosen: string | undefined,
  wanted: number,
): Element[] {
  const choices = saker.map(({ value, title, wished }) => ({ value, title: planText.kommende(title, wished) }));
  const pages = inPages(choices, CHOICES_BYTES);
  const page = Math.min(wanted, pages.length - 1);
  const shown = pages[page] ?? [];
  const kept = (chosen ?? '').split(',').filter((value) => shown.some((one) => one.value === value));
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'chosen',
    label: meetingFormText.comingChosen,
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: shown,
    ...prefilled(kept.join(',')),
  };
  if (pages.length === 1) return [input];
  const next = { verb: 'meeting.coming-form' as const, committeeId, page: (page + 1) % pages.length };
  return [input, buttons(button(meetingFormText.comingMore, next))];
}

function wishedInput(meetings: readonly MeetingChoice[], wished: string | undefined): Input {
  const choices = [{ value: NO_WISH, title: meetingFormText.noWish }, ...meetings];
  return {
    type: 'Input.ChoiceSet',
    id: 'wished',
    label: meetingFormText.comingWished,
    style: 'compact',
    choices,
    value: choices.find(({ value }) => value === wished)?.value ?? NO_WISH,
  };
}
