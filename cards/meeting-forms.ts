import type { Meeting } from '../store/meeting/record.ts';
import type { TypedMeeting } from '../store/meeting/rules-form.ts';
import type { WrittenMeeting } from '../store/meeting/rules-times.ts';
import { dayOf, timeOf } from '../store/time.ts';
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
import { bytesOf } from './size.ts';
import { capitalized } from './text/format.ts';
import { meetingLine, meetingTime, modeText } from './text/meeting.ts';
import { meetingFormText } from './text/meeting-forms.ts';
import { meetingProblemLines } from './text/meeting-problems.ts';

type Problems = Parameters<typeof meetingProblemLines>[0];

/** The value of a choice that says nothing. */
const UNKNOWN = 'ukjent';

/** A new meeting, or another time and place for one; as it is, or as it was typed. */
export function meetingFormCard(
  committeeId: string,
  {
    meeting,
    typed,
    problems,
  }: { readonly meeting?: Meeting; readonly typed: TypedMeeting; readonly problems: Problems },
): Card {
  const stands = meeting && {
    on: dayOf(meeting.startsAt),
    from: timeOf(meeting.startsAt),
    to: timeOf(meeting.endsAt),
    mode: meeting.mode,
    place: meeting.place,
  };
  const filled = { ...stands, ...typed };
  const against = meeting && { meetingId: meeting.id, against: meeting.sequence };
  return card(
    heading(meeting ? meetingFormText.changeTitle : meetingFormText.newTitle),
    ...meetingProblemLines(problems),
    ...(meeting ? [paragraph(meetingFormText.changeAbout)] : []),
    { type: 'Input.Date', id: 'on', label: meetingFormText.on, ...dayValue(filled.on) },
    { type: 'Input.Time', id: 'from', label: meetingFormText.from, ...timeValue(filled.from) },
    { type: 'Input.Time', id: 'to', label: meetingFormText.to, ...timeValue(filled.to) },
    modeInput(filled.mode),
    {
      type: 'Input.Text',
      id: 'place',
      label: meetingFormText.place,
      placeholder: meetingFormText.placeHint,
      ...prefilled(filled.place),
    },
    buttons(
      submit(meetingFormText.save, { verb: 'meeting.save', committeeId, ...against }),
      button(
        meetingFormText.cancel,
        meeting ? { verb: 'meeting.show', meetingId: meeting.id } : { verb: 'meeting.plan', committeeId },
      ),
    ),
  );
}

/** An input for a date takes nothing else. */
const dayValue = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? prefilled(text) : {});
const timeValue = (text: string | undefined) => (/^\d{2}:\d{2}$/.test(text ?? '') ? prefilled(text) : {});

function modeInput(mode: string | undefined): Input {
  const known = Object.entries(modeText).map(([value, title]) => ({ value, title: capitalized(title) }));
  const value = known.some((one) => one.value === mode) ? mode : UNKNOWN;
  return {
    type: 'Input.ChoiceSet',
    id: 'mode',
    label: meetingFormText.mode,
    style: 'compact',
    choices: [...known, { value: UNKNOWN, title: meetingFormText.modeUnknown }],
    ...prefilled(value),
  };
}

/** What a line was understood as, and what it does to the plan. */
export type Understood = {
  readonly meeting: WrittenMeeting;
  readonly fate: 'new' | 'moved' | 'same';
  readonly isDayOff: boolean;
};

/** What a page of understood lines may take of a message beside the text itself. */
const UNDERSTOOD_BYTES = 8 * 1024;
/** What the text itself may take: it stays in the form. */
const LINES_BYTES = 22 * 1024;

/** Whether a text can be given back in the form, with what was understood beside it. */
export function linesFit(lines: string): boolean {
  return bytesOf(lines) <= LINES_BYTES;
}

/** Several meetings at once, as they were typed; beside them what was understood. */
export function linesCard(
  committeeId: string,
  {
    lines,
    problems,
    understood,
    page,
  }: {
    readonly lines: string;
    readonly problems: Problems;
    readonly understood?:
      | { readonly seen: string; readonly rows: readonly Understood[]; readonly notes: readonly string[] }
      | undefined;
    readonly page: number;
  },
): Card {
  const input: Input = {
    type: 'Input.Text',
    id: 'lines',
    label: meetingFormText.lines,
    placeholder: meetingFormText.linesHint,
    isMultiline: true,
    ...prefilled(lines),
  };
  return card(
    heading(meetingFormText.linesTitle),
    ...meetingProblemLines(problems),
    paragraph(meetingFormText.linesAbout),
    input,
    ...(understood ? understoodElements(committeeId, understood, page) : []),
    buttons(
      ...(understood
        ? [submit(meetingFormText.save, { verb: 'meeting.save-lines', committeeId, seen: understood.seen })]
        : []),
      submit(understood ? meetingFormText.checkAgain : meetingFormText.preview, {
        verb: 'meeting.preview',
        committeeId,
      }),
      button(meetingFormText.cancel, { verb: 'meeting.plan', committeeId }),
    ),
  );
}

function understoodElements(
  committeeId: string,
  { rows, notes }: { readonly rows: readonly Understood[]; readonly notes: readonly string[] },
  wanted: number,
): Element[] {
  const lines = [...notes, ...rows.map(understoodText)];
  const pages = inPages(lines, UNDERSTOOD_BYTES, (line) => bytesOf(paragraph(line)));
  const page = Math.min(wanted, pages.length - 1);
  return [
    heading(meetingFormText.understood(rows.length)),
    ...(pages.length > 1 ? [paragraph(meetingFormText.understoodPage(page, pages.length))] : []),
    ...(pages[page] ?? []).map(paragraph),
    ...(pages.length > 1
      ? [
          buttons(
            submit(meetingFormText.more, { verb: 'meeting.preview', committeeId, page: (page + 1) % pages.length }),
          ),
        ]
      : []),
  ];
}

function understoodText({ meeting, fate, isDayOff }: Understood): string {
  return `${meetingLine(meeting)} (${meetingFormText.fates[fate]})${isDayOff ? `. ${meetingFormText.dayOff}` : ''}`;
}

/** Whether a meeting is to be cancelled, and why. */
export function cancelCard(
  meeting: Meeting,
  { typed, problems }: { readonly typed: { readonly reason?: string }; readonly problems: readonly string[] },
): Card {
  const { id: meetingId } = meeting;
  return card(
    heading(meetingFormText.cancelTitle),
    ...meetingProblemLines(problems.map((problem) => ({ problem }))),
    paragraph(meetingFormText.cancelAbout(meetingTime(meeting))),
    {
      type: 'Input.Text',
      id: 'reason',
      label: meetingFormText.reason,
      isMultiline: true,
      ...prefilled(typed.reason),
    },
    paragraph(meetingFormText.reasonAbout),
    buttons(
      submit(meetingFormText.cancelMeeting, { verb: 'meeting.cancel', meetingId }),
      button(meetingFormText.keep, { verb: 'meeting.show', meetingId }),
    ),
  );
}
