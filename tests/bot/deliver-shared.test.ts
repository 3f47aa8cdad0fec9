import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roundHandlers } from '../../bot/actions/round.ts';
import { roundRunHandlers } from '../../bot/actions/round-run.ts';
import type { Turn } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { newest } from '../../store/referat/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { moveSeat } from '../../store/round/rules-revise.ts';
import { aCirculation, type Circulation, inChat, ROUND, SERVICE } from '../support/circulation.ts';
import { someLinks } from '../support/links.ts';
import { aCommittee, accepted, answer, aPerson, aReferat, TENANT } from '../support/records.ts';

const CHANNEL = '19:ssu@thread.tacv2';
const committee = aCommittee({ conversation: { serviceUrl: SERVICE, conversationId: CHANNEL } });
const HOUR = 3600 * 1000;
const textHash = newest(aReferat()).hash;

let bot: Circulation;
beforeEach(async () => {
  bot = await aCirculation();
});
afterEach(() => bot.end());

const turnOf = (personId: string, kind: 'personal' | 'channel' = 'personal'): Turn => ({
  person: inChat(personId),
  tenantId: TENANT,
  place: { conversationId: kind === 'channel' ? CHANNEL : `chat-${personId}`, kind, serviceUrl: SERVICE },
  turnId: `turn-${personId}-${bot.teams.requests.length}`,
  receivedAt: bot.clock.now,
});
const updatesTo = (chat: string) => bot.teams.requests.filter((one) => one.kind === 'update' && one.chat === chat);
const openShared = async () => {
  await bot.open(undefined, committee);
  await bot.deliver();
};

describe('the shared card', () => {
  test('is posted once to the committee’s own conversation, and says how many have answered', async () => {
    await openShared();
    expect(bot.chats('post').filter((chat) => chat === CHANNEL)).toHaveLength(1);
    expect(bot.wordsTo(CHANNEL)).toContain('0 av 2 har svart');
    expect((await bot.round()).shared).toMatchObject({ conversationId: CHANNEL, activityId: expect.any(String) });
  });

  test('leads to the round in the tab, where each sees their own', async () => {
    await openShared();
    const posted = bot.teams.requests.find(({ kind, chat }) => kind === 'post' && chat === CHANNEL);
    expect(posted?.post?.card.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Åpne i fanen', url: someLinks.tab(`rounds/${ROUND}`) },
    ]);
  });

  test('is renewed in place, and answers that come together are one renewal', async () => {
    await openShared();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    await change(bot.deps.rounds.collection, ROUND, (round) =>
      answer(round, 'kari', { kind: 'realitet', text: 'Nei' }),
    );
    await bot.deliver();
    expect(updatesTo(CHANNEL)).toEqual([]);
    bot.wait(6000);
    await bot.deliver();
    expect(updatesTo(CHANNEL)).toHaveLength(1);
    expect(bot.wordsTo(CHANNEL)).toContain('1 av 2 har svart');
  });

  test('an answer that comes while it is being renewed is shown afterwards', async () => {
    await openShared();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    bot.wait(6000);
    let isFirst = true;
    bot.teams.answer = async ({ kind, chat }) => {
      if (kind !== 'update' || chat !== CHANNEL || !isFirst) return;
      isFirst = false;
      await change(bot.deps.rounds.collection, ROUND, (round) =>
        answer(round, 'ola', { kind: 'realitet', text: 'Nei' }),
      );
    };
    await bot.deliver();
    bot.wait(6000);
    await bot.deliver();
    expect(bot.wordsTo(CHANNEL)).toContain('2 av 2 har svart');
  });

  test('is answered by a member: the shared card comes back, and their own card turns into a receipt', async () => {
    await openShared();
    const shown = await roundHandlers['round.approve'](bot.deps, turnOf('kari', 'channel'), {
      verb: 'round.approve',
      roundId: ROUND,
      textHash,
    });
    expect(shown).toMatchObject({ view: { view: 'round-shared', answered: true } });
    await bot.deliver();
    expect(updatesTo('chat-kari')).toHaveLength(1);
    expect(bot.wordsTo('chat-kari')).toContain('Du godkjente');
  });

  test('tells somebody who is not asked so, and shows them nothing of the text', async () => {
    await openShared();
    const shown = await roundHandlers['round.approve'](bot.deps, turnOf('fremmed', 'channel'), {
      verb: 'round.approve',
      roundId: ROUND,
      textHash,
    });
    expect(shown).toMatchObject({ view: { view: 'round-shared', problem: 'not-asked' } });
    expect((await bot.round()).answers).toEqual([]);
  });

  test('mentions those whom no card of their own reached', async () => {
    await bot.open([inChat('siv'), inChat('ola'), inChat('kari')], committee);
    bot.refuse('chat-kari', 'not-installed');
    await bot.deliver();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'ola'));
    bot.wait(6000);
    await bot.deliver();
    const last = updatesTo(CHANNEL).at(-1)?.post?.card;
    expect(last?.msteams.entities).toEqual([
      { type: 'mention', text: '<at>kari</at>', mentioned: { id: '29:kari', name: 'kari' } },
    ]);
  });

  test('says how it ended', async () => {
    await openShared();
    await bot.close();
    bot.wait(6000);
    await bot.deliver();
    expect(bot.wordsTo(CHANNEL)).toContain('ikke avgjort');
  });
});

