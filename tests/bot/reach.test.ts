import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UndeliveredError } from '../../bot/turn.ts';
import { appLinkText } from '../../cards/text/app-link.ts';
import { helpText } from '../../cards/text/help.ts';
import { notice } from '../../cards/text/notices.ts';
import { change } from '../../store/change.ts';
import { newest } from '../../store/referat/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { type AgendaRoom, anAgendaRoom } from '../support/agenda-room.ts';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { ofKari } from '../support/chase.ts';
import { inChat, ROUND } from '../support/circulation.ts';
import { aCalledMeeting, aCommitteeWithVaras } from '../support/forfall.ts';
import { aNomination } from '../support/nominations.ts';
import { accepted, answer, aReferat } from '../support/records.ts';

const ASK = 'Til godkjenning: Referat fra møte i SSU';
const EVENING = '2026-03-02T20:00:00Z';

let room: AgendaRoom;
const missing = new Set<string>();
beforeEach(async () => {
  missing.clear();
  room = await anAgendaRoom([aCommitteeWithVaras({ varaIds: ['vera', 'viggo', 'odd'] })], [aCalledMeeting()]);
  for (const id of ['vera', 'viggo']) await room.deps.persons.collection.insert(inChat(id));
  room.teams.answer = ({ kind, chat }) => {
    const person = chat.replace(/^chat-(of-)?/, '');
    if (kind !== 'members' && missing.has(person)) throw new UndeliveredError('not-installed', 'said no');
  };
});
afterEach(() => room.end());

const clocks = () => ({ now: room.deps.now(), realNow: room.deps.realNow() });
const opening = () => {
  const asked = { committee: aCommitteeWithVaras(), referat: aReferat(), nameOf: (id: string) => id };
  return { ...asked, revision: 1, openedBy: 'siv' };
};
const openIt = async () => {
  await room.deps.referater.collection.insert(aReferat());
  await room.deps.rounds.collection.insert(accepted(openRound(opening(), clocks())));
  await room.deliver();
};
const round = async () => {
  const found = await room.deps.rounds.collection.get(ROUND);
  if (found === undefined) throw new Error('no round');
  return found;
};
const goes = async (person: string) => {
  await room.presence(person, 'removed');
  missing.add(person);
  room.wait(6000);
  await room.deliver();
};
const comes = async (person: string) => {
  missing.delete(person);
  room.teams.requests.length = 0;
  await room.presence(person, 'installed');
  await room.deliver();
};
const at = async (time: string) => {
  room.clock.now = new Date(time);
  await room.tick();
  room.wait(6000);
  await room.deliver();
};
/** The headings of the cards that arrived in somebody's 1:1 chat since they came. */
const arrived = (person: string) =>
  room.teams.requests
    .filter(({ kind, chat }) => kind === 'post' && chat === `chat-${person}`)
    .flatMap(({ post }) => (post ? [linesOf(post.card)[0]] : []));

describe('somebody who removes the app', () => {
  test('is not reached in an open round that waits for them, and the secretariat sees why', async () => {
    await openIt();
    await goes('kari');
    expect((await round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'kari', state: 'not-reached', why: 'not-installed' }),
    );
    expect(wordsOf(await room.card('siv', { verb: 'round.status', roundId: ROUND }))).toContain('mangler appen');
  });

  test('stays one who has answered', async () => {
    await openIt();
    await room.card('kari', { verb: 'round.approve', roundId: ROUND, textHash: newest(aReferat()).hash });
    await goes('kari');
    expect((await round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'kari', state: 'delivered' }),
    );
  });

  test('of which Teams tells nothing, is not reached from the reminder that fails on', async () => {
    await openIt();
    missing.add('kari');
    await at('2026-03-05T08:00:00Z');
    expect((await round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'kari', state: 'not-reached', why: 'not-installed' }),
    );
  });
});

