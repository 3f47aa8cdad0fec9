import { DEFAULT_TIME } from '../store/referat/rules-form.ts';
import { type Element, type Input, paragraph, prefilled, required } from './elements.ts';
import { deadlineText } from './text/problems.ts';
import { referatText } from './text/referat.ts';

/** The text of a form when it does not stand in an input: read from a file, or too long to edit in a card. */
export type TextSource = { readonly name?: string; readonly length: number };

/** What is sent out to be answered: an input for it, or where it comes from. */
export function textElement(
  { label, missing }: { readonly label: string; readonly missing?: string },
  text: string | undefined,
  source: TextSource | undefined,
): Element {
  if (source)
    return paragraph(
      source.name ? referatText.fromFile(source.name, source.length) : referatText.keptText(source.length),
    );
  return {
    type: 'Input.Text',
    id: 'text',
    label,
    placeholder: referatText.textHint,
    isMultiline: true,
    ...(missing && required(missing)),
    ...prefilled(text),
  };
}

/** Until when people may answer: a day and a time, as typed before. */
export function deadlineInputs(
  typed: { readonly deadlineOn?: string | undefined; readonly deadlineTime?: string | undefined },
  labels: { readonly deadlineDay: string; readonly deadlineTime: string } = referatText,
  { isRequired = true } = {},
): Input[] {
  return [
    {
      type: 'Input.Date',
      id: 'deadlineOn',
      label: labels.deadlineDay,
      ...(isRequired && required(deadlineText.deadline)),
      ...prefilled(typed.deadlineOn),
    },
    {
      type: 'Input.Time',
      id: 'deadlineTime',
      label: labels.deadlineTime,
      value: typed.deadlineTime || DEFAULT_TIME,
    },
  ];
}
