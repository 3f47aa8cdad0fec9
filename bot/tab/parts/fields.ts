import { html, nothing, type TemplateResult } from 'lit-html';

type Choice = { readonly value: string; readonly text: string };

/** What is asked for in a form. `name` is the field of the action; a value given is where it begins. */
export type Field = { readonly name: string; readonly label: string; readonly isRequired?: boolean | undefined } & (
  | { readonly kind: 'text' | 'lines' | 'date'; readonly value?: string | undefined; readonly maxLength?: number }
  | { readonly kind: 'radio' | 'select'; readonly value?: string | undefined; readonly choices: readonly Choice[] }
  | { readonly kind: 'check'; readonly value?: boolean | undefined }
);

/** A field with its label. A value that is typed stays when the page is drawn anew: only a new beginning changes it, and never over what is typed. */
export function field(form: string, one: Field): TemplateResult {
  const id = `${form}-${one.name}`;
  return html`<div class="field" data-field=${one.name}>
    ${control(id, one)}
    <p class="field-problem" id="${id}-problem" role="alert"></p>
  </div>`;
}

function control(id: string, one: Field): TemplateResult {
  const { name, isRequired = false } = one;
  const label = html`${one.label}${isRequired ? html` <span class="required" aria-hidden="true">*</span>` : nothing}`;
  switch (one.kind) {
    case 'lines':
      return html`<fluent-text-area id=${id} name=${name} rows="4" resize="vertical" maxlength=${one.maxLength ?? 4000}
        ?required=${isRequired} value=${one.value ?? ''}>${label}</fluent-text-area>`;
    case 'text':
      return html`<fluent-text-field id=${id} name=${name} maxlength=${one.maxLength ?? 300}
        ?required=${isRequired} value=${one.value ?? ''}>${label}</fluent-text-field>`;
    case 'date':
      return html`<label class="label" for=${id}>${label}</label>
        <input class="input" type="date" id=${id} name=${name} ?required=${isRequired} value=${one.value ?? ''} />`;
    case 'select':
      return html`<label class="label" for=${id}>${label}</label>
        <select class="input" id=${id} name=${name} ?required=${isRequired}>
          ${one.choices.map(({ value, text }) => html`<option value=${value} ?selected=${value === one.value}>${text}</option>`)}
        </select>`;
    case 'radio':
      // with a value that none of them has, none of them could be reached
      return html`<fluent-radio-group id=${id} name=${name} orientation="vertical" aria-labelledby="${id}-label"
        aria-required=${isRequired} value=${one.value || nothing}>
          <span slot="label" class="label" id="${id}-label">${label}</span>
          ${one.choices.map(({ value, text }) => html`<fluent-radio value=${value}>${text}</fluent-radio>`)}
        </fluent-radio-group>`;
    case 'check':
      return html`<fluent-checkbox id=${id} name=${name} value="true" ?checked=${one.value ?? false}>${label}</fluent-checkbox>`;
  }
}
