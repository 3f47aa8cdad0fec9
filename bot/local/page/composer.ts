import type { PressAnswer, WireCommand, WireExtension } from '../wire.ts';
import { sentenceOf } from './api.ts';
import { button, el } from './dom.ts';
import { icon } from './icon.ts';
import { menuButton } from './menu.ts';
import { Suggestions } from './suggestions.ts';
import type { ComposerWords } from './words.ts';

type Acts = {
  /** `mention`: the bot is to hear it too. */
  readonly say: (text: string, mention: boolean) => Promise<unknown>;
  /** The app's commands that are chosen beside the box. */
  readonly extensions: () => readonly WireExtension[];
  readonly extend: (command: string) => Promise<PressAnswer>;
  /** Absent where no files can be sent. */
  readonly attach?: (file: File) => Promise<unknown>;
};
/** More than these are found by writing. */
const BUTTONS = 4;

/** Where one writes to the bot: a box, the app's commands, and a way to attach a file. */
export class Composer {
  readonly element: HTMLElement;
  private readonly acts: Acts;
  private readonly commands: () => readonly WireCommand[];
  private readonly box: HTMLTextAreaElement;
  private readonly suggestions: Suggestions;
  private readonly row: HTMLElement;
  private words: ComposerWords;
  private readonly mention: HTMLButtonElement;
  private readonly file = el('input', { type: 'file', hidden: true });
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private readonly progress = el('p', { class: 'progress', role: 'status' });

  constructor(words: ComposerWords, commands: () => readonly WireCommand[], acts: Acts) {
    this.acts = acts;
    this.words = words;
    this.commands = commands;
    this.box = el('textarea', { rows: 1, maxlength: 28_000 });
    this.suggestions = new Suggestions(this.box, commands, (text) => this.fill(text));
    this.box.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.send();
    });
    this.box.addEventListener('input', () => this.grow());
    const send = this.iconButton('send', 'Send', () => void this.send());
    this.mention = button('@Utvalgsbot', () => this.setMention(!this.mentions), 'mention-chip');
    this.mention.title = 'Utvalgsbot får bare meldinger der den er nevnt';
    this.mention.hidden = words.toPeople === undefined;
    const field = el('div', { class: 'box' }, this.mention, this.box, ...this.attaching(), ...this.extending(), send);
    this.row = el('div', { class: 'commands', role: 'group' });
    this.element = el(
      'div',
      { class: 'composer' },
      this.row,
      this.progress,
      this.problem,
      field,
      this.suggestions.element,
    );
    this.drawCommands();
    this.mention.setAttribute('aria-pressed', 'true');
    this.rename(words);
  }

  /** What its parts are called from now on, as after the chat got another name. */
  rename(words: ComposerWords): void {
    this.words = words;
    this.row.setAttribute('aria-label', words.group);
    this.file.setAttribute('aria-label', `Fil, ${words.group}`);
    this.nameBox();
  }

  /** Whether the bot is there to be written to; if not, people still are. */
  set botIsThere(is: boolean) {
    this.mention.hidden = !is || this.words.toPeople === undefined;
    this.row.hidden = !is;
    this.setMention(is);
  }

  private get mentions(): boolean {
    return this.mention.getAttribute('aria-pressed') === 'true';
  }

  private setMention(is: boolean): void {
    this.mention.setAttribute('aria-pressed', String(is));
    this.nameBox();
  }

  /** The box says whom one writes to. */
  private nameBox(): void {
    const { toBot, toPeople } = this.words;
    const { label, hint } = this.mentions ? toBot : (toPeople ?? toBot);
    this.box.setAttribute('aria-label', label);
    this.box.placeholder = hint;
    this.suggestions.name = `Kommandoer, ${label}`;
  }

  /** Does something, and says why when the room could not; then it is false. */
  async tried(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.textContent = '';
    try {
      await act();
      return true;
    } catch (error) {
      this.problem.textContent = sentenceOf(error);
      return false;
    }
  }

  async attachAll(files: readonly File[]): Promise<void> {
    const { attach } = this.acts;
    if (!attach) {
      this.problem.textContent = 'Filer kan bare sendes i chatten med Utvalgsbot, ikke i en kanal eller gruppechat.';
      return;
    }
    for (const file of files) {
      this.progress.textContent = `Laster opp «${file.name}» …`;
      const sent = await this.tried(() => attach(file));
      this.progress.textContent = '';
      if (!sent) return;
    }
  }

  private drawCommands(): void {
    const buttons = this.commands()
      .slice(0, BUTTONS)
      .map(({ title, description }) => {
        const command = button(capitalised(title), () => void this.tried(() => this.acts.say(title, true)), 'command');
        command.title = description;
        return command;
      });
    this.row.replaceChildren(...buttons);
  }

  private attaching(): readonly HTMLElement[] {
    if (!this.acts.attach) return [];
    const input = this.file;
    input.addEventListener('change', () => {
      void this.attachAll([...(input.files ?? [])]);
      // the same file can be chosen again
      input.value = '';
    });
    return [this.iconButton('attach', 'Legg ved fil', () => input.click()), input];
  }

  private extending(): readonly HTMLElement[] {
    const { extensions, extend } = this.acts;
    if (extensions().length === 0) return [];
    const use = async (command: string) => {
      this.problem.textContent = '';
      this.progress.textContent = 'Henter …';
      const answer = await extend(command);
      this.progress.textContent = answer.kind === 'message' ? answer.text : '';
      if (answer.kind === 'failed') this.problem.textContent = answer.text;
    };
    const items = () => extensions().map(({ id, title }) => ({ label: title, act: () => void use(id) }));
    return [menuButton('Handlinger i appen', items, 'app')];
  }

  private iconButton(name: 'send' | 'attach', label: string, onclick: () => void): HTMLElement {
    const made = el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick });
    made.append(icon(name));
    return made;
  }

  private async send(): Promise<void> {
    const text = this.box.value.trim();
    if (text === '') return;
    this.fill('');
    const sent = await this.sayNow(text);
    // the room itself could not be reached: the words go back to where they were written
    if (!sent && this.box.value === '') this.fill(text);
  }

  private fill(text: string): void {
    this.box.value = text;
    this.suggestions.close();
    this.grow();
  }

  private sayNow(text: string): Promise<boolean> {
    return this.tried(() => this.acts.say(text, this.mentions));
  }

  private grow(): void {
    this.box.rows = Math.min(8, this.box.value.split('\n').length);
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
