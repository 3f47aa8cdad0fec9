import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileHandlers } from '../../bot/actions/file.ts';
import { meetingHandlers } from '../../bot/actions/meeting.ts';
import { deliveries } from '../../bot/deliver.ts';
import { sha256Of } from '../../bot/ids.ts';
import { clashesIn } from '../../bot/meeting-plan.ts';
import { deliverDue } from '../../bot/outbox.ts';
import type { Deps, Turn } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { newMeeting } from '../../store/meeting/record.ts';
import { addComing } from '../../store/meeting/rules-coming.ts';
import { aBotStore, type BotStore, MINUTE } from '../support/bot-store.ts';
import { inChat } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, NOW, TENANT } from '../support/records.ts';
import { aSak } from '../support/saker.ts';
import { aTeams, type Recorded } from '../support/teams.ts';

const people = ['kari', 'ola', 'per', 'lise', 'nina', 'siv'];
const committee = aCommittee({ people });
const committeeId = committee.id;

let store: BotStore;
let deps: Deps;
let teams: Recorded;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  teams = aTeams();
  await deps.committees.collection.insert(committee);
  for (const person of people) await deps.persons.collection.insert(inChat(person));
});
afterEach(() => store.close());

const turn = (personId: string, turnId = 'turn'): Turn => ({
  person: inChat(personId),
  tenantId: TENANT,
  place: { conversationId: `chat-${personId}`, kind: 'personal', serviceUrl: 'https://a.example/' },
  turnId,
  receivedAt: store.clock.now,
});
const paste = (lines: string, who = 'lise', turnId = 'turn') =>
  meetingHandlers['meeting.save-lines'](deps, turn(who, turnId), {
    verb: 'meeting.save-lines',
    committeeId,
    seen: sha256Of(lines),
    lines,
  });
const APRIL = { on: '2026-04-14', from: '12:00', to: '14:00' };
const save = (typed = APRIL, turnId = 'turn', meetingId?: string) =>
  meetingHandlers['meeting.save'](deps, turn('lise', turnId), {
    verb: 'meeting.save',
    committeeId,
    ...(meetingId && { meetingId }),
    ...typed,
  });
const coming = () => deps.meetings.coming([committeeId]);
const deliver = async () => {
  const { meetings, persons } = deliveries(deps, teams);
  const shell = { now: deps.realNow, report: () => undefined };
  for (const delivery of [meetings, persons, meetings]) {
    const { sent } = await deliverDue(delivery as typeof meetings, shell);
    await Promise.all(sent);
  }
};

describe('a press', () => {
  test('that is delivered twice makes a meeting once', async () => {
    const first = await save();
    expect(await save()).toEqual(first);
    expect(await coming()).toHaveLength(1);
  });

  test('that is delivered again after the meeting was moved does not make it anew', async () => {
    await save();
    const [meeting] = await coming();
    await save({ ...APRIL, on: '2026-04-20' }, 'later', meeting?.id);
    await save();
    expect((await coming()).map(({ startsAt }) => startsAt.toISOString())).toEqual(['2026-04-20T10:00:00.000Z']);
  });

  test('with a plan makes each meeting once, also when two people paste it at the same moment', async () => {
    const lines = Array.from({ length: 20 }, (_, n) => `${n + 1}.05.26 kl. 12-14`).join('\n');
    const other = await store.connect();
    const elsewhere = meetingHandlers['meeting.save-lines'](other, turn('siv', 'other'), {
      verb: 'meeting.save-lines',
      committeeId,
      seen: sha256Of(lines),
      lines,
    });
    await Promise.all([paste(lines), paste(lines), paste(lines, 'nina', 'third'), elsewhere]);
    expect(await coming()).toHaveLength(20);
    expect((await coming()).every(({ sequence }) => sequence === 0)).toBe(true);
  });

  test('finds the plan full at a hundred meetings, and stores nothing of it', async () => {
    const days = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => {
        const day = new Date(Date.UTC(2026, 3, from + n)).toISOString().slice(0, 10);
        return `${day} kl. 12-14`;
      }).join('\n');
    await paste(days(1, 99));
    expect(await paste(days(90, 12), 'lise', 'more')).toMatchObject({ view: { notice: 'plan-full' } });
    expect(await coming()).toHaveLength(99);
    await save({ ...APRIL, on: '2026-12-01' }, 'one');
    expect(await save({ ...APRIL, on: '2026-12-02' }, 'two')).toMatchObject({
      view: { problems: [{ problem: 'plan-full' }] },
    });
    expect(await coming()).toHaveLength(100);
  });

  test.each([
    ['eva', { view: { view: 'notice', notice: 'meeting-not-yours' } }],
    ['kari', { isUnderWay: true }],
  ])('for the plan as a file is answered by what %s is in the committee', async (personId, expected) => {
    const offer = { what: 'calendar', committeeId } as const;
    const shown = await fileHandlers['file.send'](deps, turn(personId), { verb: 'file.send', offer });
    expect(shown).toMatchObject(expected);
  });

  test('for the calendar of another committee’s meeting finds none', async () => {
    await deps.meetings.collection.insert(aMeeting({ committeeId: 'committee-2' }));
    const asked = { verb: 'meeting.calendar', committeeId, meetingId: 'meeting-1' } as const;
    expect(await meetingHandlers['meeting.calendar'](deps, turn('kari'), asked)).toMatchObject({
      view: { notice: 'not-found' },
    });
    expect((await deps.meetings.collection.get('meeting-1'))?.calendars).toBeUndefined();
  });
});

