import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UndeliveredError } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { tally } from '../../store/round/rules-count.ts';
import { aCirculation, type Circulation, inChat, ROUND, SERVICE } from '../support/circulation.ts';
import { answer, aPerson } from '../support/records.ts';
import { aGate } from '../support/worker.ts';

let bot: Circulation;
beforeEach(async () => {
  bot = await aCirculation();
});
afterEach(() => bot.end());

describe('when a round', () => {
  test('is opened, its referat is a draft no longer', async () => {
    await bot.open();
    await bot.deliver();
    expect(await bot.deps.referater.collection.get('referat-1')).toMatchObject({
      state: 'circulating',
      round: { id: ROUND },
    });
  });

  test('is closed, its referat has the outcome, and the secretariat is told it', async () => {
    await bot.open();
    await bot.deliver();
    bot.teams.requests.length = 0;
    await bot.close();
    await bot.deliver();
    expect(await bot.deps.referater.collection.get('referat-1')).toMatchObject({
      state: 'undecided',
      round: { id: ROUND },
    });
    expect(bot.chats('post')).toEqual(['chat-siv']);
    expect(bot.wordsTo('chat-siv')).toContain('ikke avgjort');
  });

  test('is closed, every card is renewed where it lies: who answered sees the outcome, who did not that it is over', async () => {
    await bot.open();
    await bot.deliver();
    const asked = (await bot.round()).deliveries.find(({ holderId }) => holderId === 'ola');
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    await bot.close();
    await bot.deliver();
    // whoever was still asked at once, a receipt five seconds later
    expect(bot.chats('update')).toEqual(['chat-ola']);
    bot.wait(5000);
    await bot.deliver();
    expect(bot.chats('update')).toEqual(['chat-kari', 'chat-ola']);
    expect(bot.teams.requests).toContainEqual(
      expect.objectContaining({
        kind: 'update',
        chat: 'chat-ola',
        activityId: asked?.state === 'delivered' ? asked.activityId : 'none',
      }),
    );
    expect(bot.wordsTo('chat-ola')).toContain('Du svarte ikke');
    expect(bot.wordsTo('chat-kari')).toContain('Utfall');
  });

  test('is closed, a card that Teams no longer has keeps nobody from being told', async () => {
    await bot.open();
    await bot.deliver();
    await bot.close();
    bot.teams.answer = ({ kind }) => {
      if (kind === 'update') throw new UndeliveredError('unknown-address', 'no such activity');
    };
    await bot.deliver();
    expect(bot.chats('update')).toEqual(['chat-kari', 'chat-ola']);
    expect(bot.chats('post')).toContain('chat-siv');
    expect((await bot.round()).outbox).toEqual([]);
    expect(tally(await bot.round()).silent).toHaveLength(2);
  });

  test('is closed, a secretary who cannot be told is not taken for a seat that was not reached', async () => {
    await bot.open();
    await bot.deliver();
    const { deliveries } = await bot.round();
    bot.refuse('chat-siv', 'blocked');
    await bot.close();
    await bot.deliver();
    expect(bot.chats('post')).toContain('chat-siv');
    expect(await bot.round()).toMatchObject({ deliveries, outbox: [] });
  });

  test('is closed while a card is on its way, that card is renewed when it has arrived', async () => {
    await bot.open();
    const arrival = aGate();
    bot.teams.answer = ({ chat, kind }) => (chat === 'chat-kari' && kind === 'post' ? arrival.passed : undefined);
    const delivering = bot.deliver();
    await expect.poll(() => bot.chats('post')).toContain('chat-kari');
    await bot.close();
    arrival.open();
    await delivering;
    await bot.deliver();
    expect(bot.chats('update')).toContain('chat-kari');
    expect((await bot.round()).outbox).toEqual([]);
  });

  test('is closed, a secretary who has never written is told through the service of whoever opened it', async () => {
    await bot.open([inChat('kari'), inChat('ola'), aPerson('siv')]);
    await change(bot.deps.rounds.collection, ROUND, (round) => ({
      ok: true,
      value: { ...round, openedBy: 'kari', followers: ['siv'] },
    }));
    await bot.close();
    await bot.deliver();
    expect(bot.teams.requests).toContainEqual(
      expect.objectContaining({ kind: 'open', chat: 'siv', serviceUrl: SERVICE }),
    );
    expect(bot.chats('post')).toContain('chat-of-siv');
  });
});
