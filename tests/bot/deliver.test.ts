import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import { emit } from '../../store/effect.ts';
import { unreachedSchema } from '../../store/fields.ts';
import { meetingKey } from '../../store/meeting/rules-plan.ts';
import { replyOnce } from '../../store/person/rules.ts';
import { tally } from '../../store/round/rules-count.ts';
import { MINUTE } from '../support/bot-store.ts';
import { sayings, withVaras } from '../support/called-in.ts';
import { aCirculation, type Circulation, inChat, ROUND, SERVICE } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { answer, aPerson, DEADLINE, NOW, REAL_NOW, TENANT } from '../support/records.ts';

const HOUR = 60 * MINUTE;

let bot: Circulation;
beforeEach(async () => {
  bot = await aCirculation();
});
afterEach(() => bot.end());

describe('the card of a seat', () => {
  test('goes to its holder’s 1:1 chat, and it is noted where it lies', async () => {
    await bot.open();
    await bot.deliver();
    expect(bot.chats('post')).toEqual(['chat-kari', 'chat-ola']);
    expect(bot.wordsTo('chat-kari')).toContain('Til godkjenning: Referat fra møte i SSU');
    expect((await bot.round()).deliveries.toSorted((a, b) => a.holderId.localeCompare(b.holderId))).toMatchObject([
      { holderId: 'kari', state: 'delivered', at: NOW, conversationId: 'chat-kari', serviceUrl: SERVICE },
      { holderId: 'ola', state: 'delivered', at: NOW, conversationId: 'chat-ola', serviceUrl: SERVICE },
    ]);
    expect((await bot.round()).outbox).toEqual([]);
  });

  test('opens the chat of somebody who has never written, through the service of whoever opened the round', async () => {
    await bot.open([inChat('siv'), aPerson('kari'), inChat('ola')]);
    await bot.deliver();
    expect(bot.teams.requests).toContainEqual(
      expect.objectContaining({ kind: 'open', chat: 'kari', serviceUrl: SERVICE }),
    );
    expect(bot.chats('post')).toContain('chat-of-kari');
    expect((await bot.round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'kari', state: 'delivered', conversationId: 'chat-of-kari' }),
    );
  });

  test('and its renewal count for the tenant of whoever gets it, which need not be the committee’s', async () => {
    await bot.open([{ ...inChat('kari'), tenantId: 'kommunen' }, inChat('ola'), inChat('siv')]);
    await bot.deliver();
    await bot.close();
    bot.wait(10_000);
    await bot.deliver();
    const tenantsOf = (chat: string) =>
      bot.teams.requests.filter((one) => one.chat === chat).map(({ kind, tenantId }) => [kind, tenantId]);
    expect(tenantsOf('chat-kari')).toEqual([
      ['post', 'kommunen'],
      ['update', 'kommunen'],
    ]);
    expect(tenantsOf('chat-ola')).toEqual([
      ['post', TENANT],
      ['update', TENANT],
    ]);
  });

  test.each(unreachedSchema.options)(
    'that cannot be delivered («%s») is noted on the seat, and the others get theirs',
    async (why) => {
      await bot.open();
      bot.refuse('chat-kari', why);
      await bot.deliver();
      expect((await bot.round()).deliveries).toContainEqual({
        holderId: 'kari',
        state: 'not-reached',
        at: NOW,
        why,
      });
      expect(tally(await bot.round())).toMatchObject({
        silent: [{ seat: { holderId: 'ola' } }],
        notReached: [{ seat: { holderId: 'kari' }, why }],
      });
      bot.wait(HOUR);
      await bot.deliver();
      expect(bot.chats('post').filter((chat) => chat === 'chat-kari')).toHaveLength(1);
    },
  );

  test.each([
    ['nobody knows', [inChat('siv'), inChat('ola')], 'unknown-address'],
    ['has no chat, with no service to ask for one', [aPerson('siv'), aPerson('kari'), inChat('ola')], 'not-installed'],
    ['has no chat, in a round that somebody unknown opened', [aPerson('kari'), inChat('ola')], 'not-installed'],
    [
      'has no chat and no Entra identity',
      [inChat('siv'), aPerson('kari', { keys: ['teams:t:29:k'] }), inChat('ola')],
      'not-installed',
    ],
  ])('of somebody who %s is noted as not reached', async (_what, people, why) => {
    await bot.open(people);
    await bot.deliver();
    expect((await bot.round()).deliveries).toContainEqual({ holderId: 'kari', state: 'not-reached', at: NOW, why });
  });

  test('that Teams cannot take now is sent later, once', async () => {
    await bot.open();
    bot.refuse('chat-kari', 'for-now');
    await bot.deliver();
    expect((await bot.round()).deliveries).toMatchObject([{ holderId: 'ola' }]);
    bot.relent();
    bot.wait(3000);
    await bot.deliver();
    expect((await bot.round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'kari', state: 'delivered' }),
    );
    bot.wait(HOUR);
    await bot.deliver();
    expect(bot.chats('post').filter((chat) => chat === 'chat-kari')).toHaveLength(2);
  });

  test('that Teams took without saying what it is called is delivered, and is never renewed', async () => {
    await bot.open();
    bot.teams.saysIds = false;
    await bot.deliver();
    expect((await bot.round()).deliveries).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
    expect((await bot.round()).deliveries[0]).not.toHaveProperty('activityId');
    await bot.close();
    await bot.deliver();
    expect(bot.chats('update')).toEqual([]);
    expect((await bot.round()).outbox).toEqual([]);
  });

  test('that Teams could never take is noted as failed after eight tries', async () => {
    await bot.open();
    bot.refuse('chat-kari', 'for-now');
    for (let hours = 0; hours < 24; hours++) {
      await bot.deliver();
      bot.clock.realNow = new Date(bot.clock.realNow.getTime() + HOUR);
    }
    expect(bot.chats('post').filter((chat) => chat === 'chat-kari')).toHaveLength(8);
    expect((await bot.round()).deliveries).toContainEqual({
      holderId: 'kari',
      state: 'not-reached',
      at: NOW,
      why: 'failed',
    });
  });

  test('shows the round as it is when it is sent, not as it was when it was decided', async () => {
    await bot.open();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    await bot.deliver();
    expect(bot.wordsTo('chat-kari')).toContain('Du godkjente');
  });

  test('is not sent once nobody can answer any more, though the round is not closed yet', async () => {
    await bot.open();
    bot.clock.now = DEADLINE;
    await bot.deliver();
    expect(bot.chats('post')).toEqual([]);
    expect((await bot.round()).deliveries).toEqual([]);
  });
});

