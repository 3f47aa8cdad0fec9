import type { Card } from '../../cards/elements.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { digestIdOf } from '../../store/digest/record.ts';
import type { Want } from '../../store/digest/want.ts';
import { cancelMeeting, moveMeeting, planMeeting } from '../../store/meeting/rules-plan.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { addDays, contactTimeOn, dayOf, nextWorkingDay, osloTime } from '../../store/time.ts';
import { buttonsOf } from './cards.ts';
import { aChase, type Chase, DAY, isDigest, ofKari } from './chase.ts';
import { inChat } from './circulation.ts';
import { aCommittee, accepted, aSeat } from './records.ts';

const COMMITTEES = 7;
const PEOPLE = 160;
const TILTAK = 80;
const FIRST = '2026-01-05';

/** What somebody does with a digest. */
export type Manner = 'answers' | 'partly' | 'silent' | 'snoozes' | 'hands-over' | 'away' | 'daily' | 'blocked';
const MANNERS: readonly Manner[] = ['answers', 'answers', 'partly', 'silent', 'snoozes', 'hands-over', 'away', 'daily'];

/** A digest as it arrived. */
export type Arrived = {
  readonly personId: string;
  readonly at: Date;
  readonly items: readonly { readonly tiltakId: string; readonly want: Want }[];
};

const personId = (n: number) => `p${String(n).padStart(3, '0')}`;
const committeeId = (c: number) => `committee-${c}`;
/** The first two of each committee are its secretariat, the third is its chair; both answer for what comes to them. */
const staffOf = (c: number) => [0, 1, 2].map((n) => personId(c * 22 + n));

export function mannerOf(id: string): Manner {
  const n = Number(id.slice(1));
  if (n % 22 < 3) return 'answers';
  return n % 40 === 7 ? 'blocked' : (MANNERS[n % MANNERS.length] ?? 'answers');
}

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed % 2_147_483_648;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function committees(): Committee[] {
  return Array.from({ length: COMMITTEES }, (_, c) => {
    const [first = '', second = '', chairId = ''] = staffOf(c);
    const people = Array.from({ length: PEOPLE }, (_, n) => personId(n)).filter(
      (_, n) => Math.floor(n / 22) % COMMITTEES === c,
    );
    return aCommittee({
      id: committeeId(c),
      shortName: `FSU ${c}`,
      seats: people.slice(3).map((id) => aSeat(id)),
      roles: { chairId, secretariatIds: [first, second] },
      people,
    });
  });
}

/** Eighty tiltak of each committee: dates through the year or none, owned by people of all committees, by roles, or by nobody. */
function measures(next: (below: number) => number): Tiltak[] {
  const made: Tiltak[] = [];
  for (let c = 0; c < COMMITTEES; c++)
    for (let n = 0; n < TILTAK; n++) {
      const dueOn = n % 4 === 3 ? undefined : addDays('2025-11-01', next(390));
      const owner =
        n % 20 === 0
          ? { contactIds: [] }
          : n % 10 === 1
            ? { contactIds: [], ownerRef: { kind: 'committee' as const, committeeId: committeeId(next(COMMITTEES)) } }
            : { contactIds: [personId(next(PEOPLE))] };
      const fields = {
        id: `t${c}-${n}`,
        committeeId: committeeId(c),
        order: n,
        ...owner,
        ...(dueOn && { dueOn, due: dueOn }),
      };
      made.push(ofKari(fields, contactTimeOn(FIRST)));
    }
  return made;
}

export type Year = {
  readonly chase: Chase;
  readonly arrived: readonly Arrived[];
  /** When somebody said something of a tiltak, put it off or handed it over. */
  readonly said: readonly { readonly tiltakId: string; readonly by: string; readonly at: Date }[];
  /** Days on which somebody is away. */
  readonly away: ReadonlyMap<string, { readonly from: string; readonly until: string }>;
  readonly play: () => Promise<void>;
};

