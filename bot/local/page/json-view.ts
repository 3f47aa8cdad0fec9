import { logBodies, sentenceOf } from './api.ts';
import { button, el } from './dom.ts';

/** What was sent in one line of the log and what was answered, as JSON that can be copied. */
export class JsonView {
  readonly element = el('div', { class: 'json', role: 'region', 'aria-label': 'Innholdet i linjen' });
  private asked = 0;

  constructor() {
    this.element.append(el('p', { class: 'quiet' }, 'Velg en linje for å se hva som ble sendt og svart.'));
  }

  async show(n: number): Promise<void> {
    const asked = ++this.asked;
    const blocks = await logBodies(n).then(
      ({ body, answer }) => [block('Sendt', body), ...(answer === undefined ? [] : [block('Svar', answer)])],
      (error: unknown) => [el('p', { class: 'quiet' }, forgotten(error))],
    );
    // another line was chosen meanwhile
    if (asked === this.asked) this.element.replaceChildren(...blocks);
  }
}

function forgotten(error: unknown): string {
  sentenceOf(error);
  return 'Innholdet er ikke lenger i loggen.';
}

function block(title: string, value: unknown): HTMLElement {
  const json = value === undefined ? 'Ingenting' : JSON.stringify(value, undefined, 2);
  const said = el('span', { class: 'quiet', role: 'status' });
  const copy = button('Kopier', () => void copied());
  copy.setAttribute('aria-label', `Kopier ${title.toLowerCase()} JSON`);
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(json);
      said.textContent = 'Kopiert.';
    } catch {
      said.textContent = 'Nettleseren ga ikke lov til å kopiere.';
    }
  };
  return el(
    'div',
    { class: 'json-block' },
    el('div', { class: 'json-head' }, el('h3', {}, title), said, copy),
    el('pre', { tabindex: 0, role: 'region', 'aria-label': `${title}, JSON` }, json),
  );
}
