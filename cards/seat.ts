import type { Committee, Role, Seat } from '../store/committee/record.ts';
import { rolesIn } from '../store/committee/rules-members.ts';
import { VOTES } from '../store/committee/rules-seat.ts';
import { REPRESENTS } from '../store/setup/rules-represents.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  facts,
  heading,
  type Input,
  paragraph,
  prefilled,
  required,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { candidateInputs } from './nomination.ts';
import { seatChoices, seatInput } from './setup-forms.ts';
import { namesText, seatText, shortened } from './setup-members.ts';
import { capitalized } from './text/format.ts';
import { nominationProblemText } from './text/nomination.ts';
import { notice } from './text/notices.ts';
import { problemText } from './text/problems.ts';
import { seatTexts as text } from './text/seat.ts';
import { representsNames, roleNames, setupText } from './text/setup.ts';
import { setupProblemText } from './text/setup-problems.ts';

type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const said = (problems: readonly string[], { settings: { quorum = 0 } }: Committee) => {
  const texts = { ...nominationProblemText, ...setupProblemText, 'below-quorum': setupText.belowQuorum(quorum) };
  return problems.length === 0 ? [] : [paragraph(problemText(problems, texts))];
};
const back = (committeeId: string) => button(text.back, { verb: 'setup.show', committeeId });
const called = (seat: Pick<Seat, 'name' | 'represents'>) => seatText({ ...seat, name: shortened(seat.name) });

/** Which seat is to be opened. */
export function seatChoiceCard(
  committee: Committee,
  {
    page,
    problems,
    nameOf,
  }: Pick<Filled, 'problems'> & { readonly page?: number | undefined; readonly nameOf: (id: string) => string },
): Card {
  const { id: committeeId } = committee;
  const choices = seatChoices(committee, nameOf);
  return card(
    heading(text.chooseTitle),
    ...said(problems, committee),
    paragraph(text.chooseAbout),
    ...seatInput(choices, undefined, page, (next) => ({ verb: 'setup.seat-open', committeeId, page: next })),
    buttons(
      ...(choices.length > 0 ? [submit(text.openChosen, { verb: 'setup.seat-open', committeeId })] : []),
      button(text.add, { verb: 'setup.seat-new', committeeId }),
      back(committeeId),
    ),
  );
}

/** Who has a seat, as far as it is told. */
export type Holder = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly remark?: string | undefined;
};

/** One seat: who has it, who acts for it, and what can be changed of it. */
export function seatOneCard(
  committee: Committee,
  seat: Seat,
  {
    typed,
    problems,
    holder,
    notice: code,
  }: Filled & { readonly holder?: Holder | undefined; readonly notice?: string | undefined },
): Card {
  const { id: committeeId, version } = committee;
  const { id: seatId, memberId, varas = [], appointing = {} } = seat;
  const roles = rolesIn(committee).flatMap(({ role, personId }) => (personId === memberId ? role : []));
  // what was emptied is not sent back: a form that was filled in is shown as it was
  const filled: Typed = problems.length > 0 ? typed : asTyped(seat, roles);
  const named = namesText(varas.map(({ name }, n) => `${n + 1}. ${shortened(name)}`)) || text.none;
  return emptiable(
    card(
      heading(text.title(called(seat))),
      ...(code === undefined ? [] : [paragraph(notice(code))]),
      ...said(problems, committee),
      facts({
        [text.holder]: holder ? `${holder.name}${holder.remark ? ` (${holder.remark})` : ''}` : setupText.vacant,
        ...(holder?.email && { [text.email]: holder.email }),
        [text.varas]: named,
        ...(appointing.party && { [text.appointedBy]: shortened(appointing.party) }),
      }),
      ...seatInputs(filled),
      ...(memberId === undefined ? [] : [rolesInput(filled.roles)]),
      paragraph(text.vacate),
      ...buttonRows([
        submit(text.save, { verb: 'setup.seat-save', committeeId, seatId, against: version }),
        button(text.change, { verb: 'setup.seat-form', committeeId, seatId }),
        button(text.nameVara, { verb: 'setup.seat-vara-form', committeeId, seatId }),
        ...(varas.length > 0 ? [button(text.arrangeVaras, { verb: 'vara.seats', committeeId })] : []),
        button(text.appointing, { verb: 'life.appointing-form', committeeId, seatId }),
        button(text.remove, { verb: 'setup.seat-remove-form', committeeId, seatId }),
        back(committeeId),
      ]),
    ),
  );
}

