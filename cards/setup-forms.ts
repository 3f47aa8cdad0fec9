import type { Committee } from '../store/committee/record.ts';
import type { Typed } from '../store/view-fields.ts';
import type { CardAction } from './actions.ts';
import {
  button,
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
import { inPages } from './pages.ts';
import { pickerInput } from './picker.ts';
import { nameInputs, settingInputs } from './setup-form.ts';
import { seatText } from './setup-members.ts';
import { lifeText } from './text/life.ts';
import { setupText } from './text/setup.ts';
import { setupProblemLines, setupProblemText } from './text/setup-problems.ts';

/** A form as it stands: what was typed, and what is wrong with it. */
type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const problemLines = (problems: readonly string[]) => setupProblemLines(problems.map((problem) => ({ problem })));

function back({ id: committeeId }: Committee) {
  return button(setupText.cancel, { verb: 'setup.show', committeeId });
}

/** Names and settings of a committee, as they are or as they were typed. */
export function settingsCard(committee: Committee, { typed, problems }: Filled): Card {
  const { name, shortName, settings } = committee;
  const { roundDays, approvalRule, askedGroup, publishedAt, mandateUrl, vedtekterUrl, quorum } = settings;
  const atLeast = approvalRule?.kind === 'consensus' && approvalRule.atLeast;
  const stands = {
    name,
    shortName,
    roundDays: String(roundDays),
    ...(approvalRule && { rule: approvalRule.kind }),
    ...(atLeast && { atLeast: String(atLeast) }),
    ...(askedGroup && { askedGroup }),
    ...(publishedAt && { publishedAt }),
    ...(mandateUrl && { mandateUrl }),
    ...(vedtekterUrl && { vedtekterUrl }),
    ...(quorum && { quorum: String(quorum) }),
  };
  const filled = { ...stands, ...typed };
  const text = (id: 'publishedAt' | 'mandateUrl' | 'vedtekterUrl', placeholder?: string): Input => ({
    type: 'Input.Text',
    id,
    label: setupText[id],
    ...(placeholder && { placeholder }),
    ...prefilled(filled[id]),
  });
  return card(
    heading(setupText.settingsTitle),
    ...problemLines(problems),
    ...nameInputs(filled),
    ...settingInputs(filled, settings),
    text('publishedAt'),
    text('mandateUrl', setupText.linkHint),
    text('vedtekterUrl', setupText.linkHint),
    { type: 'Input.Text', id: 'quorum', label: setupText.quorum, ...prefilled(filled.quorum) },
    buttons(
      submit(setupText.save, { verb: 'setup.settings', committeeId: committee.id, against: committee.version }),
      back(committee),
    ),
  );
}

/** What the seats in one form may take of a message. */
const SEATS_BYTES = 14 * 1024;

/** What is sent when the seat is to be nobody's. */
export const VACANT = 'ledig';

/** One seat to somebody else: found in Teams, or by name and e-mail address; or to nobody. */
export function seatCard(
  committee: Committee,
  {
    typed,
    problems,
    page,
    nameOf,
  }: Filled & { readonly page?: number | undefined; readonly nameOf: (id: string) => string },
): Card {
  const choices = seatChoices(committee, nameOf);
  return card(
    heading(setupText.seatTitle),
    ...problemLines(problems),
    paragraph(setupText.seatAbout),
    ...seatInput(choices, typed.seatId, page, (next) => ({
      verb: 'setup.seat-form',
      committeeId: committee.id,
      page: next,
    })),
    pickerInput(setupText.picked, setupText.pickedHint, typed.picked),
    { type: 'Input.Text', id: 'name', label: setupText.seatName, ...prefilled(typed.name) },
    { type: 'Input.Text', id: 'email', label: setupText.seatEmail, ...prefilled(typed.email) },
    {
      type: 'Input.ChoiceSet',
      id: 'vacant',
      label: setupText.vacate,
      style: 'expanded',
      isMultiSelect: true,
      choices: [{ title: setupText.vacateChoice, value: VACANT }],
      ...(typed.vacant === VACANT && { value: VACANT }),
    },
    { type: 'Input.Date', id: 'from', label: lifeText.from, ...prefilled(typed.from) },
    paragraph(setupText.roundsGoOn),
    buttons(
      submit(setupText.save, { verb: 'setup.seat', committeeId: committee.id, against: committee.version }),
      back(committee),
    ),
  );
}

/** Every seat and who has it. */
export function seatChoices({ seats }: Committee, nameOf: (id: string) => string) {
  return seats.map((seat) => ({
    title: `${seatText(seat)}: ${seat.memberId === undefined ? setupText.vacant : nameOf(seat.memberId)}`,
    value: seat.id,
  }));
}

/** In parts when there are too many for one card; the part with the chosen one unless told. */
export function seatInput(
  choices: readonly { readonly title: string; readonly value: string }[],
  chosen: string | undefined,
  wanted: number | undefined,
  to: (page: number) => CardAction,
): Element[] {
  if (choices.length === 0) return [];
  const pages = inPages(choices, SEATS_BYTES);
  const withChosen = pages.findIndex((part) => part.some((choice) => choice.value === chosen));
  const shown = Math.min(wanted ?? Math.max(withChosen, 0), pages.length - 1);
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'seatId',
    label: setupText.seat,
    style: 'compact',
    isRequired: true,
    errorMessage: setupProblemText['seat-missing'],
    choices: pages[shown] ?? [],
    ...(shown === withChosen && prefilled(chosen)),
  };
  if (pages.length === 1) return [input];
  return [input, buttons(button(setupText.moreSeats, to((shown + 1) % pages.length)))];
}
