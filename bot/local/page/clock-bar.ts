import type { WireClock } from '../wire.ts';
import { moveClock, sentenceOf } from './api.ts';
import { button, el } from './dom.ts';
import { askFor } from './form-dialog.ts';
import { fieldValue, fullText } from './format.ts';

/** The room's clock, and the buttons that move it forward. */
export class ClockBar {
  readonly element: HTMLElement;
  private readonly face = el('time', { class: 'clock-face' });
  private readonly line = el('p', { class: 'clock-line', role: 'status' });
  private readonly deadline: () => string | undefined;
  private offsetMs = 0;

  /** `deadline`: the first deadline that a card on the screen names, as a date-time field holds it. */
  constructor(deadline: () => string | undefined) {
    this.deadline = deadline;
    this.element = el(
      'div',
      { class: 'clock', role: 'group', 'aria-label': 'Klokka i prøverommet' },
      this.face,
      button('+1 time', () => void this.move({ advance: 'hour' })),
      button('Neste dag', () => void this.move({ advance: 'next-day' })),
      button('Til fristen …', () => this.ask()),
      this.line,
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

  private ask(): void {
    const value = this.deadline() ?? fieldValue(new Date(this.now().getTime() + 3600_000));
    askFor({
      title: 'Still klokka',
      about: 'Klokka går bare framover. Påminnelser og frister på veien kommer som om tiden hadde gått.',
      label: 'Ny tid',
      field: el('input', { type: 'datetime-local', value }),
      act: 'Still klokka',
      save: async (to) => {
        if (to === '') return 'Velg dato og klokkeslett.';
        await this.moveOrThrow({ to });
        return undefined;
      },
    });
  }

  private async move(move: Parameters<typeof moveClock>[0]): Promise<void> {
    await this.moveOrThrow(move).catch((error: unknown) => {
      this.line.classList.remove('visually-hidden');
      this.line.textContent = sentenceOf(error);
    });
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
