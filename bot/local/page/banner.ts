import { el } from './dom.ts';

/** Says above everything that the room or the bot is away. */
export class Banner {
  readonly element = el('p', { class: 'banner', role: 'status' });
  private lost = false;
  private botAnswers = true;

  set({
    lost = this.lost,
    botAnswers = this.botAnswers,
  }: {
    readonly lost?: boolean;
    readonly botAnswers?: boolean;
  }): void {
    this.lost = lost;
    this.botAnswers = botAnswers;
    const text = lost
      ? 'Prøverommet svarer ikke. Siden prøver igjen av seg selv.'
      : 'Utvalgsbot svarer ikke akkurat nå. Meldinger blir liggende, og kan sendes på nytt.';
    this.element.textContent = lost || !botAnswers ? text : '';
  }
}
