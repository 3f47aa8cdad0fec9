import { describe, expect, test } from 'vitest';
import { emitAgain } from '../../store/again.ts';
import { claimEffect, deferEffect, postponeEffect, settleEffect } from '../../store/outbox.ts';
import {
  atOnce,
  renewCards,
  renewShared,
  tellFollowers,
  tellFollowersSoon,
  whenContactable,
} from '../../store/round/effects.ts';
import type { Round } from '../../store/round/record.ts';
import { accepted, aRound, delivered, hashOf, missed, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const realLater = (ms: number) => new Date(REAL_NOW.getTime() + ms);
const keys = ({ outbox }: Round) => outbox.map(({ key }) => key);
const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: '1' };
const card = (holderId: string) => ({ kind: 'seat-card', holderId }) as const;
const told = { kind: 'round-told' } as const;

describe('when', () => {
  test('at once is now in real time, whatever the committee’s clock says', () => {
    expect(atOnce(clocks)).toEqual({ realNow: REAL_NOW });
  });

  test('people are contacted now in working hours, else when the next ones begin', () => {
    expect(whenContactable(clocks)).toEqual({ realNow: REAL_NOW, inWorkingHours: true });
    expect(whenContactable({ ...clocks, now: new Date('2026-03-06T19:00:00Z') })).toEqual({
      realNow: REAL_NOW,
      inWorkingHours: true,
      contactAt: new Date('2026-03-09T07:00:00Z'),
    });
  });
});

describe('emitAgain', () => {
  const emitted = (round: Round, ...effects: Parameters<typeof emitAgain>[2][]) =>
    emitAgain(round, atOnce(clocks), ...effects);

  test('gives every effect a key that no other had before', () => {
    const once = emitted(aRound(), card('kari'), card('ola'), told);
    expect(keys(once)).toEqual(['seat-card:4', 'seat-card:5', 'round-told:6']);
    expect(keys(emitted({ ...once, outbox: [] }, told))).toEqual(['round-told:7']);
  });

  test('one that says the same and still waits gives way to the new one', () => {
    const twice = emitted(emitted(aRound(), card('kari'), card('ola'), told), card('kari'), told);
    expect(keys(twice)).toEqual(['seat-card:5', 'seat-card:7', 'round-told:8']);
  });

  test('one that is being sent stays, and what is true afterwards is sent after it', () => {
    const sending = accepted(claimEffect(emitted(aRound(), told), 'round-told:4', REAL_NOW));
    const again = emitted(sending, told);
    expect(keys(again)).toEqual(['round-told:4', 'round-told:5']);
    const settled = settleEffect(again, 'round-told:4');
    expect(keys(settled)).toEqual(['round-told:5']);
    expect(settled.outboxDueAt).toEqual(REAL_NOW);
  });

  test('one that failed for now gives way to the new one, which is tried as if nothing had been', () => {
    const sending = accepted(claimEffect(emitted(aRound(), card('kari'), card('ola')), 'seat-card:4', REAL_NOW));
    const failed = accepted(deferEffect(sending, sending.outbox[0] as Round['outbox'][number], realLater(60_000)));
    const again = emitted(failed, card('kari'));
    expect(again.outbox.map(({ key, attempts, dueAt }) => [key, attempts, dueAt])).toEqual([
      ['seat-card:5', 0, REAL_NOW],
      ['seat-card:6', 0, REAL_NOW],
    ]);
  });

  test('effects of other kinds, and for others, are left alone', () => {
    const reminder = { kind: 'seat-reminder', holderId: 'kari' } as const;
    expect(keys(emitted(emitted(aRound(), card('kari')), reminder, card('ola')))).toEqual([
      'seat-card:4',
      'seat-reminder:5',
      'seat-card:6',
    ]);
  });

  test('a card for somebody gives way to a newer one of the same view, and to no other', () => {
    const status = { view: 'round-status', roundId: 'r' } as const;
    const personal = (personId: string, view: { view: 'help' } | typeof status) =>
      ({ kind: 'personal-card', personId, view }) as const;
    const first = emitted(
      aRound(),
      personal('siv', status),
      personal('lise', status),
      personal('siv', { view: 'help' }),
    );
    expect(keys(emitted(first, personal('siv', { ...status, roundId: 'r' })))).toEqual([
      'personal-card:5',
      'personal-card:6',
      'personal-card:7',
    ]);
  });

  test('what ends a round is never merged with anything', () => {
    const next = (n: number) => ({ kind: 'next-round', textHash: hashOf(`${n}`), deadline: NOW, by: 'siv' }) as const;
    expect(emitted(emitted(aRound(), next(1)), next(2)).outbox).toHaveLength(2);
  });

  test('the due time follows what waits', () => {
    const later = emitAgain(aRound(), { realNow: realLater(9000) }, told);
    expect(later.outboxDueAt).toEqual(realLater(9000));
    expect(emitted(later, told).outboxDueAt).toEqual(REAL_NOW);
  });
});

