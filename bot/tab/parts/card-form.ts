import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireButton, WireForm, WireInput } from '../../tab-api/wire-rounds.ts';
import type { Context } from '../context.ts';
import { actionsBar } from './actions.ts';
import { type Field, field } from './fields.ts';
import { complete, valuesOf } from './form.ts';

/**
 * A part of a card that is filled in, drawn by the page: each button sends its own action, with the fields that go with it. `said`: what
 * is said when it is done, where the page itself shows what the card would; `hasPrimary`: the first button is the most likely one.
 */
export function cardForm(
  context: Context,
  id: string,
  { heading, about, inputs, buttons }: WireForm,
  { said, hasPrimary = false }: { readonly said?: string | undefined; readonly hasPrimary?: boolean } = {},
): TemplateResult {
  const fields = inputs.map(fieldOf);
  const [first] = buttons.filter(({ sendsInputs }) => sendsInputs);
  const send = async (element: HTMLFormElement, { action, sendsInputs }: WireButton) => {
    const values = sendsInputs ? valuesOf(element, fields) : {};
    if (sendsInputs && !complete(element, fields, values)) return;
    if (await context.act({ ...action, ...values }, said)) element.reset();
  };
  const enter = (event: Event) => {
    event.preventDefault();
    if (first) void send(event.currentTarget as HTMLFormElement, first);
  };
  const press = (button: WireButton) => (event: Event) => {
    const element = (event.currentTarget as HTMLElement).closest('form');
    if (element) void send(element, button);
  };
  const top = html`${heading ? html`<h3>${heading}</h3>` : nothing}${about.map((line) => html`<p>${line}</p>`)}`;
  if (inputs.length === 0)
    return html`<div class="ways">${top}${actionsBar(
      context,
      buttons.map((one) => ({ ...one, ...(said && { said }) })),
      { hasPrimary },
    )}</div>`;
  return html`<form class="form ways" id=${id} novalidate @submit=${enter}>
    ${top}${fields.map((one) => field(id, one))}
    <div class="actions">
      ${buttons.map(
        (button) =>
          html`<fluent-button appearance=${button === first ? 'accent' : 'neutral'} @click=${press(button)}>${button.text}</fluent-button>`,
      )}
    </div>
  </form>`;
}

function fieldOf({
  id,
  label,
  kind,
  required,
  isMultiline,
  isExpanded,
  maxLength,
  choices = [],
  value,
}: WireInput): Field {
  const shared = { name: id, label, isRequired: required !== undefined, value };
  // nothing is chosen before somebody chooses it
  const none = value === undefined ? [{ value: '', text: 'Velg' }] : [];
  if (kind === 'choice')
    return isExpanded
      ? { ...shared, kind: 'radio', choices }
      : { ...shared, kind: 'select', choices: [...none, ...choices] };
  if (kind === 'date') return { ...shared, kind };
  return { ...shared, kind: isMultiline ? 'lines' : 'text', ...(maxLength && { maxLength }) };
}
