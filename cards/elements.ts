import type { CardAction } from './actions.ts';

/** The part of Adaptive Cards 1.5 that this bot uses. */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: 'nb';
  readonly msteams: { readonly width: 'Full'; readonly entities?: readonly Mention[] };
  readonly body: readonly Element[];
  // below all else: what leads away and sends nothing, which old clients know as well
  readonly actions?: readonly OpenUrl[];
};
type OpenUrl = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };

/** Somebody who is told that the card is about them. `id`: a Teams id (`29:…`) or an Entra object id. */
export type Mention = {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
};

type TextBlock = {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly weight?: 'Bolder';
  readonly size?: 'Medium' | 'Large' | 'ExtraLarge';
  readonly spacing?: 'Small' | 'None';
  readonly separator?: true;
};
type Labelled = {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
  readonly value?: string;
};
export type Input =
  | (Labelled & {
      readonly type: 'Input.Text';
      readonly isMultiline?: true;
      readonly maxLength?: number;
      readonly placeholder?: string;
    })
  | (Labelled & { readonly type: 'Input.Date' | 'Input.Time' })
  | (Labelled & {
      readonly type: 'Input.ChoiceSet';
      readonly style: 'compact' | 'expanded';
      readonly isMultiSelect?: true;
      // a long choice is read whole
      readonly wrap?: true;
      readonly placeholder?: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      // Teams' people picker: what is typed is searched for in the whole organisation; only with style compact
      readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: 'graph.microsoft.com/users' };
    });
export type Submit = {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: CardAction;
  readonly associatedInputs?: 'none';
};
export type Execute = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: CardAction;
  readonly associatedInputs?: 'none';
  // the button's whole name, where what stands on it is not enough
  readonly tooltip?: string;
  // old clients have no Action.Execute; they send the same data as a message
  readonly fallback: Submit;
};
/** What colours a column. It says nothing that words do not say as well. */
export type Tone = 'accent' | 'good' | 'warning' | 'attention' | 'emphasis';
export type Column = {
  readonly type: 'Column';
  // a share of the row
  readonly width: number;
  readonly items: readonly TextBlock[];
  readonly style?: Tone;
  readonly spacing?: 'None';
  readonly verticalContentAlignment?: 'Center';
};
export type Element =
  | TextBlock
  | { readonly type: 'ColumnSet'; readonly columns: readonly Column[]; readonly spacing?: 'Small' }
  | Input
  | { readonly type: 'FactSet'; readonly facts: readonly { readonly title: string; readonly value: string }[] }
  | { readonly type: 'Container'; readonly items: readonly Element[]; readonly separator?: true }
  | { readonly type: 'ActionSet'; readonly actions: readonly Execute[] };

/** A card in full width; buttons are an ActionSet in the body, as the Universal Action Model asks. */
export function card(...body: readonly Element[]): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'nb',
    msteams: { width: 'Full' },
    body,
  };
}

export function heading(text: string): Element {
  return { type: 'TextBlock', text: plain(text), wrap: true, style: 'heading', weight: 'Bolder', size: 'Medium' };
}

export function paragraph(text: string): Element {
  return { type: 'TextBlock', text: plain(text), wrap: true };
}

/** What a mention must not hold: it is found in the text by its name, letter for letter. */
function mentionName(name: string): string {
  return (
    name
      .replace(/[<>*_`~|[\]\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || '–'
  );
}

/** A paragraph that mentions people, and what the card needs for it. */
export function mentioning(
  before: string,
  people: readonly { readonly id: string; readonly name: string }[],
  after: string,
): { readonly element: Element; readonly entities: readonly Mention[] } {
  const entities = people.map(({ id, name }): Mention => {
    const mentioned = { id, name: mentionName(name) };
    return { type: 'mention', text: `<at>${mentioned.name}</at>`, mentioned };
  });
  const text = `${plain(before)}${entities.map((entity) => entity.text).join(', ')}${plain(after)}`;
  return { element: { type: 'TextBlock', text, wrap: true }, entities };
}

type Marked = { readonly text: string; readonly isMarked: boolean };

/** A paragraph of pieces, of which some stand out: bold, so that it is seen without colour. */
export function marked(pieces: readonly Marked[]): Element {
  const text = joined(pieces)
    .map(({ text, isMarked }) => (isMarked ? bold(text) : plain(text)))
    .join('');
  return { type: 'TextBlock', text, wrap: true };
}

/** Markdown wants the stars close to the words, and on one line. */
function bold(text: string): string {
  return text
    .split(/(\s*\n\s*|^\s+|\s+$)/)
    .map((part) => (part.trim() === '' ? plain(part) : `**${plain(part)}**`))
    .join('');
}

/** Neighbours that look the same are one piece: stars that meet would be read as something else. */
function joined(pieces: readonly Marked[]): readonly Marked[] {
  const runs: Marked[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.isMarked === piece.isMarked) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}

/** A longer text as people wrote it: line by line, with the empty lines between paragraphs. */
export function prose(text: string): Element {
  return { type: 'Container', separator: true, items: text.split(/\n{2,}/).map(paragraph) };
}

export function facts(entries: Readonly<Record<string, string>>): Element {
  return {
    type: 'FactSet',
    facts: Object.entries(entries).map(([title, value]) => ({ title, value: plain(value) })),
  };
}

/** What was typed into an input before, if anything. */
export function prefilled(text: string | undefined): { readonly value?: string } {
  return text ? { value: text } : {};
}

/** An input that must be filled in, and what is said when it is not. */
export function required(errorMessage: string): { readonly isRequired: true; readonly errorMessage: string } {
  return { isRequired: true, errorMessage };
}

export function buttons(...actions: readonly Execute[]): Element {
  return { type: 'ActionSet', actions };
}

/** Teams shows no more buttons in one row. */
const ROW = 6;

/** As many rows of buttons as it takes; none at all for no buttons. */
export function buttonRows(actions: readonly Execute[]): Element[] {
  const rows = Math.ceil(actions.length / ROW);
  return Array.from({ length: rows }, (_, row) => buttons(...actions.slice(row * ROW, (row + 1) * ROW)));
}

/** A button that sends the card's inputs along with its data. */
export function submit(title: string, data: CardAction): Execute {
  const { verb } = data;
  return { type: 'Action.Execute', title, verb, data, fallback: { type: 'Action.Submit', title, data } };
}

/** A button that needs no inputs: an empty required field elsewhere in the card must not block it. */
export function button(title: string, data: CardAction): Execute {
  const associatedInputs = 'none';
  const fallback = { type: 'Action.Submit', title, data, associatedInputs } as const;
  return { type: 'Action.Execute', title, verb: data.verb, data, associatedInputs, fallback };
}

/** What people wrote is shown as they wrote it: Markdown in a TextBlock is escaped, and lines stay lines. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)([#+\-=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/\r\n?|\n/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** What people wrote, of a text that `plain` has made. */
export function unescaped(text: string): string {
  return text.replace(/\\([\\`*_[\]<>~|&#+\-=.)])/g, '$1').replaceAll('\n\n', '\n');
}

/** A link with words of its own; what the address holds cannot end it. */
export function link(text: string, url: string): Element {
  const address = url.replace(/[()\\\s<>]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return { type: 'TextBlock', text: `[${plain(text)}](${address})`, wrap: true };
}
