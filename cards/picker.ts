import { type Input, prefilled } from './elements.ts';

/** Teams searches the organisation; the value is somebody's Entra object id. */
export function pickerInput(label: string, placeholder: string, picked: string | undefined): Input {
  return {
    type: 'Input.ChoiceSet',
    id: 'picked',
    label,
    placeholder,
    style: 'compact',
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    ...prefilled(picked),
  };
}
