import type { Committee } from '../store/committee/record.ts';
import type { Candidate, Nomination, NominationKind, Request } from '../store/nomination/record.ts';
import type { Typed } from '../store/view-fields.ts';
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
import { emptiable } from './emptiable.ts';
import { noticeLines } from './notice.ts';
import { pickerInput } from './picker.ts';
import { fitting, fittingChoices, shortened } from './size.ts';
import { nominationName, nominationProblemText, nominationText as text, willText } from './text/nomination.ts';
import { problemLines } from './text/problems.ts';
import { deadlineInputs } from './text-inputs.ts';

export type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

/** What somebody sees of varas: their own, whom they act for, what waits for them, and what they can ask for. */
export type VaraShown = {
  readonly problem?: string | undefined;
  readonly own: readonly {
    readonly committee: Committee;
    readonly seatName: string;
    readonly varas: readonly string[];
  }[];
  readonly actsFor: readonly string[];
  /** The committees that they run. */
  readonly runs: readonly Committee[];
  readonly running: readonly Nomination[];
  /** Those that ask them to propose somebody. */
  readonly asks: readonly { readonly nomination: Nomination; readonly said: string }[];
  /** Those in which they are asked whether they will. */
  readonly asked: readonly {
    readonly nomination: Nomination;
    readonly request: Request;
    readonly candidate: Candidate;
  }[];
};

/** So many have buttons of their own; the next come when these are answered. */
const MOST_WAITING = 3;
/** More of a sentence than anybody needs to know what waits. */
const LONGEST_SENTENCE = 200;
/** What a choice of committees or nominations may take of a message. */
const CHOICES_BYTES = 3 * 1024;
/** What the vacant seats may. */
const SEATS_BYTES = 14 * 1024;
const MOST_LINES = 40;

/** The answer to «vara». */
export function varaOverviewCard(shown: VaraShown): Card {
  return fitting((step) => overviewAt(shown, step), MOST_LINES);
}

function overviewAt(shown: VaraShown, lines: number): Card {
  const { problem, own, actsFor, runs } = shown;
  const said = [
    ...own.flatMap(({ committee, seatName, varas }) => [
      `${text.own(committee.shortName, seatName)}: ${text.ownVaras(varas)}`,
    ]),
    ...actsFor,
  ].slice(0, lines);
  const isNothing = own.length + actsFor.length + runs.length + shown.asks.length + shown.asked.length === 0;
  return card(
    heading(text.title),
    ...noticeLines(problem),
    ...waitingElements(shown, Math.min(lines, MOST_WAITING)),
    ...(isNothing ? [paragraph(text.nothing)] : said.map(paragraph)),
    ...(own.length > 0 ? ownElements(own.map(({ committee }) => committee)) : []),
    ...(runs.length > 0 ? runElements(shown, lines) : []),
  );
}

function waitingElements({ asks, asked }: VaraShown, most: number): Element[] {
  const toReply = asked
    .slice(0, most)
    .flatMap(({ nomination, request, candidate }) => [
      paragraph(shortened(willText(nomination, request), LONGEST_SENTENCE)),
      buttons(
        button(text.answerIt, { verb: 'nomination.asked', nominationId: nomination.id, candidateId: candidate.id }),
      ),
    ]);
  const toPropose = asks
    .slice(0, most)
    .flatMap(({ nomination, said }) => [
      paragraph(shortened(`${nomination.committeeName}: ${said}`, LONGEST_SENTENCE)),
      buttons(button(text.propose, { verb: 'nomination.show', nominationId: nomination.id })),
    ]);
  const all = [...toReply, ...toPropose];
  return all.length > 0 ? [heading(text.waiting), ...all] : [];
}

function ownElements(committees: readonly Committee[]): Element[] {
  const [only] = committees;
  if (committees.length === 1 && only)
    return [buttons(button(text.proposeOwn, { verb: 'vara.form', committeeId: only.id }))];
  return [committeeInput('ownCommittee', committees), buttons(submit(text.proposeOwn, { verb: 'vara.form' }))];
}

