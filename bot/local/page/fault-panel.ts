import type { WireFault } from '../wire.ts';
import { clearFaults, planFault, sentenceOf } from './api.ts';
import { button, el } from './dom.ts';
import { FAULT_KINDS, type FaultKind, faultText } from './fault-kinds.ts';

const KINDS = Object.values(FAULT_KINDS).flat();

/** Where one plans what shall go wrong, and sees what waits to. */
export class FaultPanel {
  readonly element: HTMLElement;
  private readonly kind = el('select', { id: 'fault-kind', onchange: () => this.ask() });
  private readonly times = numberField('fault-times', 1, 1, 100);
  private readonly retryAfter = numberField('fault-retry', 1, 0, 120);
  private readonly delay = numberField('fault-delay', 5, 0, 120);
  private readonly retryRow = field('Retry-After, sekunder', this.retryAfter);
  private readonly delayRow = field('Ventetid, sekunder', this.delay);
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private readonly list = el('ul', { class: 'faults' });
  private readonly none = el('p', { class: 'quiet' }, 'Ingenting. Alt går som det skal.');
  private readonly clear = button('Fjern alle', () => void this.run(clearFaults));

  constructor() {
    for (const [label, kinds] of Object.entries(FAULT_KINDS)) {
      const options = kinds.map(({ text, fault }) => el('option', { value: fault.what }, text));
      this.kind.append(el('optgroup', { label }, ...options));
    }
    const form = el(
      'form',
      { class: 'fault-form' },
      field('Hva skal gå galt?', this.kind),
      field('Hvor mange ganger', this.times),
      this.retryRow,
      this.delayRow,
      el('button', { type: 'submit', class: 'primary' }, 'Planlegg feilen'),
      this.problem,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(() => planFault(this.planned()));
    });
    const heading = el('div', { class: 'fault-head' }, el('h3', {}, 'Venter på å inntreffe'), this.clear);
    const waiting = el('div', { class: 'fault-waiting', role: 'group', 'aria-label': 'Planlagte feil' });
    waiting.append(heading, this.none, this.list);
    this.element = el('div', { class: 'fault-parts' }, form, waiting);
    this.ask();
    this.set([]);
  }

  set(faults: readonly WireFault[]): void {
    this.list.replaceChildren(...faults.map((fault) => el('li', {}, faultText(fault))));
    this.list.hidden = faults.length === 0;
    this.none.hidden = faults.length > 0;
    this.clear.hidden = faults.length === 0;
  }

  private get chosen(): FaultKind | undefined {
    return KINDS.find(({ fault }) => fault.what === this.kind.value);
  }

  private ask(): void {
    this.retryRow.hidden = this.chosen?.asks !== 'retryAfter';
    this.delayRow.hidden = this.chosen?.asks !== 'delayMs';
  }

  private planned(): Omit<WireFault, 'id'> {
    const { fault = { on: 'connector' as const, what: '' }, asks } = this.chosen ?? {};
    return {
      ...fault,
      times: this.times.valueAsNumber || 1,
      ...(asks === 'retryAfter' && { retryAfter: this.retryAfter.valueAsNumber || 0 }),
      ...(asks === 'delayMs' && { delayMs: (this.delay.valueAsNumber || 0) * 1000 }),
    };
  }

  private async run(ask: () => Promise<unknown>): Promise<void> {
    this.problem.textContent = '';
    await ask().catch((error: unknown) => {
      this.problem.textContent = sentenceOf(error);
    });
  }
}

function numberField(id: string, value: number, min: number, max: number): HTMLInputElement {
  return el('input', { type: 'number', id, value, min, max, step: 1, required: true });
}

function field(label: string, control: HTMLElement): HTMLElement {
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control);
}
