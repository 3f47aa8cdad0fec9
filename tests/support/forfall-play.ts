import fc from 'fast-check';
import type { Committee } from '../../store/committee/record.ts';
import { isWaiting } from '../../store/effect.ts';
import type { Forfall, Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { callOn } from '../../store/meeting/rules-call.ts';
import {
  answerCall,
  assignVara,
  lapseCalls,
  markActed,
  noteCallUnreached,
} from '../../store/meeting/rules-call-answer.ts';
import { reportForfall, takeBackForfall } from '../../store/meeting/rules-forfall.ts';
import type { About } from '../../store/meeting/rules-holder.ts';
import { cancelMeeting, moveMeeting } from '../../store/meeting/rules-plan.ts';
import { done, type Result } from '../../store/result.ts';
import { aCalledMeeting, aPart, aSeatWithVaras, clocksAt, inhabilIn, WHOLE } from './forfall.ts';
import { aCommittee, aSeat, NOW } from './records.ts';

const HOUR = 3600 * 1000;

/** A meeting as it is being played: the committee and the time as they are now, and what everybody was told and said. */
export type World = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly now: Date;
  /** Who said yes to what, or was registered as the one who acts. */
  readonly yeses: readonly string[];
  /** Who knows that they were called in for what. */
  readonly informed: readonly string[];
};

/** What somebody does to the meeting: one write. `isVara`: it is a yes of this person, or one that is registered. */
export type Deed = {
  readonly by: string;
  readonly yes?: { readonly forfallId: string; readonly varaId: string };
  readonly rule: (meeting: Meeting) => Result<Meeting, string>;
};
/** What happens next: a deed, or something around the meeting. */
export type Happening = (world: World) => Deed | Partial<World>;

export const aWorld = (): World => ({
  meeting: aCalledMeeting(),
  committee: aCommittee({
    seats: [
      aSeatWithVaras('kari', ['vera', 'viggo']),
      aSeatWithVaras('ola', ['vera', 'odd']),
      aSeatWithVaras('ida', ['odd', 'vera', 'viggo'], { voting: false }),
      aSeat('per'),
    ],
  }),
  now: NOW,
  yeses: [],
  informed: [],
});

const member = fc.constantFrom('kari', 'ola', 'ida', 'per');
const vara = fc.constantFrom('vera', 'viggo', 'odd');
/** Siv is the secretary; Frida is nobody's vara, and Nina no member. */
const anybody = fc.constantFrom('kari', 'ola', 'ida', 'per', 'vera', 'viggo', 'odd', 'siv', 'frida', 'nina');
const reason = fc.constantFrom(undefined, undefined, 'sykdom', 'kollisjon', 'annet');
const scope: fc.Arbitrary<Scope> = fc.constantFrom(
  WHOLE,
  WHOLE,
  aPart(1),
  aPart(0, 1),
  aPart(undefined, undefined, ['sak-1']),
  inhabilIn('sak-1'),
  inhabilIn('sak-2'),
);
export const ABOUT: readonly About[] = [
  {},
  { sakId: 'sak-1' },
  { sakId: 'sak-2' },
  ...[0, 0.5, 1, 1.5].map((hours) => ({ at: new Date(aCalledMeeting().startsAt.getTime() + hours * HOUR) })),
];
const nth = fc.nat({ max: 11 });
const NONE: Pick<Forfall, 'id' | 'calls'> = { id: 'none', calls: [] };
/** One for which somebody was called in. */
function pick({ forfall = [] }: Meeting, n: number) {
  const called = forfall.filter(({ calls }) => calls.length > 0);
  return called[n % Math.max(1, called.length)] ?? NONE;
}

const reports = fc.tuple(member, fc.boolean(), scope, reason).map(
  ([who, isOnBehalf, what, why]): Happening =>
    ({ committee, now }) => {
      const by = isOnBehalf ? 'siv' : who;
      const report = { seatId: `seat-${who}`, personId: by, scope: what, reason: why };
      return { by, rule: (meeting) => reportForfall(meeting, committee, report, clocksAt(now)) };
    },
);