describe('renewCards', () => {
  test('renews the cards that arrived, each once', () => {
    const round = aRound({ deliveries: [delivered('kari'), missed('ola')] });
    const once = renewCards(round, clocks, ['kari', 'ola', 'vera']);
    expect(once.outbox).toMatchObject([{ kind: 'seat-card-update', holderId: 'kari', dueAt: REAL_NOW }]);
    expect(once.outbox[0]).not.toHaveProperty('inWorkingHours');
    expect(renewCards(once, clocks, ['kari']).outbox).toHaveLength(1);
  });
});

describe('renewShared', () => {
  const renew = (round: Round, ms = 0) => renewShared(round, { now: NOW, realNow: realLater(ms) });
  const renewedOnce = () => renew(aRound({ shared }));

  test('comes five seconds later, so that answers that come together are one update', () => {
    const once = renewedOnce();
    expect(once.outbox).toMatchObject([{ kind: 'shared-card-update', dueAt: realLater(5000) }]);
    expect(renew(once, 3000)).toBe(once);
  });

  test('while one is being sent there is another one afterwards, which shows the newest state', () => {
    const once = renewedOnce();
    const [{ key }] = once.outbox as [Round['outbox'][number]];
    const sending = accepted(claimEffect(once, key, realLater(5000)));
    const again = renew(sending, 5100);
    expect(again.outbox).toHaveLength(2);
    expect(settleEffect(again, key).outbox).toMatchObject([{ kind: 'shared-card-update', dueAt: realLater(10_100) }]);
  });

  test('renewals that Teams refuses do not pile up: one that failed gives way to the newest', () => {
    let round = aRound({ shared });
    for (let i = 0; i < 20; i++) {
      const at = realLater(i * 5000);
      round = renew(round, i * 5000 - 5000);
      for (const { key } of round.outbox.filter(({ dueAt }) => dueAt <= at)) {
        round = accepted(claimEffect(round, key, at));
        const claimed = round.outbox.find((effect) => effect.key === key) as Round['outbox'][number];
        round = accepted(deferEffect(round, claimed, realLater(i * 5000 + 60_000)));
      }
      expect(round.outbox.length).toBeLessThanOrEqual(2);
    }
  });

  test('one that the limits put off keeps its place, and shows the newest state when its turn comes', () => {
    const once = renewedOnce();
    const [{ key }] = once.outbox as [Round['outbox'][number]];
    const claimed = accepted(claimEffect(once, key, realLater(5000)));
    const putOff = accepted(postponeEffect(claimed, claimed.outbox[0] as Round['outbox'][number], realLater(40_000)));
    expect(renew(putOff, 6000)).toBe(putOff);
  });

  test('there is nothing to renew in a committee without a conversation', () => {
    const round = aRound();
    expect(renew(round)).toBe(round);
  });
});

describe('the followers', () => {
  const round = () => aRound({ followers: ['siv', 'lise'] });

  test('are told where the round stands, in working hours, each of them', () => {
    const told = tellFollowers(round(), clocks);
    expect(told.outbox).toMatchObject([
      { personId: 'siv', inWorkingHours: true, dueAt: REAL_NOW },
      { personId: 'lise', inWorkingHours: true, dueAt: REAL_NOW },
    ]);
    expect(told.outbox).toMatchObject([1, 2].map(() => ({ view: { view: 'round-status', roundId: told.id } })));
  });

  test('hear of remarks a minute later: those that come together are one message', () => {
    const soon = tellFollowersSoon(round(), clocks);
    expect(soon.outbox.map(({ dueAt }) => dueAt)).toEqual([realLater(60_000), realLater(60_000)]);
    const again = tellFollowersSoon(soon, { now: NOW, realNow: realLater(50_000) });
    expect(again.outbox).toEqual(soon.outbox);
  });

  test('in the evening hear of them the next morning', () => {
    const evening = { now: new Date('2026-03-06T19:00:00Z'), realNow: REAL_NOW };
    expect(tellFollowersSoon(round(), evening).contactDueAt).toEqual(new Date('2026-03-09T07:00:00Z'));
  });

  test('who are being told at this moment are told again afterwards', () => {
    const [{ key }] = tellFollowersSoon(round(), clocks).outbox as [Round['outbox'][number]];
    const sending = accepted(claimEffect(tellFollowersSoon(round(), clocks), key, realLater(60_000)));
    const again = tellFollowersSoon(sending, { now: NOW, realNow: realLater(61_000) });
    expect(again.outbox.flatMap((effect) => ('personId' in effect ? effect.personId : []))).toEqual([
      'siv',
      'lise',
      'siv',
    ]);
  });

  test('a telling that waits gives way to how the round ended', () => {
    expect(tellFollowers(tellFollowersSoon(round(), clocks), clocks).outbox.map(({ dueAt }) => dueAt)).toEqual([
      REAL_NOW,
      REAL_NOW,
    ]);
  });
});