describe('reminders', () => {
  const MORNING = new Date('2026-03-05T07:00:00Z');
  const LAST = new Date('2026-03-09T07:00:00Z');
  const posts = (chat: string) => bot.teams.requests.filter((one) => one.kind === 'post' && one.chat === chat);

  test('reach those who have not answered two working days before and on the morning of the last day, nobody else', async () => {
    await bot.open();
    await bot.deliver();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    for (const at of [MORNING, LAST]) {
      bot.clock.now = at;
      await bot.tick();
      await bot.deliver();
    }
    expect(posts('chat-kari')).toHaveLength(1);
    expect(
      posts('chat-ola')
        .slice(1)
        .map(({ post }) => post?.summary),
    ).toEqual(['Påminnelse: Referat fra møte i SSU', 'Påminnelse: Referat fra møte i SSU']);
    expect((await bot.round()).reminders).toMatchObject([
      { holderId: 'ola', at: MORNING },
      { holderId: 'ola', at: LAST },
    ]);
  });

  test('reach somebody who has never written to the bot as the card did', async () => {
    await bot.open([inChat('siv'), aPerson('kari'), inChat('ola')]);
    await bot.deliver();
    bot.clock.now = MORNING;
    await bot.tick();
    await bot.deliver();
    expect(posts('chat-of-kari')).toHaveLength(2);
  });

  test('are not sent to somebody who answers while the reminder is on its way', async () => {
    await bot.open();
    await bot.deliver();
    bot.clock.now = MORNING;
    await bot.tick();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'ola', { kind: 'realitet', text: 'Nei' }));
    await bot.deliver();
    expect(posts('chat-ola')).toHaveLength(1);
    expect(posts('chat-kari')).toHaveLength(2);
  });

  test('a bot that was down over both steps reminds once', async () => {
    await bot.open();
    await bot.deliver();
    bot.clock.now = new Date('2026-03-09T09:00:00Z');
    await bot.tick();
    await bot.tick();
    await bot.deliver();
    expect(posts('chat-ola')).toHaveLength(2);
  });

  test('whom the card never reached is tried again with the card', async () => {
    await bot.open();
    bot.refuse('chat-ola', 'not-installed');
    await bot.deliver();
    bot.relent();
    bot.clock.now = MORNING;
    await bot.tick();
    await bot.deliver();
    expect(posts('chat-ola').at(-1)?.post?.summary).toBe('Til godkjenning: Referat fra møte i SSU');
    expect((await bot.round()).deliveries).toContainEqual(
      expect.objectContaining({ holderId: 'ola', state: 'delivered' }),
    );
  });

  test('asked for by the secretariat go to those who have not answered, once a day', async () => {
    await bot.open();
    await bot.deliver();
    const press = () =>
      roundRunHandlers['round.remind'](bot.deps, turnOf('siv'), { verb: 'round.remind', roundId: ROUND });
    expect(await press()).toMatchObject({ view: { problem: 'reminded-today' } });
    bot.wait(24 * HOUR);
    expect(await press()).toMatchObject({ view: { problem: 'reminded' } });
    await bot.deliver();
    expect(await press()).toMatchObject({ view: { problem: 'reminded-today' } });
    expect(posts('chat-ola')).toHaveLength(2);
    expect(
      await roundRunHandlers['round.remind'](bot.deps, turnOf('kari'), { verb: 'round.remind', roundId: ROUND }),
    ).toEqual({
      view: { view: 'notice', notice: 'not-for-you' },
    });
  });
});