describe('somebody who removes the app and adds it again', () => {
  const cardOf = async (person: string) => (await round()).deliveries.find(({ holderId }) => holderId === person);
  /** What became of the cards in somebody's chat since they came: new ones by their headings, and renewed ones. */
  const since = (person: string) =>
    room.teams.requests
      .filter(({ chat }) => chat === `chat-${person}`)
      .map(({ kind, activityId, post }) => (kind === 'update' ? activityId : post && linesOf(post.card)[0]));

  test('keeps the card of a running round: it is renewed where it lies, and reached again', async () => {
    await openIt();
    const before = await cardOf('kari');
    if (before?.state !== 'delivered') throw new Error('the card did not arrive');
    await goes('kari');
    await comes('kari');
    expect(since('kari').toSorted()).toEqual([before.activityId, helpText.title].toSorted());
    expect(await cardOf('kari')).toEqual(before);
    await comes('kari');
    expect(arrived('kari')).toEqual([helpText.title]);
  });

  test('gets one reminder of those that came meanwhile, and no other card', async () => {
    await openIt();
    await goes('kari');
    await at('2026-03-05T08:00:00Z');
    await at('2026-03-09T07:00:00Z');
    expect((await round()).reminders.map(({ holderId }) => holderId)).toEqual(['ola', 'ola']);
    await comes('kari');
    expect(arrived('kari').toSorted()).toEqual(['Påminnelse: Referat fra møte i SSU', helpText.title].toSorted());
    expect(await cardOf('kari')).toMatchObject({ state: 'delivered' });
    await comes('kari');
    expect(arrived('kari')).toEqual([helpText.title]);
  });

  test('is asked nothing where they have answered meanwhile, and their card says so', async () => {
    await openIt();
    await goes('kari');
    await change(room.deps.rounds.collection, ROUND, (current) => answer(current, 'kari'));
    await at('2026-03-05T08:00:00Z');
    await comes('kari');
    expect(arrived('kari')).toEqual([helpText.title]);
    expect(room.wordsTo('chat-kari')).toContain('Du godkjente');
  });

  test.each(['unknown-address', 'failed'] as const)(
    'gets a new card only where the old one cannot be renewed («%s»)',
    async (why) => {
      await openIt();
      await goes('kari');
      const { answer } = room.teams;
      room.teams.answer = (request) => {
        if (request.kind === 'update') throw new UndeliveredError(why, 'not that activity');
        return answer(request);
      };
      await comes('kari');
      expect(arrived('kari').toSorted()).toEqual([ASK, helpText.title].toSorted());
      await comes('kari');
      expect(arrived('kari')).toEqual([helpText.title]);
    },
  );

  test('gets a new card where Teams never said which message the old one is', async () => {
    room.teams.saysIds = false;
    await openIt();
    await goes('kari');
    await comes('kari');
    expect(arrived('kari').toSorted()).toEqual([ASK, helpText.title].toSorted());
  });

  test('so late that the deadline is there before their card is renewed, was not reached in time', async () => {
    await openIt();
    await at('2026-03-05T08:00:00Z');
    await goes('kari');
    const { deadline } = await round();
    room.teams.answer = ({ kind }) => {
      if (kind === 'update') room.clock.now = deadline;
    };
    await comes('kari');
    expect(tally(await round()).notReached).toMatchObject([{ seat: { holderId: 'kari' } }]);
  });

  test('of which Teams told nothing, is reminded of the card that lies there, which is renewed', async () => {
    await openIt();
    missing.add('kari');
    await at('2026-03-05T08:00:00Z');
    expect(await cardOf('kari')).toMatchObject({ state: 'not-reached' });
    missing.delete('kari');
    room.teams.requests.length = 0;
    await at('2026-03-09T07:00:00Z');
    expect(arrived('kari')).toEqual(['Påminnelse: Referat fra møte i SSU']);
    expect(since('kari')).toHaveLength(2);
    expect(await cardOf('kari')).toMatchObject({ state: 'delivered' });
  });
});

