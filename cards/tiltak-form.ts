import type { Tiltak } from '../store/tiltak/record.ts';
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
import { pickerInput } from './picker.ts';
import { fittingChoices } from './size.ts';
import { problemLines } from './text/problems.ts';
import { tiltakText } from './text/tiltak.ts';
import { type PlanGlance, planIn, planName } from './tiltak-plan.ts';

type Filled = { readonly typed: Typed; readonly problems: readonly string[] };
type Planned = Pick<PlanGlance, 'committee' | 'plan'>;

const CONTACT_BYTES = 4 * 1024;

/** The form for what a tiltak says, whose it is and when it is due. */
export function editCard(
  {
    tiltak,
    contacts,
    ...planned
  }: Planned & {
    readonly tiltak: Tiltak;
    readonly contacts: readonly { readonly id: string; readonly name: string }[];
  },
  { typed, problems }: Filled,
): Card {
  const { id: tiltakId, text, owner, due } = tiltak;
  const values = { text, ...(owner && { owner }), ...(due && { due }), ...typed };
  const kept = contacts.map(({ id }) => id).join(',');
  return card(
    heading(tiltakText.editTitle),
    paragraph(planName(planned)),
    ...problemLines(problems, {}),
    ...fields(values),
    ...(contacts.length === 0 ? [] : [contactsInput(contacts, typed.contacts ?? kept)]),
    pickerInput(tiltakText.picked, tiltakText.pickedHint, typed.picked),
    buttons(
      submit(tiltakText.save, { verb: 'tiltak.edit', tiltakId }),
      button(tiltakText.toTiltak, { verb: 'tiltak.one', tiltakId }),
    ),
  );
}

function contactsInput(contacts: readonly { readonly id: string; readonly name: string }[], value: string): Element {
  return {
    type: 'Input.ChoiceSet',
    id: 'contacts',
    label: tiltakText.contacts,
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: fittingChoices(
      contacts.map(({ id, name }) => ({ value: id, title: name })),
      CONTACT_BYTES,
    ),
    ...prefilled(value),
  };
}

/** A tiltak that stands in no file: added by hand, under the plan's own headings. */
export function addCard(planned: Planned & { readonly newId: string }, { typed, problems }: Filled): Card {
  return card(
    heading(tiltakText.addTitle),
    paragraph(planName(planned)),
    ...problemLines(problems, {}),
    ...(planned.plan
      ? [text('area', tiltakText.areaField, typed.area), text('goal', tiltakText.goalField, typed.goal)]
      : []),
    ...fields(typed),
    pickerInput(tiltakText.picked, tiltakText.pickedHint, typed.picked),
    buttons(
      submit(tiltakText.save, { verb: 'tiltak.add', ...planIn(planned), newId: planned.newId }),
      button(tiltakText.toPlan, { verb: 'tiltak.plan', ...planIn(planned) }),
    ),
  );
}

function fields(typed: Typed): Input[] {
  return [
    { ...text('text', tiltakText.text, typed.text), isMultiline: true },
    text('owner', tiltakText.ownerField, typed.owner),
    text('due', tiltakText.dueField, typed.due),
  ];
}

function text(id: string, label: string, value: string | undefined): Extract<Input, { type: 'Input.Text' }> {
  return { type: 'Input.Text', id, label, ...prefilled(value) };
}