function runElements({ runs, running }: VaraShown, lines: number): Element[] {
  const [only] = runs;
  const chosen = runs.length === 1 && only ? { committeeId: only.id } : {};
  const press = runs.length === 1 ? button : submit;
  const lined = runs.slice(0, lines).map((committee) => paragraph(coveredText(committee)));
  return [
    heading(text.run),
    ...lined,
    ...(runs.length > 1 ? [committeeInput('committeeId', runs)] : []),
    ...buttonRows([
      press(text.askVaras, { verb: 'nomination.form', kind: 'vara', ...chosen }),
      press(text.fillSeat, { verb: 'nomination.form', kind: 'seat', ...chosen }),
      press(text.askGroup, { verb: 'nomination.form', kind: 'group', ...chosen }),
      press(text.seats, { verb: 'vara.seats', ...chosen }),
    ]),
    ...(running.length > 0
      ? [
          choiceInput(
            'nominationId',
            text.running,
            fittingChoices(
              running.map((one) => ({ title: nominationName(one), value: one.id })),
              CHOICES_BYTES,
            ),
          ),
          buttons(submit(text.follow, { verb: 'nomination.status' })),
        ]
      : []),
  ];
}

function coveredText({ shortName, seats }: Committee): string {
  const filled = seats.filter(({ memberId }) => memberId !== undefined);
  const covered = filled.filter(({ varas = [] }) => varas.length > 0);
  return text.covered(shortName, covered.length, filled.length, seats.length - filled.length);
}

export function choiceInput(
  id: string,
  label: string,
  choices: readonly { readonly title: string; readonly value: string }[],
  chosen?: string,
): Input {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', choices, ...prefilled(chosen) };
}

const committeeInput = (id: string, committees: readonly Committee[]) =>
  choiceInput(
    id,
    text.committee,
    fittingChoices(
      committees.map((one) => ({ title: one.shortName, value: one.id })),
      CHOICES_BYTES,
    ),
  );

/** The form that asks for varas, for somebody to a vacant seat, or for members of a working group. */
export function nominationFormCard(committee: Committee, kind: NominationKind, { typed, problems }: Filled): Card {
  const title = heading(`${text.formTitle[kind]}: ${committee.shortName}`);
  const back = button(text.back, { verb: 'vara.show' });
  if (kind === 'seat' && vacantIn(committee).length === 0) return card(title, paragraph(text.noVacant), buttons(back));
  const form = card(
    title,
    ...problemLines(problems, nominationProblemText),
    paragraph(text.formAbout[kind]),
    ...(kind === 'group'
      ? [{ type: 'Input.Text' as const, id: 'title', label: text.groupTitle, ...prefilled(typed.title) }]
      : []),
    ...(kind === 'seat'
      ? vacantElements(committee, typed)
      : [
          {
            type: 'Input.Text' as const,
            id: 'wanted',
            label: kind === 'vara' ? text.perSeat : text.groupSize,
            ...prefilled(typed.wanted),
          },
        ]),
    ...deadlineInputs(typed, text),
    buttons(submit(text.send, { verb: 'nomination.open', kind, committeeId: committee.id }), back),
  );
  return emptiable(form);
}

const vacantIn = ({ seats }: Committee) => seats.filter(({ memberId }) => memberId === undefined);

function vacantElements(committee: Committee, typed: Typed): Element[] {
  const vacant = vacantIn(committee);
  const choices = fittingChoices(
    vacant.map(({ id, name }) => ({ title: name, value: id })),
    SEATS_BYTES,
  );
  return [choiceInput('seatId', text.vacantSeat, choices, typed.seatId ?? vacant[0]?.id)];
}

/** Somebody found in Teams, or by name and address. */
export function candidateInputs(typed: Typed): Element[] {
  return [
    pickerInput(text.picked, text.pickedHint, typed.picked),
    paragraph(text.outside),
    { type: 'Input.Text', id: 'name', label: text.name, ...prefilled(typed.name) },
    { type: 'Input.Text', id: 'email', label: text.email, ...prefilled(typed.email) },
    { type: 'Input.Text', id: 'workplace', label: text.workplace, ...prefilled(typed.workplace) },
  ];
}

/** A member proposes a vara unasked. */
export function varaFormCard(committee: Committee, { typed, problems }: Filled): Card {
  return emptiable(
    card(
      heading(`${text.proposeOwn}: ${committee.shortName}`),
      ...problemLines(problems, nominationProblemText),
      paragraph(text.proposeAbout),
      ...candidateInputs(typed),
      buttons(
        submit(text.propose, { verb: 'vara.propose', committeeId: committee.id }),
        button(text.back, { verb: 'vara.show' }),
      ),
    ),
  );
}