describe('somebody who adds the app', () => {
  test('gets nothing in time from a card that is on its way when the deadline comes', async () => {
    const { deadline } = accepted(openRound(opening(), clocks()));
    room.teams.answer = ({ kind, chat }) => {
      if (kind === 'post' && chat === 'chat-kari') room.clock.now = deadline;
    };
    await openIt();
    expect(tally(await round()).notReached).toContainEqual({ seat: expect.objectContaining({ holderId: 'kari' }) });
  });

  test('gets the card of a round that did not reach them, at once, also in the evening, and once', async () => {
    missing.add('kari');
    await openIt();
    await at(EVENING);
    await comes('kari');
    expect(arrived('kari').toSorted()).toEqual([ASK, helpText.title].toSorted());
    expect((await round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'kari', state: 'delivered' }),
    );
    await comes('kari');
    expect(arrived('kari')).toEqual([helpText.title]);
  });

  test('gets nothing of a round that is over, or that they have answered elsewhere', async () => {
    missing.add('kari');
    await openIt();
    await at('2026-03-09T14:00:10Z');
    await comes('kari');
    expect(arrived('kari')).toEqual([helpText.title]);
  });

  test('gets nothing when it is a newer version of it', async () => {
    missing.add('kari');
    await openIt();
    missing.delete('kari');
    const { place, from } = {
      place: { conversationId: 'chat-kari', kind: 'personal', serviceUrl: 'https://a.example/' } as const,
      from: { tenantId: 'tenant', objectId: 'kari', teamsId: '29:kari', name: 'kari' },
    };
    room.teams.requests.length = 0;
    await room.receive({ kind: 'installed', isUpgrade: true, activityId: 'upgrade', from, place });
    await room.deliver();
    expect(arrived('kari')).toEqual([]);
  });

  test('as vara gets the call-in that did not reach them, and may answer it', async () => {
    missing.add('vera').add('viggo');
    await room.card('kari', { verb: 'forfall.report', meetingId: 'meeting-1', what: 'whole' });
    await room.deliver();
    const calls = async () => (await room.meeting('meeting-1')).forfall?.[0]?.calls.map(({ state }) => state);
    expect(await calls()).toEqual(['unreached', 'unreached']);
    const status = await room.card('siv', { verb: 'forfall.status', meetingId: 'meeting-1' });
    expect(buttonsOf(status).map(({ title }) => title)).toContain(appLinkText.button);
    await comes('vera');
    expect(arrived('vera')).toHaveLength(2);
    expect(await calls()).toEqual(['asked', 'unreached']);
    await comes('viggo');
    expect(arrived('viggo')).toHaveLength(2);
    await room.card('viggo', { verb: 'forfall.call', meetingId: 'meeting-1', forfallId: 'seat-kari:whole', yes: true });
    expect((await calls())?.[1]).toBe('accepted');
  });

  test('gets what they are asked to propose', async () => {
    await room.deps.nominations.collection.insert({
      ...aNomination(),
      deliveries: [{ holderId: 'kari', at: room.clock.now, why: 'not-installed' }],
    });
    await comes('kari');
    expect(arrived('kari')).toHaveLength(2);
    await comes('kari');
    expect(arrived('kari')).toEqual([helpText.title]);
  });

  test('gets the digest that did not reach them, in working hours, and once a week from then on', async () => {
    await room.deps.tiltak.collection.insert(ofKari({ id: 'a', due: 'februar', dueOn: '2026-02-20' }));
    missing.add('kari');
    await at('2026-03-02T09:00:00Z');
    await at('2026-03-02T09:01:00Z');
    expect(await room.deps.tiltak.collection.get('a')).toMatchObject({ unreached: { personId: 'kari' } });
    await at('2026-03-02T09:02:00Z');
    expect(room.wordsTo('chat-siv')).toContain(appLinkText.button);
    room.clock.now = new Date('2026-03-03T09:00:00Z');
    await comes('kari');
    await at('2026-03-03T09:01:00Z');
    await at('2026-03-03T09:02:00Z');
    expect(arrived('kari').filter((title) => title !== helpText.title)).toHaveLength(1);
    expect(await room.deps.tiltak.collection.get('a')).not.toHaveProperty('unreached');
    await comes('kari');
    await at('2026-03-04T09:00:00Z');
    await at('2026-03-04T09:01:00Z');
    expect(arrived('kari')).toEqual([helpText.title]);
  });
});

test('the link to the app is for those who run a committee alone', async () => {
  const link = (person: string) => room.press(person, { verb: 'app.link', committeeId: 'committee-1' });
  expect(await link('siv')).toEqual({ kind: 'message', text: notice('app-link-sent') });
  const refused = await link('kari');
  expect(refused?.kind === 'card' && linesOf(refused.card)).toEqual([notice('not-for-you')]);
  await room.deliver();
  expect(room.wordsTo('chat-siv')).toContain(room.deps.links.app);
  expect(room.wordsTo('chat-kari')).toBe('');
});