describe('what a meeting sends', () => {
  test('goes to those who have it in their calendar, each once, and tells the others', async () => {
    await save();
    const [meeting] = await coming();
    const asked = { verb: 'meeting.calendar', committeeId } as const;
    await meetingHandlers['meeting.calendar'](deps, turn('kari'), asked);
    await deliver();
    await save({ ...APRIL, from: '13:00' }, 'later', meeting?.id);
    await deliver();
    await deliver();
    const offers = teams.requests.filter(({ kind }) => kind === 'offer');
    expect(offers.map(({ chat, offer }) => [chat, offer?.name])).toEqual([
      ['chat-kari', 'Møteplan for SSU.ics'],
      ['chat-kari', 'Møte i SSU tirsdag 14. april 2026.ics'],
    ]);
    const told = teams.requests.filter(({ kind }) => kind === 'post').map(({ chat }) => chat);
    expect(told.toSorted()).toEqual(['chat-kari', 'chat-nina', 'chat-ola', 'chat-per', 'chat-siv']);
    expect((await coming())[0]?.outbox).toEqual([]);
  });

  test.each([
    ['another time', { ...APRIL, to: '15:00' }, 'Møtet i SSU er flyttet'],
    ['another place alone', { ...APRIL, place: 'Rådhuset' }, 'Møtet i SSU er endret'],
  ] as const)('is announced as what it is: %s', async (_what, typed, said) => {
    await save();
    const [meeting] = await coming();
    await save(typed, 'second', meeting?.id);
    await deliver();
    const summaries = teams.requests.flatMap(({ chat, post }) => (chat === 'chat-kari' && post ? [post.summary] : []));
    expect(summaries).toEqual([said]);
  });

  test('of «Kommende saker» waits until there is a next meeting, and leaves out what has become a sak', async () => {
    await save();
    const [meeting] = await coming();
    const meetingId = meeting?.id ?? '';
    for (const title of ['Beredskap', 'Rekruttering', 'Avvik'])
      await change(deps.meetings.collection, meetingId, (one) => addComing(one, { title }));
    await deps.saker.collection.insert(aSak({ title: 'rekruttering', status: 'accepted', openIn: committeeId }));
    await deps.saker.collection.insert(aSak({ id: 'sak-2', title: 'Avvik', status: 'decided', meetingId }));
    await meetingHandlers['meeting.cancel'](deps, turn('siv', 'cancel'), { verb: 'meeting.cancel', meetingId });
    await deliver();
    expect((await deps.meetings.collection.get(meetingId))?.outbox).toMatchObject([{ kind: 'carry-coming' }]);
    await save({ ...APRIL, on: '2026-05-12' }, 'next');
    store.wait(5 * MINUTE);
    await deliver();
    expect((await coming())[0]?.coming).toEqual([{ title: 'Beredskap' }]);
    expect((await deps.meetings.collection.get(meetingId))?.outbox).toEqual([]);
  });
});

test('collisions among a thousand stored meetings are found with two questions', async () => {
  const other = aCommittee({ id: 'committee-2', shortName: 'FSU', people: ['kari', 'eva'] });
  await deps.committees.collection.insert(other);
  const hour = 3_600_000;
  for (let n = 0; n < 1000; n++) {
    const startsAt = new Date(NOW.getTime() + (n + 1) * 24 * hour);
    const endsAt = new Date(startsAt.getTime() + 2 * hour);
    const whose = n % 50 === 0 ? other.id : `committee-${100 + (n % 50)}`;
    await deps.meetings.collection.insert(
      newMeeting({ id: `m-${n}`, tenantId: TENANT, committeeId: whose, startsAt, endsAt }),
    );
  }
  const asked: string[] = [];
  const asking = <T>(what: string, answer: T): T => {
    asked.push(what);
    return answer;
  };
  const counted: Deps = {
    ...deps,
    committees: { ...deps.committees, sharing: (ids) => asking('committees', deps.committees.sharing(ids)) },
    meetings: {
      ...deps.meetings,
      comingBefore: (ids, until) => asking('meetings', deps.meetings.comingBefore(ids, until)),
    },
  };
  const times = Array.from({ length: 100 }, (_, n) => {
    const startsAt = new Date(NOW.getTime() + (n + 1) * 24 * hour);
    return { startsAt, endsAt: new Date(startsAt.getTime() + hour) };
  });
  const found = await clashesIn(counted, committee, times);
  expect(found.flatMap((clashes) => clashes.map(({ people: shared }) => shared))).toEqual([['kari'], ['kari']]);
  expect(asked).toEqual(['committees', 'meetings']);
});