/** A year of tiltak, with the people who answer, forget, put off and hand over, and meetings that are planned and moved. */
export async function aYear(seed = 7): Promise<Year> {
  const next = chance(seed);
  const tiltak = measures(next);
  const people = Array.from({ length: PEOPLE }, (_, n) => inChat(personId(n)));
  const chase = await aChase({ committees: committees(), tiltak, people });
  const { deps, teams, clock } = chase;
  const arrived: Arrived[] = [];
  const said: { tiltakId: string; by: string; at: Date }[] = [];
  const away = new Map<string, { from: string; until: string }>();
  let toAnswer: { personId: string; at: Date }[] = [];
  chase.refuse('p007', 'blocked');
  const { answer } = teams;
  let posted: string[] = [];
  const newest = new Map<string, Card>();
  teams.answer = (request) => {
    const id = request.chat.slice('chat-'.length);
    if (mannerOf(id) === 'blocked') return answer({ ...request, chat: 'chat-p007' });
    const card = request.post?.card;
    if (card && isDigest(card)) {
      posted.push(id);
      newest.set(id, card);
    }
    return undefined;
  };

  const run = async (time: Date) => {
    clock.now = time;
    posted = [];
    await chase.run();
    for (const id of posted) {
      const digest = await deps.digests.collection.get(digestIdOf(id));
      arrived.push({ personId: id, at: time, items: digest?.sent?.items ?? [] });
      const days = next(4);
      if (mannerOf(id) !== 'silent') toAnswer.push({ personId: id, at: new Date(time.getTime() + days * DAY) });
    }
  };

  const plan = async (c: number, day: string) => {
    const committee = await deps.committees.collection.get(committeeId(c));
    const [startsAt, endsAt] = [osloTime(day, '12:00'), osloTime(day, '14:00')];
    if (!committee || !startsAt || !endsAt) throw new Error(`no meeting on ${day}`);
    const meeting = accepted(
      planMeeting(`m${c}-${day}`, committee, { startsAt, endsAt }, staffOf(c)[0] ?? '', clock.now),
    );
    await deps.meetings.collection.insert(meeting);
  };

  const meetings = async (day: string, n: number) => {
    const c = n % COMMITTEES;
    // seven weeks ahead, and now and then at short notice
    if (n % 9 < COMMITTEES) await plan(c, nextWorkingDay(addDays(day, n % 5 === 0 ? 10 : 49)));
    const coming = await deps.meetings.coming([committeeId(c)]);
    const committee = await deps.committees.collection.get(committeeId(c));
    const meeting = coming.at(-1);
    if (meeting === undefined || committee === undefined || n % 4 !== 0) return;
    const clocks = { now: clock.now, realNow: clock.realNow };
    const by = staffOf(c)[0] ?? '';
    await change(deps.meetings.collection, meeting.id, (current) => {
      if (n % 8 === 0) return cancelMeeting(current, undefined, committee, by, clocks);
      const moved = {
        startsAt: new Date(current.startsAt.getTime() + 14 * DAY),
        endsAt: new Date(current.endsAt.getTime() + 14 * DAY),
      };
      return moveMeeting(current, moved, committee, { personId: by }, clocks);
    });
  };

  const act = async () => {
    const due = toAnswer.filter(({ at }) => at <= clock.now);
    toAnswer = toAnswer.filter(({ at }) => at > clock.now);
    await Promise.all(
      due.map(({ personId: who, at }) =>
        respond({ chase, next: chance(at.getTime() + Number(who.slice(1))), said, away }, who, newest.get(who) as Card),
      ),
    );
  };

  return {
    chase,
    arrived,
    said,
    away,
    async play() {
      for (let n = 0; n < 358; n++) {
        const day = addDays(FIRST, n);
        await run(contactTimeOn(day));
        if (n % 3 === 0) await meetings(day, n / 3);
        await act();
        // at noon, and now and then at night
        await run(new Date(contactTimeOn(day).getTime() + (n % 5 === 0 ? 13 : 4) * 3_600_000));
      }
    },
  };
}

type Responding = {
  readonly chase: Chase;
  readonly next: (below: number) => number;
  readonly said: { tiltakId: string; by: string; at: Date }[];
  readonly away: Map<string, { from: string; until: string }>;
};

const CLASSES = ['in-progress', 'delayed', 'done', 'not-followed-up', 'unclear', 'delete-proposed'];

/** Somebody looks at the newest digest, and does what they are like. */
async function respond({ chase, next, said, away }: Responding, who: string, card: Card): Promise<void> {
  const { clock } = chase;
  const send = buttonsOf(card).find(({ verb }) => verb === 'digest.answer');
  const manner = mannerOf(who);
  if (manner === 'away' && !away.has(who)) {
    const until = addDays(dayOf(clock.now), 40);
    const form = await chase.press(who, card, 'Jeg er borte til …');
    await chase.press(who, form, 'Lagre', { until });
    away.set(who, { from: dayOf(clock.now), until });
    return;
  }
  if (manner === 'daily' && (await chase.digest(who))?.rhythm === 'weekly')
    await chase.press(who, card, 'Spør meg hver arbeidsdag');
  if (send === undefined || send.data.verb !== 'digest.answer') return;
  const inputs: Record<string, string> = {};
  for (const [slot, { tiltakId }] of send.data.asked.entries()) {
    if (manner === 'partly' && slot % 2 === 1) continue;
    said.push({ tiltakId, by: who, at: clock.now });
    if (manner === 'snoozes') inputs[`class${slot}`] = 'snooze';
    else if (manner === 'hands-over') {
      inputs[`class${slot}`] = 'not-mine';
      inputs[`text${slot}`] = next(3) === 0 ? '' : personId(next(PEOPLE));
      if (inputs[`text${slot}`] === who) inputs[`text${slot}`] = '';
    } else {
      inputs[`class${slot}`] = CLASSES[next(CLASSES.length)] ?? 'delayed';
      if (next(3) === 0) inputs[`due${slot}`] = addDays(dayOf(clock.now), 5 + next(120));
    }
  }
  await chase.press(who, card, 'Send svarene', inputs);
}
