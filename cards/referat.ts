import type { Committee } from '../store/committee/record.ts';
import { roundChoices } from '../store/committee/rules.ts';
import type { TypedReferat } from '../store/referat/view.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  type Input,
  paragraph,
  prefilled,
  required,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { choiceInputs, chosenTexts } from './rule-inputs.ts';
import { problemLines, referatProblemText } from './text/problems.ts';
import { referatText } from './text/referat.ts';
import { deadlineInputs, type TextSource, textElement } from './text-inputs.ts';
import { tickChoices } from './tick-choices.ts';

/** Which committee a new referat is for, when its writer runs rounds in several. */
export function chooseCommitteeCard(committees: readonly Committee[]): Card {
  return card(
    heading(referatText.chooseTitle),
    paragraph(referatText.chooseAbout),
    ...buttonRows(committees.map(({ id, shortName }) => button(shortName, { verb: 'referat.new', committeeId: id }))),
  );
}

/** The form for a referat, filled in with what was typed. */
export function referatFormCard({
  referatId,
  committee,
  typed,
  problems,
  source,
}: {
  readonly referatId: string;
  readonly committee: Committee;
  readonly typed: TypedReferat;
  readonly problems: readonly string[];
  readonly source?: TextSource;
}): Card {
  const { fileId } = typed;
  return emptiable(
    card(
      heading(`${referatText.formTitle}: ${committee.shortName}`),
      ...problemLines(problems, referatProblemText),
      ...mainInputs(typed, source),
      ...presenceInput(committee, typed),
      ...ruleInputs(committee, typed),
      buttons(
        submit(referatText.preview, {
          verb: 'referat.preview',
          referatId,
          committeeId: committee.id,
          ...(fileId && { fileId }),
        }),
      ),
    ),
  );
}

function mainInputs(typed: TypedReferat, source: TextSource | undefined): Element[] {
  return [
    {
      type: 'Input.Date',
      id: 'meetingOn',
      label: referatText.meetingDay,
      ...required(referatProblemText['meeting-day']),
      ...prefilled(typed.meetingOn),
    },
    {
      type: 'Input.Text',
      id: 'title',
      label: referatText.title,
      placeholder: referatText.titleHint,
      ...required(referatProblemText.title),
      ...prefilled(typed.title),
    },
    { type: 'Input.Text', id: 'summary', label: referatText.summary, isMultiline: true, ...prefilled(typed.summary) },
    textElement({ label: referatText.text, missing: referatProblemText['text-missing'] }, typed.text, source),
    ...deadlineInputs(typed),
  ];
}

/** Until the program knows of meetings the secretariat ticks who was there, where it matters or may come to. */
function presenceInput(committee: Committee, typed: TypedReferat): Element[] {
  const chosen = roundChoices(committee);
  const matters =
    chosen === undefined || chosen.askedGroup === 'present' || chosen.approvalRule.kind === 'silent-consent';
  const filled = committee.seats.filter(({ memberId }) => memberId !== undefined);
  if (!matters || filled.length === 0) return [];
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'present',
    label: referatText.present,
    style: 'expanded',
    wrap: true,
    isMultiSelect: true,
    choices: tickChoices(filled.map(({ id, name }) => ({ title: name, value: id }))),
    ...prefilled(typed.present),
  };
  return [input, paragraph(referatText.presentAbout)];
}

/** What the committee has chosen, in plain words; the choice itself of what it has not. */
function ruleInputs({ settings }: Committee, typed: TypedReferat): Element[] {
  const inputs = choiceInputs(typed, settings, true);
  return [...chosenTexts(settings), ...(inputs.length > 0 ? [paragraph(referatText.chooseRule)] : []), ...inputs];
}
