import type { Plan } from '../store/plan/record.ts';
import type { Question } from '../store/plan/rules-questions.ts';
import type { Scope } from '../store/plan/view.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import type { Typed } from '../store/view-fields.ts';
import { about } from './about.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { pickerInput } from './picker.ts';
import { fittingChoices, shortened } from './size.ts';
import { planAskProblemText, planAskText } from './text/plan-ask.ts';
import { problemLines } from './text/problems.ts';
import { tiltakText } from './text/tiltak.ts';

type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const QUESTIONS_BYTES = 22 * 1024;
const WRITTEN = 300;
const TEXT = 160;
/** So many tiltak of a focus area are asked about one by one at a time. */
const ONE_BY_ONE = 12;

/** What a plan leaves open, question by question. */
export function planAskCard(
  { id: planId, committeeId, name }: Plan,
  {
    questions,
    page,
    problem,
  }: { readonly questions: readonly Question[]; readonly page: number; readonly problem?: string | undefined },
): Card {
  const pages = inPages(
    questions.map((one) => questionElements(planId, one)),
    QUESTIONS_BYTES,
  );
  const shown = Math.min(page, pages.length - 1);
  return card(
    heading(planAskText.title(name)),
    ...noticeLines(problem),
    paragraph(questions.length === 0 ? planAskText.allClear : planAskText.about),
    ...(pages.length > 1 ? [paragraph(planAskText.page(shown, pages.length))] : []),
    ...(pages[shown] ?? []).flat(),
    buttons(
      ...(pages.length > 1
        ? [button(planAskText.nextPage, { verb: 'plan.ask', planId, page: (shown + 1) % pages.length })]
        : []),
      button(tiltakText.toPlan, { verb: 'tiltak.plan', committeeId, planId }),
    ),
  );
}

function questionElements(planId: string, question: Question): Element[] {
  const [first] = question.tiltak;
  if (first === undefined) return [];
  const n = question.tiltak.length;
  const choose = (scope: Scope, tiltak: Tiltak, title: string) =>
    button(title, { verb: 'plan.contact-form', planId, tiltakId: tiltak.id, scope });
  if (question.what === 'date')
    return apart(
      paragraph(planAskText.date(shortened(question.written, WRITTEN), n)),
      buttons(
        ...about(question.written, button(planAskText.sayDate, { verb: 'plan.date-form', planId, tiltakId: first.id })),
      ),
    );
  if (question.what === 'owner')
    return apart(
      paragraph(planAskText.owner(shortened(question.written, WRITTEN), n)),
      ...(question.isPutOff ? [paragraph(planAskText.putOff)] : []),
      buttons(...about(question.written, choose('owner', first, planAskText.choose))),
    );
  const here = question.tiltak.slice(0, ONE_BY_ONE);
  return apart(
    paragraph(planAskText.area(shortened(question.focusArea, WRITTEN), n)),
    ...here.map(({ text }, at) => paragraph(`${at + 1}. ${shortened(text, TEXT)}`)),
    ...(n > here.length ? [paragraph(planAskText.more(n - here.length))] : []),
    ...buttonRows(
      about(
        question.focusArea,
        choose('area', first, planAskText.chooseForAll),
        ...(n > 1 ? here.map((one, at) => choose('tiltak', one, planAskText.chooseForOne(at + 1))) : []),
      ),
    ),
  );
}

const apart = (...items: readonly Element[]): Element[] => [{ type: 'Container', separator: true, items }];

/** Somebody who can be asked, and why they are proposed. */
export type Proposed = { readonly personId: string; readonly name: string; readonly why?: string };

const CHOICES_BYTES = 10 * 1024;

/** «Hvem skal vi spørre?»: about an owner as written, a focus area, or one tiltak. */
export function planContactCard(
  { id: planId }: Plan,
  {
    tiltak,
    count,
    scope,
    proposed,
    named,
    typed,
    problems,
  }: Filled & {
    readonly tiltak: Tiltak;
    readonly count: number;
    readonly scope: Scope;
    readonly proposed: readonly Proposed[];
    /** Those who are asked today. */
    readonly named: readonly string[];
  },
): Card {
  const { id: tiltakId, owner = '', place, text } = tiltak;
  const about = {
    owner: planAskText.forOwner(shortened(owner, WRITTEN), count),
    area: planAskText.forArea(shortened(place.focusArea ?? '', WRITTEN), count),
    tiltak: planAskText.forOne,
  };
  const data = { planId, tiltakId, scope } as const;
  return card(
    heading(planAskText.contactTitle),
    ...problemLines(problems, planAskProblemText),
    paragraph(about[scope]),
    ...(scope === 'tiltak' || count === 1 ? [paragraph(shortened(text, WRITTEN))] : []),
    paragraph(planAskText.atMost),
    ...(proposed.length > 0 ? [ticks(proposed, problems.length > 0 ? typed.ticked : named.join(','))] : []),
    pickerInput(planAskText.person, planAskText.personHint, typed.picked),
    { type: 'Input.Text', id: 'name', label: planAskText.personName, ...prefilled(typed.name) },
    buttons(
      submit(planAskText.save, { verb: 'plan.contact', ...data }),
      ...(scope === 'owner' ? [button(planAskText.nobody, { verb: 'plan.contact', ...data, nobody: true })] : []),
      button(planAskText.back, { verb: 'plan.ask', planId }),
    ),
  );
}

function ticks(proposed: readonly Proposed[], ticked: string | undefined): Input {
  const choices = proposed.map(({ personId, name, why }) => ({
    title: why ? `${name}, ${why}` : name,
    value: personId,
  }));
  return {
    type: 'Input.ChoiceSet',
    id: 'ticked',
    label: planAskText.suggestions,
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: fittingChoices(choices, CHOICES_BYTES),
    ...prefilled(ticked),
  };
}

/** «Hva menes med «12. april»?» */
export function planDateCard(
  { id: planId }: Plan,
  { tiltak, count, typed, problems }: Filled & { readonly tiltak: Tiltak; readonly count: number },
): Card {
  const { id: tiltakId, due = '', text } = tiltak;
  return card(
    heading(planAskText.dateTitle(due)),
    ...problemLines(problems, planAskProblemText),
    paragraph(planAskText.dateAbout(count)),
    ...(count === 1 ? [paragraph(shortened(text, WRITTEN))] : []),
    { type: 'Input.Date', id: 'on', label: planAskText.on, ...prefilled(typed.on) },
    buttons(
      submit(planAskText.saveDate, { verb: 'plan.date', planId, tiltakId }),
      button(planAskText.noDate, { verb: 'plan.date', planId, tiltakId, none: true }),
      button(planAskText.back, { verb: 'plan.ask', planId }),
    ),
  );
}
