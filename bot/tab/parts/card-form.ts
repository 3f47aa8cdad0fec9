import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireButton, WireForm, WireInput } from '../../tab-api/wire-rounds.ts';
import type { Context } from '../context.ts';
import { actionsBar } from './actions.ts';
import { type Field, field } from './fields.ts';
import { complete, valuesOf } from './form.ts';

/** A part of a card that is filled in, drawn by the page: each button sends its own action, with the fields that go with it. */
export function cardForm(context: Context, id: string, { heading, about, inputs, buttons }: WireForm): TemplateResult {
  const fields = inputs.map(fieldOf);
  const [first] = buttons.filter(({ sendsInputs }) => sendsInputs);
  const send = async (element: HTMLFormElement, { action, sendsInputs }: WireButton) => {
    const values = sendsInputs ? valuesOf(element, fields) : {};
    if (sendsInputs && !complete(element, fields, values)) return;
    if (await context.act({ ...action, ...values })) element.reset();
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
  if (inputs.length === 0) return html`<div class="ways">${top}${actionsBar(context, buttons)}</div>`;
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

function fieldOf({ id, label, kind, required, isMultiline, maxLength, choices = [], value }: WireInput): Field {
  const shared = { name: id, label, isRequired: required !== undefined, value };
  if (kind === 'choice')
    return { ...shared, kind: 'select', choices: choices.map((one) => ({ value: one.value, text: one.text })) };
  if (kind === 'date') return { ...shared, kind };
  return { ...shared, kind: isMultiline ? 'lines' : 'text', ...(maxLength && { maxLength }) };
}
