import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import { mayRunAgenda } from '../store/committee/rules.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { type Clash, clashesAt } from '../store/meeting/rules-clash.ts';
import {
  isScheduled,
  keeping,
  type MoveRefusal,
  meetingKey,
  moveMeeting,
  planMeeting,
  type Schedule,
} from '../store/meeting/rules-plan.ts';
import type { WrittenMeeting } from '../store/meeting/rules-times.ts';
import { isVaraAt } from './agenda.ts';
import { idFrom } from './ids.ts';
import { namesIn } from './names.ts';
import type { Deps, Turn } from './turn.ts';

/** A committee for somebody who is in it, or a vara in this meeting of it; else the notice that says why not. */
export async function planOwner(
  deps: Deps,
  personId: string,
  committeeId: string,
  meetingId?: string,
): Promise<Committee | 'not-found' | 'meeting-not-yours'> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return 'not-found';
  if (committee.people.includes(personId)) return committee;
  const meeting = meetingId === undefined ? undefined : await deps.meetings.collection.get(meetingId);
  const isTheirs = meeting?.committeeId === committeeId && isVaraAt(meeting, personId);
  return isTheirs ? committee : 'meeting-not-yours';
}

/** The same for those who arrange its meetings. */
export async function planEditor(
  deps: Deps,
  personId: string,
  committeeId: string,
): Promise<Committee | 'not-found' | 'not-planner'> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return 'not-found';
  return mayRunAgenda(committee, personId) ? committee : 'not-planner';
}

type Times = Pick<Meeting, 'startsAt' | 'endsAt'>;

/** What each of these times collides with in other committees of the same people. A few questions, however many times. */
export async function clashesIn(deps: Deps, committee: Committee, times: readonly Times[]): Promise<Clash[][]> {
  const until = new Date(Math.max(...times.map(({ endsAt }) => endsAt.getTime())));
  const sharing = times.length === 0 ? [] : await deps.committees.sharing(committee.people);
  const others = sharing.filter(({ id }) => id !== committee.id);
  if (others.length === 0) return times.map(() => []);
  const meetings = await deps.meetings.comingBefore(
    others.map(({ id }) => id),
    until,
  );
  return times.map((one) => clashesAt(one, committee, others, meetings));
}

/** Names of those who collide, for the secretariat alone. */
export async function clashNames(
  deps: Deps,
  { roles }: Committee,
  viewerId: string,
  clashes: readonly Clash[],
): Promise<((personId: string) => string) | undefined> {
  if (!roles.secretariatIds.includes(viewerId)) return undefined;
  return namesIn(deps, [...new Set(clashes.flatMap(({ people }) => people))]);
}

/** What a meeting that is written does to the plan, and why it cannot. */
export type PlannedLine = {
  readonly meeting: WrittenMeeting;
  readonly fate: 'new' | 'moved' | 'same';
  readonly refused?: MoveRefusal | undefined;
};

/** The same of each line of a plan. */
export function plannedLines(
  deps: Deps,
  committee: Committee,
  personId: string,
  written: readonly WrittenMeeting[],
): Promise<PlannedLine[]> {
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  return Promise.all(
    written.map(async (meeting): Promise<PlannedLine> => {
      const before = await deps.meetings.collection.getByKey(meetingKey(committee.id, meeting.day));
      if (before === undefined) return { meeting, fate: 'new' };
      const schedule = keeping(before, meeting);
      if (isScheduled(before, schedule)) return { meeting, fate: 'same' };
      const moved = moveMeeting(before, schedule, committee, { personId }, clocks);
      return { meeting, fate: 'moved', ...(!moved.ok && { refused: moved.refusal }) };
    }),
  );
}

/** So many meetings are shown of one plan. */
const MOST = 100;

/** Whether there is no room for this many more. */
export async function isPlanFull(deps: Deps, committeeId: string, added: number): Promise<boolean> {
  return added > 0 && (await deps.meetings.coming([committeeId])).length + added > MOST;
}

type Saved = 'changed' | 'same' | 'refused';

/**
 * Puts meetings into the plan: a new one each, or another time for the one that is held that day already. Safe to
 * repeat: what the same press made before is found again. Gives what became of each.
 */
export function saveMeetings(
  deps: Deps,
  turn: Turn,
  committee: Committee,
  meetings: readonly WrittenMeeting[],
): Promise<Saved[]> {
  return Promise.all(meetings.map((meeting) => saveOne(deps, turn, committee, meeting)));
}

async function saveOne(deps: Deps, turn: Turn, committee: Committee, written: WrittenMeeting): Promise<Saved> {
  const { collection } = deps.meetings;
  const key = meetingKey(committee.id, written.day);
  const before = await collection.getByKey(key);
  if (before !== undefined) return moveTo(deps, turn, committee, before, written);
  const id = idFrom('meeting', committee.id, turn.turnId, written.day);
  const planned = planMeeting(id, committee, written, turn.person.id, turn.receivedAt);
  if (!planned.ok) return 'refused';
  if ((await collection.insert(planned.value)) === 'inserted') return 'changed';
  // another press has taken the day meanwhile; the same one has made this meeting before
  const other = await collection.getByKey(key);
  return other === undefined ? 'same' : moveTo(deps, turn, committee, other, written);
}

async function moveTo(
  deps: Deps,
  { person, receivedAt }: Turn,
  committee: Committee,
  before: Meeting,
  schedule: Schedule,
): Promise<Saved> {
  const clocks = { now: receivedAt, realNow: deps.realNow() };
  const moved = await change(deps.meetings.collection, before.id, (current) =>
    moveMeeting(current, keeping(current, schedule), committee, { personId: person.id }, clocks),
  );
  if (!moved.ok) return 'refused';
  return moved.value.sequence === before.sequence ? 'same' : 'changed';
}