const takesBack = fc.tuple(member, anybody, fc.option(nth)).map(
  ([who, other, one]): Happening =>
    ({ committee, now, meeting: seen }) => {
      const by = ['siv', 'nina'].includes(other) ? other : who;
      const own = seen.forfall?.filter(({ seatId }) => seatId === `seat-${who}`);
      const meant = one === null ? undefined : own?.[one % Math.max(1, own.length)];
      const back = { seatId: `seat-${who}`, personId: by, ...(meant && { forfallIds: [meant.id] }) };
      return { by, rule: (meeting) => takeBackForfall(meeting, committee, back, clocksAt(now)) };
    },
);

/** Whoever was called last, somebody who was called before, or somebody else: late, twice, or never asked. */
const answers = fc.tuple(fc.option(anybody, { freq: 1 }), nth, fc.constantFrom(0, 0, 1, 2), fc.nat(2)).map(
  ([stranger, n, back, yesOrNo]): Happening =>
    ({ committee, now, meeting: seen }) => {
      const { id: forfallId, calls } = pick(seen, n);
      const called = calls.at(-1 - back)?.varaId ?? calls[0]?.varaId ?? 'vera';
      const by = n < 3 && stranger !== null ? stranger : called;
      const answer = { forfallId, personId: by, yes: yesOrNo > 0 };
      const said = answer.yes && { yes: { forfallId, varaId: by } };
      return { by, ...said, rule: (meeting) => answerCall(meeting, committee, answer, clocksAt(now)) };
    },
);

const assigns = fc.tuple(anybody, nth).map(
  ([personId, n]): Happening =>
    ({ committee, now, meeting: seen }) => {
      const { id: forfallId } = pick(seen, n);
      const one = { forfallId, vara: { personId, name: personId }, personId: 'siv' };
      const yes = { forfallId, varaId: personId };
      return { by: 'siv', yes, rule: (meeting) => assignVara(meeting, committee, one, clocksAt(now)) };
    },
);

/** Somebody votes for a seat: most often whoever acts for it. */
const acts = fc.tuple(fc.option(anybody, { freq: 5 }), nth, fc.constantFrom({}, {}, { sakId: 'sak-1' }, ...ABOUT)).map(
  ([stranger, n, about]): Happening =>
    ({ now, meeting: seen }) => {
      const covered = (seen.forfall ?? []).filter(({ calls }) => calls.some(({ state }) => state === 'accepted'));
      const { seatId, calls } = covered[n % Math.max(1, covered.length)] ?? { seatId: 'seat-kari', calls: [] };
      const personId = stranger ?? calls.find(({ state }) => state === 'accepted')?.varaId ?? 'vera';
      return { by: personId, rule: (meeting) => markActed(meeting, { seatId, personId, about }, now) };
    },
);

const isUnreached = nth.map(
  (n): Happening =>
    ({ committee, now, meeting: seen }) => {
      const { id: forfallId, calls } = pick(seen, n);
      const one = { forfallId, varaId: calls.at(-1)?.varaId ?? 'none' };
      return { by: 'bot', rule: (meeting) => done(noteCallUnreached(meeting, committee, one, clocksAt(now))) };
    },
);

/** The timer of either process may run at any time. */
export const timerRuns: Happening = ({ committee, now }) => ({
  by: 'bot',
  rule: (meeting) => lapseCalls(meeting, committee, clocksAt(now)),
});

const isMoved = fc.constantFrom(-2, 0, 7).map(
  (days): Happening =>
    ({ committee, now, meeting: { startsAt, endsAt } }) => {
      const later = (time: Date) => new Date(time.getTime() + days * 24 * HOUR);
      const place = `Rom ${now.getTime()}`;
      const schedule = { startsAt: later(startsAt), endsAt: later(endsAt), mode: 'fysisk', place } as const;
      return {
        by: 'siv',
        rule: (meeting) => moveMeeting(meeting, schedule, committee, { personId: 'siv' }, clocksAt(now)),
      };
    },
);

