import type { WireClock } from '../wire.ts';
import { moveClock, RoomError } from './api.ts';
import { el } from './dom.ts';
import { fieldValue, fullText } from './format.ts';

/** The room's clock, and the buttons that move it forward. */
export class ClockBar {
  readonly element: HTMLElement;
  private readonly face = el('time', { class: 'clock-face' });
  private readonly line = el('p', { class: 'clock-line', role: 'status' });
  private readonly dialog: HTMLDialogElement;
  private readonly field = el('input', { type: 'datetime-local', id: 'clock-to' });
  private readonly wrong = el('p', { class: 'problem', role: 'alert' });
  private readonly deadline: () => string | undefined;
  private offsetMs = 0;

  /** `deadline`: the first deadline that a card on the screen names, as a date-time field holds it. */
  constructor(deadline: () => string | undefined) {
    this.deadline = deadline;
    const button = (text: string, onclick: () => void) => el('button', { type: 'button', onclick }, text);
    this.dialog = this.makeDialog();
    this.element = el(
      'div',
      { class: 'clock', role: 'group', 'aria-label': 'Klokka i prøverommet' },
      this.face,
      button('+1 time', () => void this.move({ advance: 'hour' })),
      button('Neste dag', () => void this.move({ advance: 'next-day' })),
      button('Til fristen …', () => this.ask()),
      this.line,
      this.dialog,
    );
    window.setInterval(() => this.tick(), 1000);
  }

  set({ offsetMs }: WireClock): void {
    this.offsetMs = offsetMs;
    this.tick();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  private tick(): void {
    const text = fullText(this.now());
    if (this.face.textContent === text) return;
    this.face.textContent = text;
    this.face.dateTime = this.now().toISOString();
  }

  private makeDialog(): HTMLDialogElement {
    const close = () => this.dialog.close();
    const form = el(
      'form',
      {},
      el('h2', { id: 'clock-heading' }, 'Still klokka'),
      el('p', {}, 'Klokka går bare framover. Påminnelser og frister på veien kommer som om tiden hadde gått.'),
      el('label', { for: 'clock-to' }, 'Ny tid'),
      this.field,
      this.wrong,
      el(
        'div',
        { class: 'dialog-buttons' },
        el('button', { type: 'submit', class: 'primary' }, 'Still klokka'),
        el('button', { type: 'button', onclick: close }, 'Avbryt'),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.moveAsAsked();
    });
    return el('dialog', { 'aria-labelledby': 'clock-heading' }, form);
  }

  private ask(): void {
    this.field.value = this.deadline() ?? fieldValue(new Date(this.now().getTime() + 3600_000));
    this.wrong.textContent = '';
    this.dialog.showModal();
    this.field.focus();
  }

  private async moveAsAsked(): Promise<void> {
    if (this.field.value === '') {
      this.wrong.textContent = 'Velg dato og klokkeslett.';
      return;
    }
    try {
      await this.moveOrThrow({ to: this.field.value });
      this.dialog.close();
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      this.wrong.textContent = error.message;
    }
  }

  private async move(move: Parameters<typeof moveClock>[0]): Promise<void> {
    try {
      await this.moveOrThrow(move);
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      this.line.classList.remove('visually-hidden');
      this.line.textContent = error.message;
    }
  }

  private async moveOrThrow(move: Parameters<typeof moveClock>[0]): Promise<void> {
    const clock = await moveClock(move);
    this.set(clock);
    // the face shows the new time; only a screen reader needs to be told
    this.line.classList.toggle('visually-hidden', clock.botFollows);
    this.line.textContent = clock.botFollows
      ? `Klokka er nå ${fullText(new Date(clock.now))}.`
      : 'Klokka er stilt, men Utvalgsbot svarer ikke. Den får vite det når den er tilbake.';
  }
}