/** A seat more. */
export function seatNewCard(committee: Committee, { typed, problems }: Filled): Card {
  const { id: committeeId } = committee;
  const filled = problems.length > 0 ? typed : { voting: VOTES, represents: 'kommune' };
  return emptiable(
    card(
      heading(text.newTitle),
      ...said(problems, committee),
      paragraph(text.newAbout),
      ...seatInputs(filled),
      buttons(submit(text.create, { verb: 'setup.seat-save', committeeId }), back(committeeId)),
    ),
  );
}

/** A vara more for a seat: somebody who has said yes. */
export function seatVaraCard(committee: Committee, seat: Seat, { typed, problems }: Filled): Card {
  const { id: committeeId } = committee;
  const { id: seatId } = seat;
  return emptiable(
    card(
      heading(text.varaTitle(called(seat))),
      ...said(problems, committee),
      paragraph(text.varaAbout),
      ...candidateInputs(typed),
      buttons(
        submit(text.nameVara, { verb: 'setup.seat-vara', committeeId, seatId }),
        button(text.backToSeat, { verb: 'setup.seat-open', committeeId, seatId }),
      ),
    ),
  );
}

/** Whether a seat is to be taken away, and what goes with it. */
export function seatRemoveCard(
  committee: Committee,
  seat: Seat,
  { holder, problem }: { readonly holder: string | undefined; readonly problem?: string | undefined },
): Card {
  const { id: committeeId, version } = committee;
  const { id: seatId } = seat;
  return card(
    heading(text.removeTitle(called(seat))),
    ...said(problem === undefined ? [] : [problem], committee),
    paragraph(text.removeAbout(holder && shortened(holder))),
    paragraph(setupText.roundsGoOn),
    buttons(
      button(text.removeNow, { verb: 'setup.seat-remove', committeeId, seatId, against: version }),
      button(text.backToSeat, { verb: 'setup.seat-open', committeeId, seatId }),
    ),
  );
}

const asTyped = ({ name, represents, voting }: Seat, roles: readonly Role[]): Typed => ({
  seatName: name,
  represents,
  voting: voting ? VOTES : SPEAKS,
  roles: roles.join(','),
});

/** What is sent when a seat has no vote. */
const SPEAKS = 'tale';

function seatInputs({ seatName, represents, voting }: Typed): Input[] {
  return [
    {
      type: 'Input.Text',
      id: 'seatName',
      label: text.name,
      maxLength: 200,
      ...required(setupProblemText['seat-name']),
      ...prefilled(seatName),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'represents',
      label: text.represents,
      style: 'compact',
      choices: REPRESENTS.map((value) => ({ title: capitalized(representsNames[value]), value })),
      ...required(setupProblemText['seat-represents']),
      ...prefilled(REPRESENTS.find((one) => one === represents)),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'voting',
      label: text.voting,
      style: 'expanded',
      choices: [
        { title: text.votes, value: VOTES },
        { title: text.speaks, value: SPEAKS },
      ],
      value: voting === VOTES ? VOTES : SPEAKS,
    },
  ];
}

function rolesInput(roles: string | undefined): Input {
  const known = (roles ?? '').split(',').filter((role) => Object.hasOwn(roleNames, role));
  return {
    type: 'Input.ChoiceSet',
    id: 'roles',
    label: text.roles,
    style: 'expanded',
    isMultiSelect: true,
    choices: Object.entries(roleNames).map(([value, title]) => ({ title: capitalized(title), value })),
    ...prefilled(known.join(',')),
  };
}
