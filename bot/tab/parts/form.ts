import { html, type TemplateResult } from 'lit-html';
import type { Action, Context } from '../context.ts';
import { type Field, field } from './fields.ts';

const MISSING = 'Dette må fylles ut.';

/** A form of the tab. `id` is its own on the page; `action` is sent with the fields added to it. */
export type Form = {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly action: Action;
  readonly submit: string;
  /** What is said when it is done, where the page itself shows what the card would. */
  readonly said?: string;
};

/**
 * A form whose button sends an action. What is typed stays until it is done: when the page is drawn anew, and when the bot refuses. The first
 * required field that is empty gets the focus, and says so.
 */
export function form(context: Context, { id, fields, action, submit, said }: Form): TemplateResult {
  const send = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const values = valuesOf(element, fields);
    if (!complete(element, fields, values)) return;
    if (await context.act({ ...action, ...values }, said)) element.reset();
  };
  return html`<form class="form" id=${id} novalidate @submit=${send}>
    ${fields.map((one) => field(id, one))}
    <div class="actions"><fluent-button type="submit" appearance="accent">${submit}</fluent-button></div>
  </form>`;
}

/** What is in the fields, trimmed; one that is empty is left out, and a box to tick is true or false. */
export function valuesOf(element: HTMLFormElement, fields: readonly Field[]): Record<string, string | boolean> {
  const data = new FormData(element);
  const values = fields.map(({ name, kind }) => {
    const value = String(data.get(name) ?? '').trim();
    return [name, kind === 'check' ? value === 'true' : value] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/** Whether what must be filled in is; the first field that is not says so and gets the focus. */
export function complete(
  element: HTMLFormElement,
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): boolean {
  const missing = fields.filter(
    ({ name, isRequired }) => isRequired && (values[name] === undefined || values[name] === false),
  );
  for (const { name } of fields) {
    const isMissing = missing.some((one) => one.name === name);
    const problem = element.querySelector(`[data-field="${name}"] .field-problem`);
    const control = controlOf(element, name);
    if (problem === null || control === null) continue;
    problem.textContent = isMissing ? MISSING : '';
    control.toggleAttribute('data-invalid', isMissing);
    control.setAttribute('aria-invalid', String(isMissing));
    // an id outside is not found from within a Fluent field: the element itself is
    const read = control.shadowRoot?.querySelector('input, textarea') ?? control;
    read.ariaDescribedByElements = isMissing ? [problem] : [];
  }
  const [first] = missing;
  if (first) focusOn(controlOf(element, first.name));
  return first === undefined;
}

/** What was missing is forgotten once something else was done. What is typed stays. */
export function forgetProblems(root: HTMLElement): void {
  for (const problem of root.querySelectorAll('.field-problem')) problem.textContent = '';
  for (const control of root.querySelectorAll('[data-invalid]')) {
    control.removeAttribute('data-invalid');
    control.setAttribute('aria-invalid', 'false');
  }
}

// a group of choices takes no focus itself: the one of them that Tab leads to does
function focusOn(control: HTMLElement | null): void {
  (control?.querySelector<HTMLElement>('fluent-radio[tabindex="0"]') ?? control)?.focus();
}

const controlOf = (element: HTMLFormElement, name: string) =>
  element.querySelector<HTMLElement>(`[data-field="${name}"] [name]`);
