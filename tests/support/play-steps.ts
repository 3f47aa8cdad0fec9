import fc from 'fast-check';
import type { ApprovalRule } from '../../store/committee/record.ts';
import {
  approves,
  beforeDeadline,
  closes,
  corrects,
  extendsBy,
  lifts,
  moves,
  notReached,
  objects,
  openedText,
  type Played,
  reached,
  registers,
  remarksTypo,
  reminded,
  replaces,
  type Step,
  takesToMeeting,
  undoes,
  withdraws,
} from './play.ts';

export const MEMBERS = ['kari', 'ola', 'ida', 'jens', 'siri'] as const;
const HOUR = 3600 * 1000;
/** How long after it was received an answer may be decided. */
const SLOWEST = 4500;

const member = fc.constantFrom(...MEMBERS);
export const anybody = fc.constantFrom(...MEMBERS, 'vera', 'per', 'fremmed');
export const seat = member.map((id) => `seat-${id}`);
const text = fc.constantFrom('rettet', 'rettet igjen', openedText());

/** The timer of either process may run at any time. */
export function closesIfDue(played: Played): Played {
  return played.round.closeDueAt && played.round.closeDueAt <= played.now ? closes(played) : played;
}

const answers: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anybody.map((id) => approves(id)) },
  { weight: 2, arbitrary: anybody.map((id) => remarksTypo(id)) },
  { weight: 2, arbitrary: anybody.map((id) => objects(id)) },
  { weight: 1, arbitrary: anybody.map((id) => lifts(id)) },
  // from a card with an older text, or one that is not of this round
  { weight: 1, arbitrary: fc.tuple(anybody, text).map(([id, seen]) => approves(id, seen)) },
);

/** An answer that took its time on the way: it counts by when it was received. */
const slowAnswers: fc.Arbitrary<Step> = fc
  .tuple(answers, fc.integer({ min: 1, max: SLOWEST }))
  .map(([answer, ms]): Step => {
    return (played) => ({ ...answer({ ...played, now: new Date(played.now.getTime() - ms) }), now: played.now });
  });

/** The clock goes forward by up to three days, past the deadline at times. */
export const waits = fc.integer({ min: 0, max: 72 * HOUR }).map(
  (ms): Step =>
    (played) => ({ ...played, now: new Date(played.now.getTime() + ms) }),
);

/** Within two seconds of the deadline, before it or after; the clock never goes back. */
export const comesNearDeadline = fc.integer({ min: -2000, max: 2000 }).map((ms): Step => {
  return (played) => {
    const { now } = beforeDeadline(ms)(played);
    return now > played.now ? { ...played, now } : played;
  };
});

const registered = fc.constantFrom('approve', 'lift-to-meeting');

/** A vara gets the seat and answers by telephone: what stood for it before is set aside. */
const varaPhones = fc.tuple(seat, registered).map(([id, choice]): Step => {
  return (played) => {
    const { round, now } = moves(id, 'vera', 'KARI')(played);
    return registers(id, choice)({ round, now });
  };
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: answers },
  { weight: 2, arbitrary: slowAnswers },
  { weight: 3, arbitrary: anybody.map((id) => reached(id)) },
  { weight: 1, arbitrary: member.map((id) => notReached(id)) },
  { weight: 2, arbitrary: anybody.map((id) => reminded(id)) },
  { weight: 2, arbitrary: fc.tuple(seat, registered).map(([id, choice]) => registers(id, choice)) },
  { weight: 1, arbitrary: varaPhones },
  { weight: 2, arbitrary: seat.map((id) => undoes(id)) },
  { weight: 1, arbitrary: text.map((corrected) => corrects(corrected)) },
  { weight: 1, arbitrary: fc.tuple(seat, anybody).map(([id, to]) => moves(id, to, 'KARI')) },
  { weight: 3, arbitrary: waits },
  { weight: 1, arbitrary: comesNearDeadline },
  { weight: 1, arbitrary: fc.constant(closesIfDue) },
  { weight: 1, arbitrary: fc.constantFrom(extendsBy(1), withdraws, replaces('nytt'), takesToMeeting) },
);

/** What happens in one moment: one step for each process, a late press on a card of an earlier round, or a restart. */
export type Moment = { readonly steps: readonly Step[] } | { readonly late: Step } | 'restart';

/** A step in one process; the same one delivered twice, to both; two at the same time. */
export const moments: fc.Arbitrary<readonly Moment[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: step.map((one) => ({ steps: [one] })) },
    { weight: 4, arbitrary: step.map((one) => ({ steps: [one, one] })) },
    { weight: 4, arbitrary: fc.tuple(step, step).map((both) => ({ steps: both })) },
    { weight: 2, arbitrary: answers.map((late) => ({ late })) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
);

export const anyRule: fc.Arbitrary<ApprovalRule> = fc.constantFrom<ApprovalRule>(
  { kind: 'everyone' },
  { kind: 'majority' },
  { kind: 'consensus' },
  { kind: 'consensus', atLeast: 2 },
  { kind: 'silent-consent' },
);
