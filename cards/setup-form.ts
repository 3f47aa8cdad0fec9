import { DEFAULT_ROUND_DAYS, MAX_NAME, MAX_SHORT_NAME } from '../store/committee/rules-settings.ts';
import type { Setup, TypedSetup } from '../store/setup/record.ts';
import { isEditable } from '../store/setup/rules-write.ts';
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
import { choiceInputs } from './rule-inputs.ts';
import { setupText } from './text/setup.ts';
import { type SetupFormProblem, setupProblemLines, setupProblemText } from './text/setup-problems.ts';

/** The form for a new committee, or for the members of one: filled in with what was typed, or with the roster. */
export function setupFormCard(setup: Setup, problems: readonly SetupFormProblem[] = []): Card {
  const { id: setupId, committeeId, typed } = setup;
  const isNew = committeeId === undefined;
  return card(
    heading(isNew ? setupText.formTitle : setupText.changeTitle),
    ...setupProblemLines(problems),
    ...(isNew ? [paragraph(whereText(setup)), ...nameInputs(typed)] : []),
    ...memberInputs(setup),
    ...(isNew ? [heading(setupText.choicesTitle), paragraph(setupText.choicesAbout), ...settingInputs(typed)] : []),
    buttons(
      submit(setupText.preview, { verb: 'setup.preview', setupId }),
      button(setupText.listDownload, { verb: 'file.send', offer: { what: 'member-list', setupId } }),
      ...(committeeId ? [button(setupText.cancel, { verb: 'setup.show', committeeId })] : []),
    ),
  );
}

function whereText({ conversation }: Setup): string {
  if (conversation === undefined) return setupText.formAlone;
  return setupText.formFor(conversation.name);
}

/** What a committee is called. */
export function nameInputs({ name, shortName }: TypedSetup): Input[] {
  return [
    {
      type: 'Input.Text',
      id: 'name',
      label: setupText.name,
      placeholder: setupText.nameHint,
      maxLength: MAX_NAME,
      isRequired: true,
      errorMessage: setupProblemText['committee-name'],
      ...prefilled(name),
    },
    {
      type: 'Input.Text',
      id: 'shortName',
      label: setupText.shortName,
      placeholder: setupText.shortNameHint,
      maxLength: MAX_SHORT_NAME,
      isRequired: true,
      errorMessage: setupProblemText['short-name'],
      ...prefilled(shortName),
    },
  ];
}

/** How rounds are run; what was chosen of it, or that it is chosen later. */
export function settingInputs(typed: TypedSetup, chosen: Parameters<typeof choiceInputs>[1] = {}): Element[] {
  const { roundDays } = typed;
  return [
    ...choiceInputs(typed, chosen, false),
    {
      type: 'Input.Text',
      id: 'roundDays',
      label: setupText.roundDays,
      value: roundDays || String(DEFAULT_ROUND_DAYS),
    },
  ];
}

function memberInputs({ typed: { members = '' }, roster }: Setup): Element[] {
  const hasRoom = isEditable(members);
  const input: Input = {
    type: 'Input.Text',
    id: 'members',
    label: setupText.members,
    placeholder: setupText.membersHint,
    isMultiline: true,
    // what has no room here is kept, and may stay as it is
    ...(hasRoom && { isRequired: true, errorMessage: setupProblemText['no-lines'], ...prefilled(members) }),
  };
  return [
    ...(roster?.failed ? [paragraph(setupText.rosterFailed)] : []),
    ...(roster && roster.left > 0 ? [paragraph(setupText.rosterLeft(roster.left))] : []),
    ...(hasRoom ? [] : [paragraph(setupText.membersTooLong)]),
    input,
    paragraph(setupText.membersAbout),
  ];
}
