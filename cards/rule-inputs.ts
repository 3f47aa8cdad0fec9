import type { CommitteeSettings } from '../store/committee/record.ts';
import type { TypedChoices } from '../store/committee/rules-choices.ts';
import { type Element, type Input, paragraph, required } from './elements.ts';
import { referatProblemText } from './text/problems.ts';
import { referatText } from './text/referat.ts';
import { askedNames, ruleNames, ruleText } from './text/round.ts';
import { setupText } from './text/setup.ts';

type Chosen = Pick<CommitteeSettings, 'approvalRule' | 'askedGroup'>;

/** The value of a choice that is left to the first form that starts a round. */
const LATER = 'later';

/**
 * How rounds are decided and who is asked, as inputs. `isRequired`: it must be chosen now; else it may wait, for as long
 * as it was not chosen before.
 */
export function choiceInputs(typed: TypedChoices, which: Chosen, isRequired: boolean): Element[] {
  return [
    // what silence means is said before anybody chooses it
    ...(isRequired && which.approvalRule
      ? []
      : [paragraph(setupText.silence), ...ruleInputs(typed, which, isRequired)]),
    ...(isRequired && which.askedGroup ? [] : [askedInput(typed, which, isRequired)]),
  ];
}

/** What was chosen before, in plain words. */
export function chosenTexts({ approvalRule, askedGroup }: Chosen): Element[] {
  return [
    ...(approvalRule ? [paragraph(`Regel: ${ruleText(approvalRule)}`)] : []),
    ...(askedGroup ? [paragraph(`Spørres: ${askedNames[askedGroup]}`)] : []),
  ];
}

function ruleInputs({ rule, atLeast }: TypedChoices, { approvalRule }: Chosen, isRequired: boolean): Input[] {
  const choices = choicesOf(ruleNames, isRequired || approvalRule !== undefined);
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'rule',
      label: referatText.rule,
      style: 'expanded',
      wrap: true,
      choices,
      ...(isRequired && required(referatProblemText.rule)),
      ...chosenIn(choices, rule, isRequired),
    },
    { type: 'Input.Text', id: 'atLeast', label: referatText.atLeast, ...(atLeast && { value: atLeast }) },
  ];
}

function askedInput({ askedGroup: typed }: TypedChoices, { askedGroup }: Chosen, isRequired: boolean): Input {
  const choices = choicesOf(askedNames, isRequired || askedGroup !== undefined);
  return {
    type: 'Input.ChoiceSet',
    id: 'askedGroup',
    label: referatText.asked,
    style: 'expanded',
    wrap: true,
    choices,
    ...(isRequired && required(referatProblemText.asked)),
    ...chosenIn(choices, typed, isRequired),
  };
}

type Choice = { readonly title: string; readonly value: string };

function choicesOf(names: Readonly<Record<string, string>>, isNow: boolean): Choice[] {
  const choices = Object.entries(names).map(([value, title]) => ({ title, value }));
  return isNow ? choices : [...choices, { title: setupText.later, value: LATER }];
}

function chosenIn(choices: readonly Choice[], typed: string | undefined, isRequired: boolean) {
  if (typed && choices.some(({ value }) => value === typed)) return { value: typed };
  return isRequired || !choices.some(({ value }) => value === LATER) ? {} : { value: LATER };
}
