import { RoomError } from './api.ts';
import { el } from './dom.ts';
import { takeDrops } from './drop.ts';

type Acts = {
  readonly say: (text: string) => Promise<unknown>;
  /** Absent where no files can be sent. */
  readonly attach?: (file: File) => Promise<unknown>;
};

/** Where one writes to the bot: a box, a button for each command, and a way to attach a file. */
export class Composer {
  readonly element: HTMLElement;
  private readonly acts: Acts;
  private readonly box: HTMLTextAreaElement;
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private readonly progress = el('p', { class: 'progress', role: 'status' });

  /** `label` names the box, `group` the commands. */
  constructor(
    {
      label,
      hint,
      group,
      commands,
    }: Readonly<Record<'label' | 'hint' | 'group', string>> & {
      readonly commands: readonly string[];
    },
    acts: Acts,
  ) {
    this.acts = acts;
    this.box = el('textarea', { rows: 1, 'aria-label': label, placeholder: hint, maxlength: 28_000 });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.send();
    });
    this.box.addEventListener('input', () => this.grow());
    const words = commands.map((word) =>
      el('button', { type: 'button', class: 'command', onclick: () => void this.sayNow(word.toLowerCase()) }, word),
    );
    const send = el('button', { type: 'button', class: 'primary', onclick: () => void this.send() }, 'Send');
    this.element = el(
      'div',
      { class: 'composer' },
      el('div', { class: 'commands', role: 'group', 'aria-label': group }, ...words, ...this.attaching(group)),
      this.progress,
      this.problem,
      el('div', { class: 'box' }, this.box, send),
    );
  }

  /** Does something, and says why when the room could not; then it is false. */
  async tried(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.textContent = '';
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      this.problem.textContent = error.message;
      return false;
    }
  }

  /** Files that are dropped on this element are sent; where none can be, it is said. */
  takeDropsOn(element: HTMLElement): void {
    takeDrops(element, (files) => void this.attachAll(files));
  }

  private attaching(group: string): readonly HTMLElement[] {
    if (!this.acts.attach) return [];
    const input = el('input', { type: 'file', hidden: true, 'aria-label': `Fil, ${group}` });
    input.addEventListener('change', () => {
      void this.attachAll([...(input.files ?? [])]);
      // the same file can be chosen again
      input.value = '';
    });
    const button = el('button', { type: 'button', class: 'attach', onclick: () => input.click() }, 'Legg ved fil');
    return [button, input];
  }

  private async attachAll(files: readonly File[]): Promise<void> {
    const { attach } = this.acts;
    if (!attach) {
      this.problem.textContent = 'Filer kan bare sendes i chatten med Utvalgsbot, ikke i en kanal.';
      return;
    }
    for (const file of files) {
      this.progress.textContent = `Laster opp «${file.name}» …`;
      const sent = await this.tried(() => attach(file));
      this.progress.textContent = '';
      if (!sent) return;
    }
  }

  private async send(): Promise<void> {
    const text = this.box.value.trim();
    if (text === '') return;
    this.box.value = '';
    this.grow();
    const sent = await this.sayNow(text);
    // the room itself could not be reached: the words go back to where they were written
    if (!sent && this.box.value === '') {
      this.box.value = text;
      this.grow();
    }
  }

  private sayNow(text: string): Promise<boolean> {
    return this.tried(() => this.acts.say(text));
  }

  private grow(): void {
    this.box.rows = Math.min(8, this.box.value.split('\n').length);
  }
}