const isCancelled: Happening = ({ committee, now }) => ({
  by: 'siv',
  rule: (meeting) => cancelMeeting(meeting, undefined, committee, 'siv', clocksAt(now)),
});

const isHeld: Happening = ({ now }) => ({
  by: 'siv',
  rule: (meeting) => done(meeting.startsAt <= now ? { ...meeting, state: 'held' as const } : meeting),
});

/** Hours go by, to a while before the meeting; or it comes near, or has begun. */
const timePasses: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.nat({ max: 30 }).map(
      (hours): Happening =>
        ({ now, meeting: { startsAt } }) => {
          const later = now.getTime() + hours * HOUR;
          return { now: new Date(Math.max(now.getTime(), Math.min(later, startsAt.getTime() - 60 * HOUR))) };
        },
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constant<Happening>(({ now, meeting: { callDueAt } }) => ({
      now: callDueAt && callDueAt > now ? callDueAt : now,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(30, 6, 0.4, -0.5, -2).map(
      (hours): Happening =>
        ({ now, meeting: { startsAt } }) => ({
          now: new Date(Math.max(now.getTime(), startsAt.getTime() - hours * HOUR)),
        }),
    ),
  },
);

/** Everything that waits arrives: whoever is called in knows it now. */
const allIsSent: Happening = ({ meeting, informed }) => {
  const { outboxDueAt: _due, contactDueAt: _contact, ...rest } = meeting;
  return { meeting: { ...rest, outbox: [] }, informed: [...informed, ...callsWaiting(meeting)] };
};

/** Who waits for a card about what, each as one word. */
export function callsWaiting({ outbox }: Meeting): string[] {
  return outbox.filter(isWaiting).flatMap((effect) => {
    if (effect.kind !== 'personal-card' || effect.view.view !== 'call-in') return [];
    return `${effect.view.forfallId} ${effect.personId}`;
  });
}

/** The seats are changed while the meeting is to come, and it hears of it. */
const committeeChanges = fc
  .tuple(
    fc.constantFrom('kari', 'ola', 'ida'),
    fc.constantFrom('vera', 'odd', 'nina', 'kari', undefined),
    vara,
    fc.nat(3),
  )
  .map(
    ([who, next, named, which]): Happening =>
      ({ committee, meeting, now }) => {
        if (isOver(meeting, now)) return {};
        const seats = committee.seats.map(({ memberId, varas = [], ...seat }) => {
          if (seat.id !== `seat-${who}`) return { ...seat, varas, ...(memberId && { memberId }) };
          const others = varas.filter(({ personId }) => personId !== named);
          if (which === 0) return { ...seat, varas, ...(next && { memberId: next }) };
          const back = [...others, { personId: named, name: named, acceptedAt: now }];
          return { ...seat, varas: which === 1 ? back : others, ...(memberId && { memberId }) };
        });
        const changed = { ...committee, seats };
        return { committee: changed, meeting: callOn(meeting, changed, 'bot', clocksAt(now)) };
      },
  );

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 9, arbitrary: reports },
  { weight: 12, arbitrary: answers },
  { weight: 4, arbitrary: takesBack },
  { weight: 3, arbitrary: assigns },
  { weight: 7, arbitrary: acts },
  { weight: 2, arbitrary: isUnreached },
  { weight: 5, arbitrary: timePasses },
  { weight: 4, arbitrary: fc.constant(timerRuns) },
  { weight: 4, arbitrary: fc.constant(allIsSent) },
  { weight: 2, arbitrary: committeeChanges },
  { weight: 1, arbitrary: isMoved },
  { weight: 1, arbitrary: fc.constantFrom(isCancelled, isHeld, isHeld, timerRuns, timerRuns, timerRuns) },
);
/** Somebody has forfall, and then anything happens. */
export const happenings = fc
  .tuple(
    fc.array(reports, { minLength: 1, maxLength: 4, size: 'max' }),
    fc.array(happening, { minLength: 1, maxLength: 45, size: 'max' }),
  )
  .map((both) => both.flat());
