import { sentenceOf } from './api.ts';
import { button, el } from './dom.ts';
import { Modal } from './modal.ts';

/**
 * Asks for one value in a dialog. `save` gets what was filled in; a sentence that it gives back, or that the room does, is
 * shown, and the dialog stays.
 */
export function askFor({
  title,
  about,
  label,
  save,
  field,
  act,
}: {
  readonly title: string;
  readonly about?: string;
  readonly label: string;
  readonly field: HTMLInputElement;
  readonly act: string;
  readonly save: (value: string) => Promise<string | undefined>;
}): void {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const modal = new Modal(title);
  field.id = 'asked-for';
  const form = el(
    'form',
    {},
    about === undefined ? undefined : el('p', {}, about),
    el('label', { for: field.id }, label),
    field,
    problem,
    el(
      'div',
      { class: 'dialog-buttons' },
      el('button', { type: 'submit', class: 'primary' }, act),
      button('Avbryt', () => modal.close()),
    ),
  );
  const submit = async () => {
    problem.textContent = (await save(field.value.trim()).catch(sentenceOf)) ?? '';
    if (problem.textContent === '') modal.close();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  modal.show(form);
}
