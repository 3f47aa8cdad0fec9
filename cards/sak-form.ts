import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { type Sak, sakTypeSchema } from '../store/sak/record.ts';
import { typedOf } from '../store/sak/rules-draft.ts';
import { isTooLateFor } from '../store/sak/rules-wish.ts';
import type { TypedSak } from '../store/sak/typed.ts';
import {
  buttonRows,
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
import { noticeLines } from './notice.ts';
import { MEETINGS } from './sak.ts';
import { fieldInput, fieldsOf, fieldsWithoutRoom } from './sak-fields.ts';
import { shortened } from './size.ts';
import { meetingChoice, sakText, sakTypeText } from './text/sak.ts';
import { sakProblemLines } from './text/sak-problems.ts';

/** A file is known by the beginning of its name, and it shows that there is more. */
const LONGEST_NAME = 80;

/** What the form is filled in with beside what was typed. */
export type SakForm = {
  readonly committee: Committee;
  readonly meetings: readonly Meeting[];
  readonly now: Date;
  /** The files that are attached, by id. */
  readonly attached: readonly { readonly id: string; readonly name: string }[];
  /** The file that the saksframstilling is read from. */
  readonly file?: { readonly name: string; readonly length: number } | undefined;
  /** Whether the viewer may register a sak for somebody outside. */
  readonly runsAgenda: boolean;
  readonly problems?: readonly string[];
  readonly said?: string | undefined;
};

/** The form for a sak, in full or with three questions, filled in with what was typed. */
export function sakFormCard(sak: Sak, form: SakForm): Card {
  const typed = typedOf(sak);
  const { committee, problems = [], said, file } = form;
  const withoutRoom = fieldsWithoutRoom(sak);
  const { before, main, after } = fieldsOf(sak);
  const inputs = (fields: typeof main) =>
    fields.map((field) =>
      field.id === 'background' && file
        ? paragraph(sakText.fromFile(file.name, file.length))
        : fieldInput(field, typed, withoutRoom),
    );
  const isShort = sak.form === 'short';
  return emptiable(
    card(
      heading(sakText.formTitle(committee.shortName)),
      ...noticeLines(said),
      ...sakProblemLines(problems),
      paragraph(sakText.about),
      ...(isShort ? [paragraph(sakText.shortAbout)] : []),
      ...(isShort && file ? [paragraph(sakText.fromFile(file.name, file.length))] : []),
      ...inputs(before),
      ...(form.runsAgenda ? [outsiderInput(typed)] : []),
      ...inputs(main),
      ...(isShort ? [] : [meetingInput(typed, form), typeInput(typed)]),
      ...filesInput(typed, form),
      ...inputs(after),
      ...formButtons(sak, file !== undefined || withoutRoom.length > 0),
    ),
  );
}

function formButtons({ id: sakId, status, form }: Sak, isPartlyKept: boolean): Element[] {
  const keep = (title: string, next?: 'switch' | 'attach' | 'committee' | 'own-text') =>
    submit(title, { verb: 'sak.keep', sakId, ...(next && { next }) });
  return buttonRows([
    submit(sakText.preview, { verb: 'sak.preview', sakId }),
    keep(sakText.keep),
    keep(sakText.attach, 'attach'),
    keep(form === 'short' ? sakText.toFull : sakText.toShort, 'switch'),
    ...(status === 'draft' ? [keep(sakText.otherCommittee, 'committee')] : []),
    ...(isPartlyKept ? [keep(sakText.ownText, 'own-text')] : []),
  ]);
}

function outsiderInput({ outsider }: TypedSak): Input {
  return {
    type: 'Input.ChoiceSet',
    id: 'outsider',
    label: sakText.outsider,
    style: 'expanded',
    isMultiSelect: true,
    choices: [{ title: sakText.outsiderChoice, value: 'ja' }],
    ...(outsider === 'ja' && { value: 'ja' }),
  };
}

/** The meetings a sak may be wished for. One it is too late for is said to be so, and may be chosen all the same. */
function meetingInput({ wishedMeetingId }: TypedSak, { meetings, committee, now }: SakForm): Input {
  const choices = meetings.slice(0, MEETINGS).map((meeting) => ({
    title: isTooLateFor(meeting, committee, now) ? sakText.lateMeeting(meetingChoice(meeting)) : meetingChoice(meeting),
    value: meeting.id,
  }));
  return {
    type: 'Input.ChoiceSet',
    id: 'wishedMeetingId',
    label: sakText.wished,
    style: 'compact',
    choices: [{ title: sakText.nextMeeting, value: NEXT }, ...choices],
    value: choices.some(({ value }) => value === wishedMeetingId) ? (wishedMeetingId ?? NEXT) : NEXT,
  };
}

/** What is sent when no meeting is chosen. */
const NEXT = ' ';

function typeInput({ type }: TypedSak): Input {
  const { options } = sakTypeSchema;
  return {
    type: 'Input.ChoiceSet',
    id: 'type',
    label: sakText.type,
    style: 'compact',
    choices: [
      { title: sakText.noType, value: NEXT },
      ...options.map((value) => ({ title: sakTypeText[value], value })),
    ],
    value: options.find((option) => option === type) ?? NEXT,
  };
}

/** The files that are attached, ticked. */
function filesInput({ fileIds = '' }: TypedSak, { attached }: SakForm): Element[] {
  const ticked = fileIds.split(',');
  const choices = attached
    .filter(({ id }) => ticked.includes(id))
    .map(({ id, name }) => ({ title: shortened(name, LONGEST_NAME), value: id }));
  if (choices.length === 0) return [];
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'fileIds',
    label: sakText.files,
    style: 'expanded',
    wrap: true,
    isMultiSelect: true,
    choices,
    ...prefilled(choices.map(({ value }) => value).join(',')),
  };
  return [input];
}