describe('a changed text', () => {
  const revise = (scale: string, text: string) =>
    roundRunHandlers['round.revise'](bot.deps, turnOf('siv'), {
      verb: 'round.revise',
      roundId: ROUND,
      scale,
      text,
      deadlineOn: '2026-03-16',
      deadlineTime: '15:00',
    });

  test('of typos alone renews the cards, and the answers stand', async () => {
    await openShared();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    expect(await revise('skrivefeil', 'Sak 1: Innkalling og dagsorden ble godkjent.')).toMatchObject({
      view: { view: 'round-status' },
    });
    bot.wait(6000);
    await bot.deliver();
    expect(bot.wordsTo('chat-kari')).toContain('Svar som er gitt, gjelder fortsatt.');
    expect(updatesTo('chat-ola')[0]?.post?.card).toBeDefined();
    expect(bot.wordsTo('chat-ola')).toContain('ble godkjent');
    expect(bot.wordsTo(CHANNEL)).toContain('Skrivefeil er rettet');
    expect((await bot.round()).answers).toHaveLength(1);
  });

  test('of the content starts the next round for all, and an old card says so', async () => {
    await openShared();
    await change(bot.deps.rounds.collection, ROUND, (round) => answer(round, 'kari'));
    await revise('innhold', 'Sak 1: Noe helt annet ble vedtatt.');
    await bot.deliver();
    const next = await bot.deps.rounds.collection.get('round_referat-1_2');
    expect(next).toMatchObject({ status: 'open', number: 2, changedFrom: textHash, answers: [] });
    await bot.deliver();
    for (const chat of ['chat-kari', 'chat-ola']) expect(bot.wordsTo(chat)).toContain('Noe helt annet ble vedtatt');
    const late = await roundHandlers['round.approve'](bot.deps, turnOf('ola'), {
      verb: 'round.approve',
      roundId: ROUND,
      textHash,
    });
    expect(late).toMatchObject({ view: { view: 'round', problem: 'replaced' } });
    expect(await bot.deps.referater.collection.get('referat-1')).toMatchObject({
      state: 'circulating',
      round: { number: 2 },
    });
  });

  test('that is the same text is refused, and what was typed is kept', async () => {
    await openShared();
    expect(await revise('innhold', newest(aReferat()).text)).toMatchObject({
      view: { view: 'revise-form', problems: ['same-text'], typed: { scale: 'innhold' } },
    });
  });

  test('is opened once, also when the bot dies between closing the old round and opening the new one', async () => {
    await openShared();
    await revise('innhold', 'Ny tekst');
    const other = await bot.connect();
    await bot.deliver();
    await bot.deliver();
    expect((await other.rounds.running(['committee-1'])).map(({ number }) => number)).toEqual([2]);
  });
});

describe('a seat that moves', () => {
  test('both see the right card at once: the new holder is asked, the old one sees who answers', async () => {
    await bot.open(['kari', 'ola', 'siv', 'vera'].map(inChat));
    await bot.deliver();
    await change(bot.deps.rounds.collection, ROUND, (round) =>
      moveSeat(round, 'seat-kari', { holderId: 'vera', holderName: 'VERA', actsFor: 'KARI' }, 'siv', {
        now: bot.clock.now,
        realNow: bot.clock.realNow,
      }),
    );
    await bot.deliver();
    expect(bot.wordsTo('chat-vera')).toContain('Til godkjenning');
    expect(bot.wordsTo('chat-vera')).toContain('KARI');
    expect(bot.wordsTo('chat-kari')).toContain('VERA svarer nå for plassen');
    const refused = await roundHandlers['round.approve'](bot.deps, turnOf('kari'), {
      verb: 'round.approve',
      roundId: ROUND,
      textHash,
    });
    expect(refused).toMatchObject({ view: { view: 'round', problem: 'seat-moved' } });
    expect(tally(await bot.round()).yes).toEqual([]);
  });
});

test('a person nobody could reach counts as not reached, though they answered at the shared card', async () => {
  await bot.open([inChat('siv'), inChat('ola'), aPerson('kari', { keys: [] })], committee);
  await bot.deliver();
  expect(tally(await bot.round()).notReached).toMatchObject([{ seat: { holderId: 'kari' }, why: 'not-installed' }]);
  const round = accepted(await change(bot.deps.rounds.collection, ROUND, (current) => answer(current, 'kari')));
  expect(tally(round).yes).toMatchObject([{ holderId: 'kari' }]);
});