test('a card for somebody outside of any round goes to their chat', async () => {
  const card = { kind: 'personal-card', key: 'a', personId: 'kari', view: { view: 'help' } } as const;
  await bot.deps.persons.collection.insert(emit(inChat('kari'), { realNow: REAL_NOW }, card));
  await bot.deliver();
  expect(bot.chats('post')).toEqual(['chat-kari']);
  expect((await bot.deps.persons.collection.get('kari'))?.outbox).toEqual([]);
});

describe('a seat that moves in the meeting that the referat is of', () => {
  beforeEach(async () => {
    const day = new Date('2026-02-26T10:00:00Z');
    const during = {
      startsAt: day,
      endsAt: new Date(DEADLINE.getTime() + 48 * HOUR),
      keys: [meetingKey('committee-1', '2026-02-26')],
    };
    await bot.open(['kari', 'ola', 'siv', 'vera'].map(inChat), withVaras());
    await bot.deps.meetings.collection.insert(aMeeting(during));
    await bot.deliver();
  });
  const veraComes = async () => {
    await sayings(bot.deps).veraComes();
    await bot.deliver();
  };

  test('gives the new holder the card, and tells the former one in the card that lies there', async () => {
    await veraComes();
    expect(bot.chats('post').filter((chat) => chat === 'chat-kari')).toHaveLength(1);
    expect(bot.wordsTo('chat-vera')).toContain('Til godkjenning');
    expect(bot.chats('update')).toEqual(['chat-kari']);
    expect((await bot.round()).seats).toContainEqual(
      expect.objectContaining({ holderId: 'vera', holderName: 'Vera Lund', actsFor: 'kari' }),
    );
  });

  test('keeps the answer that was given there, once', async () => {
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    await veraComes();
    await veraComes();
    expect(tally(await bot.round())).toMatchObject({ yes: [{ seatId: 'seat-kari', holderId: 'kari' }] });
  });

  test('is left as it is once the round is over', async () => {
    await bot.close();
    await veraComes();
    expect((await bot.round()).seats.map(({ holderId }) => holderId)).toEqual(['kari', 'ola']);
    expect((await bot.deps.meetings.collection.get('meeting-1'))?.outbox.map(({ kind }) => kind)).not.toContain(
      'seat-moved',
    );
  });
});

describe('working hours', () => {
  const evening = new Date('2026-03-02T19:00:00Z');
  const morning = new Date('2026-03-03T07:00:00Z');

  test('a round that is opened in the evening writes to nobody before the next morning', async () => {
    bot.clock.now = evening;
    await bot.open();
    await bot.deliver();
    expect(bot.teams.requests).toEqual([]);
    bot.clock.now = morning;
    await bot.tick();
    await bot.deliver();
    expect(bot.chats('post')).toEqual(['chat-kari', 'chat-ola']);
  });

  test('a card that could not be sent during the day is not tried again at night', async () => {
    await bot.open();
    bot.refuse('chat-kari', 'for-now');
    await bot.deliver();
    bot.relent();
    bot.wait(10 * HOUR);
    await bot.deliver();
    expect(bot.chats('post').filter((chat) => chat === 'chat-kari')).toHaveLength(1);
    bot.clock.now = morning;
    await bot.tick();
    await bot.deliver();
    expect(bot.chats('post').filter((chat) => chat === 'chat-kari')).toHaveLength(2);
  });

  test('an answer to somebody’s own message is sent at any hour, where it was asked', async () => {
    bot.clock.now = evening;
    await bot.open();
    const reply = { conversationId: 'chat-siv', serviceUrl: SERVICE, view: { view: 'help' } } as const;
    await change(bot.deps.persons.collection, 'siv', (person) => replyOnce(person, 'turn-1', reply, REAL_NOW));
    await bot.deliver();
    expect(bot.chats('post')).toEqual(['chat-siv']);
    expect(bot.teams.requests[0]?.post?.summary).toContain('hjelp');
  });
});
