import { expect } from 'vitest';
import type { Forfall } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { holderOf, standing } from '../../store/meeting/rules-holder.ts';
import { ABOUT, callsWaiting, type Deed, timerRuns, type World } from './forfall-play.ts';

const openCalls = ({ calls }: Forfall) => calls.filter(({ state }) => state === 'asked' || state === 'accepted');

/** What a play has met, so that it shows that it met everything. */
export type Seen = Set<string>;

/** No member, and no vara, undoes what a vara who has acted was given. */
export function expectActedKept(before: Meeting, after: Meeting): void {
  const acted = (meeting: Meeting) =>
    standing(meeting).flatMap(({ id, calls }) =>
      calls.filter(({ state, actedAt }) => state === 'accepted' && actedAt).map(({ varaId }) => `${id} ${varaId}`),
    );
  expect(acted(after)).toEqual(expect.arrayContaining(acted(before)));
}

/** What holds at every moment. */
export function expectWhole({ meeting, committee, now, yeses, informed }: World, seen: Seen): void {
  const all = standing(meeting);
  for (const one of all) {
    const people = one.calls.map(({ varaId }) => varaId);
    expect(new Set(people).size).toBe(people.length);
    // one at a time is asked, and nobody besides whoever acts
    expect(openCalls(one).length).toBeLessThanOrEqual(1);
    for (const { state, varaId } of one.calls) {
      seen.add(state);
      if (state === 'accepted') expect(yeses).toContain(`${one.id} ${varaId}`);
    }
  }
  expect(meeting.forfall?.filter(({ takenBack }) => takenBack).flatMap(openCalls) ?? []).toEqual([]);
  const due = all
    .flatMap(({ calls }) => calls.filter(({ state }) => state === 'asked'))
    .map(({ answerBy }) => answerBy);
  expect(meeting.callDueAt).toEqual(due.toSorted((a, b) => a.getTime() - b.getTime())[0]);
  expectOneSeatEach(meeting, committee, now);
  expectHolders(meeting, seen);
  if (!isOver(meeting, now)) for (const one of all) expectCalledOn(one, meeting, committee, seen);
  expectMessages(meeting, informed);
  const counted = meeting.forfall?.filter(({ reasonCounted, moved }) => reasonCounted && !moved) ?? [];
  expect(Object.values(meeting.reasons ?? {}).reduce((sum, n) => sum + n, 0)).toBe(counted.length);
  expect(new Set(counted.map(({ seatId }) => seatId)).size).toBe(counted.length);
}

/** Nobody acts for two seats, or for one beside their own. */
function expectOneSeatEach(meeting: Meeting, { seats }: World['committee'], now: Date): void {
  const acting = standing(meeting).flatMap(({ seatId, calls }) =>
    calls.filter(({ state }) => state === 'accepted').map(({ varaId }) => ({ varaId, seatId })),
  );
  for (const { varaId, seatId } of acting) {
    expect(acting.filter((one) => one.varaId === varaId && one.seatId !== seatId)).toEqual([]);
    if (!isOver(meeting, now)) expect(seats.filter(({ memberId }) => memberId === varaId)).toEqual([]);
  }
}

/** A seat is a vara's who said yes, or its member's; nobody's only where the member is inhabil and no vara has it. */
function expectHolders(meeting: Meeting, seen: Seen): void {
  for (const seatId of new Set(standing(meeting).map((one) => one.seatId))) {
    const own = standing(meeting).filter((one) => one.seatId === seatId);
    const acceptedFor = (what: string) =>
      own.filter(({ scope, calls }) => scope.what === what && calls.some(({ state }) => state === 'accepted'));
    for (const about of ABOUT) {
      const holder = holderOf(meeting, seatId, about);
      seen.add(holder.by);
      const isInhabil = own.some(({ scope }) => scope.what === 'sak' && scope.sakId === about.sakId);
      if (holder.by === 'member') expect(isInhabil).toBe(false);
      if (holder.by !== 'vara') expect(acceptedFor('whole')).toEqual([]);
      if (holder.by === 'nobody') expect(isInhabil).toBe(true);
      if (holder.by === 'vara') expect(own.flatMap(openCalls)).toContainEqual(holder.call);
    }
  }
}

/** Somebody acts, is asked, or nobody is left who may be: and then that was told. */
function expectCalledOn(one: Forfall, meeting: Meeting, { seats }: World['committee'], seen: Seen): void {
  const seat = seats.find(({ id }) => id === one.seatId);
  const isCovered = standing(meeting).some(
    ({ seatId, scope, calls }) =>
      seatId === one.seatId &&
      calls.some(({ state }) => state === 'accepted') &&
      (scope.what === 'whole' ||
        (scope.what === 'part' && one.scope.what === 'sak' && scope.sakIds.includes(one.scope.sakId))),
  );
  if (openCalls(one).length > 0 || isCovered) return;
  seen.add('dry');
  expect(one.dryAt).toBeDefined();
  const busy = standing(meeting)
    .filter(({ seatId }) => seatId !== one.seatId)
    .flatMap(({ calls }) => calls.filter(({ state }) => state === 'accepted').map(({ varaId }) => varaId));
  for (const { personId } of seat?.varas ?? []) {
    const hasSaid = one.calls.find(({ varaId }) => varaId === personId)?.state ?? 'not asked';
    const hasOwn = seats.some(({ memberId }) => memberId === personId);
    const mayNot = hasOwn || busy.includes(personId);
    if (!mayNot) expect(['declined', 'timed-out', 'unreached']).toContain(hasSaid);
  }
}

/** Nobody gets two cards about one thing, or hears that something is over that they never heard of. */
function expectMessages(meeting: Meeting, informed: readonly string[]): void {
  const waiting = callsWaiting(meeting);
  expect(new Set(waiting).size).toBe(waiting.length);
  for (const word of waiting) {
    const one = meeting.forfall?.find(({ id }) => word.startsWith(`${id} `));
    const call = one?.calls.find(({ varaId }) => word === `${one.id} ${varaId}`);
    expect(call).toBeDefined();
    if (call?.state === 'withdrawn' || call?.state === 'elsewhere') expect(informed).toContain(word);
  }
  const keys = meeting.outbox.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
}

/** The timers run until there is nothing to wait for: there is an end to it. */
export function expectEnd(world: World, seen: Seen): void {
  let { meeting, now } = world;
  let left = 4 * (meeting.forfall?.length ?? 0);
  for (; meeting.callDueAt !== undefined; left--) {
    expect(left).toBeGreaterThan(0);
    now = new Date(Math.max(now.getTime(), meeting.callDueAt.getTime()));
    const deed = timerRuns({ ...world, meeting, now }) as Deed;
    const ran = deed.rule(meeting);
    if (!ran.ok) throw new Error(ran.refusal);
    meeting = ran.value;
    expectWhole({ ...world, meeting, now }, seen);
  }
  expect(standing(meeting).flatMap(({ calls }) => calls.filter(({ state }) => state === 'asked'))).toEqual([]);
}
