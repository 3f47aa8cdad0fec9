import type { Committee, Seat } from '../store/committee/record.ts';
import { NOTICE_DAYS } from '../store/committee/rules-dates.ts';
import type { Running } from '../store/committee/rules-life.ts';
import { plannedIn } from '../store/committee/rules-planned.ts';
import { REPRESENTS } from '../store/setup/rules-represents.ts';
import type { Typed } from '../store/view-fields.ts';
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
import { pickerInput } from './picker.ts';
import { seatChoices, seatInput } from './setup-forms.ts';
import { seatText } from './setup-members.ts';
import { capitalized } from './text/format.ts';
import { lifeProblemText, lifeText } from './text/life.ts';
import { notice } from './text/notices.ts';
import { problemText } from './text/problems.ts';
import { representsNames, setupText } from './text/setup.ts';
import { setupProblemText } from './text/setup-problems.ts';

type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const said = (problems: readonly string[]): Element[] =>
  problems.length === 0 ? [] : [paragraph(problemText(problems, { ...setupProblemText, ...lifeProblemText }))];

const back = (committeeId: string) => button(setupText.cancel, { verb: 'setup.show', committeeId });

/** The dates of a committee, as they are or as they were typed. */
export function lifeFormCard({ id: committeeId, version, life = {} }: Committee, { typed, problems }: Filled): Card {
  const { evaluatesOn = '', endsOn = '', rotation } = life;
  const stands = {
    evaluatesOn,
    endsOn,
    rotatesOn: rotation?.on ?? '',
    rotatesTo: rotation?.represents ?? NOBODYS,
    remindDays: String(rotation?.remindDays ?? NOTICE_DAYS),
  };
  // a date that was emptied is not sent back: a form that was filled in is shown as it was
  const filled: Typed = problems.length > 0 ? { rotatesTo: NOBODYS, ...typed } : stands;
  const date = (id: string, label: string): Input => ({ type: 'Input.Date', id, label, ...prefilled(filled[id]) });
  return card(
    heading(lifeText.formTitle),
    ...said(problems),
    paragraph(lifeText.formAbout),
    date('evaluatesOn', lifeText.evaluatesOn),
    date('endsOn', lifeText.endsOn),
    date('rotatesOn', lifeText.rotatesOn),
    {
      type: 'Input.ChoiceSet',
      id: 'rotatesTo',
      label: lifeText.rotatesTo,
      style: 'compact',
      choices: [
        { title: lifeText.nobodys, value: NOBODYS },
        ...REPRESENTS.map((value) => ({ title: capitalized(representsNames[value]), value })),
      ],
      ...prefilled(filled.rotatesTo),
    },
    { type: 'Input.Text', id: 'remindDays', label: lifeText.remindDays, ...prefilled(filled.remindDays) },
    buttons(submit(lifeText.save, { verb: 'life.save', committeeId, against: version }), back(committeeId)),
  );
}

/** What is sent when it is no part's turn. */
const NOBODYS = 'ingen';

/** Which seat, before who fills it is said. */
export function appointingSeatCard(
  committee: Committee,
  {
    page,
    nameOf,
    problems,
  }: Pick<Filled, 'problems'> & { readonly page?: number | undefined; readonly nameOf: (id: string) => string },
): Card {
  const { id: committeeId } = committee;
  return card(
    heading(lifeText.appointingTitle),
    ...said(problems),
    paragraph(lifeText.appointingAbout),
    ...seatInput(seatChoices(committee, nameOf), undefined, page, (next) => ({
      verb: 'life.appointing-form',
      committeeId,
      page: next,
    })),
    buttons(submit(lifeText.next, { verb: 'life.appointing-form', committeeId }), back(committeeId)),
  );
}

/** What is sent when there is to be no contact. */
export const REMOVE = 'fjern';

/** Who fills a seat, and whom to ask there. */
export function appointingCard(
  { id: committeeId, version }: Committee,
  seat: Seat,
  { typed, problems, contact }: Filled & { readonly contact: string | undefined },
): Card {
  const { party = '' } = problems.length > 0 ? typed : { party: seat.appointing?.party };
  return card(
    heading(lifeText.appointingTitle),
    ...said(problems),
    paragraph(lifeText.appointingOf(seatText(seat))),
    { type: 'Input.Text', id: 'party', label: lifeText.party, maxLength: 200, ...prefilled(party) },
    ...(contact === undefined ? [] : [paragraph(lifeText.contactNow(contact))]),
    pickerInput(lifeText.picked, setupText.pickedHint, typed.picked),
    { type: 'Input.Text', id: 'name', label: setupText.seatName, ...prefilled(typed.name) },
    { type: 'Input.Text', id: 'email', label: setupText.seatEmail, ...prefilled(typed.email) },
    ...(contact === undefined
      ? []
      : [
          {
            type: 'Input.ChoiceSet',
            id: 'remove',
            label: lifeText.removeContact,
            style: 'expanded',
            isMultiSelect: true,
            choices: [{ title: lifeText.removeChoice, value: REMOVE }],
            ...prefilled(typed.remove),
          } satisfies Input,
        ]),
    buttons(
      submit(lifeText.saveAppointing, { verb: 'life.appointing', committeeId, seatId: seat.id, against: version }),
      back(committeeId),
    ),
  );
}

/** What stays as it is when a committee is closed. */
export type Remaining = { readonly saker: number; readonly referater: number };

/** Whether a committee is to be closed, or what has to be finished first. */
export function closeCard(
  committee: Committee,
  {
    running,
    remaining,
    problem,
  }: { readonly running: Running; readonly remaining: Remaining; readonly problem?: string | undefined },
): Card {
  const { id: committeeId, shortName, version } = committee;
  const going = (['rounds', 'meetings', 'nominations'] as const).flatMap((what) =>
    running[what] > 0 ? [paragraph(lifeText[what](running[what]))] : [],
  );
  const { saker, referater } = remaining;
  const plans = plannedIn(committee).length;
  return card(
    heading(lifeText.closeTitle(shortName)),
    ...(problem === undefined ? [] : [paragraph(notice(problem))]),
    paragraph(going.length > 0 ? lifeText.cannotClose : lifeText.closeAbout),
    ...going,
    ...(going.length === 0 && plans > 0 ? [paragraph(lifeText.plansFall(plans))] : []),
    ...(going.length === 0 && saker + referater > 0 ? [paragraph(lifeText.remains(saker, referater))] : []),
    buttons(
      ...(going.length > 0 ? [] : [button(lifeText.closeNow, { verb: 'life.close', committeeId, against: version })]),
      back(committeeId),
    ),
  );
}
