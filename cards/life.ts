import type { Committee } from '../store/committee/record.ts';
import { isClosed } from '../store/committee/rules.ts';
import { isRotationDue } from '../store/committee/rules-dates.ts';
import { plannedIn as plansOf } from '../store/committee/rules-planned.ts';
import { dayOf } from '../store/time.ts';
import { button, buttonRows, buttons, type Element, type Execute, paragraph } from './elements.ts';
import { namesText, seatText, shortened } from './setup-members.ts';
import { shortDay, shortDayOn } from './text/format.ts';
import { lifeText } from './text/life.ts';
import { setupText } from './text/setup.ts';

type Shown = {
  readonly nameOf: (personId: string) => string;
  readonly mayChange: boolean;
  readonly now: Date;
};

/** What waits to be done with a committee itself, and that it is closed. */
export function tasksIn(committee: Committee, { mayChange, now }: Shown): Element[] {
  const { id: committeeId, seats, life = {} } = committee;
  const { closed, rotation, endsOn, evaluatesOn } = life;
  if (closed) return [paragraph(lifeText.closedOn(shortDay(closed.at)))];
  const vacant = seats.filter(({ memberId }) => memberId === undefined).map((seat) => shortened(seatText(seat)));
  const today = dayOf(now);
  const passed = (what: 'ends' | 'evaluates', on: string | undefined) =>
    on !== undefined && on < today ? [paragraph(lifeText.datePassed(what, on))] : [];
  const isDue = rotation !== undefined && isRotationDue(committee, now);
  return [
    ...vacantTask(vacant),
    ...passed('evaluates', evaluatesOn),
    ...passed('ends', endsOn),
    ...(isDue ? [paragraph(lifeText.rotationDue(rotation))] : []),
    ...(isDue && mayChange
      ? [buttons(button(lifeText.moveRotation, { verb: 'life.rotate', committeeId, on: rotation.on }))]
      : []),
  ];
}

function vacantTask(vacant: readonly string[]): Element[] {
  const [first] = vacant;
  if (first === undefined) return [];
  if (vacant.length === 1) return [paragraph(lifeText.vacantTask(first))];
  return [paragraph(lifeText.vacantTasks(vacant.length, namesText(vacant, VACANT)))];
}

/** The dates of a committee, and when it may decide. */
export function lifeFacts({ settings: { quorum }, life = {} }: Committee): Record<string, string> {
  const { evaluatesOn, endsOn, rotation } = life;
  return {
    ...(quorum && { [lifeText.quorum]: lifeText.quorumOf(quorum) }),
    ...(evaluatesOn && { [lifeText.evaluates]: shortDayOn(evaluatesOn) }),
    ...(endsOn && { [lifeText.ends]: shortDayOn(endsOn) }),
    ...(rotation && { [lifeText.rotates]: lifeText.rotatesOf(rotation) }),
  };
}

/** So many planned changes are shown, each with its button. */
const PLANS = 3;
/** So many vacant seats are named. */
const VACANT = 4;

/** The seats that go to somebody else on a later day. */
export function plannedIn(committee: Committee, { nameOf, mayChange }: Shown): Element[] {
  const { id: committeeId, seats } = committee;
  const plans = plansOf(committee);
  const shown = plans.slice(0, PLANS);
  const seatOf = (id: string) => {
    const seat = seats.find((one) => one.id === id);
    return seat ? shortened(seatText(seat)) : lifeText.goneSeat;
  };
  const named = (id: string | undefined) => (id === undefined ? setupText.vacant.toLowerCase() : shortened(nameOf(id)));
  return [
    ...shown.map(({ seatId, memberId, was, on }) =>
      paragraph(lifeText.planned(on, seatOf(seatId), named(was), named(memberId))),
    ),
    ...(plans.length > PLANS ? [paragraph(lifeText.morePlanned(plans.length - PLANS))] : []),
    ...(mayChange
      ? buttonRows(
          shown.map(({ seatId }) =>
            button(lifeText.takeBack(seatOf(seatId)), { verb: 'life.take-back', committeeId, seatId }),
          ),
        )
      : []),
  ];
}

/** What those who run a committee can do with its life. */
export function lifeButtons(committee: Committee): Execute[] {
  const { id: committeeId } = committee;
  if (isClosed(committee)) return [button(lifeText.reopen, { verb: 'life.reopen', committeeId })];
  return [
    button(lifeText.change, { verb: 'life.form', committeeId }),
    button(lifeText.appointing, { verb: 'life.appointing-form', committeeId }),
    button(lifeText.close, { verb: 'life.close-form', committeeId }),
  ];
}
