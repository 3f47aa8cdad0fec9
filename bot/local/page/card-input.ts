import { AdaptiveCard, ChoiceSetInput, type SerializationContext } from 'adaptivecards';
import type { WireChoice } from '../wire.ts';
import { readingWith } from './choice-sets.ts';
import { Picker } from './picker.ts';

/** What a card needs to know of the one who looks and the people around. */
export type CardSurroundings = {
  /** Whether a mention's address is the person who looks. */
  readonly isMe: (address: string) => boolean;
  readonly findPeople: (dataset: string, words: string) => Promise<readonly WireChoice[]>;
  /** Who has this Entra object id. */
  readonly nameOf: (objectId: string) => string | undefined;
  /** Where a link leads whoever looks: to the app's tab as themselves, as in Teams. */
  readonly leadsTo: (url: string) => string;
};

/** A card whose people pickers can find people. */
export class RoomCard extends AdaptiveCard {
  readonly around: CardSurroundings;

  constructor(around: CardSurroundings) {
    super();
    this.around = around;
  }
}

/** A choice among people who are found by searching, as Teams shows it; any other choice is the library's own. */
class PeopleInput extends ChoiceSetInput {
  private picker: Picker | undefined;

  protected override internalRender(): HTMLElement | undefined {
    const card = this.getRootObject();
    const dataset = this.choicesData?.dataset;
    if (!dataset || !(card instanceof RoomCard)) return super.internalRender();
    const { findPeople, nameOf } = card.around;
    const own = this.choices.map(({ title = '', value = '' }) => ({ title, value }));
    this.picker = new Picker({
      placeholder: this.placeholder ?? 'Søk etter personer',
      multiple: this.isMultiSelect,
      find: async (words) => {
        const fitting = own.filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()));
        return [...fitting, ...(await findPeople(dataset, words))];
      },
      onChange: () => this.valueChanged(),
    });
    const chosen = (this.defaultValue ?? '').split(',').filter(Boolean);
    const titleOf = (value: string) => own.find((choice) => choice.value === value)?.title ?? nameOf(value) ?? value;
    this.picker.choose(chosen.map((value) => ({ value, title: titleOf(value) })));
    return this.picker.element;
  }

  protected override updateInputControlAriaLabelledBy(): void {
    if (!this.picker) super.updateInputControlAriaLabelledBy();
    else this.picker.labelledBy(this.getAllLabelIds().join(' '));
  }

  override focus(): void {
    if (this.picker) this.picker.focus();
    else super.focus();
  }

  override isSet(): boolean {
    return this.picker ? this.picker.chosen.length > 0 : super.isSet();
  }

  override get value(): string | undefined {
    if (!this.picker) return super.value;
    return this.picker.chosen.map(({ value }) => value).join(',') || undefined;
  }
}

/** How a room reads a card: like the library, with its own people picker. */
export function reading(): SerializationContext {
  return readingWith(PeopleInput);
}
