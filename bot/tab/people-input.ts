import { ChoiceSetInput, type SerializationContext } from 'adaptivecards';
import { readingWith } from '../local/page/choice-sets.ts';
import type { PickPerson } from './host.ts';

const ONLY_IN_TEAMS = 'Her kan det ikke søkes etter personer. Velg personen på kortet i chatten.';

/** How the tab reads a card: like the library, but somebody is found with Teams' own search. */
export function reading(pickPerson: PickPerson | undefined): SerializationContext {
  /** A choice among the people of the organisation, which the card itself does not list; any other choice is the library's own. */
  class PeopleInput extends ChoiceSetInput {
    private readonly button = document.createElement('button');
    private picked = '';
    private hasSearch = false;

    protected override internalRender(): HTMLElement | undefined {
      if (!this.choicesData?.dataset) return super.internalRender();
      this.hasSearch = true;
      this.picked = this.defaultValue ?? '';
      const { button } = this;
      button.type = 'button';
      button.className = 'pick';
      button.textContent = this.titleOf(this.picked) ?? this.placeholder ?? 'Velg person';
      if (pickPerson === undefined) {
        const line = document.createElement('p');
        line.textContent = ONLY_IN_TEAMS;
        return line;
      }
      button.addEventListener('click', async () => {
        const person = await pickPerson();
        if (person === undefined) return;
        this.picked = person.id;
        button.textContent = person.name;
        this.valueChanged();
      });
      return button;
    }

    private titleOf(value: string): string | undefined {
      return this.choices.find((choice) => choice.value === value)?.title;
    }

    protected override updateInputControlAriaLabelledBy(): void {
      if (!this.hasSearch) {
        super.updateInputControlAriaLabelledBy();
        return;
      }
      this.button.id ||= `pick-${crypto.randomUUID()}`;
      this.button.setAttribute('aria-labelledby', [...this.getAllLabelIds(), this.button.id].join(' '));
    }

    override focus(): void {
      if (this.hasSearch) this.button.focus();
      else super.focus();
    }

    override isSet(): boolean {
      return this.hasSearch ? this.picked !== '' : super.isSet();
    }

    override get value(): string | undefined {
      return this.hasSearch ? this.picked || undefined : super.value;
    }
  }

  return readingWith(PeopleInput);
}
